"""A person's status: availability, place and activity, with one end for the last two.

With neither of them it is the end of the availability: "away until tomorrow morning".

A status is replaced, never piled up. Knows no clock: ``now`` is always a parameter.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from presencemap.domain.availability import Availability
from presencemap.domain.errors import TextTooLong
from presencemap.domain.graphemes import length
from presencemap.domain.text import clean
from presencemap.domain.topic import topics_in

MAX_TEXT = 140
"""Characters as a person counts them."""
MAX_GUESTS = 20


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
        if length(cleaned) > MAX_TEXT:
            raise TextTooLong(length(cleaned), MAX_TEXT)
        return cls(kind, cleaned) if cleaned else None

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics named in the text."""
        return topics_in(self.text)


@dataclass(frozen=True, slots=True)
class Status:
    """What a person shares of now. ``since`` and ``until`` in ms; ``place`` is a place's id.

    ``guests``: how many are with them at that place who aren't of the team; nobody learns who.
    ``question``: the id of the one that asks what they struggle with, where its words are others.
    """

    availability: Availability
    since: int
    place: str | None = None
    activity: Activity | None = None
    until: int | None = None
    guests: int = 0
    question: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing but an availability."""
        return self.place is None and self.activity is None

    def at(self, now: int) -> Self:
        """This status as it stands at ``now``: past ``until`` place and activity are gone.

        Past the end of an availability alone the person is available.
        """
        if self.until is None or now < self.until:
            return self
        return type(self)(Availability.AVAILABLE if self.is_bare else self.availability, self.since)

    def after(self, before: Self, *, chosen: bool, timed: bool) -> Self:
        """This one, said after ``before`` was.

        ``chosen``: its availability was said with it, ``timed``: its end was; else it took them
        over. An end that was meant for something else isn't kept, and who says where they are or
        what they are on is away no more.
        """
        if self.is_bare:
            same = before.is_bare and self.availability is before.availability
            lasts = self.availability is not Availability.AVAILABLE and (timed or same)
            return self if lasts else replace(self, until=None)
        if not before.is_bare or before.until is None:
            return self
        back = not chosen and self.availability is Availability.AWAY
        availability = Availability.AVAILABLE if back else self.availability
        return replace(self, availability=availability, until=self.until if timed else None)
