"""Days and plans in words, as cards, rows, the map and the week of my own say them.

Pure but for translation: today is always a parameter.
"""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from presencemap.domain.place import PlaceTree
from presencemap.domain.plan import Plan, Span
from presencemap.ui.people import wording

_WEEK = 7

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


def short_day(day: date) -> str:
    """A day with its date, short: "Thu 3 Dec"."""
    return _said(day, "ddd d MMM")


def long_day(day: date) -> str:
    """A day with its date in whole words, for screen readers: "Thursday 3 December"."""
    return _said(day, "dddd d MMMM")


def near_day(day: date, today: date) -> str:
    """A day as people say it: "Today", "Tomorrow", "Thu"; with its date from a week on."""
    ahead = (day - today).days
    if ahead == 0:
        return translate("Planned", "Today")
    if ahead == 1:
        return translate("Planned", "Tomorrow")
    return _said(day, "ddd") if 0 < ahead < _WEEK else short_day(day)


def cell_day(day: date, today: date) -> str:
    """A day in a narrow cell, above its number: "Today", "Thu"."""
    return translate("Planned", "Today") if day == today else _said(day, "ddd")


def days(span: Span, today: date) -> str:
    """The days of the same plan: "Tomorrow", "Thu – Fri"."""
    first = near_day(span.plan.day, today)
    return first if span.last == span.plan.day else f"{first} – {near_day(span.last, today)}"


def long_days(span: Span) -> str:
    """The same in whole words: "Thursday 3 December to Friday 4 December"."""
    first = long_day(span.plan.day)
    if span.last == span.plan.day:
        return first
    return translate("Planned", "{first} to {last}").format(first=first, last=long_day(span.last))


def what(plan: Plan, places: PlaceTree) -> str:
    """What is planned, without the day: "Utrecht office · Workshop"; "" for nothing."""
    out = translate("Planned", "Out of office") if plan.out else ""
    return " · ".join(filter(None, [out, wording.place_path(places, plan.place), plan.text]))


def planned_for(day: date) -> str:
    """How a day that isn't now is marked."""
    return translate("Planned", "Planned for {day}").format(day=short_day(day))


def _said(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
