"""Work on thousands, a few milliseconds of it in each turn of the event loop.

Owns how long a turn works, and that all who work in one share that. Knows nothing of the work. For
the GUI thread alone.
"""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

TURN = 0.002
"""Seconds of work; painting comes on top of it."""
FEW = 20
"""So many steps of a work are done at once in any case, when it begins."""


class _Turn:
    """The turn that runs. Whoever asks a second time is in another one."""

    def __init__(self) -> None:
        self._began = self._ends = 0.0
        self._asked: set[int] = set()

    def over(self, asker: object, few: int | None = None, after: float = 0.0) -> Callable[[], bool]:
        """Tells the asker, after each step, when to leave the rest for the next turn.

        ``few``: after so many steps the time is looked at; None for small ones. ``after``: seconds
        of this turn that each step wants for what comes of it, as painting.
        """
        few = FEW if few is None else few
        now = perf_counter()
        if not self._asked or id(asker) in self._asked or now > self._began + 2 * TURN:
            self._asked.clear()
            self._began, self._ends = now, now + TURN
        self._asked.add(id(asker))

        def is_over() -> bool:
            nonlocal few
            few -= 1
            self._ends -= after
            return few < 0 and perf_counter() >= self._ends

        return is_over


turn = _Turn()


class Turns(QObject):
    """Takes the steps of a work: as many at once as fit, the others in the turns to come."""

    late = Signal()
    """The work is done, and took more than one turn."""

    def __init__(self, parent: QObject, few: int | None = None, after: float = 0.0) -> None:
        """``few``: after so many steps the time is looked at; None for small ones.

        ``after``: seconds of the turn that each step wants for what comes of it, as painting.
        """
        super().__init__(parent)
        self._few, self._after = few, after
        self._work: Iterator[None] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is more to do."""
        return self._work is not None

    def begin(self, work: Iterator[None]) -> None:
        """Do this, instead of what was left to do: it yields after each step."""
        self._next.stop()
        self._work = work
        self._go(work, self._few)

    def stop(self) -> None:
        """Do no more."""
        self._next.stop()
        self._work = None

    @Slot()
    def _go_on(self) -> None:
        # Others worked in this turn: by now each step is looked at.
        if self._work is not None and self._go(self._work, 0):
            self.late.emit()

    def _go(self, work: Iterator[None], few: int | None) -> bool:
        """Whether that was the last of it."""
        over = turn.over(self, few, self._after)
        for _ in work:
            if self._work is not work:
                # The step began another one, or stopped all.
                return False
            if over():
                self._next.start()
                return False
        self._work = None
        return True


class Rounds(Turns):
    """A work that is done again whenever somebody asks; asked while it is done, once more after."""

    def __init__(self, parent: QObject, work: Callable[[], Iterator[None]]) -> None:
        super().__init__(parent, few=0)
        self._round = work
        self._again = False
        self.late.connect(self._catch_up)

    @Slot()
    def ask(self) -> None:
        """Begin, or do it once more after what is under way."""
        self._again = self.busy
        if not self.busy:
            self.begin(self._round())

    def stop(self) -> None:
        """Do no more, until somebody asks."""
        super().stop()
        self._again = False

    @Slot()
    def _catch_up(self) -> None:
        if self._again:
            self.ask()
