"""What is being said in the composer, before it is shared. Knows no widget and no clock."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Self

from presencemap.app.commands import KEEP, SetStatus
from presencemap.app.post_commands import SayPost
from presencemap.domain.graphemes import length
from presencemap.domain.post import PostKind
from presencemap.domain.status import MAX_TEXT, Activity, Kind, Status
from presencemap.domain.text import clean
from presencemap.domain.until import Until, choices, end_of
from presencemap.ui.moments import moment


class Lack(Enum):
    """Why a draft can't be shared."""

    TOO_LONG = "too_long"
    NOTHING_SAID = "nothing_said"
    PLACE_UNKNOWN = "place_unknown"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Draft:
    """Kind, text, place and end. ``until`` is a choice, or a moment in ms that was typed.

    ``place_text`` is what stands in the place field when it names no place.
    """

    kind: Kind = Kind.WORKING_ON
    text: str = ""
    place: str | None = None
    place_text: str = ""
    until: Until | int = Until.AFTERNOON
    posted: bool = False
    """Whether it is to stand in the stream too."""
    guests: int = 0
    """How many are with me at the place; without one nobody is."""

    @classmethod
    def of(cls, status: Status | None, now: datetime) -> Self:
        """The draft to begin with: what I share now, as it stands."""
        start = cls(until=default_until(now))
        if status is None:
            return start
        if status.activity is not None:
            start = replace(start, kind=status.activity.kind, text=status.activity.text)
        later = status.until is not None and status.until > moment(now)
        until = status.until if later and status.until is not None else start.until
        return replace(start, place=status.place, until=until, guests=status.guests)

    @property
    def length(self) -> int:
        """Characters that would be shared."""
        return length(clean(self.text))

    def ends(self, now: datetime) -> int:
        """When place and activity end, ms."""
        return self.until if isinstance(self.until, int) else moment(end_of(self.until, now))

    def lack(self, now: datetime) -> Lack | None:
        """What keeps it from being shared, None when it is ready."""
        if self.length > MAX_TEXT:
            return Lack.TOO_LONG
        if self.place_text:
            return Lack.PLACE_UNKNOWN
        if not self.length and self.place is None:
            return Lack.NOTHING_SAID
        return Lack.OVER if self.ends(now) <= moment(now) else None

    def command(self, now: datetime) -> SetStatus:
        """What to ask of the node.

        Raises:
            TextTooLong: over 140 characters.
        """
        return SetStatus(
            activity=Activity.said(self.kind, self.text),
            place=self.place,
            until=self.ends(now),
            guests=KEEP if self.place is None else self.guests,
        )

    def post(self) -> SayPost | None:
        """What to ask of the node once the status is shared: a struggle becomes a question."""
        if not self.posted or not self.length:
            return None
        if self.kind is Kind.STRUGGLING_WITH:
            # In the words of the status, and once: it is asked already where only its end changes.
            return SayPost(PostKind.QUESTION, "")
        return SayPost(PostKind.ACTIVITY, clean(self.text))

    def refreshed(self, now: datetime) -> Self:
        """The same with an end that still lies ahead: a draft may have waited overnight."""
        over = self.ends(now) <= moment(now)
        gone = isinstance(self.until, Until) and self.until not in choices(now)
        return replace(self, until=default_until(now)) if over or gone else self


def default_until(now: datetime) -> Until:
    """This afternoon while it lasts, else an hour; never later than one would think of."""
    offered = choices(now)
    return Until.AFTERNOON if Until.AFTERNOON in offered else Until.HOUR
