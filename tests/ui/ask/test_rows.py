from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.ask.rows import Filling, Rows, growing_down
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


class Painted(QObject):
    """Counts how often what it watches is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(  # noqa: N802 - Qt's name
        self, _watched: QObject, event: QEvent
    ) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


def test_a_row_that_comes_below_has_the_others_neither_moved_nor_painted_anew(
    look: Appearance, qtbot: QtBot
) -> None:
    page, rows, area = QWidget(), Rows(), QScrollArea()
    column = QVBoxLayout(page)
    column.addWidget(rows)
    column.addStretch(1)
    growing_down(page)
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(200, 600)
    first, second = QPushButton("first"), QPushButton("second")
    rows.add(first)
    rows.add(second)
    second.hide()
    area.show()
    qtbot.waitExposed(area)
    QApplication.processEvents()
    place, painted = first.geometry(), Painted(first)
    second.show()
    QApplication.processEvents()
    assert second.y() > first.geometry().bottom()
    assert first.geometry() == place
    assert painted.times == 0
    second.hide()
    QApplication.processEvents()
    assert first.geometry() == place
    assert painted.times == 0


def test_a_row_that_grows_while_others_wait_for_their_turn_has_its_height(
    look: Appearance, qtbot: QtBot
) -> None:
    rows = Rows()
    qtbot.addWidget(rows)
    buttons = [QPushButton(str(number)) for number in range(3)]
    for button in buttons:
        rows.add(button)
    rows.resize(200, 400)
    rows.show()
    qtbot.waitExposed(rows)

    def one(at: int) -> None:
        buttons[at].setMinimumHeight(60)

    for _ in rows.fill(3, one):
        QApplication.processEvents()
    QApplication.processEvents()
    assert [button.height() for button in buttons] == [60, 60, 60]
    assert buttons[1].y() == 70


@pytest.mark.usefixtures("in_turns")
def test_parts_are_filled_one_after_the_other_and_one_filled_anew_loses_no_other(
    look: Appearance, qtbot: QtBot
) -> None:
    parent = QObject()
    filling, done = Filling(parent), list[str]()

    def steps(name: str, count: int) -> Iterator[None]:
        for number in range(count):
            done.append(f"{name}{number}")
            yield

    with filling.held():
        filling.fill("first", steps("a", 9))
        filling.fill("second", steps("b", 2))
    assert done == [], "it begins in the turn after all was asked for"
    filling.fill("third", steps("c", 2))
    assert 0 < len(done) < 9, "the first part is under way"
    filling.fill("second", steps("d", 2))
    qtbot.waitUntil(lambda: not filling.busy)
    assert done == [f"a{number}" for number in range(9)] + ["c0", "c1", "d0", "d1"]


def test_rows_that_are_made_ahead_stay_hidden_until_they_are_filled(
    look: Appearance, qtbot: QtBot
) -> None:
    rows, filled = Rows(), list[int]()
    qtbot.addWidget(rows)
    rows.show()

    def one(at: int) -> None:
        if at == len(rows._rows):
            rows.add(QPushButton(str(at)))
        else:
            filled.append(at)

    for _ in rows.make_ahead(2, one):
        pass
    assert len(rows._rows) == 2
    assert not any(row.isVisible() for row in rows._rows)
    assert all(row.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for row in rows._rows)
    assert filled == []
    for _ in rows.fill(1, one):
        pass
    assert filled == [0]
    assert [row.isVisible() for row in rows._rows] == [True, False]
    assert list(rows.make_ahead(2, one)) == []
