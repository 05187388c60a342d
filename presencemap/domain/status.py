"""A person's status: availability, place and activity, with one end for the last two.

A status is replaced, never piled up. Knows no clock: ``now`` is always a parameter.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from presencemap.domain.availability import Availability
from presencemap.domain.errors import TextTooLong
from presencemap.domain.text import clean
from presencemap.domain.topic import topics_in

MAX_TEXT = 140


class Kind(StrEnum):
    """How a person is on something."""

    WORKING_ON = "working_on"
    STRUGGLING_WITH = "struggling_with"
    THINKING_ABOUT = "thinking_about"


@dataclass(frozen=True, slots=True)
class Activity:
    """What a person is on, in at most 140 characters."""

    kind: Kind
    text: str

    @classmethod
    def said(cls, kind: Kind, text: str) -> Self | None:
        """An activity from what a person typed, None for nothing.

        Raises:
            TextTooLong: over 140 characters.
        """
        cleaned = clean(text)
        if len(cleaned) > MAX_TEXT:
            raise TextTooLong(len(cleaned), MAX_TEXT)
        return cls(kind, cleaned) if cleaned else None

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics named in the text."""
        return topics_in(self.text)


@dataclass(frozen=True, slots=True)
class Status:
    """What a person shares of now. ``since`` and ``until`` in ms; ``place`` is a place's id."""

    availability: Availability
    since: int
    place: str | None = None
    activity: Activity | None = None
    until: int | None = None

    def at(self, now: int) -> Self:
        """This status as it stands at ``now``: past ``until`` place and activity are gone."""
        if self.until is None or now < self.until:
            return self
        return replace(self, place=None, activity=None, until=None)
