from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from presencemap.ui.ask.rows import Rows
from presencemap.ui.theme import Appearance


def test_so_many_as_are_filled_are_shown_and_the_focus_stays(
    look: Appearance, qtbot: QtBot
) -> None:
    rows = Rows()
    qtbot.addWidget(rows)
    buttons = [QPushButton(str(number)) for number in range(3)]
    for button in buttons:
        rows.add(button)
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    with rows.filled(2):
        buttons[0].setText("one that is filled")
    assert [button.isVisible() for button in buttons] == [True, True, False]
    buttons[1].setFocus()
    qtbot.waitUntil(buttons[1].hasFocus)
    with rows.filled(3):
        pass
    assert buttons[1].hasFocus()
    with rows.filled(0):
        pass
    assert rows.isHidden()
