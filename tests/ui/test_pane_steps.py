"""F6 steps through the parts that are shown; test_main_window does so in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.pane_steps import PaneSteps

K = Qt.Key


def test_round_and_back_and_past_what_is_hidden(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row, buttons = QHBoxLayout(window), [QPushButton(word) for word in "abcd"]
    for button in buttons:
        row.addWidget(button)
    outside = QPushButton("outside")
    row.addWidget(outside)
    PaneSteps(window, lambda: [(button, button) for button in buttons])
    buttons[2].hide()
    with qtbot.waitActive(window):
        window.show()
    outside.setFocus()
    went = []
    for _ in range(3):
        qtbot.keyClick(window, K.Key_F6)
        went.append(buttons.index(window.focusWidget()))
    qtbot.keyClick(window, K.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    went.append(buttons.index(window.focusWidget()))
    assert went == [1, 3, 0, 3]
