"""The filling of a page with rows, a few in each turn of the event loop.

Owns which part's turn it is. Knows neither parts nor rows. For the GUI thread alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from presencemap.ui.turns import Turns

_SHOWING: Final = 0.0005
"""Seconds of a turn that are left free for each row: to lay it out and paint it takes longer."""


class Filling(Turns):
    """The filling of several parts of a page: one after the other, as they were last asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, few=0, after=_SHOWING)
        self._left: dict[object, Iterator[None]] = {}
        self._held = False
        self._start = QTimer(self, singleShot=True, interval=0)
        self._start.timeout.connect(self._begin)

    def fill(self, part: object, work: Iterator[None]) -> None:
        """Do this, instead of what was left to do for that part, after what the others wait for."""
        self._left.pop(part, None)
        self._left[part] = work
        if not self._held:
            self._begin()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Begin in the turn after all was asked for: what holds it has enough to do in this one."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._start.start()

    @Slot()
    def _begin(self) -> None:
        self.begin(self._each())

    def _each(self) -> Iterator[None]:
        while self._left:
            part, work = next(iter(self._left.items()))
            # `yield from` would close what is left of it, where others begin meanwhile.
            for _ in work:
                yield
            del self._left[part]
