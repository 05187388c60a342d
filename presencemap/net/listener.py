"""Listener: a bound socket and the connections that others made to it.

ZeroMQ hides connections behind a ROUTER or XPUB. Its monitor tells their descriptors, and each
frame names the one that it came over (SRCFD): so one connection can be cut, and its end is known
at once. A descriptor is used again while words of the connection before still wait; their client
was judged by the gate before the new one was there. Knows neither links nor what is said.
"""

import asyncio
import errno
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import zmq

from presencemap.domain.errors import EnvironmentFault, PortTaken
from presencemap.domain.wrong import Wrong
from presencemap.net.descriptors import Descriptors
from presencemap.net.gate import Client, Gate
from presencemap.net.gauges import A_WORD, MOST, Gauge, Gauges
from presencemap.net.inlet import Inlet
from presencemap.net.monitor import LISTENING, Monitor
from presencemap.net.sockets import PlainContext, PlainSocket, endpoint, peer_host, shut_down

PATIENCE: Final = 6.0
"""Seconds until a connection has said its first word: 3 for CURVE, 3 for the word."""
MAX_SILENT: Final = 512
"""Connections that have said nothing yet; one more is cut at once. An eighth of all descriptors
where that is less, as there are two listeners."""
MAX_SILENT_HERE: Final = 192
"""The same from one address; or a sixteenth."""
MAX_OPEN_HERE: Final = 512
"""Connections from one address; a whole site may come through one gateway. Or a quarter."""

BACKLOG: Final = 100
"""Connections that the system takes for us before we do; or a sixteenth, so that a burst of them,
which ZeroMQ takes faster than we cut, leaves descriptors for what else there is to open."""

MANY_PARTS: Final = "a message of many parts"

Offence = Callable[[str, str], None]
"""Hears from which address what came that no honest program does."""


@dataclass(frozen=True, slots=True)
class Guards:
    """Who keeps strangers and excess from all listeners of a node, and hears of what they did."""

    gate: Gate
    descriptors: Descriptors
    gauges: Gauges
    offence: Offence


@dataclass(slots=True, eq=False)
class Connection:
    """One accepted connection; ``key``: of its client, once it has spoken.

    ``after``: how many clients the gate had judged before it was there.
    """

    descriptor: int
    host: str
    after: int
    patience: asyncio.TimerHandle
    gauge: Gauge
    key: bytes | None = None
    cut: bool = False


