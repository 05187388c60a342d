"""Until when a status holds: the choices of the composer and the forms of the command line.

Works on local date-times that the caller gives; knows neither clock nor time zone of its own.
"""

import re
from datetime import datetime, time, timedelta
from enum import StrEnum

from presencemap.domain.errors import InvalidInput

LUNCH = time(12, 30)
END_OF_AFTERNOON = time(17, 0)
_DURATION = re.compile(r"(?:(\d{1,3})\s*d)?\s*(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*m(?:in)?)?")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})")
MAX_DAYS = 31


class Until(StrEnum):
    """The choices; which of them make sense depends on the hour."""

    HALF_HOUR = "half_hour"
    HOUR = "hour"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    TODAY = "today"


def end_of(choice: Until, now: datetime) -> datetime:
    """The moment a choice ends: "today" at the next local midnight, whatever the clocks do."""
    match choice:
        case Until.HALF_HOUR:
            return now + timedelta(minutes=30)
        case Until.HOUR:
            return now + timedelta(hours=1)
        case Until.LUNCH:
            return _on(now, LUNCH)
        case Until.AFTERNOON:
            return _on(now, END_OF_AFTERNOON)
        case Until.TODAY:
            return _on(now + timedelta(days=1), time.min)


def choices(now: datetime) -> tuple[Until, ...]:
    """The choices that still end in the future, at least a quarter of an hour from now."""
    return tuple(u for u in Until if end_of(u, now) - now >= timedelta(minutes=15))


def parse_duration(text: str) -> timedelta:
    """``2h``, ``45m``, ``1h30m`` or ``2d``.

    Raises:
        InvalidInput: no duration, nothing, or over 31 days.
    """
    match = _DURATION.fullmatch(text.strip().lower())
    days, hours, minutes = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    length = timedelta(days=days, hours=hours, minutes=minutes)
    if not timedelta() < length <= timedelta(days=MAX_DAYS):
        raise InvalidInput(f"“{text}” is no duration; write 30m, 2h or 1h30m, at most 31 days.")
    return length


def parse_clock(text: str, now: datetime) -> datetime:
    """The next time that a local clock shows ``17:00``.

    Raises:
        InvalidInput: no time of day.
    """
    match = _CLOCK.fullmatch(text.strip().lower())
    try:
        at = time(int(match[1]), int(match[2])) if match else None
    except ValueError:
        at = None
    if at is None:
        raise InvalidInput(f"“{text}” is no time; write it like 17:00.")
    today = _on(now, at)
    return today if today > now else _on(now + timedelta(days=1), at)


def _on(day: datetime, at: time) -> datetime:
    """That local clock time on that day; a naive local time is given its own offset of that day."""
    return datetime.combine(day.date(), at, tzinfo=day.tzinfo)
