"""Plans: the body of the record that says where a person will be on a day.

A date is its author's, wherever on earth they are.
"""

from datetime import date, timedelta
from typing import Final

from presencemap.protocol.fields import Date, Model, Revision, Text, Whereabouts

_HOUR: Final = 3_600_000
EARLIEST, LATEST = 14 * _HOUR, 12 * _HOUR
"""A date begins somewhere on earth so long before it does by UTC, and ends so long after."""
_EPOCH: Final = date(1970, 1, 1)


class PlanBody(Model):
    """Kind ``plan``: a register of its author for a day. Who is out of office is nowhere."""

    rev: Revision
    day: Date
    place: Whereabouts | None
    text: Text
    out: bool

    @property
    def begins(self) -> int:
        """When the day begins by UTC, in ms."""
        return (date.fromisoformat(self.day) - _EPOCH) // timedelta(milliseconds=1)
