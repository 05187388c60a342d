"""Until when."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.until import Until
from presencemap.ui.compose.until_field import UntilField
from presencemap.ui.moments import moment
from presencemap.ui.theme import Appearance

NOW = datetime(2026, 11, 24, 10, 24)  # noqa: DTZ001  local, without a zone


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def field(look: Appearance, qtbot: QtBot, clock: list[datetime]) -> UntilField:
    made = UntilField(lambda: clock[0])
    qtbot.addWidget(made)
    made.show()
    return made


def labels(field: UntilField) -> list[str]:
    return [field.itemText(row) for row in range(field.count())]


def test_each_choice_says_the_clock_time_that_comes_of_it(field: UntilField) -> None:
    assert labels(field) == [
        "30 minutes, 10:54",
        "1 hour, 11:24",
        "Lunch, 12:30",
        "This afternoon, 17:00",
        "Today, until midnight",
        "Other time …",
    ]
    assert field.words() == "until 17:00"


def test_the_choices_follow_the_clock(field: UntilField, clock: list[datetime]) -> None:
    clock[0] = NOW + timedelta(hours=10)
    field.showPopup()
    field.hidePopup()
    assert labels(field) == [
        "30 minutes, 20:54",
        "1 hour, 21:24",
        "Today, until midnight",
        "Other time …",
    ]


def test_a_choice_is_told_and_shown(field: UntilField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed):
        field.activated.emit(1)
    assert field.value is Until.HOUR
    assert field.words() == "until 11:24"
    assert field.accessibleDescription() == "until 11:24"


def test_a_typed_moment_is_the_first_item(field: UntilField) -> None:
    field.set_value(moment(NOW + timedelta(days=1)))
    assert labels(field)[0] == "Until tomorrow 10:24"
    assert field.currentIndex() == 0


def test_other_time_asks_for_it_and_changes_nothing(field: UntilField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.other_wanted):
        field.activated.emit(field.count() - 1)
    assert field.value is Until.AFTERNOON
    assert field.currentText() == "This afternoon, 17:00"


def test_closed_it_paints_the_end_and_not_the_choice(field: UntilField) -> None:
    before = field.grab().toImage()
    field.set_value(Until.HOUR)
    assert field.grab().toImage() != before
