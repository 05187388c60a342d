"""A field says its name, its help and what is wrong."""

from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.field import Field, clearable
from presencemap.ui.theme import Appearance


def test_label_and_help_are_accessible(look: Appearance, qtbot: QtBot) -> None:
    field = Field("Name", QLineEdit(), "As colleagues know you.")
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "Name"
    assert field.editor.accessibleDescription() == "As colleagues know you."


def test_an_error_shows_and_goes(look: Appearance, qtbot: QtBot) -> None:
    field = Field("Town", QLineEdit())
    qtbot.addWidget(field)
    field.set_error("No town “Gnet” is known.")
    assert field.error == "No town “Gnet” is known."
    assert field.editor.property("invalid") is True
    assert field.editor.accessibleDescription() == field.error
    field.set_error("")
    assert field.error == ""
    assert field.editor.property("invalid") is False
    assert field.editor.accessibleDescription() == ""


def test_what_empties_a_field_has_a_name(qtbot: QtBot) -> None:
    field = QLineEdit("Gent")
    qtbot.addWidget(field)
    clearable(field)
    (button,) = field.findChildren(QToolButton)
    assert button.text() == "Clear"
    button.click()
    assert field.text() == ""


def test_its_help_is_no_window_before_it_is_in_it(
    look: Appearance, qtbot: QtBot, windows: list[str]
) -> None:
    qtbot.addWidget(Field("Name", QLineEdit(), "As colleagues know you."))
    assert windows == []
