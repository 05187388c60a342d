"""Naming: what somebody types for a person, a place, a job, a post; the one that it means.

Where it means none or several the sentence says so, and which command helps.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from presencemap.app.towns import town_named
from presencemap.domain.errors import Ambiguous, InvalidInput, NotFound
from presencemap.domain.job import Job, jobs_named
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card, people_named
from presencemap.domain.text import clean
from presencemap.domain.topic import is_topic, merged
from presencemap.domain.wrong import Wrong
from presencemap.protocol.endpoint import Endpoint

T = TypeVar("T")
SHORTEST: Final = 4
"""Letters of an id that are enough."""


def people_called(cards: list[Card], text: str) -> list[Card]:
    """The people that a name, the start of one, or an id may mean.

    Raises:
        NotFound: nobody.
    """
    found = people_named(cards, text)
    if not found:
        raise NotFound(f"Nobody is called “{text}”; see: presencemap who", Wrong.PERSON_UNKNOWN)
    return found


def person_named(cards: list[Card], text: str) -> Card:
    """The one person that it means.

    Raises:
        NotFound: nobody.
        Ambiguous: several; their ids are listed.
    """
    found = people_called(cards, text)
    return _one(
        found,
        f"“{text}” fits several people; use an id",
        lambda card: f"{card.person.id[:12]}  {card.person.name}",
    )


def place_named(places: PlaceTree, text: str) -> str:
    """The id of the one place that a name, a path or an id means.

    Raises:
        NotFound: none.
        Ambiguous: several; their ids are listed.
    """
    found = places.named(text)
    if not found:
        raise NotFound(f"No place is called “{text}”; add it: presencemap place add “{text}”")
    return _one(
        found,
        f"“{text}” fits several places; use an id",
        lambda place: f"{place.id}  {', '.join(places.path(place.id))}",
    ).id


def whereabouts_named(places: PlaceTree, text: str) -> str:
    """The id of that place or, where no place is called so, of that town.

    Raises:
        NotFound: neither.
        Ambiguous: several places.
    """
    try:
        return place_named(places, text)
    except NotFound:
        town = town_named(text)
        if town is None:
            raise
        return town.id


def post_named(endpoint: Endpoint, text: str) -> str:
    """The id of the one post whose id begins so.

    Raises:
        NotFound: none, or too little of it.
        Ambiguous: several; they are listed.
    """
    found = endpoint.stream.named(text.lower()) if len(text) >= SHORTEST else []
    if not found:
        raise NotFound(f"No post has the id “{text}”; see: presencemap stream", Wrong.POST_UNKNOWN)
    return _one(sorted(found), f"“{text}” fits several posts; give more of the id", str)


def job_named(endpoint: Endpoint, text: str) -> Job:
    """The one job that a name, the start of one, or an id means.

    Raises:
        NotFound: none.
        Ambiguous: several; their ids are listed.
    """
    found = jobs_named(endpoint.replica.crews.jobs(), text)
    if not found:
        raise NotFound(
            f"No job is called “{text}”; see: presencemap job list --all",
            Wrong.JOB_UNKNOWN,
        )
    return _one(
        found,
        f"“{text}” fits several jobs; use an id",
        lambda job: f"{job.id[:12]}  {job.name}",
    )


def note_named(endpoint: Endpoint, text: str) -> str:
    """The id of the one note whose id begins so.

    Raises:
        NotFound: none, or too little of it.
        Ambiguous: several; they are listed.
    """
    start = text.lower()
    notes = endpoint.mailbox.notes() if len(text) >= SHORTEST else []
    found = [note.id for note in notes if note.id.startswith(start)]
    if not found:
        raise NotFound(f"No note has the id “{text}”; see: presencemap notes", Wrong.NOTE_UNKNOWN)
    return _one(found, f"“{text}” fits several notes; give more of the id", str)


def topic_named(text: str) -> str:
    """The key of the one topic that a text is, with its ``#`` or without.

    Raises:
        InvalidInput: none, several, or too long a one.
    """
    return merged(topic_written(text))


def topic_written(text: str) -> str:
    """The same as it is written, without its ``#``.

    Raises:
        InvalidInput: none, several, or too long a one.
    """
    written = clean(text).removeprefix("#")
    if not is_topic(written):
        raise InvalidInput("Name one topic, like #peppol.", Wrong.NO_TOPIC)
    return written


def _one(found: Sequence[T], several: str, line: Callable[[T], str]) -> T:
    if len(found) > 1:
        listed = "\n".join(f"  {line(each)}" for each in found)
        raise Ambiguous(f"{several}:\n{listed}")
    return found[0]
