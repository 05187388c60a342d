"""The sheet of keys."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.key_cap import KeyCap
from presencemap.ui.shortcuts_dialog import ShortcutsDialog
from presencemap.ui.theme import Appearance


def test_every_key_is_read_with_what_it_does(look: Appearance, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    said = [label.accessibleName() for label in dialog.findChildren(QLabel)]
    assert "Ctrl N: What are you on?" in said
    assert len(dialog.findChildren(KeyCap)) == len([words for words in said if ": " in words])
