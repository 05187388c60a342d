"""One day of my week."""

from collections.abc import Iterator
from datetime import timedelta
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QGridLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.plan import Plan
from presencemap.ui.compose.place_list import PlaceList
from presencemap.ui.plans.day_row import DayRow


@pytest.fixture
def row(stage: Any, qtbot: QtBot) -> Iterator[DayRow]:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = DayRow(stage.towns, holder)
    made.add_to(QGridLayout(holder), 0)
    made.set_places(PlaceList(stage.team.places, None, holder, makes=False))
    holder.show()
    yield made
    holder.hide()


def test_it_shows_a_plan_and_gives_it_back(row: DayRow, factories: ModuleType) -> None:
    for plan in (
        Plan(factories.day(1), "acme312", "Workshop"),
        Plan(factories.day(1), "town:51.05,3.72:Gent"),
        Plan(factories.day(1), None, "Skiing", out=True),
        Plan(factories.day(1)),
    ):
        row.show_plan(plan, factories.TODAY)
        assert row.plan == plan
        assert row.unknown == ""


@pytest.mark.parametrize(
    ("ahead", "words"),
    [(0, "Today, Tue 24 Nov"), (1, "Tomorrow, Wed 25 Nov"), (2, "Thu 26 Nov"), (8, "Wed 2 Dec")],
)
def test_the_day_is_said_and_names_the_fields(
    row: DayRow, factories: ModuleType, ahead: int, words: str
) -> None:
    row.show_plan(Plan(factories.day(ahead)), factories.TODAY)
    assert row.label.text() == words
    names = {part.accessibleName() for part in (row.place, row.text, row.out)}
    assert len(names) == 3
    spoken = f"{factories.day(ahead):%A} {factories.day(ahead).day}"
    assert all(spoken in name for name in names)


def test_who_is_out_of_office_is_at_no_place(row: DayRow, factories: ModuleType) -> None:
    row.show_plan(Plan(factories.day(1), "gent", "Workshop"), factories.TODAY)
    row.out.setChecked(True)
    assert not row.place.isEnabled()
    assert row.plan == Plan(factories.day(1), None, "Workshop", out=True)
    row.place.set_text("Nowhere at all")
    assert row.unknown == "", "it isn't asked for"
    row.out.setChecked(False)
    assert (row.place.isEnabled(), row.unknown) == (True, "Nowhere at all")


def test_a_place_that_isnt_known_here_stays_until_another_is_named(
    row: DayRow, factories: ModuleType
) -> None:
    row.show_plan(Plan(factories.day(1), "f" * 32, "Workshop"), factories.TODAY)
    row.text.setText("Review")
    assert row.plan == Plan(factories.day(1), "f" * 32, "Review")
    row.place.set_value("gent")
    assert row.plan.place == "gent"


def test_another_day_s_words_are_taken(row: DayRow, factories: ModuleType) -> None:
    row.show_plan(Plan(factories.day(2)), factories.TODAY)
    row.take(Plan(factories.day(1), "town:51.05,3.72:Gent", "Workshop"))
    assert row.plan == Plan(factories.day(2), "town:51.05,3.72:Gent", "Workshop")
    row.take(Plan(factories.day(1), out=True))
    assert row.plan == Plan(factories.day(2), out=True)


def test_every_change_is_told_and_takes_the_mark_away(
    row: DayRow, factories: ModuleType, qtbot: QtBot
) -> None:
    row.show_plan(Plan(factories.day(2)), factories.TODAY)
    row.set_error(wrong=True)
    with qtbot.waitSignal(row.changed):
        row.place.set_text("G")
    assert not row.place.property("invalid")
    with qtbot.waitSignal(row.changed):
        row.out.click()
    assert row.text.maxLength() == 140
    assert row.day - factories.TODAY == timedelta(days=2)
