"""What leaves in a moment is kept before it can be undone, and leaves once."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.commands import DropUnsent, KeepUnsent, SendUnsent, WriteNote
from presencemap.domain.errors import Refused
from presencemap.ui.undo_bar import UndoBar
from presencemap.ui.unsent import Leaving, Unsent


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def leaving(opened: list[str]) -> Leaving:
    note = WriteNote("ab" * 32, "Lunch?")
    return Leaving(
        note, "To Joris", lambda: opened.append("again"), "{}", lambda: opened.append("also")
    )


@pytest.fixture
def bar(stage: Any, qtbot: QtBot) -> UndoBar:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(800, 400)
    ground.show()
    return UndoBar(ground, ground, QWidget(ground))


@pytest.fixture
def unsent(stage: Any, bar: UndoBar) -> Unsent:
    return Unsent(stage.team, bar)


def kinds(stage: Any) -> list[type]:
    return [type(each) for each in stage.node.posted]


def test_it_is_kept_then_offered_then_it_leaves(
    unsent: Unsent, bar: UndoBar, leaving: Leaving, stage: Any, opened: list[str], qtbot: QtBot
) -> None:
    stage.node.holding = True
    unsent.hold(leaving)
    assert kinds(stage) == [KeepUnsent]
    assert bar.deed is None, "it isn't kept yet"
    stage.node.release()
    qtbot.waitUntil(lambda: bar.deed is not None)
    stage.node.holding = False
    bar.finish()
    qtbot.waitUntil(lambda: kinds(stage) == [KeepUnsent, SendUnsent, DropUnsent])
    assert opened == ["also"]
    assert len({each.name for each in stage.node.posted}) == 1


def test_who_quits_before_it_was_kept_sends_it_too(
    unsent: Unsent, bar: UndoBar, leaving: Leaving, stage: Any, qtbot: QtBot
) -> None:
    stage.node.holding = True
    unsent.hold(leaving)
    unsent.stop()
    assert kinds(stage) == [KeepUnsent, SendUnsent]
    stage.node.release()
    qtbot.waitUntil(lambda: kinds(stage) == [KeepUnsent, SendUnsent, DropUnsent])
    assert bar.deed is None, "nothing is left to undo"


def test_what_couldnt_be_kept_and_was_sent_meanwhile_is_said_once(
    unsent: Unsent, bar: UndoBar, leaving: Leaving, stage: Any, qtbot: QtBot
) -> None:
    stage.node.holding = True
    unsent.hold(leaving)
    unsent.stop()
    stage.node.release(Refused("Not now."))
    qtbot.waitUntil(lambda: bar.accessibleName() == "Not sent: Not now.")
    bar.dismiss.click()
    assert kinds(stage) == [KeepUnsent, SendUnsent, DropUnsent]
