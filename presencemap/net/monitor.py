"""Monitor: what ZeroMQ tells about the connections below one socket."""

import struct
from collections.abc import Callable
from itertools import count
from typing import Final

import zmq

from presencemap.net.inlet import Inlet
from presencemap.net.sockets import PlainContext, PlainSocket

HANDSHAKE_FAILED: Final = (
    zmq.Event.HANDSHAKE_FAILED_NO_DETAIL
    | zmq.Event.HANDSHAKE_FAILED_PROTOCOL
    | zmq.Event.HANDSHAKE_FAILED_AUTH
)
DIALLING: Final = (
    zmq.Event.CONNECTED
    | zmq.Event.CLOSED
    | zmq.Event.HANDSHAKE_SUCCEEDED
    | HANDSHAKE_FAILED
    | zmq.Event.DISCONNECTED
)
LISTENING: Final = zmq.Event.ACCEPTED | zmq.Event.DISCONNECTED

_HEAD: Final = struct.Struct("=HI")
_names = count(1)


class Monitor:
    """Calls ``tell`` with each event of that mask and its value, a descriptor as a rule."""

    def __init__(
        self,
        context: PlainContext,
        watched: PlainSocket,
        events: zmq.Event,
        tell: Callable[[int, int], None],
    ) -> None:
        self._watched = watched
        self._tell = tell
        name = f"inproc://monitor-{next(_names)}"
        watched.monitor(name, events)
        self._pair: PlainSocket = context.socket(zmq.PAIR)
        # Unbounded: ZeroMQ's own thread would wait for us when it is full.
        self._pair.setsockopt(zmq.RCVHWM, 0)
        self._pair.setsockopt(zmq.LINGER, 0)
        self._pair.connect(name)
        self._inlet = Inlet(self._pair, self._take)

    def refresh(self) -> None:
        """Take now what is already told."""
        try:
            while not self._inlet.closed:
                self._take()
        except zmq.Again:
            return

    def close(self) -> None:
        """Stop; to be called before the watched socket is closed."""
        if self._inlet.closed:
            return
        # In this order: with its other end gone, ZeroMQ would wait in the middle of an event.
        self._watched.monitor(None, 0)
        self._inlet.close()

    def _take(self) -> None:
        head = self._pair.recv(zmq.DONTWAIT)
        self._pair.recv(zmq.DONTWAIT)  # the endpoint, of no use
        event, value = _HEAD.unpack(head)
        self._tell(event, value)
