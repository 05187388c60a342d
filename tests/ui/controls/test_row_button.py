"""A row is one button: its name says all of it, and it is pressed wherever one clicks."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import Label, RowButton
from presencemap.ui.theme import Appearance


def test_it_is_pressed_by_mouse_and_key_and_as_high_as_what_is_in_it(
    look: Appearance, qtbot: QtBot
) -> None:
    row = RowButton("<b>Joris</b>, Acme")
    qtbot.addWidget(row)
    row.row.addWidget(Label("Joris", "strong"))
    row.show()
    assert row.accessibleName() == "<b>Joris</b>, Acme"
    assert "&lt;b&gt;" in row.toolTip(), "what peers are called is no markup"
    assert row.sizeHint().height() > 12
    pressed: list[str] = []
    row.clicked.connect(lambda: pressed.append("once"))
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert len(pressed) == 2
