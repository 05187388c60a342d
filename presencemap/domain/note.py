"""Notes: a private message to one person, and how far it has come.

Knows nothing of how it is sealed and carried.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong

MAX_NOTE: Final = 1_000
"""Characters."""


class Delivery(StrEnum):
    """Where a note of mine is, as far as that is proven."""

    WAITING = "waiting"
    """On this computer; nobody else's is known to have it."""
    CARRIED = "carried"
    """On some colleague's too, which hands it on."""
    DELIVERED = "delivered"
    """On theirs. Not: read."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Whom a note brings its reader together with, by id, on what topic ("" for none).

    ``declined_by``: those of the two who said no.
    """

    id: str
    person: str
    topic: str
    declined_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Note:
    """A note between me and ``person``; ``at``: when it was written, in ms."""

    id: str
    person: str
    mine: bool
    at: int
    text: str
    delivery: Delivery = Delivery.DELIVERED
    introduces: Introduction | None = None


def note_text(text: str) -> str:
    """What a person typed, as it is sent.

    Raises:
        TextTooLong: over 1,000 characters.
        InvalidInput: nothing said.
    """
    cleaned = clean(text)
    if len(cleaned) > MAX_NOTE:
        raise TextTooLong(len(cleaned), MAX_NOTE)
    if not cleaned:
        raise InvalidInput(
            "Say something: a note needs a text of at most 1,000 characters.",
            Wrong.NOTE_EMPTY,
            most=MAX_NOTE,
        )
    return cleaned
