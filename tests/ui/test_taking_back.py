"""What is taken back waits until that can't be undone any more, whatever it is."""

from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from presencemap.app.commands import TakeBackNote
from presencemap.domain.errors import Refused
from presencemap.ui.taking_back import TakingBack
from presencemap.ui.undo_bar import Deed

NOTE = TakeBackNote("n1")


@pytest.fixture
def above() -> QObject:
    return QObject()


@pytest.fixture
def taking_back(stage: Any, above: QObject) -> TakingBack:
    return TakingBack(stage.team, above)


@pytest.fixture
def offered(taking_back: TakingBack) -> list[Deed]:
    made: list[Deed] = []
    taking_back.offered.connect(made.append)
    return made


def test_it_can_be_undone_and_begun_again(
    stage: Any, taking_back: TakingBack, offered: list[Deed]
) -> None:
    came_back: list[str] = []
    assert taking_back.begin("n1", "See you\n there", NOTE, undone=lambda: came_back.append("n1"))
    assert not taking_back.begin("n1", "See you\n there", NOTE), "it goes already"
    [deed] = offered
    assert deed.words == "Taking back: See you there"
    assert (deed.waits, deed.now) == (True, "Take back now")
    assert taking_back.going == {"n1"}
    deed.undo()
    assert (taking_back.going, came_back) == (frozenset(), ["n1"])
    assert stage.node.posted == []
    assert taking_back.begin("n1", "See you\n there", NOTE)


def test_several_go_at_once_and_those_gone_stay_told(
    stage: Any, taking_back: TakingBack, offered: list[Deed], qtbot: QtBot
) -> None:
    gone: list[str] = []
    told: list[frozenset[str]] = []
    taking_back.changed.connect(told.append)
    for note in ("n1", "n2"):
        taking_back.begin(note, note, TakeBackNote(note), gone=lambda note=note: gone.append(note))
    offered[0].finish()
    qtbot.waitUntil(lambda: gone == ["n1"])
    assert stage.node.posted == [NOTE]
    offered[1].undo()
    assert told == [{"n1"}, {"n1", "n2"}, {"n1"}]


def test_what_the_node_wont_take_back_stays(
    stage: Any, taking_back: TakingBack, offered: list[Deed], qtbot: QtBot
) -> None:
    taking_back.begin("n1", "See you", NOTE, gone=lambda: pytest.fail("it is still there"))
    stage.node.error = Refused("No.")
    with qtbot.waitSignal(taking_back.failed) as failed:
        offered[0].finish()
    assert str(failed.args[0]) == "No."
    assert taking_back.going == frozenset()
