"""Asking who knows about something, or what was said about it, as the command line shows it.

One question, answered on this computer; nothing of it is kept.
"""

from typing import Final

from presencemap.app.jobs import job_seen
from presencemap.app.knowledge.librarian import Librarian
from presencemap.app.posts import post_views
from presencemap.app.views import Json, card_view, moment
from presencemap.domain.errors import InvalidInput
from presencemap.domain.expertise import Reason
from presencemap.domain.wrong import Wrong
from presencemap.protocol.endpoint import Endpoint

LONGEST: Final = 140
"""Characters of a question, as of a post."""


async def named(librarian: Librarian, endpoint: Endpoint, text: str, now: int) -> list[Json]:
    """Who knows about it, the likeliest first, as ``experts --json`` has them; never oneself.

    Raises:
        InvalidInput: nothing was asked, or too much.
    """
    found = await librarian.asked(_checked(text))
    known = {card.person.id: card for card in endpoint.cards.all(now)}
    places, names = endpoint.replica.places(), endpoint.replica.glossary.names
    return [
        {
            **card_view(known[each.person], places, names, now),
            "companion": each.companion,
            "reasons": [_reason_view(reason) for reason in each.reasons],
        }
        for each in found.people
        if each.person in known
    ]


async def sought(librarian: Librarian, endpoint: Endpoint, text: str, now: int) -> list[Json]:
    """What was asked and said about it, as ``stream --json`` has it; questions first, then jobs.

    A job as ``job list --json`` has it, with ``"kind": "job"``.

    Raises:
        InvalidInput: nothing was asked, or too much.
    """
    found = await librarian.asked(_checked(text))
    asked = _posts(endpoint, [each.question.post for each in found.asked], now)
    jobs = (endpoint.replica.crews.job(each.id) for each in found.jobs)
    named = [{"kind": "job", **job_seen(endpoint, job, now)} for job in jobs if job is not None]
    return [*asked, *named, *_posts(endpoint, [each.post for each in found.said], now)]


def _posts(endpoint: Endpoint, ids: list[str], now: int) -> list[Json]:
    posts = [post for each in ids if (post := endpoint.stream.one(each)) is not None]
    return post_views(endpoint, posts, now)


def _checked(text: str) -> str:
    if not text.strip() or len(text) > LONGEST:
        raise InvalidInput(
            "Name in a few words what you ask about, like: “peppol vat”", Wrong.SOUGHT_WORDLESS
        )
    return text


def _reason_view(reason: Reason) -> Json:
    return {
        "sign": reason.sign.value,
        "count": reason.count,
        "about": list(reason.about),
        "thanked": reason.thanked,
        "last": moment(reason.last) if reason.last else None,
    }
