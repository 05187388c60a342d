"""Work on thousands, a few milliseconds of it in each turn of the event loop.

Owns how long a turn works and how long what is painted in it may draw, and that all who do share
that. Knows nothing of the work. For the GUI thread alone.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from math import inf
from time import thread_time

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer, Signal, Slot

TURN = 0.0015
"""Seconds of work, what else was done in the turn included; painting comes after it."""
DRAWING = 0.001
"""Seconds of a turn for what is painted for the first time, where all else is painted too."""
FULL = 0.002
"""Seconds after which a turn is full: painting took them, and work waits for the next one."""
FEW = 20
"""So many steps of a work are done at once in any case, when it begins."""


class _Line:
    """Who goes on with a work comes after others where a turn has no room for all of them.

    Of a spent one the first step of each would be more than it has.
    """

    def __init__(self) -> None:
        self._waiting: list[object] = []
        self._went = self._absent = False

    def begin(self) -> None:
        """Another turn begins."""
        if self._absent and not self._went:
            # Whose turn it was has stopped, or is gone.
            del self._waiting[:1]
        self._went = self._absent = False

    def holds(self, who: object, *, spent: bool) -> bool:
        """Whether it isn't their turn; ``spent``: nothing is left of it.

        Nobody waits twice for that: others may begin something in every turn.
        """
        waited, first = who in self._waiting, self._waiting[:1] in ([], [who])
        if first and not (spent and (self._went or not waited)):
            del self._waiting[:1]
            self._went = True
            return False
        self._absent |= not first
        if not waited:
            self._waiting.append(who)
        return True


class _Turn:
    """The turn that runs, as the event loop tells, by this thread's own time.

    By the clock those who wait for a core would have nothing painted and do nothing else.
    """

    def __init__(self) -> None:
        self._loop: QAbstractEventDispatcher | None = None
        self._waits = self._waited = False
        self._worked = False
        self._line = _Line()
        self.begin()

    def watch(self) -> None:
        """Hear of each turn from now on."""
        loop = QAbstractEventDispatcher.instance()
        if loop is not self._loop and loop is not None:
            self._loop = loop
            loop.awake.connect(self.begin)

    def begin(self) -> None:
        """Another one begins."""
        self._worked = False
        self._line.begin()
        self._waited, self._waits = self._waits, False
        self._began = self._stepped = thread_time()
        self._works_until: float | None = None
        self._draws_from: float | None = None

    @property
    def is_full(self) -> bool:
        """Whether others filled this turn, so that whoever has more to do waits for the next.

        Never two in a row: while something is painted in each turn nothing else would get on. The
        second one has half a turn's time beside what is painted in it.
        """
        if self._works_until is None:
            now = thread_time()
            full = now >= self._began + FULL
            self._waits = full and not self._waited
            self._works_until = now + TURN / 2 if full else self._began + TURN
        return self._waits

    @property
    def is_spent(self) -> bool:
        """Whether those who worked in it have left no time for others."""
        until = self._works_until
        return self._worked and until is not None and thread_time() >= until

    @property
    def is_under_way(self) -> bool:
        """Whether a part of it is gone that a long step would miss."""
        return thread_time() >= self._began + TURN / 3

    def spend(self) -> None:
        """Leave no time in it: what comes next is long, and begins the next one."""
        self._works_until = -inf

    def is_left_by(self, who: object) -> bool:
        """Whether who goes on with a work waits for another turn: this one is full, or spent."""
        return self.is_full or self._line.holds(who, spent=self.is_spent)

    def over(self, few: int | None = None, after: float = 0.0) -> Callable[[], bool]:
        """Tells who works, after each step, when to leave the rest for the next turn.

        That is when another such step wouldn't fit. ``few``: after so many steps the time is looked
        at; None for small ones. ``after``: seconds of this turn that each step wants for what comes
        of it, as painting.
        """
        few = FEW if few is None else few
        if self._works_until is None:
            self._works_until = self._began + TURN
        self._worked, self._stepped = True, thread_time()
        return partial(self._is_over, count(1 - few), after)

    def _is_over(self, steps: Iterator[int], after: float) -> bool:
        if self._works_until is None:
            # Within a step the event loop ran, as a dialog's does.
            self._works_until = self._began + TURN
        self._works_until -= after
        now = thread_time()
        took, self._stepped = now - self._stepped, now
        fits = next(steps) <= 0 or now + took < self._works_until
        return self._works_until == -inf or not fits

    def drawing(self, times: int = 1) -> Callable[[], bool]:
        """Tells who paints, after each thing that was never drawn before, when to leave others.

        ``times``: as long, for who paints little else; what others paint meanwhile counts too.
        """
        if self._draws_from is None:
            self._draws_from = thread_time()
        until = self._draws_from + times * DRAWING
        return lambda: thread_time() >= until


turn = _Turn()


def alone() -> Iterator[None]:
    """For a work, ``yield from`` it before a long step: that begins a turn, and is all of it.

    Where the turn has hardly begun it goes on: with few people all comes at once.
    """
    if turn.is_under_way:
        turn.spend()
        yield


class Turns(QObject):
    """Takes the steps of a work: as many at once as fit, the others in the turns to come."""

    late = Signal()
    """The work is done, and took more than one turn."""

    def __init__(self, parent: QObject, few: int | None = None, after: float = 0.0) -> None:
        """``few``: after so many steps the time is looked at; None for small ones.

        ``after``: seconds of the turn that each step wants for what comes of it, as painting.
        """
        super().__init__(parent)
        turn.watch()
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

    def begin_later(self, work: Iterator[None]) -> None:
        """The same from the next turn on."""
        self._work = work
        self._next.start()

    def stop(self) -> None:
        """Do no more."""
        self._next.stop()
        self._work = None

    @Slot()
    def _go_on(self) -> None:
        if turn.is_left_by(self):
            self._next.start()
        elif self._work is not None and self._go(self._work, 0):
            self.late.emit()

    def _go(self, work: Iterator[None], few: int | None) -> bool:
        """Whether that was the last of it."""
        over = turn.over(few, self._after)
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
            # Nobody sees whether it begins a turn later, where others have worked in this one.
            (self.begin_later if turn.is_spent else self.begin)(self._round())

    def stop(self) -> None:
        """Do no more, until somebody asks."""
        super().stop()
        self._again = False

    @Slot()
    def _catch_up(self) -> None:
        if self._again:
            self.ask()
