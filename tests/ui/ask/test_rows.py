from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from presencemap.ui.ask.rows import Rows
from presencemap.ui.theme import Appearance


def test_so_many_as_are_filled_are_shown_and_the_focus_stays(
    look: Appearance, qtbot: QtBot
) -> None:
    rows = Rows()
    qtbot.addWidget(rows)
    rows.resize(200, 200)
    buttons = [QPushButton(str(number)) for number in range(3)]
    filled: list[tuple[int, int]] = []
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()

    def one(at: int) -> None:
        filled.append((at, len(rows._rows)))
        if at == len(rows._rows):
            rows.add(buttons[at])

    assert len(list(rows.fill(2, one))) == 4, "a step to make each, and one to fill it"
    assert filled == [(0, 0), (0, 1), (1, 1), (1, 2)]
    rows.add(buttons[2])
    buttons[2].hide()
    assert [button.isVisible() for button in buttons] == [True, True, False]
    buttons[1].setFocus()
    qtbot.waitUntil(buttons[1].hasFocus)
    step = rows.fill(3, one)
    next(step)
    assert buttons[1].hasFocus()
    assert not buttons[2].isVisible(), "its turn comes"
    assert len(list(step)) == 2
    assert buttons[2].isVisible()
    assert list(rows.fill(0, one)) == []
    assert rows.isHidden()
