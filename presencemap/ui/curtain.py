"""Parts of a window that look as they did, until a turn of the event loop is free to paint them.

Owns when they are painted. Knows nothing of what they show: that is true at once.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from presencemap.ui.turns import TURN, Turns

_OTHERS = 4
"""Turns for what else comes of an act: its own, and those in which a list goes there and paints."""


class Curtain(QObject):
    """``fall`` before much changes at once, which alone takes a turn; it rises by itself."""

    def __init__(self, parent: QObject, first: QWidget, *others: QWidget) -> None:
        """``first`` is painted in the next turn, the others when all of that is done.

        Those that overlap are painted together, as each would have the other painted with it.
        """
        super().__init__(parent)
        self._first, self._others = first, others
        self._turns = Turns(self, few=0, after=TURN)

    def fall(self) -> None:
        """Paint nothing of these parts in this turn."""
        for part in (self._first, *self._others):
            part.setUpdatesEnabled(False)
        self._turns.begin(self._rising())

    def _rising(self) -> Iterator[None]:
        yield
        self._first.setUpdatesEnabled(True)
        for _ in range(_OTHERS):
            yield
        risen: list[QWidget] = []
        for part in self._others:
            if risen and not any(_place(part).intersects(_place(each)) for each in risen):
                yield
            part.setUpdatesEnabled(True)
            risen.append(part)


def _place(part: QWidget) -> QRect:
    """Where it is on the screen."""
    return QRect(part.mapToGlobal(QPoint()), part.size())
