"""The see-through buttons: names, focus, keys."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.map.accessible import PlateButton, PlateButtons, Spoken

NORTH = Spoken("n", "North, 1 colleague: Ann", QRect(10, 10, 80, 50))
SOUTH = Spoken("s", "South, 1 colleague: Bo", QRect(10, 90, 80, 50))
EAST = Spoken("e", "East, 1 colleague: Cas", QRect(110, 40, 80, 50))


def opened(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(300, 200)
    parent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(parent)
    with qtbot.waitExposed(parent):
        parent.show()
    parent.activateWindow()
    return parent


def test_buttons_follow_the_plates(qtbot: QtBot) -> None:
    parent = opened(qtbot)
    buttons = PlateButtons(parent)
    assert len(buttons.show([NORTH, SOUTH], parent)) == 2
    kept = buttons.buttons[1]
    assert [b.key for b in buttons.show([NORTH, EAST, SOUTH], parent)] == ["e"]
    assert [b.key for b in buttons.buttons] == ["n", "e", "s"]
    seen = QAccessible.queryAccessibleInterface(parent)
    spoken = [seen.child(n).text(QAccessible.Text.Name) for n in range(seen.childCount())]
    assert spoken == [NORTH.name, EAST.name, SOUTH.name]
    assert buttons.buttons[2] is kept
    moved = SOUTH._replace(name="South, nobody", box=QRect(0, 0, 40, 40))
    buttons.show([moved], parent)
    assert (kept.accessibleName(), kept.geometry()) == ("South, nobody", QRect(0, 0, 40, 40))


def test_the_screen_reader_sees_a_button_with_a_name_and_a_press(qtbot: QtBot) -> None:
    parent = opened(qtbot)
    (button,) = PlateButtons(parent).show([NORTH], parent)
    seen = QAccessible.queryAccessibleInterface(parent)
    child = seen.child(0)
    assert child.role() is QAccessible.Role.PushButton
    assert child.text(QAccessible.Text.Name) == "North, 1 colleague: Ann"
    with qtbot.waitSignal(button.opened) as told:
        child.actionInterface().doAction("Press")
    assert told.args == ["n"]


def test_the_focus_of_a_plate_that_goes_stays_on_the_map(qtbot: QtBot) -> None:
    parent = opened(qtbot)
    buttons = PlateButtons(parent)
    buttons.show([NORTH, SOUTH], parent)
    buttons.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is buttons.buttons[0])
    buttons.show([SOUTH], parent)
    assert QApplication.focusWidget() is parent


def test_keys_are_told_and_the_mouse_goes_through(qtbot: QtBot) -> None:
    parent = opened(qtbot)
    (button,) = PlateButtons(parent).show([NORTH], parent)
    with qtbot.waitSignal(button.listed):
        QTest.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.opened):
        QTest.keyClick(button, Qt.Key.Key_Enter)
    assert parent.childAt(20, 20) is None
    with qtbot.waitSignal(button.focus_came):
        button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.focus_left):
        parent.setFocus(Qt.FocusReason.MouseFocusReason)
    with qtbot.assertNotEmitted(button.focus_came):
        button.setFocus(Qt.FocusReason.MouseFocusReason)


def test_buttons_that_were_made_ahead_are_the_ones_that_show(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    buttons = PlateButtons(parent)
    for key in ("n", "s", "s", "x"):
        buttons.prepare(key)
    assert buttons.buttons == ()
    made = parent.findChildren(PlateButton)
    assert len(made) == 3
    assert not any(button.isVisibleTo(parent) for button in made)
    shown = buttons.show([NORTH, SOUTH], parent)
    assert set(shown) < set(made)
    buttons.prepare("n")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(parent.findChildren(PlateButton)) == 2
