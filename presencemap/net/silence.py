"""Silence: which of the connections that others made to a listener carry nothing any more.

Who dials sends a heartbeat every four seconds (``sockets``); to ask back would wake both sides as
often again (docs/decisions/0055). The system counts what has come, so it is enough to look at that;
where it doesn't count, ZeroMQ asks. Knows no links and reads no word.
"""

from time import monotonic
from typing import Final

from presencemap.net.listener import Connection, Listener
from presencemap.net.sockets import bytes_received

EVERY: Final = 1.9
"""Seconds between two looks: every other tick of a node at rest."""
LOOKS: Final = 5
"""So many looks without a byte in between, and the connection is cut: within 12 s. Not seconds: a
machine that was halted for some has heard nobody meanwhile, and everybody lives."""


class Silence:
    """Of one listener."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._received: dict[Connection, tuple[int, int]] = {}
        """By connection: bytes, and the looks that found no more than these."""
        self._next = 0.0

    def look(self) -> None:
        """For the owner to call, at least once a second."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + EVERY
        before, self._received = self._received, {}
        for connection in self._listener.connections():
            received = bytes_received(connection.descriptor)
            if received is None:
                continue
            known, looks = before.get(connection, (-1, 0))
            looks = looks + 1 if received == known else 0
            if looks < LOOKS:
                self._received[connection] = received, looks
            else:
                self._listener.cut(connection)
