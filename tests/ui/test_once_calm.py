"""A work of calm moments is done once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from presencemap.ui.once_calm import OnceCalm


class Counted(OnceCalm):
    """Counts its steps; ``last``: in which it is stopped."""

    done = 0
    last = 3

    def _steps(self) -> Iterator[None]:
        for _ in range(3):
            self.done += 1
            if self.done == self.last:
                self.stop()
            yield


@pytest.fixture
def parent() -> QObject:
    return QObject()


def test_it_is_done_once_however_often_it_is_asked_for(
    qapp: object, parent: QObject, qtbot: QtBot
) -> None:
    work = Counted(parent, 0)
    for _ in range(3):
        work.ask()
    assert work.done == 0, "not while whoever asks has more to do"
    qtbot.waitUntil(lambda: work.done == 3)
    work.ask()
    qtbot.wait(20)
    assert work.done == 3


def test_once_stopped_it_is_left(qapp: object, parent: QObject, qtbot: QtBot) -> None:
    waiting, begun = Counted(parent, 0), Counted(parent, 0)
    begun.last = 1
    for work in (waiting, begun):
        work.ask()
    waiting.stop()
    qtbot.waitUntil(lambda: begun.done == 1)
    waiting.ask()
    qtbot.wait(20)
    assert (waiting.done, begun.done) == (0, 1)
