"""F6 steps through the parts that are shown; test_main_window does so in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.pane_steps import PaneSteps, Parts

K = Qt.Key


def test_round_and_back_and_past_what_is_hidden(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row, buttons = QHBoxLayout(window), [QPushButton(word) for word in "abcde"]
    outside = QPushButton("outside")
    for button in (*buttons, outside):
        row.addWidget(button)
    parts = Parts(*((button, button) for button in buttons))
    PaneSteps(window, lambda: parts)
    buttons[2].hide()
    with qtbot.waitActive(window):
        window.show()
    outside.setFocus()
    went = []
    for _ in range(4):
        qtbot.keyClick(window, K.Key_F6)
        went.append(buttons.index(window.focusWidget()))
    qtbot.keyClick(window, K.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    went.append(buttons.index(window.focusWidget()))
    assert went == [1, 3, 4, 0, 4]


def test_from_within_the_top_alone_the_keyboard_comes_along_to_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row, tops = QHBoxLayout(window), QWidget(window)
    inside = QPushButton("inside", tops)
    rest = [QPushButton(word) for word in "abcd"]
    for each in (tops, *rest):
        row.addWidget(each)
    people, _, screen, _ = rest
    parts = Parts((inside, tops), *((each, each) for each in rest))
    steps = PaneSteps(window, lambda: parts)
    with qtbot.waitActive(window):
        window.show()
    people.setFocus()
    steps.come_along()
    assert people.hasFocus(), "it is with a part that is still there"
    inside.setFocus()
    steps.come_along()
    assert screen.hasFocus()
    screen.hide()
    inside.setFocus()
    steps.come_along()
    assert people.hasFocus()
