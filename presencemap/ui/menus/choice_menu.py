"""A menu of a few exclusive choices, of which the node says which one holds.

Owns the entries and the tick. What they are called, and what choosing does, its user knows.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from presencemap.ui.team import Team


class ChoiceMenu(QMenu):
    """`chosen` carries a choice; ``choices``: each with its entry and what it means."""

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        team: Team,
        choices: Mapping[Any, tuple[str, str]],
        current: Callable[[], StrEnum],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._current = current
        self.setToolTipsVisible(True)
        self.entries: dict[StrEnum, QAction] = {}
        group = QActionGroup(self)
        for choice, (entry, means) in choices.items():
            action = QAction(entry, self)
            action.setToolTip(means)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, choice=choice: self._triggered(choice))
            self.addAction(action)
            self.entries[choice] = action
        team.changed.connect(self._team_changed)
        self.learn()

    @Slot()
    def _team_changed(self) -> None:
        # Its own: PySide still calls a slot that somebody overrides when the menu went.
        self.learn()

    def learn(self) -> None:
        """Tick what holds."""
        current = self._current()
        for choice, action in self.entries.items():
            if action.isChecked() is not (choice is current):
                action.setChecked(choice is current)

    def _triggered(self, choice: StrEnum) -> None:
        # The tick moved already; whether it holds, the node says.
        self.learn()
        self.chosen.emit(choice)
