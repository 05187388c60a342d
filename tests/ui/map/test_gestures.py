"""What mouse and keys mean."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
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


def test_focus_shows_only_when_a_key_brought_it(qtbot: QtBot, area: GestureArea) -> None:
    area.activateWindow()
    area.clearFocus()
    area.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(area.hasFocus)
    assert not area.focus_shows
    area.clearFocus()
    area.setFocus(Qt.FocusReason.TabFocusReason)
    assert not area.focus_shows, "so Qt calls it where a click hid what had the focus"
    area.clearFocus()
    area.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert area.focus_shows
    area.clearFocus()
    assert not area.focus_shows


def test_focus_shows_when_tab_brought_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = (GestureArea() for _ in range(2))
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.focus_shows
    assert not first.focus_shows


def dragged(area: GestureArea, moves: list[tuple[int, int]], let_go: int) -> None:
    """A drag along these (ms, x); the button is let go at that ms."""

    def sent(kind: QEvent.Type, at: int, x: int, held: Qt.MouseButton) -> None:
        button = Qt.MouseButton.LeftButton
        if kind is QEvent.Type.MouseMove:
            button = Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, QPointF(x, 100), QPointF(x, 100), button, held, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(1000 + at)
        QApplication.sendEvent(area, event)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    sent(QEvent.Type.MouseButtonPress, 0, moves[0][1], left)
    for at, x in moves:
        sent(QEvent.Type.MouseMove, at, x, left)
    sent(QEvent.Type.MouseButtonRelease, let_go, moves[-1][1], none)


def test_a_drag_let_go_in_motion_flings(area: GestureArea) -> None:
    flung = QSignalSpy(area.flung)
    dragged(area, [(0, 50), (10, 80), (20, 100), (30, 120), (40, 140)], 45)
    assert flung.count() == 1
    assert flung.at(0)[0].x() == pytest.approx(2.0, abs=0.3)
    assert flung.at(0)[0].y() == 0


@pytest.mark.parametrize(
    ("moves", "let_go"),
    [
        ([(0, 50), (10, 80), (20, 100), (30, 140)], 200),
        ([(0, 50), (100, 80), (400, 90), (440, 92)], 445),
        ([(0, 50), (10, 80)], 12),
    ],
    ids=["rested", "slow", "too short to tell"],
)
def test_a_drag_that_rested_or_was_slow_flings_nothing(
    area: GestureArea, moves: list[tuple[int, int]], let_go: int
) -> None:
    flung = QSignalSpy(area.flung)
    dragged(area, moves, let_go)
    assert flung.count() == 0


def test_home_and_m(area: GestureArea) -> None:
    me, chosen = QSignalSpy(area.me_wanted), QSignalSpy(area.chosen_wanted)
    QTest.keyClick(area, Qt.Key.Key_Home)
    QTest.keyClicks(area, "m")
    assert (me.count(), chosen.count()) == (1, 1)


def test_a_pinch_zooms_where_the_fingers_are(qtbot: QtBot, area: GestureArea) -> None:
    at, pad = QPointF(30, 40), QPointingDevice.primaryPointingDevice()

    def pinch(kind: Qt.NativeGestureType, value: float) -> None:
        event = QNativeGestureEvent(kind, pad, 2, at, at, at, value, QPointF())
        QApplication.sendEvent(area, event)

    with qtbot.waitSignal(area.zoomed) as told:
        pinch(Qt.NativeGestureType.ZoomNativeGesture, 1.0)
    assert told.args == [1.0, at, True]
    with qtbot.assertNotEmitted(area.zoomed):
        pinch(Qt.NativeGestureType.RotateNativeGesture, 1.0)
