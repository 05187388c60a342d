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
    assert before.height() == (30 if kind else 28)


@pytest.mark.parametrize("tall", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_it_is_pressed_around_what_is_drawn(
    look: Appearance, qtbot: QtBot, tall: bool, narrow: bool
) -> None:
    chip = Chip("Struggling", tall=tall)
    qtbot.addWidget(chip)
    look.set_narrow(narrow=narrow)
    chip.show()
    chip.resize(chip.sizeHint())
    chip.setChecked(True)
    hit = 40 if narrow else 28
    assert chip.height() == max(hit, 30 if tall else 0)
    image, middle = chip.grab().toImage(), chip.width() // 2
    ground = image.pixelColor(0, 0)
    drawn = [y for y in range(chip.height()) if image.pixelColor(middle, y) != ground]
    assert len(drawn) == (30 if tall else 28 if narrow else 24)
    assert drawn[0] == chip.height() - 1 - drawn[-1] == chip.property("focusInset")


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
