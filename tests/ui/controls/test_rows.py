from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import Rows, growing_down
from presencemap.ui.theme import Appearance


def say(button: QPushButton, words: str) -> None:
    """Fill a row."""
    button.setText(words)


def words_of(rows: Rows[QPushButton]) -> list[str]:
    return [button.text() for button in rows.made if button.isVisible()]


def test_so_many_as_are_filled_are_shown_and_the_focus_stays(
    look: Appearance, qtbot: QtBot
) -> None:
    rows = Rows(lambda: QPushButton("made"))
    qtbot.addWidget(rows)
    rows.resize(200, 200)
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    assert len(list(rows.fill("ab", say))) == 4, "a step to make each, and one to fill it"
    assert words_of(rows) == ["a", "b"]
    assert rows.shown == rows.made
    second = rows.made[1]
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    step = rows.fill("cde", say)
    assert rows.shown == [], "none of them shows what it is about yet"
    next(step)
    assert second.hasFocus()
    assert words_of(rows) == ["c", "b"], "its turn comes"
    assert len(list(step)) == 3
    assert words_of(rows) == ["c", "d", "e"]
    list(rows.fill("f", say))
    assert words_of(rows) == ["f"]
    assert rows.shown == rows.made[:1]
    assert list(rows.fill("", say)) == []
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
    page, rows, area = QWidget(), Rows(lambda: QPushButton("made")), QScrollArea()
    column = QVBoxLayout(page)
    column.addWidget(rows)
    column.addStretch(1)
    growing_down(page)
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(200, 600)
    list(rows.fill("ab", say))
    list(rows.fill("a", say))
    first, second = rows.made
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
    rows = Rows(lambda: QPushButton("made"))
    qtbot.addWidget(rows)
    rows.resize(200, 400)
    list(rows.fill("abc", say))
    rows.show()
    qtbot.waitExposed(rows)
    for _ in rows.fill([60, 60, 60], QPushButton.setMinimumHeight):
        QApplication.processEvents()
    QApplication.processEvents()
    assert [button.height() for button in rows.made] == [60, 60, 60]
    assert rows.made[1].y() == 70


def test_rows_that_are_made_ahead_stay_hidden_until_they_are_filled(
    look: Appearance, qtbot: QtBot
) -> None:
    rows = Rows(lambda: QPushButton("made"))
    qtbot.addWidget(rows)
    rows.show()
    for _ in rows.make_ahead(2):
        pass
    assert len(rows.made) == 2
    assert words_of(rows) == []
    assert all(row.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for row in rows.made)
    assert {row.text() for row in rows.made} == {"made"}
    list(rows.fill("a", say))
    assert words_of(rows) == ["a"]
    assert list(rows.make_ahead(2)) == []
