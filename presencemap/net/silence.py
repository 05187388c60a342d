"""Silence: whose connection carries nothing any more, by what the system counts.

The kernels ask each other whether they are there, and wake no program for it; who dialled asks
seldom whether the program is (``sockets``; docs/decisions/0055). So it is enough to look at what
has come; where the system doesn't count, ZeroMQ asks. Knows no links and reads no word.
"""

from collections.abc import Callable, Iterable
from math import inf
from time import monotonic
from typing import Final, Generic, Protocol, TypeVar

from presencemap.net.sockets import reception

EVERY: Final = 3.9
"""Seconds between two looks: every other tick of a node at rest."""
UNHEARD: Final = 2
"""So many looks at a machine that isn't there, and the connection is cut: within 12 s. Not seconds:
a machine that was halted for some has heard nobody meanwhile, and everybody lives."""
MUTE: Final = 4
"""The same of a program that says nothing, while its machine is there: within 20 s."""


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
        self._known: dict[L, tuple[int, int, int]] = {}
        """Bytes, and the looks in vain at the machine and at the program."""
        self._last = -inf

    def look(self) -> None:
        """For the owner to call, every two seconds at least."""
        now = monotonic()
        since = now - self._last
        if since < EVERY:
            return
        self._last = now
        before, self._known = self._known, {}
        for line in self._lines():
            told = reception(line.descriptor)
            if told is None:
                continue
            known, unheard, mute = before.get(line, (-1, 0, 0))
            mute = mute + 1 if told.bytes == known else 0
            unheard = unheard + 1 if mute and told.unheard > since * 1_000 else 0
            if unheard < UNHEARD and mute < MUTE:
                self._known[line] = told.bytes, unheard, mute
            else:
                self._cut(line)
