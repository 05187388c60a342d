"""Feed: the XPUB that tells all subscribers what is new; the gate says who they are."""

from collections.abc import Callable
from typing import Final

import zmq

from presencemap.net.gate import FEED, client_of
from presencemap.net.listener import Connection, Guards, Listener
from presencemap.net.sockets import PlainContext, listening_socket
from presencemap.protocol.signing import CurveKey

SUBSCRIBE_ALL: Final = b"\x01"
UNSUBSCRIBE_ALL: Final = b"\x00"


class Feed:
    """Tells the key of each subscriber from the moment that it hears us."""

    def __init__(
        self,
        context: PlainContext,
        key: CurveKey,
        guards: Guards,
        *,
        subscribed: Callable[[bytes], None],
    ) -> None:
        self._admits = guards.gate.admits
        self._subscribed = subscribed
        self._offence = guards.offence
        self._skipping = False
        self._socket = listening_socket(context, zmq.XPUB, key, FEED)
        # Each subscription is told, with its User-Id, not only the first of a topic.
        self._socket.setsockopt(zmq.XPUB_VERBOSE, 1)
        self._listener = Listener(context, self._socket, guards, take=self._take, gone=self._went)
        self.bind = self._listener.bind

    def publish(self, frame: bytes) -> None:
        """To all subscribers; one whose queue is full misses it and asks later."""
        self._socket.send(frame, zmq.DONTWAIT)
        self._listener.inlet.recheck()

    def expel(self, key: bytes) -> None:
        """Cut the connections of this subscriber: un-admitting alone cuts nobody."""
        for connection in self._listener.connections():
            if connection.key == key:
                self._listener.cut(connection)

    def close(self) -> None:
        """End all subscriptions."""
        self._listener.close()

    def _take(self) -> None:
        part = self._socket.recv(zmq.DONTWAIT, copy=False)
        if self._skipping:
            self._skipping = bool(part.more)
            return
        self._skipping = bool(part.more)
        said, client = part.bytes, client_of(part)
        if client is None:
            return
        if said == SUBSCRIBE_ALL and not part.more and self._admits(client.key):
            if self._listener.speaks(part, client) is not None:
                self._subscribed(client.key)
        elif said != UNSUBSCRIBE_ALL or part.more:
            # Other topics would fill our memory; words have no place here; or just expelled.
            connection = self._listener.cut_source(part, client)
            if connection is not None:
                self._offence(connection.host, "something else than a subscription to the feed")

    def _went(self, connection: Connection) -> None:
        """Nobody asks: whose feed connection ends is heard of by the link."""
