"""What was done a moment ago can be taken back, and else is finished."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.map.floating import AIR
from presencemap.ui.theme import Appearance
from presencemap.ui.undo_bar import SECONDS, Deed, UndoBar


@pytest.fixture
def ground(look: Appearance, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 400)
    row = QHBoxLayout(made)
    row.setContentsMargins(200, 0, 0, 0)
    row.addWidget(QWidget())
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def card(ground: QWidget) -> QWidget:
    made = QWidget(ground)
    made.setGeometry(0, 300, 800, 100)
    made.hide()
    return made


@pytest.fixture
def bar(ground: QWidget, card: QWidget) -> UndoBar:
    over = ground.layout()
    assert over is not None
    item = over.itemAt(0)
    assert item is not None
    return UndoBar(ground, item.widget(), card)


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def deed(done: list[str]) -> Deed:
    return Deed("To Joris", lambda: done.append("undo"), lambda: done.append("finish"), waits=True)


def test_it_is_finished_when_its_time_is_over(bar: UndoBar, deed: Deed, done: list[str]) -> None:
    bar.offer(deed)
    assert bar.isVisible()
    assert bar.accessibleName() == "To Joris"
    for _ in range(SECONDS - 1):
        bar.tick()
    assert (done, bar.deed) == ([], deed)
    bar.tick()
    assert (done, bar.deed) == (["finish"], None)
    assert not bar.isVisible()
    bar.finish()
    bar.undo()
    assert done == ["finish"], "once"


def test_the_key_and_the_button_take_it_back(
    bar: UndoBar, ground: QWidget, deed: Deed, done: list[str], qtbot: QtBot
) -> None:
    bar.offer(deed)
    qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"]
    qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"], "nothing is left to undo"
    bar.offer(deed)
    bar.button.setFocus()
    with qtbot.waitSignal(bar.gone):
        bar.button.click()
    assert done == ["undo", "undo"]


def test_the_button_that_doesnt_wait_says_what_it_does(bar: UndoBar, deed: Deed) -> None:
    bar.offer(deed)
    assert bar.dismiss.accessibleName() == "Send now"
    bar.offer(replace(deed, now="Take back now"))
    assert bar.dismiss.accessibleName() == "Take back now"
    bar.offer(Deed("Kept", deed.undo))
    assert bar.dismiss.accessibleName() == "Dismiss"


def test_the_next_one_finishes_the_one_before(bar: UndoBar, deed: Deed, done: list[str]) -> None:
    bar.offer(deed)
    bar.offer(Deed("Kept", lambda: done.append("erase")))
    assert done == ["finish"]
    bar.dismiss.click()
    assert done == ["finish"], "what was done at once needs no end"


def test_what_has_its_own_act_stays_until_it_is_dismissed(
    bar: UndoBar, ground: QWidget, done: list[str], qtbot: QtBot
) -> None:
    bar.offer(Deed("Not sent", lambda: done.append("again"), act="Open it again"))
    assert not bar._second.isActive()
    qtbot.keyClick(ground, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == [], "that is no undoing"
    assert bar.button.text() == "Open it again"
    bar.button.click()
    assert done == ["again"]
    gone = partial(done.append, "dismissed")
    bar.offer(Deed("Not sent", lambda: None, act="Open it again", dismissed=gone))
    bar.finish()
    assert done == ["again"], "something else came in its place"
    bar.offer(Deed("Not sent", lambda: None, act="Open it again", dismissed=gone))
    bar.dismiss.click()
    assert done == ["again", "dismissed"]


def test_it_stands_in_the_middle_of_the_screen_and_over_no_card(
    bar: UndoBar, ground: QWidget, card: QWidget, deed: Deed, qtbot: QtBot
) -> None:
    bar.offer(deed)
    shown = bar.geometry().adjusted(AIR, AIR, -AIR, -AIR)
    assert abs(shown.center().x() - 500) <= 2
    assert ground.rect().contains(shown)
    card.show()
    bar.offer(Deed("A title that is far too long for any window " * 9, lambda: None))
    shown = bar.geometry().adjusted(AIR, AIR, -AIR, -AIR)
    assert not shown.intersects(QRect(card.geometry()))
    assert ground.rect().contains(shown)
    card.setGeometry(580, 0, 220, 400)
    bar.offer(deed)
    shown = bar.geometry().adjusted(AIR, AIR, -AIR, -AIR)
    assert not shown.intersects(card.geometry())
    assert shown.top() > 200, "beside it, at the foot"
    card.hide()
    ground.resize(900, 400)
    qtbot.waitUntil(lambda: abs(bar.geometry().center().x() - 550) <= 2)
