"""The plan as a person uses it: mouse, keys, screen reader."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from presencemap.ui.floor.plan_view import PlanView
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def view(building: Any, look: Appearance, shown: Callable[[Any], Any]) -> PlanView:
    made: PlanView = shown(PlanView())
    cards = {card.person.id: card for card in building.cards}
    made.show_scene(building.scene(), cards, building.places, building.now)
    return made


def spot(view: PlanView, x: float, y: float) -> QPoint:
    """A point of the plan in the widget."""
    assert view.sheet is not None
    return view.sheet.there(QPointF(x, y)).toPoint()


def click(qtbot: QtBot, view: PlanView, x: float, y: float) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(view, x, y))


def test_a_click_on_a_free_desk_chooses_it(qtbot: QtBot, view: PlanView) -> None:
    with qtbot.waitSignal(view.place_chosen) as told:
        click(qtbot, view, 550, 350)
    assert told.args == ["d16"]


def test_a_click_on_a_taken_desk_opens_who_sits_there(
    qtbot: QtBot, view: PlanView, building: Any
) -> None:
    for x in (350, 305):  # on the face, and beside it
        with qtbot.waitSignal(view.person_activated) as told:
            click(qtbot, view, x, 355)
        assert told.args == [building.cards[3].person.id]


def test_a_click_in_a_room_chooses_it_and_beside_the_plan_clears(
    qtbot: QtBot, view: PlanView
) -> None:
    with qtbot.waitSignal(view.place_chosen) as told:
        click(qtbot, view, 790, 590)
    assert told.args == ["atelier"]
    with qtbot.waitSignal(view.cleared):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_tab_goes_through_rooms_and_desks_and_enter_chooses(qtbot: QtBot, view: PlanView) -> None:
    names = [button.accessibleName() for button in view.buttons.buttons]
    assert names == [
        "Atelier, 1 colleague: Amina",
        "D2, 1 colleague: Nele",
        "D16, Free",
        "Leie, 2 colleagues: Fien, Lotte",
    ]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    button = view.buttons.buttons[0]
    assert button.hasFocus()
    assert view._focused == "atelier"
    with qtbot.waitSignal(view.place_chosen) as told:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert told.args == ["atelier"]
    view.setFocus()
    assert view._focused == ""


def test_space_lists_who_is_in_a_room(qtbot: QtBot, view: PlanView, building: Any) -> None:
    view.buttons.buttons[3].setFocus()
    qtbot.keyClick(view.buttons.buttons[3], Qt.Key.Key_Space)
    menu = next(m for m in view.findChildren(QMenu) if m.isVisible())
    with qtbot.waitSignal(view.person_activated) as told:
        menu.actions()[1].trigger()
    assert told.args == [building.cards[2].person.id] or told.args == [building.cards[1].person.id]
    menu.close()
    qtbot.keyClick(view.buttons.buttons[2], Qt.Key.Key_Space)
    assert not [m for m in view.findChildren(QMenu) if m.isVisible()]


def test_the_wheel_zooms_a_drag_moves_and_nought_shows_all(qtbot: QtBot, view: PlanView) -> None:
    assert view.sheet is not None
    whole = view.sheet
    at = QPointF(300, 300)
    turn = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turn)
    assert view.sheet.scale > whole.scale
    zoomed = view.sheet
    view.dragged.emit(QPointF(10, 5))
    assert view.sheet.left == zoomed.left + 10
    view.resize(800, 600)
    assert view.sheet.scale == zoomed.scale
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.sheet.scale < zoomed.scale


def test_a_pointer_says_who_and_what_is_under_it(view: PlanView) -> None:
    view.pointed.emit(QPointF(spot(view, 350, 330)))
    assert view.hover.text.startswith("Nele")
    view.pointed.emit(QPointF(spot(view, 550, 350)))
    assert view.hover.text == "D16\nFree"
    assert view.painter.hovered == "d16"
    view.pointer_left.emit()
    assert (view.hover.text, view.painter.hovered) == ("", "")


def test_another_floor_is_shown_whole_and_one_without_a_plan_shows_nothing(
    view: PlanView, building: Any
) -> None:
    view.dragged.emit(QPointF(400, 5))
    cards = {card.person.id: card for card in building.cards}
    view.show_scene(building.scene("one"), cards, building.places, building.now)
    assert view.buttons.buttons == ()
    view.show_scene(building.scene(), cards, building.places, building.now)
    assert view.sheet is not None
    assert view.sheet.left >= 0
    assert view.accessibleName() == "Floor plan, Gent office, Floor 2, 6 people"


def test_marks_and_looks_are_repainted(view: PlanView, look: Appearance, building: Any) -> None:
    before = view.grab().toImage()
    view.select("d16")
    chosen = view.grab().toImage()
    assert chosen != before
    view.select_person(building.cards[3].person.id)
    marked = view.grab().toImage()
    assert marked != chosen
    view.set_matching(frozenset())
    assert view.grab().toImage() != marked
    look.set_mode(Mode.DARK)
    assert view.painter.theme.is_dark


def test_a_click_on_a_number_lists_who_has_no_room(
    qtbot: QtBot, view: PlanView, building: Any
) -> None:
    crowd = building.at(5, "d2").at(6, "d2")
    cards = {card.person.id: card for card in crowd.cards}
    view.show_scene(crowd.scene(), cards, crowd.places, crowd.now)
    (rest,) = view.crowd.rests
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=rest.at.toPoint())
    menu = next(m for m in view.findChildren(QMenu) if m.isVisible())
    assert len(menu.actions()) == 4
    menu.close()


def test_the_whole_plan_lies_beside_the_zoom_buttons_and_not_under(view: PlanView) -> None:
    view.resize(900, 1100)
    assert view.sheet is not None
    assert view.sheet.left < 20, "high above them"
    view.resize(900, 600)
    assert not view.sheet.box.intersects(QRectF(14, 440, 36, 150))
