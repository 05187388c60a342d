"""A field's line that is too long ends in an ellipsis."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import ElidedLine
from presencemap.ui.theme import Appearance


def test_what_is_too_long_ends_in_an_ellipsis_while_nobody_types(
    look: Appearance, qtbot: QtBot
) -> None:
    field, line = QComboBox(), ElidedLine()
    field.setLineEdit(line)
    qtbot.addWidget(field)
    field.resize(160, 32)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()

    def cut() -> bool:
        """Whether a letter stands at the right edge: an ellipsis is low."""
        picture = line.grab().toImage()
        ground = picture.pixel(0, 0)
        edge = range(line.width() - 8, line.width() - 2)
        rows = range(4, line.height() // 2)
        return any(picture.pixel(x, y) != ground for x in edge for y in rows)

    line.setText("M" * 60)
    line.setCursorPosition(0)
    line.clearFocus()
    assert not cut()
    line.setFocus()
    line.deselect()
    assert cut(), "who types sees what they type"
    line.setText("Home")
    line.clearFocus()
    assert not cut()
