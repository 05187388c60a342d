"""Asking who knows about something, and what was said about it, as the command line shows it.

One question, answered on this computer; nothing of it is kept.
"""

from typing import Final

from presencemap.app.knowledge.librarian import Librarian
from presencemap.app.views import Json, card_view, moment
from presencemap.domain.errors import InvalidInput
from presencemap.domain.expertise import Reason
from presencemap.protocol.endpoint import Endpoint

LONGEST: Final = 140
"""Characters of a question, as of a post."""


async def named(librarian: Librarian, endpoint: Endpoint, text: str, now: int) -> list[Json]:
    """Who knows about it, the likeliest first, as ``experts --json`` has them; never oneself.

    Raises:
        InvalidInput: nothing was asked, or too much.
    """
    if not text.strip() or len(text) > LONGEST:
        raise InvalidInput("Name in a few words what you ask about, like: experts “peppol vat”")
    found = await librarian.asked(text)
    known = {card.person.id: card for card in endpoint.cards.all(now)}
    places = endpoint.replica.places()
    return [
        {
            **card_view(known[each.person], places, now),
            "companion": each.companion,
            "reasons": [_reason_view(reason) for reason in each.reasons],
        }
        for each in found.people
        if each.person in known
    ]


def _reason_view(reason: Reason) -> Json:
    return {
        "sign": reason.sign.value,
        "count": reason.count,
        "about": list(reason.about),
        "thanked": reason.thanked,
        "last": moment(reason.last) if reason.last else None,
    }
