from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.stack import Stack
from presencemap.ui.theme import Appearance


def stacked(qtbot: QtBot, *rows: QWidget) -> tuple[QWidget, Stack]:
    page = QWidget()
    qtbot.addWidget(page)
    stack = Stack(page, spacing=10)
    for row in rows:
        stack.addWidget(row)
    page.resize(200, 400)
    page.show()
    qtbot.waitExposed(page)
    return page, stack


def test_rows_have_their_height_where_there_is_no_room_for_them(
    look: Appearance, qtbot: QtBot
) -> None:
    first, second = QPushButton("first"), QPushButton("second")
    page, stack = stacked(qtbot, first, second)
    high = first.height()
    page.resize(200, 20)
    QApplication.processEvents()
    assert [row.height() for row in (first, second)] == [high, high]
    assert second.y() == high + 10
    assert [row.width() for row in (first, second)] == [200, 200]
    assert stack.heightForWidth(200) == 2 * high + 10


def test_a_row_that_breaks_is_as_high_as_its_lines_and_a_hidden_one_takes_nothing(
    look: Appearance, qtbot: QtBot
) -> None:
    long, last = QLabel("so many words " * 10, wordWrap=True), QPushButton("last")
    _, stack = stacked(qtbot, long, last)
    assert stack.hasHeightForWidth()
    assert stack.heightForWidth(100) > stack.heightForWidth(400)
    assert last.y() == long.heightForWidth(200) + 10
    long.hide()
    QApplication.processEvents()
    assert last.y() == 0
    assert stack.minimumSize().width() == last.minimumSizeHint().width()
    assert stack.sizeHint() == QSize(last.sizeHint().width(), last.height())
    last.hide()
    assert stack.sizeHint() == QSize(0, 0)
