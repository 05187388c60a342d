"""Buttons: variants, names, sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.buttons import Button, IconButton, PrimaryButton, QuietButton
from presencemap.ui.theme import Appearance


def test_each_class_has_its_variant(look: Appearance, qtbot: QtBot) -> None:
    variants = []
    for made in (Button("A"), PrimaryButton("B", icon="phone"), QuietButton("C", small=True)):
        qtbot.addWidget(made)
        variants.append(made.property("variant"))
    assert variants == ["", "primary", "quiet"]


def test_a_button_may_change_its_variant(look: Appearance, qtbot: QtBot) -> None:
    button = PrimaryButton("Chat", icon="phone")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    button.set_variant("")
    assert button.property("variant") == ""
    assert button.icon().cacheKey() != before


def test_a_button_that_gets_its_words_later_has_air_before_them(
    look: Appearance, qtbot: QtBot
) -> None:
    made, later = Button("Plan", icon="layers"), Button("", icon="layers")
    for button in (made, later):
        qtbot.addWidget(button)
    assert later.iconSize() != made.iconSize()
    later.setText("Plan")
    assert later.iconSize() == made.iconSize()


def test_an_icon_button_says_what_it_does(look: Appearance, qtbot: QtBot) -> None:
    button = IconButton("x", "Close")
    qtbot.addWidget(button)
    assert (button.toolTip(), button.accessibleName()) == ("Close", "Close")
    button.set_name("Zoom in")
    assert button.accessibleName() == "Zoom in"


def test_hit_areas_are_28_px_at_least_and_grow_with_the_text(
    look: Appearance, qtbot: QtBot
) -> None:
    plain, framed = IconButton("x", "Close"), IconButton("phone", "Call", framed=True)
    for button in (plain, framed):
        qtbot.addWidget(button)
        assert min(button.width(), button.height()) >= 28
    look.set_text_scale(2.0)
    assert (plain.width(), framed.height()) == (56, 64)


def test_in_a_narrow_window_hit_areas_are_40_px_high_but_for_small_buttons(
    look: Appearance, qtbot: QtBot
) -> None:
    made = [
        IconButton("x", "Close"),
        IconButton("phone", "Call", framed=True),
        Button("Chat"),
        Button("Note", small=True, touch=True),
        Button("Follow", small=True),
    ]
    parent = QWidget()
    qtbot.addWidget(parent)
    row = QHBoxLayout(parent)
    for button in made[:-1]:
        row.addWidget(button)
    look.set_narrow(narrow=True)
    # One that is made later, too.
    row.addWidget(made[-1])
    row.addWidget(IconButton("x", "Later"))
    parent.show()
    heights = [row.itemAt(n).widget().height() for n in range(row.count())]
    assert heights == [40, 40, 40, 40, 28, 40]
    look.set_narrow(narrow=False)
    parent.layout().activate()
    assert [row.itemAt(n).widget().height() for n in range(row.count())] == [28, 32, 32, 28, 28, 28]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_as_space_does(look: Appearance, qtbot: QtBot, key: Qt.Key) -> None:
    for button in (Button("Share"), IconButton("x", "Close")):
        qtbot.addWidget(button)
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)
