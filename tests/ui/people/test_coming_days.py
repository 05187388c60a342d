"""The days to come on a card."""

from types import ModuleType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.domain.plan import Plan
from presencemap.ui.people.coming_days import ComingDays
from presencemap.ui.theme import Appearance


def lines(part: ComingDays) -> list[str]:
    labels = part.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    return [label.text() for label in labels if label.isVisibleTo(part)]


def test_following_days_with_the_same_plan_are_one_line(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    part = ComingDays()
    qtbot.addWidget(part)
    day = factories.day
    plans = (Plan(day(1), "utrecht"), Plan(day(2), out=True), Plan(day(3), out=True))
    part.show_plans(plans, factories.PLACES, factories.TODAY)
    assert lines(part) == [
        "Coming days",
        "Tomorrow",
        "Utrecht office",
        "Thu – Fri",
        "Out of office",
    ]
    said = part.findChildren(QLabel)[-1]
    assert said.accessibleName() == "Thursday 26 November to Friday 27 November: Out of office"
    part.show_plans(plans[:1], factories.PLACES, factories.TODAY)
    assert lines(part) == ["Coming days", "Tomorrow", "Utrecht office"]


def test_the_day_that_is_shown_stands_out(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    part = ComingDays()
    qtbot.addWidget(part)
    day = factories.day
    plans = (Plan(day(1), "utrecht"), Plan(day(2), out=True), Plan(day(3), out=True))

    def strong() -> list[str]:
        return [x.text() for x in part.findChildren(QLabel)[2:] if x.property("strong")]

    part.show_plans(plans, factories.PLACES, factories.TODAY, day(3))
    assert strong() == ["Thu – Fri"]
    part.show_plans(plans, factories.PLACES, factories.TODAY)
    assert strong() == []


def test_without_plans_there_is_nothing_and_of_many_the_first(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    part = ComingDays()
    qtbot.addWidget(part)
    part.show_plans((), factories.PLACES, factories.TODAY)
    assert part.isHidden()
    many = tuple(Plan(factories.day(n), text=f"Thing {n}") for n in range(8))
    part.show_plans(many, factories.PLACES, factories.TODAY)
    assert not part.isHidden()
    assert "Thing 5" in lines(part)
    assert "Thing 6" not in lines(part)
    assert "and 2 more" in lines(part)


def test_words_of_colleagues_are_plain(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    part = ComingDays()
    qtbot.addWidget(part)
    plans = (Plan(factories.day(1), text="<img src=x>"),)
    part.show_plans(plans, factories.PLACES, factories.TODAY)
    assert "<img src=x>" in lines(part)
