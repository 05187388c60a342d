"""Asking who knows about something: one question, answered on this computer, nothing kept of it.

The network thread lists what it holds, a day at a time; a thread of its own reads and reckons. The
library is made for the question and goes with the answer, so that no word outlives a retraction.
"""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from threading import Event
from typing import Final

from presencemap.app.knowledge.entries import Sheet
from presencemap.app.knowledge.evidence import evidence_in
from presencemap.app.knowledge.library import Library
from presencemap.app.views import Json, card_view, moment
from presencemap.domain.errors import InvalidInput
from presencemap.domain.expertise import Expert, Reason, experts
from presencemap.domain.roster import Card
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.replica import Replica

LONGEST: Final = 140
"""Characters of a question, as of a post."""
NAMED: Final = 10
_READ_AT_ONCE: Final = 200


async def named(endpoint: Endpoint, text: str, now: int) -> list[Json]:
    """Who knows about it, the likeliest first, as ``experts --json`` has them; never oneself.

    Raises:
        InvalidInput: nothing was asked, or too much.
    """
    if not text.strip() or len(text) > LONGEST:
        raise InvalidInput("Name in a few words what you ask about, like: experts “peppol vat”")
    replica, cards = endpoint.replica, endpoint.cards.all(now)
    sheets: list[Sheet] = []
    for day in replica.days():
        sheets += _of_day(replica, day)
        await asyncio.sleep(0)  # the network's turn
    left = Event()
    try:
        found = await asyncio.to_thread(_found, text, sheets, cards, now, left)
    finally:
        left.set()
    known, places = {card.person.id: card for card in cards}, replica.places()
    return [
        {
            **card_view(known[each.person], places, now),
            "companion": each.companion,
            "reasons": [_reason_view(reason) for reason in each.reasons],
        }
        for each in found
    ]


def _of_day(replica: Replica, day: str) -> Iterator[Sheet]:
    """Posts as they stand, and what was done with them."""
    for held in replica.held_in(day):
        if held.kind == "reaction" or (
            held.post is not None and replica.threads.get(held.post) is held
        ):
            yield Sheet.of(held)


def _found(
    text: str, sheets: list[Sheet], cards: list[Card], now: int, left: Event
) -> list[Expert]:
    """On a thread of its own. ``left``: nobody waits for it any more."""
    library = Library()
    with closing(library):
        library.meet(cards)
        for start in range(0, len(sheets), _READ_AT_ONCE):
            if left.is_set():
                return []
            library.read(sheets[start : start + _READ_AT_ONCE])
        library.refresh()
        found = library.find(text)
        told = experts(evidence_in(found, library, now), found.worth, now)
    others = {card.person.id for card in cards if not card.me}
    return [each for each in told if each.person in others][:NAMED]


def _reason_view(reason: Reason) -> Json:
    return {
        "sign": reason.sign.value,
        "count": reason.count,
        "about": list(reason.about),
        "thanked": reason.thanked,
        "last": moment(reason.last) if reason.last else None,
    }
