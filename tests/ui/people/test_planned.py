"""Days and plans in words."""

from datetime import date, timedelta
from types import ModuleType

import pytest

from presencemap.domain.plan import Plan, Span
from presencemap.ui.people import planned

TUESDAY = date(2026, 11, 24)


def day(ahead: int) -> date:
    return TUESDAY + timedelta(days=ahead)


@pytest.mark.parametrize(
    ("ahead", "words", "cell"),
    [
        (0, "Today", "Today"),
        (1, "Tomorrow", "Wed"),
        (2, "Thu", "Thu"),
        (6, "Mon", "Mon"),
        (7, "Tue 1 Dec", "Tue"),
        (-1, "Mon 23 Nov", "Mon"),
    ],
)
def test_a_day_is_said_as_near_as_it_is(ahead: int, words: str, cell: str) -> None:
    assert planned.near_day(day(ahead), TUESDAY) == words
    assert planned.cell_day(day(ahead), TUESDAY) == cell


def test_a_day_with_its_date_short_and_long() -> None:
    assert planned.short_day(day(9)) == "Thu 3 Dec"
    assert planned.long_day(day(9)) == "Thursday 3 December"
    assert planned.planned_for(day(9)) == "Planned for Thu 3 Dec"


def test_a_run_of_days() -> None:
    one, run = Span(Plan(day(1)), day(1)), Span(Plan(day(2)), day(8))
    assert (planned.days(one, TUESDAY), planned.days(run, TUESDAY)) == (
        "Tomorrow",
        "Thu – Wed 2 Dec",
    )
    assert planned.long_days(one) == "Wednesday 25 November"
    assert planned.long_days(run) == "Thursday 26 November to Wednesday 2 December"


def test_what_is_planned(factories: ModuleType) -> None:
    places = factories.PLACES
    assert planned.what(Plan(TUESDAY, "acme312", "Workshop"), places) == (
        "Acme, Gent, Room 3.12 · Workshop"
    )
    assert planned.what(Plan(TUESDAY, out=True, text="Skiing"), places) == "Out of office · Skiing"
    assert planned.what(Plan(TUESDAY, "town:51.05,3.72:Gent"), places) == "Somewhere in Gent"
    assert planned.what(Plan(TUESDAY, "nobody knows it"), places) == ""
