"""Inlet: hears one ZeroMQ socket on the event loop, without a task or a future a message.

ZeroMQ's descriptor is edge-triggered: it tells that something happened, once. So each wake reads
until there is nothing, and whoever sends on the same socket calls ``recheck`` afterwards. Knows
nothing of what is received.
"""

import asyncio
from collections.abc import Callable
from typing import Final

import zmq

from presencemap.net.sockets import PlainSocket

TURN_MESSAGES: Final = 256
TURN_SECONDS: Final = 0.005


class Inlet:
    """Calls ``take`` for each message that waits; it receives exactly one or raises ``Again``.

    At most 256 messages or 5 ms a turn of the loop, so that nobody is starved. Owns the socket.
    """

    def __init__(self, socket: PlainSocket, take: Callable[[], None]) -> None:
        self._socket = socket
        self._take = take
        self._loop = asyncio.get_running_loop()
        self._descriptor = int(socket.getsockopt(zmq.FD))
        self._next: asyncio.Handle | None = None
        self._awake = False
        self.closed = False
        self._loop.add_reader(self._descriptor, self.wake)
        self._again()  # what came before the descriptor was watched

    def wake(self) -> None:
        """Take what waits, within one turn."""
        if self._awake or self.closed:
            return
        if self._next is not None:
            self._next.cancel()
            self._next = None
        self._awake = True
        try:
            self._turn()
        except zmq.Again:
            return
        except BaseException:
            # One message was too bad for its taker; the others still wait.
            self._again()
            raise
        finally:
            self._awake = False

    def recheck(self) -> None:
        """After a send: it may have taken note of arrivals that the descriptor won't tell again."""
        if not self.closed and int(self._socket.getsockopt(zmq.EVENTS)) & zmq.POLLIN:
            self._again()

    def close(self) -> None:
        """Stop hearing and close the socket."""
        if self.closed:
            return
        self.closed = True
        if self._next is not None:
            self._next.cancel()
        self._loop.remove_reader(self._descriptor)
        self._socket.close(0)

    def _turn(self) -> None:
        until = self._loop.time() + TURN_SECONDS
        for _ in range(TURN_MESSAGES):
            self._take()
            if self.closed:
                return
            if self._loop.time() > until:
                break
        self._again()

    def _again(self) -> None:
        if self._next is None and not self.closed:
            self._next = self._loop.call_soon(self.wake)
