"""Light or dark, the size of the text, less motion."""

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from presencemap.ui.menus.appearance_menu import AppearanceMenu
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def menu(look: Appearance, qtbot: QtBot) -> AppearanceMenu:
    look.set_mode(Mode.DARK)
    look.set_text_scale(1.3)
    made = AppearanceMenu("Appearance")
    qtbot.addWidget(made)
    return made


def entry(menu: AppearanceMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_what_is_on_is_ticked(menu: AppearanceMenu) -> None:
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Dark", "Text 130 %"]


def test_each_choice_is_told(menu: AppearanceMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.mode_chosen) as mode:
        entry(menu, "Light").trigger()
    assert mode.args == [Mode.LIGHT]
    with qtbot.waitSignal(menu.text_chosen) as size:
        entry(menu, "Text 150 %").trigger()
    assert size.args == [1.5]
    with qtbot.waitSignal(menu.compact_chosen) as compact:
        entry(menu, "Compact list").trigger()
    assert compact.args == [True]
    with qtbot.waitSignal(menu.motion_chosen) as less:
        entry(menu, "Less motion").trigger()
    assert less.args == [True]
