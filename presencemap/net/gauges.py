"""Gauges: what each connection has sent that wasn't delivered to us, and who is cut for it.

ZeroMQ delivers a message once it is whole, and bounds neither its number of parts nor its bytes.
The system counts what a connection has received: who sent much since its last message was
delivered is in the midst of one that no honest program sends. Where the system doesn't count (it
does on Linux), nobody is judged.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, process_time
from typing import Final

from presencemap.net.sockets import reception

A_WORD: Final = 128 << 10
"""Bytes that a connection may send before its first word is delivered: that has at most 64 KiB."""
MOST: Final = 8 << 20
"""The same later: what may wait for us of one link (``backlog``)."""
MOST_IN_ALL: Final = 32 << 20
"""The same of all connections; beyond, those that sent most are cut."""
A_SECOND: Final = 100
"""Bytes a second that are no messages: heartbeats."""
WORTH: Final = 0.05
"""Seconds of processor time in which ``MOST_IN_ALL`` can't have come: CURVE takes more for it.
Looking at many connections costs more than a node at rest does."""
WORTH_SOON: Final = 0.02
"""The same while it is watchful: of a fast machine's network 25 MB can have come in that."""
EVERY: Final = 0.05
"""Seconds between two looks, ``WATCHFUL`` after a connection came or as much as ``WORTH`` was done
from one look to the next."""
WATCHFUL: Final = 6.0
AT_REST: Final = 1.0
"""Seconds between two looks otherwise: to wake up is most of what one costs."""


@dataclass(slots=True, eq=False)
class Gauge:
    """One connection's. ``delivered`` is for its owner to set, with each message."""

    descriptor: int
    wake: Callable[[], None]
    cut: Callable[[], None]
    most: int
    since: float
    delivered: bool = False
    base: int = 0
    size: int = 0

    def read(self, now: float) -> None:
        """Find out how much has come and wasn't delivered."""
        told = reception(self.descriptor)
        if told is None:
            return
        if self.delivered:
            self.delivered, self.base, self.since = False, told.bytes, now
        self.size = told.bytes - self.base - int((now - self.since) * A_SECOND)


class Gauges:
    """Those of all connections of one node."""

    def __init__(self) -> None:
        self._gauges: set[Gauge] = set()
        self._spent = self._asked = self._until = 0.0
        self._next: asyncio.TimerHandle | None = None

    def add(
        self, descriptor: int, wake: Callable[[], None], cut: Callable[[], None], most: int = MOST
    ) -> Gauge:
        """Watch a connection: ``wake`` delivers what waits of it, ``cut`` ends it."""
        gauge = Gauge(descriptor, wake, cut, most, monotonic())
        self._gauges.add(gauge)
        self._be_watchful()
        return gauge

    def drop(self, gauge: Gauge) -> None:
        """A connection is gone."""
        self._gauges.discard(gauge)

    def close(self) -> None:
        """Look no more."""
        self._gauges.clear()
        if self._next is not None:
            self._next.cancel()

    def look(self) -> None:
        """Cut who has sent too much, if it is worth looking again."""
        spent = process_time()
        before, self._asked = self._asked, spent
        if spent - before >= WORTH:
            self._be_watchful()
        if spent - self._spent < (WORTH_SOON if monotonic() < self._until else WORTH):
            return
        self._spent = spent
        now = monotonic()
        for gauge in self._gauges:
            gauge.read(now)
        held = [gauge for gauge in self._gauges if gauge.size > A_WORD]
        if held:
            self._judge(held)

    def _be_watchful(self) -> None:
        at_rest = self._until <= (now := monotonic())
        self._until = now + WATCHFUL
        if at_rest or self._next is None:
            self._beat_in(EVERY)

    def _beat(self) -> None:
        self._next = None
        if not self._gauges:
            return
        self.look()
        if self._next is None:
            self._beat_in(EVERY if monotonic() < self._until else AT_REST)

    def _beat_in(self, seconds: float) -> None:
        if self._next is not None:
            self._next.cancel()
        self._next = asyncio.get_running_loop().call_later(seconds, self._beat)

    def _judge(self, held: list[Gauge]) -> None:
        """What only waits for us is delivered first; it takes turns, so that each gets one."""
        for wake in {gauge.wake for gauge in held}:
            wake()
        guilty = [each for each in held if each in self._gauges and not each.delivered]
        total = sum(gauge.size for gauge in guilty)
        for gauge in sorted(guilty, key=lambda each: each.size, reverse=True):
            if gauge.size > gauge.most or total > MOST_IN_ALL:
                total -= gauge.size
                self.drop(gauge)
                gauge.cut()
