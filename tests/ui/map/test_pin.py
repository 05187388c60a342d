"""The pin that is dragged to where a place is."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from presencemap.domain.place import Place, PlaceKind
from presencemap.ui.map.pin import PinMover
from presencemap.ui.map.projection import View
from presencemap.ui.map.where_map import WhereMap

ACME = Place("acme", "Acme", PlaceKind.CLIENT, None, 51.05, 3.72, "Gent")
K = Qt.Key


@pytest.fixture
def where(look: Any, qtbot: QtBot) -> Iterator[WhereMap]:
    made = WhereMap()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.camera.jump(View(51.05, 3.72, 12.0, 800, 600))
    yield made
    made.stop()


def tip(mover: PinMover) -> QPoint:
    return mover.pin.pos() + QPoint(18, 44)


def test_it_stands_on_its_spot_wherever_the_map_is_moved(where: WhereMap) -> None:
    where.pin.begin(ACME)
    assert tip(where.pin) == QPoint(400, 300)
    assert where.pin.isVisible()
    assert where.rect().contains(where.pin.geometry())
    where.camera.jump(where.camera.view.panned(100, -50))
    assert tip(where.pin) == QPoint(500, 250)


@pytest.mark.parametrize("width", [920, 480, 360])
def test_its_bar_covers_no_control(where: WhereMap, width: int) -> None:
    where.resize(width, 600)
    where._floats.show_days(date(2026, 11, 24), None, {})
    where.pin.begin(ACME)
    bar = where.pin.covered()
    assert where.lens.isVisible()
    assert where.days.isVisible()
    assert not any(bar.meets(each) for each in where._floats.covered())
    assert bar.x >= 0
    assert bar.x + bar.w <= width


def test_dragged_and_saved_it_tells_the_new_spot(where: WhereMap, qtbot: QtBot) -> None:
    where.pin.begin(ACME)
    QTest.mousePress(where.pin.pin, Qt.MouseButton.LeftButton, pos=QPoint(18, 17))
    QTest.mouseMove(where.pin.pin, QPoint(68, 57))
    QTest.mouseRelease(where.pin.pin, Qt.MouseButton.LeftButton, pos=QPoint(18, 17))
    assert tip(where.pin) == QPoint(450, 340)
    with qtbot.waitSignal(where.pin.moved) as told:
        where.pin.save.click()
    place, lat, lon = told.args
    assert place == "acme"
    x, y = where.camera.view.to_screen(lat, lon)
    assert (x, y) == pytest.approx((450, 340), abs=1)
    assert where.pin.isHidden()
    assert where.pin.pin.isHidden()
    QTest.mouseMove(where.pin.pin, QPoint(0, 0))


def test_arrows_move_it_enter_saves_and_esc_gives_up(where: WhereMap, qtbot: QtBot) -> None:
    where.pin.begin(ACME)
    assert where.pin.pin.hasFocus()
    for key in (K.Key_Right, K.Key_Right, K.Key_Down, K.Key_Left):
        qtbot.keyClick(where.pin.pin, key)
    qtbot.keyClick(where.pin.pin, K.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert tip(where.pin) == QPoint(401, 291)
    with qtbot.assertNotEmitted(where.pin.moved):
        qtbot.keyClick(where.pin.pin, K.Key_Escape)
    assert where.pin.isHidden()
    where.pin.begin(ACME)
    with qtbot.waitSignal(where.pin.moved):
        qtbot.keyClick(where.pin.pin, K.Key_Return)


def test_other_keys_are_the_maps(where: WhereMap, qtbot: QtBot) -> None:
    where.pin.begin(ACME)
    zoom = where.camera.goal.zoom
    qtbot.keyClick(where.pin.pin, "+")
    assert where.camera.goal.zoom > zoom


def test_without_a_spot_it_begins_in_the_middle_and_cancel_ends_it(
    where: WhereMap, qtbot: QtBot
) -> None:
    where.camera.jump(View(50.0, 4.0, 10.0, 800, 600))
    where.pin.begin(Place("x", "X", PlaceKind.OFFICE))
    assert tip(where.pin) == QPoint(400, 300)
    assert "X" in where.pin.pin.accessibleName()
    where.pin.cancel.click()
    assert where.pin.isHidden()
