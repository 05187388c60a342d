"""What a person plans: where they will be on a day, a few words about it, or that they are out.

A day is a date of the calendar, and over at the midnight after it where its author is. ``status``
is now; a plan never becomes one by itself. Knows no clock: today is always a parameter.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import groupby
from typing import Final, Self

from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.graphemes import length
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong

DAYS_AHEAD: Final = 31
"""So many days from today one can plan."""
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned for a day; ``place`` is a place's id, and none where ``out`` of office."""

    day: date
    place: str | None = None
    text: str = ""
    out: bool = False

    @classmethod
    def said(cls, day: date, place: str | None, text: str, *, out: bool) -> Self:
        """A plan from what a person typed; who is out of office is nowhere.

        Raises:
            TextTooLong: over 140 characters.
        """
        cleaned = clean(text)
        if length(cleaned) > MAX_TEXT:
            raise TextTooLong(length(cleaned), MAX_TEXT)
        return cls(day, None if out else place, cleaned, out)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned: what takes a plan back."""
        return self.place is None and not self.text and not self.out


@dataclass(frozen=True, slots=True)
class Span:
    """The same plan from one day to another, both included; ``plan`` is the first day's."""

    plan: Plan
    last: date


def spans(plans: Iterable[Plan]) -> tuple[Span, ...]:
    """Plans in the order of their days, those that say the same on following days as one."""
    ordered = sorted(plans, key=lambda plan: plan.day)
    # A day less its place in the row is the same number all along a run of days.
    numbered = ((plan.day.toordinal() - n, plan) for n, plan in enumerate(ordered))
    runs = groupby(numbered, key=lambda each: (each[0], replace(each[1], day=date.min)))
    found = ([plan for _, plan in run] for _, run in runs)
    return tuple(Span(run[0], run[-1].day) for run in found)


def day_named(text: str, today: date) -> date:
    """``today``, ``tomorrow``, ``mon`` to ``sun`` (the first from today on), or ``2026-12-03``.

    Raises:
        InvalidInput: no day.
    """
    named = text.strip().lower()
    if named == "today":
        return today
    if named == "tomorrow":
        return today + _ONE_DAY
    if named in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS.index(named) - today.weekday()) % 7)
    try:
        # The basic form and weeks are ISO too, but nobody means them.
        found = date.fromisoformat(named) if named.count("-") == 2 else None
    except ValueError:
        found = None
    if found is None:
        raise InvalidInput(
            f"“{text}” is no day; write today, tomorrow, mon to sun, or a date like 2026-12-03."
        )
    return found


def days_planned(first: date, last: date, today: date) -> tuple[date, ...]:
    """Each day from one to the other, both included.

    Raises:
        InvalidInput: one is over or too far ahead, or the last comes before the first.
    """
    if first < today:
        raise InvalidInput(
            f"{first} is over; plans are for today and the days to come.", Wrong.DAY_OVER
        )
    if last < first:
        raise InvalidInput(
            f"{last} is before {first}; give the first day first.", Wrong.DAYS_TURNED
        )
    if (last - today).days > DAYS_AHEAD:
        raise InvalidInput(
            f"{last} is too far ahead; {DAYS_AHEAD} days can be planned.",
            Wrong.DAY_TOO_FAR,
            most=DAYS_AHEAD,
        )
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def day_of(now: int, zone: tzinfo | None = None) -> date:
    """The day of a moment (ms) in a zone; None: the machine's own."""
    return datetime.fromtimestamp(now / 1000, zone).date()


def day_over(day: date, zone: tzinfo | None = None) -> int:
    """The moment (ms) at which a day is over in a zone; None: the machine's own."""
    return round(datetime.combine(day + _ONE_DAY, time.min, zone).timestamp() * 1000)
