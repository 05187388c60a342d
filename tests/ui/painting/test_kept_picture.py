"""A widget's picture, drawn anew when it looks otherwise and there is time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui import turns
from presencemap.ui.painting.kept_picture import KeptPicture


class Coloured(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.colour = "red"
        self.drawn = list[str]()
        self.picture = KeptPicture(self)
        self.resize(40, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt)
        self.picture.paint((self.colour,), self.draw)

    def draw(self, painter: QPainter) -> None:
        self.drawn.append(self.colour)
        painter.fillRect(self.rect(), QColor(self.colour))

    def seen(self) -> QColor:
        return self.grab().toImage().pixelColor(20, 15)


@pytest.fixture
def widget(qtbot: QtBot) -> Coloured:
    made = Coloured()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_is_drawn_once_for_each_look_and_size(widget: Coloured) -> None:
    assert widget.seen() == widget.seen() == QColor("red")
    assert widget.drawn == ["red"]
    widget.colour = "blue"
    assert widget.seen() == QColor("blue")
    widget.resize(60, 30)
    assert widget.seen() == QColor("blue")
    assert widget.drawn == ["red", "blue", "blue"]


def test_without_time_it_stays_as_it_was_until_the_next_turn(
    widget: Coloured, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget.seen()
    monkeypatch.setattr(turns, "DRAWING", 0.0)
    turns.turn.begin()
    turns.turn.drawing()
    widget.colour = "blue"
    assert widget.seen() == QColor("red")
    assert widget.drawn == ["red"]
    monkeypatch.setattr(turns, "DRAWING", 1.0)
    qtbot.waitUntil(lambda: widget.drawn == ["red", "blue"])
    assert widget.seen() == QColor("blue")


def test_a_first_picture_waits_less(widget: Coloured, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1.0]
    monkeypatch.setattr(turns, "DRAWING", 1.0)
    monkeypatch.setattr(turns, "thread_time", lambda: now[0])
    widget.seen()
    turns.turn.begin()
    turns.turn.drawing()
    now[0] += 2.0
    widget.colour = "blue"
    assert widget.seen() == QColor("red")
    widget.resize(60, 30)
    assert widget.seen() == QColor("blue")
    widget.picture = KeptPicture(widget)
    assert widget.seen() == QColor("blue")
    now[0] += 1.0
    widget.picture = KeptPicture(widget)
    widget.seen()
    assert widget.drawn == ["red", "blue", "blue"]
