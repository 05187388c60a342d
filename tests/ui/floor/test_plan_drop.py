"""A file that is dragged over a floor or over the map."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.place import Place, PlaceKind
from presencemap.ui.floor.plan_drop import PlanDrop
from presencemap.ui.theme import Appearance

FLOOR = Place("two", "Floor 2", PlaceKind.FLOOR, "site")
FILE = QUrl.fromLocalFile("/somewhere/plan.png")
NONE = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
COPY = Qt.DropAction.CopyAction
THERE, ELSEWHERE = QPoint(100, 100), QPoint(500, 300)


def data(*urls: QUrl) -> QMimeData:
    made = QMimeData()
    made.setUrls(list(urls))
    return made


@pytest.fixture
def drop(qtbot: QtBot, look: Appearance) -> PlanDrop:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 400)
    ground.show()
    made = PlanDrop(ground, lambda point: FLOOR if point.x() < 300 else None)
    made.setProperty("ground", ground)
    return made


def move(drop: PlanDrop, at: QPoint, url: QUrl = FILE, *, enter: bool = False) -> bool:
    held = data(url)
    event = (QDragEnterEvent if enter else QDragMoveEvent)(at, COPY, held, *NONE)
    QApplication.sendEvent(drop.parentWidget(), event)
    return event.isAccepted()


def let_go(drop: PlanDrop, at: QPoint, url: QUrl = FILE) -> bool:
    held = data(url)
    event = QDropEvent(at, COPY, held, *NONE)
    event.ignore()
    QApplication.sendEvent(drop.parentWidget(), event)
    return event.isAccepted()


def test_it_says_whose_plan_the_file_becomes_and_tells_once_it_is_dropped(
    drop: PlanDrop, qtbot: QtBot
) -> None:
    assert move(drop, THERE, enter=True)
    assert move(drop, THERE)
    assert drop.isVisible()
    assert drop.words.text() == "Drop it to draw the plan of Floor 2"
    assert not drop.words.is_elided()
    with qtbot.waitSignal(drop.dropped) as told:
        assert let_go(drop, THERE)
    assert told.args == ["two", Path(FILE.toLocalFile())]
    assert drop.isHidden()


def test_where_there_is_no_floor_it_is_not_taken(drop: PlanDrop, qtbot: QtBot) -> None:
    assert move(drop, ELSEWHERE, enter=True), "else no move would be told"
    assert not move(drop, ELSEWHERE)
    assert drop.isHidden()
    assert move(drop, THERE)
    assert not move(drop, ELSEWHERE)
    assert drop.isHidden()
    with qtbot.assertNotEmitted(drop.dropped):
        assert not let_go(drop, ELSEWHERE)


def test_a_page_of_the_web_is_no_file(drop: PlanDrop, qtbot: QtBot) -> None:
    page = QUrl("https://example.org/plan.png")
    assert not move(drop, THERE, page, enter=True)
    with qtbot.assertNotEmitted(drop.dropped):
        assert not let_go(drop, THERE, page)


def test_what_is_dragged_away_takes_the_words_along(drop: PlanDrop) -> None:
    move(drop, THERE, enter=True)
    assert drop.isVisible()
    QApplication.sendEvent(drop.parentWidget(), QDragLeaveEvent())
    assert drop.isHidden()
