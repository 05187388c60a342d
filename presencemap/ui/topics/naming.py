"""Topics renamed, joined and parted from the window, each with Undo for as long as that is offered.

Owns what is asked of the node for it. Where the wish comes from, and the bar, others own.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.topic_commands import PartTopic, RenameTopic, TopicCommand
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.topics.topic_dialog import TopicDialog
from presencemap.ui.topics.topic_menu import TopicMenu
from presencemap.ui.undo_bar import Deed, UndoBar


class TopicNaming(QObject):
    """``show`` opens a dialog over the window; `told` with a sentence about what failed."""

    told = Signal(str)

    def __init__(
        self,
        team: Team,
        bar: UndoBar,
        show: Callable[[Dialog], None],
        window: QWidget,
        menus: Iterable[TopicMenu],
    ) -> None:
        super().__init__(window)
        self._team, self._bar, self._show, self._window = team, bar, show, window
        for menu in menus:
            menu.rename_wanted.connect(self.rename)
            menu.join_wanted.connect(self.join)
            menu.part_wanted.connect(self.part)

    @Slot(str)
    def rename(self, topic: str) -> None:
        """Ask what it is to be called."""
        self._open(TopicDialog(self._team, topic, joins=False, parent=self._window))

    @Slot(str)
    def join(self, topic: str) -> None:
        """Ask with which one."""
        self._open(TopicDialog(self._team, topic, joins=True, parent=self._window))

    @Slot(str)
    def part(self, topic: str) -> None:
        """Have it be one of its own again; Undo joins it as it was."""
        back = RenameTopic(topic, self._team.roster.names.said.get(topic, topic))
        words = self.tr("#{topic} is a topic of its own again, for everyone").format(topic=topic)
        self._team.ask(PartTopic(topic), lambda _: self._offer(words, back), self._failed)

    def _open(self, dialog: TopicDialog) -> None:
        dialog.accepted.connect(partial(self._changed, dialog))
        self._show(dialog)

    def _changed(self, dialog: TopicDialog) -> None:
        words = (
            self.tr("#{topic} is part of #{name} now, for everyone")
            if dialog.joins
            else self.tr("#{topic} is called #{name} now, for everyone")
        )
        self._offer(words.format(topic=dialog.topic, name=dialog.name), dialog.undo)

    def _offer(self, words: str, back: TopicCommand) -> None:
        self._bar.offer(Deed(words, lambda: self._team.ask(back, failed=self._failed)))

    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error))
