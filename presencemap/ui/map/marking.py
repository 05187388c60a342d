"""Whom the map brings out: who matches a filter, the chosen person and place; marked in turns.

Owns who they are. Knows no card and no gesture.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from presencemap.ui.map.dock import DockStrip
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.turns import Rounds


class Marking(QObject):
    """``changed`` asks for a repaint. Set what is to be marked, then ``ask``."""

    changed = Signal()

    def __init__(self, parent: QObject, foreground: Foreground, dock: DockStrip) -> None:
        super().__init__(parent)
        self._foreground = foreground
        self._dock = dock
        self.lit: frozenset[str] | None = None
        self.person: str | None = None
        self.place: str | None = None
        self._rounds = Rounds(self, self._marked)

    def ask(self) -> None:
        """Mark them: of thousands it takes some turns, and plates change together."""
        self._rounds.ask()

    def stop(self) -> None:
        """Mark nobody any more."""
        self._rounds.stop()

    def _marked(self) -> Iterator[None]:
        for section in self._dock.sections:
            if section.lit is not self.lit:
                section.set_matching(self.lit)
                yield
        yield from self._foreground.marking(self.lit, self.person, self.place)
        self.changed.emit()
