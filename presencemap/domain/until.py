"""Until when a status holds: the choices of the composer and the forms of the command line.

Works on local date-times that the caller gives, with a zone or (the machine's own zone) without,
and gives the same kind. Hours are counted as they pass, not as the clock is put forward or back.
"""

import re
from datetime import datetime, time, timedelta
from enum import StrEnum

from presencemap.domain.errors import InvalidInput

LUNCH = time(12, 30)
END_OF_AFTERNOON = time(17, 0)
MORNING = time(7, 0)
_NIGHT = time(4, 0)
_DURATION = re.compile(r"(?:(\d{1,3})\s*d)?\s*(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*m(?:in)?)?")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})")
MAX_DAYS = 31
_WEEK = 7


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
            return _after(now, timedelta(minutes=30))
        case Until.HOUR:
            return _after(now, timedelta(hours=1))
        case Until.LUNCH:
            return _on(now, LUNCH)
        case Until.AFTERNOON:
            return _on(now, END_OF_AFTERNOON)
        case _:
            return _on(now + timedelta(days=1), time.min)


def choices(now: datetime) -> tuple[Until, ...]:
    """The choices that still end in the future, at least a quarter of an hour from now."""
    earliest = now.timestamp() + 15 * 60
    return tuple(choice for choice in Until if end_of(choice, now).timestamp() >= earliest)


class Ending(StrEnum):
    """What of an end must be said, so that it can't be mistaken."""

    TIME = "time"
    MIDNIGHT = "midnight"
    """Tonight's."""
    TOMORROW = "tomorrow"
    WEEKDAY = "weekday"
    DATE = "date"
    YEAR = "year"
    """The date, with its year."""


def ending(end: datetime, now: datetime) -> Ending:
    """How far off an end is, by the days of the calendar."""
    days = (end.date() - now.date()).days
    if days == 0:
        return Ending.TIME
    if days == 1:
        return Ending.TOMORROW if end.time() > time.min else Ending.MIDNIGHT
    if 0 < days < _WEEK:
        return Ending.WEEKDAY
    return Ending.DATE if end.year == now.year else Ending.YEAR


def next_morning(now: datetime) -> datetime:
    """When the next working day begins; a night that is long begins none."""
    return _on(now if now.time() < _NIGHT else now + timedelta(days=1), MORNING)


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
    # On the day that the clocks go back, some times come twice.
    todays = (_on(now, at), _on(now, at.replace(fold=1)))
    later = [today for today in todays if today.timestamp() > now.timestamp()]
    return later[0] if later else _on(now + timedelta(days=1), at)


def _on(day: datetime, at: time) -> datetime:
    """That local clock time on that day; one that the clocks skip is moved on by what they skip."""
    return _after(datetime.combine(day.date(), at, tzinfo=day.tzinfo), timedelta())


def _after(moment: datetime, length: timedelta) -> datetime:
    """A sum of date-times would be one of clock faces."""
    return datetime.fromtimestamp(moment.timestamp() + length.total_seconds(), moment.tzinfo)
