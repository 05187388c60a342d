"""What I shared of where I am, once its end has passed: to be asked about that day.

Pure: the moment is always a parameter. Knows no widget, no node and no file: it can be made a text,
and made of one, for who keeps it over a restart.
"""

import json
from typing import Self

from presencemap.app.commands import SetStatus
from presencemap.domain.availability import Availability
from presencemap.domain.errors import UserError
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.until import next_morning
from presencemap.ui.moments import local, moment

_HOUR = 60 * MINUTE
_LEAST = 30 * MINUTE
"""An end nearer than this isn't offered."""


class Ended:
    """Tell it my status whenever it may have changed, as it stands."""

    def __init__(self, said: Status | None = None) -> None:
        self._said = said

    @classmethod
    def of(cls, text: str) -> Self:
        """As it was, by its ``text``; of any other text as if nothing was said."""
        try:
            kept = json.loads(text)
            place, until, since = str(kept["place"]), int(kept["until"]), int(kept["since"])
            on = Activity.said(Kind(kept["kind"]), str(kept["on"])) if "kind" in kept else None
        except (ValueError, TypeError, KeyError, UserError):
            return cls()
        return cls(Status(Availability.AVAILABLE, since, place, on, until))

    @property
    def text(self) -> str:
        """What there is to ask about, now or later; "" for nothing."""
        said = self._said
        if said is None or said.until is None:
            return ""
        kept = {"place": said.place, "until": said.until, "since": said.since}
        if said.activity is not None:
            kept |= {"kind": said.activity.kind.value, "on": said.activity.text}
        return json.dumps(kept)

    def learn(self, status: Status | None, now: int) -> None:
        """What I share now: a new word, or nothing where the last one ended or was taken back."""
        if status is not None and (status.place is not None or status.activity is not None):
            self._said = status if status.place is not None else None
        elif self._said is not None and not (_over(self._said, now) and _that_day(self._said, now)):
            self._said = None

    def at(self, now: int) -> Status | None:
        """What ended by itself, on the day on which it did."""
        said = self._said
        if said is None or not _over(said, now):
            return None
        return said if _that_day(said, now) else None

    def forget(self) -> None:
        """It was answered."""
        self._said = None


def done_for_today(now: int) -> SetStatus:
    """What to ask of the node: who is done isn't available, wherever they say so."""
    until = moment(next_morning(local(now)))
    return SetStatus(availability=Availability.AWAY, activity=None, place=None, until=until)


def prolonged(until: int, now: int) -> int:
    """So many whole hours after an end that it lies well ahead."""
    hours = -(-(now + _LEAST - until) // _HOUR)
    return until + max(1, hours) * _HOUR


def _over(said: Status, now: int) -> bool:
    return said.until is not None and said.until <= now


def _that_day(said: Status, now: int) -> bool:
    """Whether it is the day on which it ends; "today" ends with that day."""
    return said.until is not None and local(said.until - 1).date() == local(now).date()
