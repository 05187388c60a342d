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
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert len(pressed) == 3


def test_one_below_another_is_parted_from_it_by_a_line(look: Appearance, qtbot: QtBot) -> None:
    for parted in (False, True):
        row = RowButton("Joris", parted=parted)
        qtbot.addWidget(row)
        row.resize(100, 40)
        image = row.grab().toImage()
        assert (image.pixelColor(50, 0) != image.pixelColor(50, 20)) is parted
