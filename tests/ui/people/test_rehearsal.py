"""What nobody opened yet is made ready unseen, once, while it is calm."""

from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.people import rehearsal
from presencemap.ui.people.rehearsal import Rehearsal
from presencemap.ui.theme import Appearance


class Line(QWidget):
    """Counts how often it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0
        self.setMinimumSize(40, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.painted += 1


class Card(QWidget):
    """Two lines, one with nothing to say; `there`: somebody is, `stops`: it opens meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.said, self.silent = Line(), Line()
        self.filled = 0
        self.there, self.stops = True, False
        column = QVBoxLayout(self)
        for line in (self.said, self.silent):
            column.addWidget(line)
        self.rehearsal = Rehearsal(self, self.fill)

    def fill(self) -> Generator[None, None, bool]:
        self.filled += 1
        yield
        self.silent.hide()
        if self.stops:
            self.rehearsal.stop()
        return self.there


@pytest.fixture
def card(look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Card:
    monkeypatch.setattr(rehearsal, "CALM_MS", 0)
    made = Card()
    qtbot.addWidget(made)
    return made


def test_it_is_filled_polished_and_painted_without_being_seen(card: Card, qtbot: QtBot) -> None:
    card.rehearsal.ask()
    assert card.filled == 0, "what is in sight comes first"
    qtbot.waitUntil(lambda: card.said.painted == 1)
    assert card.said.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    assert (card.filled, card.silent.painted) == (1, 0)
    assert not card.isVisible()


def test_it_is_had_once(card: Card, qtbot: QtBot) -> None:
    card.rehearsal.ask()
    qtbot.waitUntil(lambda: card.said.painted == 1)
    card.rehearsal.ask()
    qtbot.wait(30)
    assert (card.filled, card.said.painted) == (1, 1)


def test_what_is_opened_before_needs_none(card: Card, qtbot: QtBot) -> None:
    card.rehearsal.ask()
    card.rehearsal.stop()
    card.rehearsal.ask()
    qtbot.wait(30)
    assert card.filled == 0


@pytest.mark.usefixtures("in_turns")
def test_it_takes_many_turns_and_stops_within(card: Card, qtbot: QtBot) -> None:
    card.stops = True
    card.rehearsal.ask()
    qtbot.waitUntil(lambda: card.filled == 1)
    qtbot.wait(30)
    assert card.said.painted == 0


def test_where_there_is_nobody_it_is_asked_for_again(card: Card, qtbot: QtBot) -> None:
    card.there = False
    card.rehearsal.ask()
    qtbot.waitUntil(lambda: card.filled == 1)
    assert card.said.painted == 0
    card.there = True
    card.rehearsal.ask()
    qtbot.waitUntil(lambda: card.said.painted == 1)
