"""A small button that opens a menu."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from presencemap.ui.compose.availability_menu import AvailabilityMenu
from presencemap.ui.compose.guests_menu import GuestsMenu
from presencemap.ui.controls import PICTURE_AIR, MenuButton
from presencemap.ui.theme import Appearance


def test_it_opens_its_menu_at_once_by_mouse_and_key(look: Appearance, qtbot: QtBot) -> None:
    button = MenuButton(16)
    qtbot.addWidget(button)
    button.setText("Jobs")
    entry = button.menu().addAction("One")
    told: list[object] = []
    button.menu().triggered.connect(told.append)
    button.menu().aboutToShow.connect(
        lambda: QTest.keyClick(button.menu(), Qt.Key.Key_Escape), Qt.ConnectionType.QueuedConnection
    )
    with qtbot.waitExposed(button):
        button.show()
    with qtbot.waitSignals([button.menu().aboutToShow, button.menu().aboutToHide]):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    with qtbot.waitSignals([button.menu().aboutToShow, button.menu().aboutToHide]):
        QTest.keyClick(button, Qt.Key.Key_Space)
    entry.trigger()
    assert told == [entry]


def test_it_has_no_room_for_an_arrow(look: Appearance, qtbot: QtBot) -> None:
    button = MenuButton(14)
    qtbot.addWidget(button)
    assert button.iconSize() == QSize(14 + PICTURE_AIR, 14)
    assert button.sizeHint().width() == QToolButton.sizeHint(button).width() - 8


@pytest.mark.parametrize("made", [AvailabilityMenu, GuestsMenu])
def test_there_is_air_between_its_picture_and_its_words(
    look: Appearance, qtbot: QtBot, made: type[MenuButton]
) -> None:
    button = made()
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    drawn = button.grab().toImage()
    ground = drawn.pixel(6, drawn.height() // 2)
    rows = range(6, drawn.height() - 6)
    inked = [
        x for x in range(6, drawn.width() - 6) if any(drawn.pixel(x, y) != ground for y in rows)
    ]
    gaps = [after - before - 1 for before, after in pairwise(inked)]
    assert max(gaps) >= PICTURE_AIR + 1, "more than between letters"
