"""A week filled by keyboard."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetPlan
from presencemap.app.notices import PlacesChanged, PrecisionChanged, RosterChanged, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import Refused
from presencemap.domain.place import PlaceTree
from presencemap.domain.precision import Precision
from presencemap.ui.plans.days_dialog import DaysDialog
from presencemap.ui.plans.week import DAYS


@pytest.fixture
def dialog(stage: Any, factories: ModuleType, qtbot: QtBot) -> DaysDialog:
    """My week: tomorrow in Utrecht, then two days out of office."""
    stage.team.take(RosterChanged(factories.planned_team(12).cards))
    made = DaysDialog(stage.team, stage.towns)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(key: Qt.Key, **modifiers: Any) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, **modifiers)


CONTROL = {"modifier": Qt.KeyboardModifier.ControlModifier}


def test_it_opens_with_my_plans_and_the_caret_in_today(
    dialog: DaysDialog, factories: ModuleType
) -> None:
    assert [row.day for row in dialog.rows] == [factories.day(n) for n in range(7)]
    assert dialog.rows[1].place.currentText() == "Utrecht office"
    assert [row.out.isChecked() for row in dialog.rows[:5]] == [False, False, True, True, False]
    assert QApplication.focusWidget() is dialog.rows[0].place


@pytest.mark.parametrize(("ahead", "row"), [(3, 3), (9, 2), (400, 0), (-1, 0)])
def test_it_begins_with_the_day_that_it_was_opened_from(
    stage: Any, factories: ModuleType, qtbot: QtBot, ahead: int, row: int
) -> None:
    made = DaysDialog(stage.team, stage.towns, start=factories.day(ahead))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert QApplication.focusWidget() is made.rows[row].place
    assert made.rows[row].day == factories.day(ahead if row else 0)


def test_a_week_is_filled_and_shared_by_keyboard_alone(
    dialog: DaysDialog, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "gand")
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.rows[0].text
    assert dialog.rows[0].place.currentText() == "Somewhere in Gent"
    QTest.keyClicks(QApplication.focusWidget(), "Near the station")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.rows[1].place
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return, **CONTROL)
    assert stage.node.posted == [
        SetPlan(
            factories.day(0),
            factories.day(0),
            "town:51.05,3.72:Gent",
            "Near the station",
            out=False,
        )
    ]


def test_the_same_the_next_day(
    dialog: DaysDialog, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog.rows[4].out.setChecked(True)
    dialog.rows[4].text.setText("Skiing")
    dialog.rows[4].text.setFocus()
    press(Qt.Key.Key_Down, **CONTROL)
    assert QApplication.focusWidget() is dialog.rows[5].text
    press(Qt.Key.Key_Down, **CONTROL)
    press(Qt.Key.Key_Down, **CONTROL)
    assert QApplication.focusWidget() is dialog.rows[6].text, "the week ends here"
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted == [
        SetPlan(factories.day(4), factories.day(6), None, "Skiing", out=True)
    ]


def test_weeks_turn_and_keep_what_was_typed(
    dialog: DaysDialog, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    assert not dialog.earlier.isEnabled()
    dialog.rows[0].text.setText("Writing")
    press(Qt.Key.Key_PageDown, **CONTROL)
    assert dialog.week == tuple(factories.day(n) for n in range(7, 14))
    assert dialog.rows[0].text.text() == ""
    dialog.rows[0].place.set_value("home")
    for _ in range(5):
        dialog.later.click()
    assert dialog.week[-1] == factories.day(31)
    assert [row.place.isHidden() for row in dialog.rows] == [False] * 4 + [True] * 3
    assert not dialog.later.isEnabled()
    for _ in range(4):
        dialog.earlier.click()
    assert dialog.rows[0].text.text() == "Writing"
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert [(c.first, c.place, c.text) for c in stage.node.posted] == [
        (factories.day(0), None, "Writing"),
        (factories.day(7), "home", ""),
    ]


def test_a_place_that_nobody_knows_stops_it_and_is_marked(dialog: DaysDialog, stage: Any) -> None:
    dialog.rows[4].place.set_text("Utrehct")
    dialog.submit()
    assert "Utrehct" in dialog.message
    assert dialog.rows[4].place.property("invalid")
    assert QApplication.focusWidget() is dialog.rows[4].place
    dialog.later.click()
    assert dialog.week[0] == dialog.rows[0].day
    assert stage.node.posted == []
    dialog.rows[4].place.set_text("Utrecht")
    assert dialog.message == ""


def test_nothing_changed_asks_nothing(dialog: DaysDialog, stage: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted == []


def test_where_the_node_refuses_the_week_stays(
    dialog: DaysDialog, stage: Any, qtbot: QtBot
) -> None:
    stage.node.error = Refused("Sharing is paused; share again first.")
    dialog.rows[0].text.setText("Writing")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible()
    assert dialog.main.isEnabled()
    stage.node.error = None
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()


def test_while_it_is_being_shared_it_isnt_shared_again(
    dialog: DaysDialog, stage: Any, qtbot: QtBot
) -> None:
    stage.node.holding = True
    dialog.rows[0].text.setText("Writing")
    dialog.submit()
    dialog.submit()
    assert len(stage.node.posted) == 1
    stage.node.release()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_what_colleagues_see_of_it_is_said(dialog: DaysDialog, stage: Any) -> None:
    def seen() -> list[str]:
        return [label.text() for label in dialog.findChildren(QLabel)]

    gone = "Each plan is gone when its day is over."
    assert gone in seen()
    stage.team.take(PrecisionChanged(Precision.TOWN))
    assert f"Colleagues see the town, not where in it. {gone}" in seen()
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert gone not in "".join(seen())


def test_enter_on_the_button_shares(dialog: DaysDialog, stage: Any, qtbot: QtBot) -> None:
    dialog.rows[0].text.setText("Writing")
    dialog.main.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)
    assert len(stage.node.posted) == 1


def test_without_a_card_of_mine_the_week_is_empty(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(RosterChanged((), (stage.cards[0].person.id,)))
    empty = DaysDialog(stage.team, stage.towns)
    qtbot.addWidget(empty)
    assert all(row.plan.is_empty for row in empty.rows)


def test_its_days_are_made_one_after_the_other_and_share_their_list_of_places(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    made = DaysDialog(stage.team, stage.towns, start=factories.day(2), later=True)
    qtbot.addWidget(made)
    counts = [len(made.rows) for _ in made.steps]
    assert counts[: DAYS + 1] == list(range(DAYS + 1))
    assert made.focusWidget() is made.rows[2].place
    (items,) = {row.place.model() for row in made.rows}
    stage.team.take(PlacesChanged(PlaceTree()))
    (fewer,) = {row.place.model() for row in made.rows}
    assert fewer is not items
    assert fewer.rowCount() == 3
