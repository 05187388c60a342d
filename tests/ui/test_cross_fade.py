"""What was seen fades over what is seen now."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.cross_fade import CrossFade


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(60, 40)
    made.show()
    return made


def pane(around: QWidget, colour: str) -> QLabel:
    made = QLabel(around)
    made.setStyleSheet(f"background: {colour}")
    made.setGeometry(around.rect())
    made.show()
    return made


def test_it_fades_from_one_to_the_other(qtbot: QtBot, around: QWidget) -> None:
    fade = CrossFade(around)
    red, blue = pane(around, "#ff0000"), pane(around, "#0000ff")
    blue.hide()
    fade.keep(red)
    red.hide()
    blue.show()
    fade.begin()
    assert fade.isVisible()
    fade._motion.pause()
    fade._motion.setCurrentTime(40)
    mixed = around.grab().toImage().pixelColor(30, 20)
    assert mixed.red() > 20
    assert mixed.blue() > 20
    fade._motion.resume()
    qtbot.waitUntil(fade.isHidden)
    assert around.grab().toImage().pixelColor(30, 20).red() == 0


def test_with_reduced_motion_and_of_what_nobody_saw_there_is_none(
    qtbot: QtBot, around: QWidget
) -> None:
    fade = CrossFade(around)
    red = pane(around, "#ff0000")
    fade.reduced_motion = True
    fade.keep(red)
    fade.begin()
    assert fade.isHidden()
    fade.reduced_motion = False
    red.hide()
    fade.keep(red)
    fade.begin()
    assert fade.isHidden()


def test_another_begins_anew(qtbot: QtBot, around: QWidget) -> None:
    fade = CrossFade(around)
    red = pane(around, "#ff0000")
    fade.keep(red)
    fade.begin()
    fade.keep(red)
    assert fade.isHidden(), "the picture is of the map, not of the fade"
    fade.begin()
    assert fade.isVisible()
    fade.end()
    assert fade.isHidden()
