"""A link that is dropped on the window."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.ui.links.link_drop import LinkDrop, dragged_link
from presencemap.ui.main_window import MainWindow

BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def carrying(text: str = "", urls: tuple[str, ...] = (), named: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if named:
        data.setData("text/x-moz-url", named.encode("utf-16-le"))
    return data


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (carrying(named="https://a.example/x\nA title"), ("https://a.example/x", "A title")),
        (carrying(urls=("https://a.example/x",)), ("https://a.example/x", "")),
        (carrying(text="https://a.example/x"), ("https://a.example/x", "")),
        (carrying(text="https://a.example/x a guide"), ("https://a.example/x", "a guide")),
    ],
)
def test_its_address_and_its_title_are_taken(data: QMimeData, found: tuple[str, str]) -> None:
    link = dragged_link(data)
    assert link is not None
    assert (link["url"], link["title"]) == found


@pytest.mark.parametrize(
    "data",
    [
        carrying(),
        carrying(text="a.example"),
        carrying(urls=("file:///tmp/plan.png",)),
        carrying(urls=("https://a.example", "https://b.example")),
        carrying(urls=("http://a.example",)),
    ],
)
def test_what_is_no_one_link_is_not_taken(data: QMimeData) -> None:
    assert dragged_link(data) is None


def test_it_is_taken_by_the_window_and_by_whose_card_it_falls_on(
    window: MainWindow, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    drop = LinkDrop(window, window.card, lambda person: person and "Amina")
    link, plan = carrying(urls=("https://a.example/x",)), carrying(urls=("file:///tmp/plan.png",))

    def let_go(data: QMimeData, at: QPoint) -> bool:
        action = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at, action, data, BUTTON, NO_KEY)
        QApplication.sendEvent(window, enter)
        dropped = QDropEvent(QPointF(at), action, data, BUTTON, NO_KEY)
        QApplication.sendEvent(window, dropped)
        return enter.isAccepted()

    with qtbot.waitSignal(drop.dropped) as said:
        assert let_go(link, QPoint(50, 300))
    assert (said.args[0]["url"], said.args[1]) == ("https://a.example/x", "")
    window.open_person(factories.person_id(1))
    on_card = window.card.mapTo(window, window.card.rect().center())
    with qtbot.waitSignal(drop.dropped) as said:
        let_go(link, on_card)
    assert said.args[1] == factories.person_id(1)
    with qtbot.waitSignal(drop.dropped) as said:
        let_go(link, QPoint(50, 300))
    assert said.args[1] == ""
    with qtbot.assertNotEmitted(drop.dropped):
        assert not let_go(plan, on_card)


def test_what_it_comes_to_is_said_while_it_is_dragged(
    window: MainWindow, factories: ModuleType
) -> None:
    drop = LinkDrop(window, window.card, lambda person: person and "Amina")

    def over(data: QMimeData, at: QPoint) -> str:
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(at, Qt.DropAction.CopyAction, data, BUTTON, NO_KEY)
            QApplication.sendEvent(window, event)
        return drop.hint.words.text() if drop.hint.isVisible() else ""

    link = carrying(urls=("https://a.example/x",))
    assert over(link, QPoint(50, 300)) == "Drop it to keep it for yourself"
    window.open_person(factories.person_id(1))
    on_card = window.card.mapTo(window, window.card.rect().center())
    assert over(link, on_card) == "Drop it to send it to Amina"
    assert over(carrying(text="words"), on_card) == ""
    assert over(link, on_card)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert drop.hint.isHidden()
