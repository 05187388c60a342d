"""Outbound connections: one CURVE client socket, one server, one try.

The same for a DEALER to a door and for a SUB to a feed. Knows when it is through and when it
ended; not what it is for.
"""

import asyncio
from collections.abc import Callable
from typing import Final

import zmq

from presencemap.net.gauges import Gauge, Gauges
from presencemap.net.inlet import Inlet
from presencemap.net.monitor import DIALLING, Monitor
from presencemap.net.sockets import (
    CONNECT_MS,
    HANDSHAKE_MS,
    PlainContext,
    PlainSocket,
    dialling_socket,
    endpoint,
)
from presencemap.protocol.signing import CurveKey

OPEN_SECONDS: Final = (CONNECT_MS + HANDSHAKE_MS) / 1_000 + 0.5
"""Until a try that ZeroMQ tells nothing about has failed."""


class Outbound:
    """A connection that we made. ``heard`` gets its frames, ``ended`` is told once it is over.

    Closed, it tells nothing more.
    """

    def __init__(
        self,
        context: PlainContext,
        kind: zmq.SocketType,
        key: CurveKey,
        server: bytes,
        *,
        gauges: Gauges,
        heard: Callable[[bytes], None],
        ended: Callable[[], None],
    ) -> None:
        self._gauges = gauges
        self._gauge: Gauge | None = None
        self.descriptor = -1
        self._heard = heard
        self._ended = ended
        self._leaving = False
        self.connected = False
        self.breached = False
        self._through: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._socket: PlainSocket = dialling_socket(context, kind, key, server)
        if kind == zmq.SUB:
            self._socket.setsockopt(zmq.SUBSCRIBE, b"")
        else:
            self._socket.setsockopt(zmq.IMMEDIATE, 1)
        self._monitor = Monitor(context, self._socket, DIALLING, self._happened)
        self._inlet = Inlet(self._socket, self._take)

    async def open(self, host: str, port: int) -> bool:
        """Connect; whether CURVE's handshake came through. If not, it is closed."""
        try:
            self._socket.connect(endpoint(host, port))
        except zmq.ZMQError:  # no host can be called that
            self.close()
            return False
        try:
            await asyncio.wait((self._through,), timeout=OPEN_SECONDS)
        except asyncio.CancelledError:
            self.close()
            raise
        if self._inlet.closed or not self._through.done():
            self.close()
            return False
        return True

    def send(self, frame: bytes) -> bool:
        """Hand a frame over, now; False: it can't take it."""
        try:
            self._socket.send(frame, zmq.DONTWAIT)
        except zmq.ZMQError:
            return False
        self._inlet.recheck()
        return True

    def drain(self) -> None:
        """Take a turn's worth of what waits, before the link is called lost."""
        self._inlet.wake()

    def end(self) -> None:
        """Close it; ``ended`` is told, if it was through."""
        opened = self._through.done()
        self.close()
        if opened:
            self._ended()

    def close(self) -> None:
        """End it without a word."""
        self._settle()
        if self._gauge is not None:
            self._gauges.drop(self._gauge)
        self._monitor.close()
        self._inlet.close()

    def _take(self) -> None:
        try:
            frame = self._socket.recv(zmq.DONTWAIT)
        except zmq.Again:
            if self._leaving:
                self.end()
            raise
        if self._gauge is not None:
            self._gauge.delivered = True
        if self._socket.getsockopt(zmq.RCVMORE):
            # A message has one part; the others go with the socket, unread.
            self._breach()
            return
        self._heard(frame)

    def _happened(self, event: int, value: int) -> None:
        if event == zmq.Event.CONNECTED:
            self.connected = True
            self.descriptor = value
        elif event == zmq.Event.HANDSHAKE_SUCCEEDED:
            self._gauge = self._gauges.add(self.descriptor, self._inlet.wake, self._breach)
            self._settle()
        else:
            self._leaving = True
            self._inlet.wake()  # the last words come first, in as many turns as they take

    def _breach(self) -> None:
        self.breached = True
        self.end()

    def _settle(self) -> None:
        if not self._through.done():
            self._through.set_result(None)
