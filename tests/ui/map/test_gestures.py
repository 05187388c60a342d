"""What mouse and keys mean."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from presencemap.ui.map.gestures import PAN_PX, GestureArea


@pytest.fixture
def area(qtbot: QtBot) -> GestureArea:
    made = GestureArea()
    made.resize(400, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_short_press_is_a_click_a_long_way_is_a_drag(area: GestureArea) -> None:
    clicks, drags = QSignalSpy(area.clicked), QSignalSpy(area.dragged)
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    assert clicks.at(0) == [QPointF(50, 60)]
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    QTest.mouseMove(area, QPoint(52, 61))
    assert drags.count() == 0
    QTest.mouseMove(area, QPoint(150, 80))
    QTest.mouseMove(area, QPoint(140, 90))
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(140, 90))
    assert [drags.at(n)[0] for n in range(drags.count())] == [QPointF(100, 20), QPointF(-10, 10)]
    assert clicks.count() == 1


def test_other_buttons_do_nothing(area: GestureArea) -> None:
    clicks = QSignalSpy(area.clicked)
    QTest.mouseClick(area, Qt.MouseButton.MiddleButton, pos=QPoint(50, 60))
    assert clicks.count() == 0


def test_keys(area: GestureArea) -> None:
    panned, zoomed = QSignalSpy(area.panned), QSignalSpy(area.zoomed)
    fit = QSignalSpy(area.everyone_wanted)
    QTest.keyClick(area, Qt.Key.Key_Left)
    QTest.keyClicks(area, "+-=0")
    assert panned.at(0) == [QPointF(PAN_PX, 0)]
    assert [zoomed.at(n)[0] for n in range(3)] == [1.0, -1.0, 1.0]
    assert fit.count() == 1


def test_keys_with_ctrl_are_the_windows(area: GestureArea) -> None:
    zoomed = QSignalSpy(area.zoomed)
    QTest.keyClick(area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(area, Qt.Key.Key_A)
    assert zoomed.count() == 0


def test_focus_shows_only_when_tab_brought_it(qtbot: QtBot, area: GestureArea) -> None:
    area.activateWindow()
    area.clearFocus()
    area.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(area.hasFocus)
    assert not area.focus_shows
    area.clearFocus()
    area.setFocus(Qt.FocusReason.TabFocusReason)
    assert area.focus_shows
    area.clearFocus()
    assert not area.focus_shows
