"""The generated style sheet: whole, parsed by Qt, and reaching popups too."""

import re

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.resources import resource
from presencemap.ui import assets
from presencemap.ui.controls import dress
from presencemap.ui.theme import Appearance, Mode, Scheme, theme
from presencemap.ui.theme.stylesheet import IMAGES, style_sheet

SHEET = style_sheet(theme(Scheme.LIGHT), {name: f"/{name}.svg" for name in IMAGES})


def test_braces_match() -> None:
    assert SHEET.count("{") == SHEET.count("}")
    assert "None" not in SHEET


def test_every_colour_is_a_token() -> None:
    ours = {value.lower() for value in theme(Scheme.LIGHT).colours.values()}
    assert {c.lower() for c in re.findall(r"#[0-9A-Fa-f]{6}\b", SHEET)} <= ours


@pytest.mark.parametrize("name", sorted(IMAGES))
def test_every_picture_is_shipped_and_used(name: str) -> None:
    assert resource("icons", f"{IMAGES[name][0]}.svg").is_file()
    assert f"/{name}.svg" in SHEET


def test_variants_differ(look: Appearance, qtbot: QtBot) -> None:
    grounds = {}
    for variant in ("", "primary", "quiet"):
        button = QPushButton("Share")
        qtbot.addWidget(button)
        dress(button, variant=variant)
        button.resize(button.sizeHint())
        grounds[variant] = button.grab().toImage().pixelColor(8, button.height() // 2).name()
    assert grounds["primary"] == look.theme.colour("accent").name()
    assert grounds[""] == look.theme.colour("surface").name()
    assert grounds["quiet"] not in {grounds["primary"], grounds[""]}


def test_a_checked_chip_takes_its_kinds_colours(look: Appearance, qtbot: QtBot) -> None:
    chip = QPushButton()
    qtbot.addWidget(chip)
    chip.setCheckable(True)
    chip.setChecked(True)
    dress(chip, variant="chip", kind="struggling_with")
    chip.resize(90, 26)
    drawn = chip.grab().toImage().pixelColor(20, 4).name()
    assert drawn == look.theme.colour("struggleSoft").name()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_popups_lie_on_the_raised_ground(look: Appearance, qtbot: QtBot, mode: Mode) -> None:
    look.set_mode(mode)
    raised = look.theme.colour("raised").name()
    holder = QWidget()
    qtbot.addWidget(holder)
    menu = QMenu(holder)
    menu.addAction("Open map")
    menu.popup(QPoint(0, 0))
    assert menu.grab().toImage().pixelColor(4, 3).name() == raised
    menu.close()
    combo = QComboBox(holder)
    combo.addItems(["until 17:00", "today"])
    holder.show()
    combo.showPopup()
    view = combo.view()
    assert view.grab().toImage().pixelColor(2, view.height() - 3).name() == raised
    combo.hidePopup()


def test_the_words_of_a_ticked_entry_stand_below_those_of_one_with_an_icon(
    look: Appearance, qtbot: QtBot
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    with_icon = menu.addAction(assets.icon("users", look.theme.colour("ink2")), "Members")
    ticked = menu.addAction("Members")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    menu.popup(QPoint(0, 0))
    qtbot.waitExposed(menu)
    picture = menu.grab().toImage()

    def words(action: QAction) -> QImage:
        """All but what is at the left of the words."""
        box = menu.actionGeometry(action)
        box.setLeft(box.left() + 34)
        return picture.copy(box.adjusted(0, 4, -4, -4))

    assert words(ticked) == words(with_icon)
    menu.close()
