"""Silence: whose connection carries nothing any more, by what the system counts.

Who dialled asks: its kernel whether the other one is there, which wakes no program, and ZeroMQ
seldom whether the program is (``sockets``; docs/decisions/0061). So at both ends it is enough to
look at what has come; where the system doesn't count, ZeroMQ asks. Knows no links, reads no word.
"""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Final, Generic, Protocol, TypeVar

from presencemap.net.sockets import Reception, reception

EVERY: Final = 3.9
"""Seconds between two looks: every other tick of a node at rest."""
UNHEARD: Final = 2
"""So many looks at a machine that isn't there, and the connection is cut: within 12 s. Not seconds:
a machine that was halted for some has heard nobody meanwhile, and everybody lives."""
MUTE: Final = 4
"""The same of a program that says nothing, while its machine is there: within 20 s."""

NOTHING: Final = Reception(-1, -1)


class Line(Protocol):
    """A connection."""

    @property
    def descriptor(self) -> int:
        """Of its socket."""


L = TypeVar("L", bound=Line)


class Silence(Generic[L]):
    """Among these connections; ``cut`` hears of each that is silent."""

    def __init__(self, lines: Callable[[], Iterable[L]], cut: Callable[[L], None]) -> None:
        self._lines = lines
        self._cut = cut
        self._known: dict[L, tuple[Reception, int, int]] = {}
        """What had come, and the looks in vain for the machine and for the program."""
        self._next = 0.0

    def look(self) -> None:
        """For the owner to call, every two seconds at least."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + EVERY
        before, self._known = self._known, {}
        for line in self._lines():
            told = reception(line.descriptor)
            if told is None:
                continue
            known, unheard, mute = before.get(line, (NOTHING, 0, 0))
            unheard = unheard + 1 if told.segments == known.segments else 0
            mute = mute + 1 if told.bytes == known.bytes else 0
            if unheard < UNHEARD and mute < MUTE:
                self._known[line] = told, unheard, mute
            else:
                self._cut(line)
