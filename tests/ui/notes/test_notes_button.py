"""The dot on the notes' button: there or not, and said in words."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from presencemap.ui.notes.notes_button import NotesButton
from presencemap.ui.theme import Appearance


def blue(button: NotesButton, look: Appearance) -> bool:
    image = button.grab().toImage()
    accent = look.theme.colour("accent")
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(QColor(pixel) == accent for pixel in pixels)


def test_the_dot_is_there_while_something_is_new(look: Appearance, qtbot: QtBot) -> None:
    button = NotesButton()
    qtbot.addWidget(button)
    assert not blue(button, look)
    assert button.accessibleName() == "Notes (Ctrl 5)"
    button.show_new(["Joris", "<i>Lotte</i>"])
    assert blue(button, look)
    assert button.accessibleName() == "Notes, new from Joris, <i>Lotte</i> (Ctrl 5)"
    assert "<i>" not in button.toolTip(), "never taken for markup"
    button.show_new([])
    assert not blue(button, look)


def test_where_it_is_narrow_it_shows_only_what_is_new(qtbot: QtBot) -> None:
    button = NotesButton()
    qtbot.addWidget(button)
    button.make_room(narrow=True)
    assert button.isHidden()
    button.show_new(["Joris"])
    assert not button.isHidden()
    button.show_new([])
    assert button.isHidden()
    button.make_room(narrow=False)
    assert not button.isHidden()
