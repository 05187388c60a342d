"""What I shared of where I am, once its end has passed: kept in memory, to be asked about that day.

Pure: the moment is always a parameter. Knows no widget and no node.
"""

from presencemap.app.commands import SetStatus
from presencemap.domain.availability import Availability
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Status
from presencemap.ui.moments import local

DONE_FOR_TODAY = SetStatus(availability=Availability.AWAY, activity=None, place=None, until=None)
"""Who is done isn't available, wherever they say so."""
_HOUR = 60 * MINUTE
_LEAST = 30 * MINUTE
"""An end nearer than this isn't offered."""


class Ended:
    """Tell it my status whenever it may have changed, as it stands."""

    def __init__(self) -> None:
        self._said: Status | None = None

    def learn(self, status: Status | None, now: int) -> None:
        """What I share now: a new word, or nothing where the last one ended or was taken back."""
        if status is not None and (status.place is not None or status.activity is not None):
            self._said = status if status.place is not None else None
        elif self._said is not None and not _over(self._said, now):
            self._said = None

    def at(self, now: int) -> Status | None:
        """What ended by itself, on the day on which it did; "today" ended with that day."""
        said = self._said
        if said is None or said.until is None or not _over(said, now):
            return None
        return said if local(said.until - 1).date() == local(now).date() else None

    def forget(self) -> None:
        """It was answered."""
        self._said = None


def prolonged(until: int, now: int) -> int:
    """So many whole hours after an end that it lies well ahead."""
    hours = -(-(now + _LEAST - until) // _HOUR)
    return until + max(1, hours) * _HOUR


def _over(said: Status, now: int) -> bool:
    return said.until is not None and said.until <= now
