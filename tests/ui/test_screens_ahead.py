"""What nobody opened yet is dressed and laid out unseen, once, while it is calm."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from presencemap.ui import screens_ahead
from presencemap.ui.screens_ahead import ScreensAhead
from presencemap.ui.theme import Appearance


class Part(QWidget):
    """Knows which sizes it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[QSize] = []

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.told.append(event.size())


class Page(QWidget):
    """A screen with one part, which fills it."""

    def __init__(self) -> None:
        super().__init__()
        self.part = Part()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.part)


class Window(QStackedWidget):
    """Shows the first of its pages."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = [Page() for _ in range(3)]
        for page in self.pages:
            self.addWidget(page)
        self.resize(300, 200)
        self.made = 0
        self.ahead = ScreensAhead(self)
        for page in self.pages:
            self.ahead.add(page, self, self.more)

    def more(self) -> Iterator[None]:
        self.made += 1
        yield


@pytest.fixture
def window(look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(screens_ahead, "CALM_MS", 0)
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_shown_first_is_as_it_will_be_before_it_is_shown(
    window: Window, qtbot: QtBot
) -> None:
    shown, hidden = window.pages[0], window.pages[1]
    before = list(shown.part.told)
    window.ahead.ask()
    assert hidden.part.told == [], "what is in sight comes first"
    qtbot.waitUntil(lambda: window.made == 3)
    assert hidden.part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    assert hidden.part.told == [QSize(300, 200)]
    assert shown.part.told == before
    assert hidden.isHidden()
    window.setCurrentWidget(hidden)
    assert hidden.part.told == [QSize(300, 200)], "nothing is left to be told"


def test_it_is_done_once_and_not_after_it_was_left(window: Window, qtbot: QtBot) -> None:
    for _ in range(2):
        window.ahead.ask()
        qtbot.waitUntil(lambda: window.made == 3)
        qtbot.wait(20)
    assert window.made == 3
    other = Window()
    qtbot.addWidget(other)
    other.ahead.ask()
    other.ahead.stop()
    other.ahead.ask()
    qtbot.wait(20)
    assert other.made == 0


@pytest.mark.usefixtures("in_turns")
def test_what_goes_meanwhile_is_left_out(window: Window, qtbot: QtBot) -> None:
    gone = window.pages[1].part

    def goes() -> Iterator[None]:
        delete(gone)
        yield

    window.ahead = ScreensAhead(window)
    window.ahead.add(window.pages[2], window, goes)
    window.ahead.add(window, window, window.more)
    window.ahead.ask()
    qtbot.waitUntil(lambda: window.made == 1)
