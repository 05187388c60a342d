"""Notes and posts that I take back: one goes once that can't be undone any more.

Owns which are on their way out. What they say, and what else comes of it, whoever begins it knows.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from presencemap.app.commands import Command
from presencemap.ui.team import Team
from presencemap.ui.undo_bar import Deed, nothing


class TakingBack(QObject):
    """`offered` with what can be undone a while; `changed`: others are ``going``.

    ``going`` are the ids of those being taken back. One that is gone stays among them, since it
    may be shown a moment longer; one that the node won't take back stays, and `failed` says why.
    """

    offered = Signal(object)
    changed = Signal(frozenset)
    failed = Signal(object)

    def __init__(self, team: Team, parent: QObject) -> None:
        super().__init__(parent)
        self._team = team
        self.going: frozenset[str] = frozenset()

    def begin(
        self,
        which: str,
        text: str,
        command: Command,
        *,
        undone: Callable[[], None] = nothing,
        gone: Callable[[], None] = nothing,
    ) -> bool:
        """Take this one back, by that command, unless it is undone; False where it goes already."""
        if which in self.going:
            return False
        words = self.tr("Taking back: {text}").format(text=" ".join(text.split()))

        def failed(error: Exception) -> None:
            self._stays(which)
            self.failed.emit(error)

        def undo() -> None:
            self._stays(which)
            undone()

        finish = partial(self._team.ask, command, lambda _: gone(), failed)
        now = self.tr("Take back now")
        self.offered.emit(Deed(words, undo, finish, waits=True, now=now))
        self._show(self.going | {which})
        return True

    def _stays(self, which: str) -> None:
        self._show(self.going - {which})

    def _show(self, going: frozenset[str]) -> None:
        self.going = going
        self.changed.emit(going)
