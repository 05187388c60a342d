"""The rail: which screens it has, upright and lying, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from presencemap.ui.rail import KEYS, Rail, RailButton
from presencemap.ui.screen import Screen
from presencemap.ui.theme import Appearance

MAP, COLLEAGUES, STREAM, NOTES = Screen.MAP, Screen.COLLEAGUES, Screen.STREAM, Screen.NOTES


@pytest.fixture
def rail(look: Appearance, qtbot: QtBot) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    made.add(NOTES)
    made.add(STREAM)
    made.show()
    return made


def blue(button: RailButton, look: Appearance) -> bool:
    image = button.grab().toImage()
    accent = look.theme.colour("accent")
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(QColor(pixel) == accent for pixel in pixels)


def test_the_screens_that_there_are_in_their_order(rail: Rail) -> None:
    assert rail.screens == [MAP, STREAM, NOTES]
    tops = [rail.button(screen).y() for screen in rail.screens]
    assert tops == sorted(tops)
    assert all(rail.button(screen).isVisible() for screen in rail.screens)


def test_lying_it_has_one_for_the_colleagues_and_upright_again_the_map(rail: Rail) -> None:
    rail.lie(down=True)
    rail.resize(480, rail.height())
    assert rail.screens == [MAP, COLLEAGUES, STREAM, NOTES]
    lefts = [rail.button(screen).x() for screen in rail.screens]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 4
    rail.button(COLLEAGUES).click()
    rail.lie(down=False)
    assert rail.current is MAP
    assert rail.screens == [MAP, STREAM, NOTES]


def test_a_click_a_key_or_enter_chooses(rail: Rail, qtbot: QtBot) -> None:
    chosen: list[Screen] = []
    rail.chosen.connect(chosen.append)
    rail.button(STREAM).click()
    assert rail.current is STREAM
    qtbot.keyClick(rail, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert rail.current is NOTES
    qtbot.keyClick(rail.button(MAP), Qt.Key.Key_Return)
    assert chosen == [STREAM, NOTES, MAP]
    rail.choose(NOTES)
    assert len(chosen) == 3, "not by its owner's hand"
    assert "Ctrl 5" in rail.button(NOTES).accessibleName()
    assert len(set(KEYS.values())) == len(KEYS)


def test_the_dot_is_there_while_something_is_new(rail: Rail, look: Appearance) -> None:
    button = rail.button(NOTES)
    assert not blue(button, look)
    assert button.accessibleName() == "Notes (Ctrl 5)"
    button.show_new(["Joris", "<i>Lotte</i>"])
    assert blue(button, look)
    assert button.accessibleName() == "Notes, new from Joris, <i>Lotte</i> (Ctrl 5)"
    assert "<i>" not in button.toolTip(), "never taken for markup"
    button.show_new([])
    assert not blue(button, look)
