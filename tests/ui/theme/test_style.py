"""The focus ring: for the keyboard, not for the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFocusFrame,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from presencemap.ui.theme import Appearance


def window(qtbot: QtBot) -> tuple[QWidget, QLineEdit, QPushButton, QPushButton]:
    shown = QWidget()
    qtbot.addWidget(shown)
    column = QVBoxLayout(shown)
    parts = QLineEdit(), QPushButton("One"), QPushButton("Two")
    for part in parts:
        column.addWidget(part)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown, *parts


def rings(shown: QWidget) -> list[QWidget]:
    return [f.widget() for f in shown.findChildren(QFocusFrame) if not f.isHidden()]


def test_tab_shows_one_ring_and_the_mouse_none(look: Appearance, qtbot: QtBot) -> None:
    shown, field, one, two = window(qtbot)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert rings(shown) == [one]
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    assert rings(shown) == [two]
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert rings(shown) == []


def test_what_a_control_holds_outlives_the_ring_around_it(look: Appearance, qtbot: QtBot) -> None:
    shown, field, one, two = window(qtbot)
    held = one.addAction("Made by Qt")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert shown.findChildren(QFocusFrame), "not asked for whom: that would tie one to it"
    shown.grab()
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    qtbot.keyClick(two, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not shown.findChildren(QFocusFrame))
    assert isValid(held)


def test_a_field_shows_focus_by_its_own_border(look: Appearance, qtbot: QtBot) -> None:
    shown, field, _one, two = window(qtbot)
    two.setFocus()
    qtbot.keyClick(two, Qt.Key.Key_Tab)
    assert field.hasFocus()
    assert rings(shown) == []
    drawn = field.grab().toImage().pixelColor(field.width() // 2, 1).name()
    assert drawn == look.theme.colour("focus").name()


def test_the_ring_is_drawn_outside_in_accent(look: Appearance, qtbot: QtBot) -> None:
    shown, field, one, _two = window(qtbot)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    corner = one.geometry()
    at = shown.grab().toImage().pixelColor(corner.center().x(), corner.top() - 3)
    assert at.name() == look.theme.colour("focus").name()


def test_message_boxes_take_our_icons(look: Appearance, qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Critical, "Leave", "Leave?")
    qtbot.addWidget(box)
    icon = box.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxCritical, None, box)
    image = icon.pixmap(32).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert look.theme.colour("danger").name() in seen


def test_what_the_sheet_says_of_metrics_python_is_not_asked(look: Appearance, qtbot: QtBot) -> None:
    box, menu, feet = QComboBox(), QMenu(), QDialogButtonBox()
    for part in (box, menu, feet):
        qtbot.addWidget(part)
    hints, metrics = QStyle.StyleHint, QStyle.PixelMetric
    assert box.style().styleHint(hints.SH_ComboBox_Popup, None, box) == 0
    buttons = hints.SH_DialogButtonBox_ButtonsHaveIcons
    assert feet.style().styleHint(buttons, None, feet) == 0
    assert menu.style().pixelMetric(metrics.PM_SmallIconSize, None, menu) == 16
