"""What leaves in a moment and can be taken back until then; the node keeps it, should we crash.

Owns by which names. How its dialog opens again, and what it is called, who sends it says.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from presencemap.app.commands import (
    DropUnsent,
    Introduce,
    KeepUnsent,
    SendUnsent,
    WriteNote,
)
from presencemap.app.post_commands import SayPost
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.undo_bar import Deed, UndoBar, nothing

_LATE: Final = 3_600_000
"""Ms after which what a crash held up doesn't leave by itself: it may be out of date."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """``words`` say what leaves; ``again`` opens its dialog as it stood, which ``draft`` keeps.

    ``also``: what is done as it leaves.
    """

    wanted: WriteNote | Introduce | SayPost
    words: str
    again: Callable[[], None]
    draft: str = ""
    also: Callable[[], None] = nothing


class Unsent(QObject):
    """``hold`` something: it is kept, then the bar offers to undo it, then it leaves."""

    def __init__(self, team: Team, bar: UndoBar) -> None:
        super().__init__(bar)
        self._team, self._bar = team, bar
        self._waiting: dict[str, Leaving] = {}

    def hold(self, leaving: Leaving) -> None:
        """Keep it, and say so."""
        name = secrets.token_hex(8)
        self._waiting[name] = leaving
        kept = KeepUnsent(name, leaving.wanted, leaving.draft)
        self._team.ask(kept, lambda _: self._offer(name), lambda error: self._not_kept(name, error))

    def found(self, name: str, leaving: Leaving, age: int) -> None:
        """It waited as the app ended: it goes on, but for what ``age``, in ms, made old."""
        if age < _LATE:
            self._waiting[name] = leaving
            self._offer(name)
        else:
            self._stays(name, leaving, self.tr("Not sent yet: {what}").format(what=leaving.words))

    def drop(self, name: str) -> None:
        """It is kept no more."""
        self._team.ask(DropUnsent(name))

    def stop(self) -> None:
        """What still waits leaves now: it was said."""
        self._bar.finish()
        for name in [*self._waiting]:
            self._leave(name)

    def _offer(self, name: str) -> None:
        leaving = self._waiting.get(name)
        if leaving is not None:
            undo, finish = partial(self._take_back, name), partial(self._leave, name)
            self._bar.offer(Deed(leaving.words, undo, finish, waits=True))

    def _take_back(self, name: str) -> None:
        leaving = self._waiting.pop(name)
        self.drop(name)
        leaving.again()

    def _leave(self, name: str) -> None:
        leaving = self._waiting.pop(name)
        leaving.also()
        self._team.ask(
            SendUnsent(name),
            lambda _: self.drop(name),
            lambda error: self._stays(name, leaving, self._why(error)),
        )

    def _not_kept(self, name: str, error: Exception) -> None:
        leaving = self._waiting.pop(name, None)
        if leaving is not None:
            self._stays(name, leaving, self._why(error))

    def _stays(self, name: str, leaving: Leaving, words: str) -> None:
        """What was written isn't lost: it is kept until it is opened again, or dismissed."""

        def again() -> None:
            self.drop(name)
            leaving.again()

        dismissed = partial(self.drop, name)
        self._bar.offer(Deed(words, again, act=self.tr("Open it again"), dismissed=dismissed))

    def _why(self, error: Exception) -> str:
        return self.tr("Not sent: {why}").format(why=sentence(error))
