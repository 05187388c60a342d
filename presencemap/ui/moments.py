"""Moments (ms since the epoch, UTC) as local date-times, and back.

Local times carry no zone, so that "today" ends at the next local midnight whatever the clocks do.
"""

from datetime import UTC, datetime


def local(at: int) -> datetime:
    """The local date-time of a moment, without a zone."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone().replace(tzinfo=None)


def moment(when: datetime) -> int:
    """The moment of a local date-time without a zone."""
    return round(when.timestamp() * 1000)
