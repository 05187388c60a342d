"""Gate: says which CURVE clients come in, by ZAP (ZeroMQ's RFC 27).

Two domains. *door*: whoever got through CURVE, so has the team's door key; *feed*: exactly the
admitted subscriber keys. User-Id becomes the client's key in hex and which of those judged it was.
NULL, PLAIN and everything else are refused: pyzmq's own authenticator lets NULL pass and leaves a
task behind.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import zmq

from presencemap.net.inlet import Inlet
from presencemap.net.sockets import PlainContext, PlainSocket

DOOR: Final = b"door"
FEED: Final = b"feed"
_ENDPOINT: Final = "inproc://zeromq.zap.01"
_VERSION: Final = b"1.0"
_USER: Final = re.compile(r"([0-9a-f]{64}) ([0-9]+)")


@dataclass(frozen=True, slots=True)
class Client:
    """Who is at the other end of a connection; ``number``: of those judged by the gate."""

    key: bytes
    number: int


class Gate:
    """The ZAP handler of one context; to be there before the sockets that it guards."""

    def __init__(self, context: PlainContext) -> None:
        self.judged = 0
        """How many clients were judged so far."""
        self._admitted: set[bytes] = set()
        self._before: list[Callable[[], None]] = []
        self._socket: PlainSocket = context.socket(zmq.REP)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.bind(_ENDPOINT)
        self._inlet = Inlet(self._socket, self._take)

    def admit(self, key: bytes) -> None:
        """Let a subscriber of this public key in, from now on."""
        self._admitted.add(key)

    def expel(self, key: bytes) -> None:
        """Let it in no more; who is in stays until cut."""
        self._admitted.discard(key)

    def admits(self, key: bytes) -> bool:
        """Whether that subscriber may hear the feed."""
        return key in self._admitted

    def before_answering(self, do: Callable[[], None]) -> None:
        """Have this done first, each time: who listens has then heard of the connection."""
        self._before.append(do)

    def close(self) -> None:
        """Stop; from here on nobody comes in."""
        self._inlet.close()

    def _take(self) -> None:
        request = self._socket.recv_multipart(zmq.DONTWAIT)
        for do in self._before:
            do()
        self.judged += 1
        reply = answer(request, self._admitted, self.judged)
        self._socket.send_multipart(reply, zmq.DONTWAIT)
        self._inlet.recheck()


def answer(request: list[bytes], admitted: set[bytes], judged: int) -> list[bytes]:
    """The ZAP reply: version, request id, status code and text, User-Id, metadata."""
    match request:
        case [version, number, domain, _address, _identity, b"CURVE", key] if (
            version == _VERSION and len(key) == 32 and (domain == DOOR or key in admitted)
        ):
            if domain in (DOOR, FEED):
                return [_VERSION, number, b"200", b"OK", f"{key.hex()} {judged}".encode(), b""]
    number = request[1] if len(request) > 1 else b""
    return [_VERSION, number, b"400", b"refused", b"", b""]


def client_of(frame: zmq.Frame) -> Client | None:
    """Which client a frame came from, by the User-Id that the gate gave."""
    try:
        name = frame.get("User-Id")
    except zmq.ZMQError:
        return None
    found = _USER.fullmatch(name) if isinstance(name, str) else None
    return Client(bytes.fromhex(found[1]), int(found[2])) if found else None
