"""The entries of a calendar file (.ics) on the day that it is; repeated ones unfolded.

Owns what of a calendar is none of a draft's business, and whose calendar it is. The parser is only
loaded when one is read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from presencemap.domain.cue import Entry, SourceUnreadable, Trouble

if TYPE_CHECKING:
    from icalendar import Component

LARGEST: Final = 8 * 1024 * 1024
"""Bytes: more takes seconds to read."""
_LONGEST: Final = timedelta(days=31)
_EVENT: Final = re.compile(rb"^BEGIN:VEVENT\s.*?^END:VEVENT\s*", re.MULTILINE | re.DOTALL)
_BEGINS: Final = re.compile(rb"^DTSTART[^:\r\n]*:(\d{8})", re.MULTILINE)
_AGAIN: Final = re.compile(rb"^(?:RRULE|RDATE|RECURRENCE-ID)\b", re.MULTILINE)
_TOO_OFTEN: Final = {"SECONDLY", "MINUTELY"}
"""Such a rule would be followed from its first day, step by step."""
_NOBODYS: Final = {"PRIVATE", "CONFIDENTIAL"}
_FOLD: Final = re.compile(rb"\r?\n[ \t]")
"""Where a long line goes on in the next (RFC 5545, 3.1)."""
_INVITED: Final = re.compile(
    rb"^(?:ATTENDEE|ORGANIZER)\b[^\r\n]*mailto:([^\s\"]+)", re.MULTILINE | re.IGNORECASE
)
_ELSEWHERE: Final = {"DECLINED", "DELEGATED"}
"""What somebody answered who won't be there."""


class CalendarFile:
    """Read anew only when the file changed, or the day is another."""

    def __init__(self) -> None:
        self._read: tuple[object, tuple[Entry, ...]] = (None, ())

    def entries(self, path: str, now: int) -> tuple[Entry, ...]:
        """Those of the day of ``now`` (ms); ``~`` is my home.

        Raises:
            SourceUnreadable: there is no such file, or it is no calendar.
        """
        try:
            file = Path(path).expanduser()
            if not file.is_absolute():
                raise SourceUnreadable(path, Trouble.NOT_WHOLE)
            if not file.is_file():
                raise SourceUnreadable(path, Trouble.NO_FILE)
            found = file.stat()
            if found.st_size > LARGEST:
                raise SourceUnreadable(path, Trouble.TOO_LARGE)
            here = datetime.fromtimestamp(now / 1000).astimezone()
            state = (file, found.st_mtime_ns, found.st_size, here.date())
            kept, entries = self._read
            if kept != state:
                start = here.replace(hour=0, minute=0, second=0, microsecond=0)
                entries = _entries(path, file.read_bytes(), start)
                self._read = (state, entries)
        except RuntimeError as error:  # ~somebody, whom this machine doesn't know
            raise SourceUnreadable(path, Trouble.NO_FILE) from error
        except (OSError, ValueError) as error:  # a name with a zero byte is the latter
            raise SourceUnreadable(path, Trouble.UNREADABLE) from error
        return entries


def _entries(path: str, text: bytes, start: datetime) -> tuple[Entry, ...]:
    import icalendar  # noqa: PLC0415 - 200 ms that nobody waits for who names no calendar
    import recurring_ical_events  # noqa: PLC0415

    found: list[Entry] = []
    mine = _owners(text)
    try:
        calendars = icalendar.Calendar.from_ical(_near(text, start), multiple=True)
        if {each.name for each in calendars} != {"VCALENDAR"}:
            raise SourceUnreadable(path, Trouble.NO_CALENDAR)  # noqa: TRY301
        for calendar in calendars:
            calendar.subcomponents = [c for c in calendar.subcomponents if not _too_often(c)]
            query = recurring_ical_events.of(calendar, skip_bad_series=True)
            found += _shown(query.between(start, start + timedelta(days=1)), mine)
    except Exception as error:  # whatever a parser trips over, it is no calendar for us
        raise SourceUnreadable(path, Trouble.NO_CALENDAR) from error
    return tuple(found)


def _near(text: bytes, start: datetime) -> bytes:
    """Without what was once, long before that day or after it.

    To parse all of some years takes seconds, in steps that hold Python's lock too long.
    """
    first = f"{start - _LONGEST:%Y%m%d}".encode()
    last = f"{start + timedelta(days=2):%Y%m%d}".encode()
    kept, at = [], 0
    for event in _EVENT.finditer(text):
        begins = _BEGINS.search(event[0])
        if begins and not first <= begins[1] <= last and not _AGAIN.search(event[0]):
            kept.append(text[at : event.start()])
            at = event.end()
    return b"".join((*kept, text[at:]))


def _owners(text: bytes) -> frozenset[str]:
    """The addresses that are in most of the entries that somebody was invited to.

    No property says whose calendar it is, but an entry with guests is there because its owner
    invites or is invited. Several where that tells no more.
    """
    entries: Counter[bytes] = Counter()
    for event in _EVENT.finditer(text):
        # One by one: all at once would hold Python's lock for as long as all takes.
        unfolded = _FOLD.sub(b"", event[0])
        entries.update({address.lower() for address in _INVITED.findall(unfolded)})
    most = max(entries.values(), default=0)
    return frozenset(each.decode(errors="replace") for each, n in entries.items() if n == most)


def _shown(occurrences: list[Any], mine: frozenset[str]) -> Iterator[Entry]:
    for each in occurrences:
        begins, ends = each["DTSTART"].dt, each["DTEND"].dt
        # A date without a time is a whole day: a birthday, a holiday, "Acme week".
        timed = isinstance(begins, datetime) and isinstance(ends, datetime)
        if timed and _is_told(each) and not _is_declined(each, mine):
            yield Entry(str(each.get("SUMMARY", "")), _ms(begins), _ms(ends))


def _is_told(entry: "Component") -> bool:
    """What its owner marked as private or free says nothing, nor does what was cancelled."""
    return (
        str(entry.get("CLASS", "")).upper() not in _NOBODYS
        and str(entry.get("TRANSP", "")).upper() != "TRANSPARENT"
        and str(entry.get("STATUS", "")).upper() != "CANCELLED"
    )


def _is_declined(entry: "Component", mine: frozenset[str]) -> bool:
    """Whether its owner, or whoever may be that, answered that they won't be there."""
    guests: Any = entry.get("ATTENDEE", [])
    return any(
        str(each.params.get("PARTSTAT", "")).upper() in _ELSEWHERE
        and str(each).lower().removeprefix("mailto:") in mine
        for each in (guests if isinstance(guests, list) else [guests])
    )


def _too_often(component: "Component") -> bool:
    rules: Any = component.get("RRULE", [])
    every = rules if isinstance(rules, list) else [rules]
    return any(str(often).upper() in _TOO_OFTEN for rule in every for often in rule.get("FREQ", []))


def _ms(moment: datetime) -> int:
    """A moment without a zone is one of this computer's."""
    return int(moment.astimezone().timestamp() * 1000)
