"""What changes much at once looks as it did, until a turn is free to paint it."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.curtain import Curtain


class Seen(QWidget):
    """Remembers each painting: whether the curtain was up."""

    def __init__(self, is_up: Callable[[], bool]) -> None:
        super().__init__()
        self._is_up = is_up
        self.painted: list[bool] = []

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.painted.append(self._is_up())


@pytest.fixture
def stage(qtbot: QtBot) -> SimpleNamespace:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    card = Seen(lambda: card.updatesEnabled())  # noqa: PLW0108
    listed = Seen(card.updatesEnabled)
    for part in (listed, card):
        row.addWidget(part)
    window.resize(200, 100)
    window.show()
    qtbot.waitUntil(lambda: bool(listed.painted and card.painted))
    QApplication.processEvents()
    listed.painted.clear()
    card.painted.clear()
    curtain = Curtain(window, listed, card)
    return SimpleNamespace(window=window, listed=listed, card=card, curtain=curtain)


@pytest.mark.usefixtures("in_turns")
def test_what_comes_first_is_painted_before_the_others(
    stage: SimpleNamespace, qtbot: QtBot
) -> None:
    stage.curtain.fall()
    for part in (stage.listed, stage.card):
        part.update()
        assert not part.updatesEnabled()
    qtbot.waitUntil(lambda: bool(stage.card.painted))
    assert (stage.listed.painted, stage.card.painted) == ([False], [True])


@pytest.mark.usefixtures("in_turns")
def test_it_falls_anew_while_it_is_down(stage: SimpleNamespace, qtbot: QtBot) -> None:
    stage.curtain.fall()
    QApplication.processEvents()
    stage.curtain.fall()
    assert not stage.card.updatesEnabled()
    qtbot.waitUntil(stage.card.updatesEnabled)
    qtbot.waitUntil(lambda: stage.card.painted == [True])


@pytest.mark.usefixtures("in_turns")
@pytest.mark.parametrize(("left", "together"), [(210, False), (60, True)])
def test_only_what_overlaps_is_painted_together(qtbot: QtBot, left: int, together: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 100)
    first, card = QWidget(window), QWidget(window)
    ground = Seen(card.updatesEnabled)
    ground.setParent(window)
    card.raise_()
    ground.setGeometry(0, 0, 200, 100)
    card.setGeometry(left, 0, 100, 100)
    window.show()
    qtbot.waitUntil(lambda: bool(ground.painted))
    ground.painted.clear()
    Curtain(window, first, ground, card).fall()
    qtbot.waitUntil(lambda: card.updatesEnabled() and bool(ground.painted))
    assert ground.painted[0] is together
