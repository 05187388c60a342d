"""Topics renamed, joined and parted from the window, with Undo."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.notices import TopicsRenamed
from presencemap.app.topic_commands import JoinTopics, PartTopic, RenameTopic, ShowTopics
from presencemap.domain.errors import Refused
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.dialog import Dialog
from presencemap.ui.main_window import MainWindow
from presencemap.ui.topics.naming import TopicNaming
from presencemap.ui.topics.topic_dialog import TopicDialog
from presencemap.ui.topics.topic_menu import TopicMenu
from presencemap.ui.undo_bar import UndoBar


class Desk:
    """A window with a topic's menu, what it showed, and the bar."""

    def __init__(self, stage: Any, window: MainWindow, qtbot: QtBot) -> None:
        self.shown: list[Dialog] = []
        self.bar = UndoBar(window.panes, window.panes.stage, window.card)
        self.menu = TopicMenu(lambda: "pc", lambda: ("mac",), window)

        def show(dialog: Dialog) -> None:
            qtbot.addWidget(dialog)
            self.shown.append(dialog)

        self.naming = TopicNaming(stage.team, self.bar, show, window, [self.menu])

    @property
    def dialog(self) -> TopicDialog:
        dialog = self.shown[-1]
        assert isinstance(dialog, TopicDialog)
        return dialog


@pytest.fixture
def desk(stage: Any, window: MainWindow, qtbot: QtBot) -> Iterator[Desk]:
    stage.node.answers[ShowTopics] = []
    for kind in (RenameTopic, JoinTopics):
        stage.node.answers[kind] = {"name": "Computer", "joined": ["pc"]}
    made = Desk(stage, window, qtbot)
    yield made
    made.bar.finish()
    made.menu.deleteLater()


@pytest.mark.parametrize(
    ("joins", "words"),
    [
        (False, "#pc is called #Computer now, for everyone"),
        (True, "#pc is part of #Computer now, for everyone"),
    ],
)
def test_what_was_done_is_told_and_undone(
    desk: Desk, stage: Any, window: MainWindow, qtbot: QtBot, *, joins: bool, words: str
) -> None:
    (desk.menu.join if joins else desk.menu.rename).trigger()
    assert desk.dialog.joins is joins
    desk.dialog.other.setEditText("Computer")
    desk.dialog.submit()
    qtbot.waitUntil(lambda: desk.bar.deed is not None)
    assert desk.bar.accessibleName() == words
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stage.node.posted[-1] == PartTopic("pc")


def test_what_was_parted_is_joined_again_as_it_was(desk: Desk, stage: Any, qtbot: QtBot) -> None:
    stage.team.take(TopicsRenamed(TopicNames({"mac": "PC"})))
    desk.menu.learn()
    desk.menu.parts[0].trigger()
    assert stage.node.posted[-1] == PartTopic("mac")
    qtbot.waitUntil(lambda: desk.bar.deed is not None)
    assert desk.bar.accessibleName() == "#mac is a topic of its own again, for everyone"
    desk.bar.undo()
    assert stage.node.posted[-1] == RenameTopic("mac", "PC")


def test_what_fails_is_told(desk: Desk, stage: Any, qtbot: QtBot) -> None:
    stage.node.error = Refused("Sharing is paused; share again first")
    with qtbot.waitSignal(desk.naming.told):
        desk.naming.part("mac")
    assert desk.bar.deed is None
