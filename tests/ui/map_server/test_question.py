"""The question over the map."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import Label
from presencemap.ui.map_server.question import MapServerQuestion
from presencemap.ui.theme import Appearance


@pytest.fixture
def ground(look: Appearance, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def dock(ground: QWidget) -> QWidget:
    made = QWidget(ground)
    made.setGeometry(60, 640, 400, 46)
    made.show()
    return made


def test_it_says_who_learns_what(ground: QWidget, dock: QWidget) -> None:
    question = MapServerQuestion(ground)
    assert question.isHidden()
    question.ask("tiles.example", dock)
    assert question.isVisible()
    said = " ".join(label.text() for label in question.findChildren(Label))
    assert "tiles.example" in said
    assert "learns which parts of the map you look at" in said
    assert "tiles.example" in question.accessibleName()


def test_it_lies_above_the_dock_and_fits_a_narrow_map(ground: QWidget, dock: QWidget) -> None:
    question = MapServerQuestion(ground)
    question.ask("tiles.example", dock)
    covered = question.covered()
    assert covered.y + covered.h <= dock.y()
    assert abs(covered.x + covered.w / 2 - 450) <= 1
    ground.resize(300, 600)
    dock.hide()
    question.ask("tiles.example", dock)
    assert question.width() <= 300
    assert question.geometry().bottom() <= 620


@pytest.mark.parametrize(("button", "agreed"), [("yes", True), ("no", False)])
def test_either_answer_is_a_button_that_enter_doesnt_press(
    ground: QWidget, dock: QWidget, qtbot: QtBot, button: str, agreed: bool
) -> None:
    question = MapServerQuestion(ground)
    question.ask("tiles.example", dock)
    pressed = getattr(question, button)
    assert not pressed.isDefault()
    with qtbot.waitSignal(question.answered) as told:
        pressed.click()
    assert told.args == ["tiles.example", agreed]
