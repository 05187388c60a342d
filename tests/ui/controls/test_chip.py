"""Chips keep their size and say their state."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.status import Kind
from presencemap.ui.controls.chip import Chip, Tag
from presencemap.ui.theme import Appearance


@pytest.mark.parametrize("kind", [None, *Kind])
def test_checking_shifts_nothing(look: Appearance, qtbot: QtBot, kind: Kind | None) -> None:
    chip = Chip("Struggling", kind=kind)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before
    assert before.height() == (30 if kind else 24)


def test_a_chip_is_reached_and_pressed_by_key(look: Appearance, qtbot: QtBot) -> None:
    chip = Chip("R&D")
    qtbot.addWidget(chip)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.accessibleName() == "R&D"
    assert chip.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_tag_shows_markup_as_it_is(look: Appearance, qtbot: QtBot) -> None:
    tag = Tag("<b>Java</b>")
    qtbot.addWidget(tag)
    assert tag.textFormat() is Qt.TextFormat.PlainText
    assert tag.sizeHint().width() > Tag("Java").sizeHint().width()
