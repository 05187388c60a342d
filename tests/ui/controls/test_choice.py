"""One of several: by key, and to a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.choice import Choice
from presencemap.ui.theme import Appearance


@pytest.fixture
def pair(look: Appearance, qtbot: QtBot) -> list[Choice]:
    made = [Choice("All"), Choice("R&D")]
    group = QButtonGroup(made[0])
    for each in made:
        qtbot.addWidget(each)
        group.addButton(each)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_chooses_it_and_no_other(pair: list[Choice], qtbot: QtBot, key: Qt.Key) -> None:
    first, second = pair
    first.setChecked(True)
    qtbot.keyClick(second, key)
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_to_a_screen_reader_it_is_one_of_several(pair: list[Choice]) -> None:
    seen = QAccessible.queryAccessibleInterface(pair[1])
    assert seen.role() is QAccessible.Role.RadioButton
    assert seen.text(QAccessible.Text.Name) == "R&D"
