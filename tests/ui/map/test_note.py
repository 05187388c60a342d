"""A float with words and a cross."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.map.note import Note
from presencemap.ui.theme import Appearance


def test_it_is_there_while_it_says_something(qtbot: QtBot, look: Appearance) -> None:
    note = Note("Back")
    qtbot.addWidget(note)
    assert (note.isHidden(), note.words, note.back.accessibleName()) == (True, "", "Back")
    note.say("Planned")
    short = note.width()
    assert (note.isHidden(), note.words) == (False, "Planned")
    note.say("Planned for Wednesday")
    assert note.width() > short
    note.say("")
    assert note.isHidden()


def test_whoever_pressed_the_cross_has_the_keyboard_on_what_is_below(
    qtbot: QtBot, look: Appearance
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    note, other = Note("Back", parent), Note("Other", parent)
    for each in (note, other):
        each.say("Planned")
    parent.show()
    parent.activateWindow()
    note.back.setFocus()
    qtbot.waitUntil(note.back.hasFocus)
    note.say("")
    assert parent.hasFocus()
    assert not other.back.hasFocus()