class Listener:
    """Owns a listening socket; ``take`` receives one message, ``gone`` hears who went."""

    def __init__(
        self,
        context: PlainContext,
        socket: PlainSocket,
        guards: Guards,
        *,
        take: Callable[[], None],
        gone: Callable[[Connection], None],
    ) -> None:
        self.socket = socket
        self._gate, self._gauges = guards.gate, guards.gauges
        self._descriptors = descriptors = guards.descriptors
        self._max_silent = descriptors.share(MAX_SILENT, 8)
        self._max_silent_here = descriptors.share(MAX_SILENT_HERE, 16)
        self._max_here = descriptors.share(MAX_OPEN_HERE, 4)
        socket.setsockopt(zmq.BACKLOG, descriptors.share(BACKLOG, 16))
        self._gone = gone
        self._offence = guards.offence
        self._open: dict[int, Connection] = {}
        self._loop = asyncio.get_running_loop()
        self._monitor = Monitor(context, socket, LISTENING, self._happened)
        self._gate.before_answering(self._monitor.refresh)
        self.inlet = Inlet(socket, take)

    def bind(self, host: str, port: int) -> int:
        """Listen there (port 0: any that is free); answers the port.

        Raises:
            PortTaken: another program listens there.
            EnvironmentFault: the machine doesn't have that address, or doesn't let us.
        """
        try:
            self.socket.bind(endpoint(host, port))
        except zmq.ZMQError as error:
            raise _fault(error, host, port) from None
        return int(self.socket.getsockopt_string(zmq.LAST_ENDPOINT).rpartition(":")[2])

    def connections(self) -> list[Connection]:
        """Those that are open and not cut."""
        self._monitor.refresh()
        return [connection for connection in self._open.values() if not connection.cut]

    def speaks(self, frame: zmq.Frame, client: Client) -> Connection | None:
        """Over which connection that client said this; None: it is gone or was cut."""
        connection = self._source(frame, client)
        if connection is None or connection.cut:
            return None
        connection.patience.cancel()
        connection.key = client.key
        connection.gauge.delivered, connection.gauge.most = True, MOST
        return connection

    def cut(self, connection: Connection) -> None:
        """End exactly this connection; nothing more is heard from it."""
        self._monitor.refresh()
        connection.cut = True
        self._over(connection)
        if self._open.get(connection.descriptor) is connection:
            shut_down(connection.descriptor)

    def cut_source(self, frame: zmq.Frame, client: Client) -> Connection | None:
        """End the connection over which that client said this, if it is still there."""
        connection = self._source(frame, client)
        if connection is not None:
            self.cut(connection)
        return connection

    def close(self) -> None:
        """Stop listening and end all connections."""
        for connection in self._open.values():
            self._over(connection)
        self._open.clear()
        self._monitor.close()
        self.inlet.close()

    def _source(self, frame: zmq.Frame, client: Client) -> Connection | None:
        self._monitor.refresh()
        connection = self._open.get(_descriptor(frame))
        return connection if connection and client.number > connection.after else None

    def _happened(self, event: int, value: int) -> None:
        left = self._open.pop(value, None)
        if left is not None:
            self._over(left)
            # Not from here: this may be in the midst of taking a frame.
            self._loop.call_soon(self._went, left)
        if event == zmq.Event.ACCEPTED:
            patience = self._loop.call_later(PATIENCE, self._tire, value)
            gauge = self._gauges.add(
                value, self.inlet.wake, lambda: self._swallows(accepted), A_WORD
            )
            accepted = self._open[value] = Connection(
                value, peer_host(value), self._gate.judged, patience, gauge
            )
            excess = self._is_one_too_many(accepted.host)
            if excess:
                self._offence(accepted.host, "too many connections at once")
            if self._descriptors.run_short(value) or excess:
                self._loop.call_soon(self.cut, accepted)

    def _is_one_too_many(self, host: str) -> bool:
        silent = [each.host for each in self._open.values() if each.key is None]
        here = sum(each.host == host for each in self._open.values())
        silent_here = silent.count(host)
        return (
            len(silent) > self._max_silent
            or silent_here > self._max_silent_here
            or here > self._max_here
        )

    def _swallows(self, connection: Connection) -> None:
        self._offence(connection.host, MANY_PARTS)
        self.cut(connection)

    def _over(self, connection: Connection) -> None:
        connection.patience.cancel()
        self._gauges.drop(connection.gauge)

    def _tire(self, descriptor: int) -> None:
        connection = self._open.get(descriptor)
        if connection is not None and connection.key is None:
            self.cut(connection)

    def _went(self, connection: Connection) -> None:
        if not self.inlet.closed:
            self.inlet.wake()  # its last words come first
            self._gone(connection)


def _descriptor(frame: zmq.Frame) -> int:
    try:
        return int(frame.get(zmq.SRCFD))
    except zmq.ZMQError:
        return -1


def _fault(error: zmq.ZMQError, host: str, port: int) -> EnvironmentFault:
    if error.errno in (errno.EADDRINUSE, zmq.EADDRINUSE):
        return PortTaken(
            f"Port {port} is taken by another program. Name another with --listen {host}:PORT, "
            "or stop that program.",
            Wrong.PORT_TAKEN,
            port=port,
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return EnvironmentFault(
            f"This account may not listen on port {port}. Name one above 1023 with --listen.",
            Wrong.PORT_FORBIDDEN,
            port=port,
        )
    return EnvironmentFault(
        f"This machine can't listen on {host} ({error.strerror}). "
        "Name one of its own addresses with --listen.",
        Wrong.HOST_STRANGE,
        host=host,
    )
