"""Door: the ROUTER that others dial. Each connection that speaks is an inbound link.

Knows the dialler's CURVE key (from the gate) and source address; not who that is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from time import monotonic_ns
from typing import Final

import zmq

from presencemap.net.gate import DOOR, client_of
from presencemap.net.listener import MANY_PARTS, Connection, Guards, Listener
from presencemap.net.silence import Silence
from presencemap.net.sockets import PlainContext, listening_socket
from presencemap.protocol.budget import Allowance, Bucket
from presencemap.protocol.signing import CurveKey

GREETINGS: Final = Allowance(burst=200, rate=10)
"""Connections of one address that may say their first word; the others are cut unheard."""


@dataclass(frozen=True, slots=True)
class Inbound:
    """A link that another dialled: ``host`` is the source address, ``key`` its CURVE key."""

    link: str
    routing: bytes
    host: str
    key: bytes
    connection: Connection


class Door:
    """Tells frames as (inbound, frame), ends as inbound, and what broke the rules as an offence."""

    def __init__(
        self,
        context: PlainContext,
        key: CurveKey,
        guards: Guards,
        *,
        heard: Callable[[Inbound, bytes], None],
        lost: Callable[[Inbound], None],
    ) -> None:
        self._heard = heard
        self._lost = lost
        self._offence = guards.offence
        self._first_words: dict[str, Bucket] = {}
        self._routes: dict[bytes, Inbound] = {}
        self._names = count(1)
        self._skipping = False
        self._socket = listening_socket(context, zmq.ROUTER, key, DOOR)
        self._socket.setsockopt(zmq.ROUTER_MANDATORY, 1)
        self._listener = Listener(context, self._socket, guards, take=self._take, gone=self._went)
        self.bind = self._listener.bind
        self.look = Silence(self._listener.connections, self._listener.cut).look

    def send(self, inbound: Inbound, frame: bytes) -> bool:
        """Hand a frame over, now; False: the link can't take it."""
        try:
            self._socket.send_multipart((inbound.routing, frame), zmq.DONTWAIT)
        except zmq.ZMQError:
            return False
        finally:
            self._listener.inlet.recheck()
        return True

    def hang_up(self, inbound: Inbound) -> None:
        """Cut exactly this connection and forget it, without a word about it."""
        if self._routes.pop(inbound.routing, None) is not None:
            self._listener.cut(inbound.connection)

    def close(self) -> None:
        """Close the door; all its links end without a word."""
        self._routes.clear()
        self._listener.close()

    def _take(self) -> None:
        routing = self._socket.recv(zmq.DONTWAIT)
        if self._skipping:
            self._skipping = bool(self._socket.getsockopt(zmq.RCVMORE))
            return
        inbound = self._routes.get(routing)
        if inbound is None:
            part = self._socket.recv(zmq.DONTWAIT, copy=False)
            self._skipping = bool(part.more)
            inbound = self._admitted(routing, part)
            frame = part.bytes if inbound is not None else b""
        else:
            frame = self._socket.recv(zmq.DONTWAIT)
            inbound.connection.gauge.delivered = True
            self._skipping = bool(self._socket.getsockopt(zmq.RCVMORE))
        if inbound is None:
            return
        if self._skipping:
            # A message has one part. The rest is let go part by part, turn by turn.
            self._offence(inbound.host, MANY_PARTS)
            self.hang_up(inbound)
            self._lost(inbound)
            return
        self._heard(inbound, frame)

    def _admitted(self, routing: bytes, part: zmq.Frame) -> Inbound | None:
        """The new link of a first frame; None: what came is a leftover of a cut connection."""
        client = client_of(part)
        connection = self._listener.speaks(part, client) if client is not None else None
        if client is None or connection is None:
            return None
        host = str(part.get("Peer-Address")).removeprefix("::ffff:")
        if not self._may_greet(host):
            self._offence(host, "too many greetings at once")
            self._listener.cut(connection)
            return None
        inbound = Inbound(f"in-{next(self._names)}", routing, host, client.key, connection)
        self._routes[routing] = inbound
        return inbound

    def _may_greet(self, host: str) -> bool:
        """Each greeting is some signatures to check: so many an address."""
        now = monotonic_ns() // 1_000_000
        for paid in [h for h, bucket in self._first_words.items() if bucket.full(now)]:
            del self._first_words[paid]
        return self._first_words.setdefault(host, Bucket(GREETINGS, now)).spend(1, now)

    def _went(self, connection: Connection) -> None:
        for inbound in [i for i in self._routes.values() if i.connection is connection]:
            del self._routes[inbound.routing]
            self._lost(inbound)
