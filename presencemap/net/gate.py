"""Gate: says which CURVE clients come in, by ZAP (ZeroMQ's RFC 27).

Two domains. *door*: whoever got through CURVE, so has the team's door key; *feed*: exactly the
admitted subscriber keys. User-Id becomes the client's key in hex. NULL, PLAIN and everything
else are refused: pyzmq's own authenticator lets NULL pass and leaves a task behind.
"""

import re
from typing import Final

import zmq

from presencemap.net.inlet import Inlet
from presencemap.net.sockets import PlainContext, PlainSocket

DOOR: Final = b"door"
FEED: Final = b"feed"
_ENDPOINT: Final = "inproc://zeromq.zap.01"
_VERSION: Final = b"1.0"
_KEY: Final = re.compile(r"[0-9a-f]{64}")


class Gate:
    """The ZAP handler of one context; to be there before the sockets that it guards."""

    def __init__(self, context: PlainContext) -> None:
        self._admitted: set[bytes] = set()
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

    def close(self) -> None:
        """Stop; from here on nobody comes in."""
        self._inlet.close()

    def _take(self) -> None:
        request = self._socket.recv_multipart(zmq.DONTWAIT)
        self._socket.send_multipart(answer(request, self._admitted), zmq.DONTWAIT)
        self._inlet.recheck()


def answer(request: list[bytes], admitted: set[bytes]) -> list[bytes]:
    """The ZAP reply: version, request id, status code and text, User-Id, metadata."""
    match request:
        case [version, number, domain, _address, _identity, b"CURVE", key] if (
            version == _VERSION and len(key) == 32 and (domain == DOOR or key in admitted)
        ):
            if domain in (DOOR, FEED):
                return [_VERSION, number, b"200", b"OK", key.hex().encode(), b""]
    number = request[1] if len(request) > 1 else b""
    return [_VERSION, number, b"400", b"refused", b"", b""]


def client_key(frame: zmq.Frame) -> bytes | None:
    """Which client a frame came from, by the User-Id that the gate gave."""
    try:
        name = frame.get("User-Id")
    except zmq.ZMQError:
        return None
    return bytes.fromhex(name) if isinstance(name, str) and _KEY.fullmatch(name) else None
