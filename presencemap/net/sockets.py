"""Sockets as this program wants them: one context a node, and every option in one place.

Knows no links: only keys (raw, 32 bytes), hosts and ports.
"""

import socket
import sys
from contextlib import suppress
from struct import Struct
from typing import Final, NamedTuple

import zmq

from presencemap.protocol.signing import CurveKey

HEARTBEAT_MS: Final = 4_000
HEARTBEAT_TIMEOUT_MS: Final = 8_000
RARE_HEARTBEAT_MS: Final = 10_000
"""Where the kernels ask for the machine: that the program lives, too."""
FEED_KEEPALIVE: Final = 10, 4, 3
"""Seconds until the kernel asks, seconds between its questions, and how many it asks in vain."""
LINK_KEEPALIVE: Final = 2, 1, 20
"""That many, since ``silence`` ends a link before."""
HANDSHAKE_MS: Final = 3_000
CONNECT_MS: Final = 5_000
MAX_FRAME: Final = 64 * 1024
"""Bytes of one part. A message may have many: its number of parts is checked as they come."""
HIGH_WATER: Final = 1_000
CURVE_OVERHEAD: Final = 33
"""What CURVE adds to a part; ZeroMQ's limit counts it too."""
IN_ADDR_ANY: Final = ("0.0.0.0", "::", "*")  # noqa: S104 - compared with, and a LAN program

BYTES_ARE_COUNTED: Final = sys.platform == "linux"
"""Whether the system tells what a connection has received."""
_TCP_INFO: Final = Struct("=128xQ4xI")
"""Of Linux's ``tcp_info``: ``tcpi_bytes_received`` and ``tcpi_segs_in``."""

PlainSocket = zmq.Socket[bytes]
PlainContext = zmq.Context[PlainSocket]


def new_context() -> PlainContext:
    """A context for one node (ZAP has one endpoint a context), with room for many links."""
    context: PlainContext = zmq.Context()
    context.set(zmq.MAX_SOCKETS, context.get(zmq.SOCKET_LIMIT))
    return context


def listening_socket(
    context: PlainContext, kind: zmq.SocketType, key: CurveKey, domain: bytes
) -> PlainSocket:
    """A CURVE server whose clients all pass the ZAP handler of that domain."""
    made = _socket(context, kind)
    made.setsockopt(zmq.CURVE_SERVER, 1)
    made.setsockopt(zmq.CURVE_SECRETKEY, key.secret)
    made.setsockopt(zmq.ZAP_DOMAIN, domain)
    # Without this, a missing authenticator would let everybody in.
    made.setsockopt(zmq.ZAP_ENFORCE_DOMAIN, 1)
    return made


def dialling_socket(
    context: PlainContext, kind: zmq.SocketType, key: CurveKey, server: bytes
) -> PlainSocket:
    """A CURVE client of the server with that public key; it never connects a second time."""
    made = _socket(context, kind)
    made.setsockopt(zmq.CURVE_SERVERKEY, server)
    made.setsockopt(zmq.CURVE_PUBLICKEY, key.public)
    made.setsockopt(zmq.CURVE_SECRETKEY, key.secret)
    made.setsockopt(zmq.CONNECT_TIMEOUT, CONNECT_MS)
    # The protocol dials again by its own backoff, with a fresh key.
    made.setsockopt(zmq.RECONNECT_IVL, -1)
    return made


def endpoint(host: str, port: int) -> str:
    """The ZeroMQ endpoint of a host literal (or name) and port."""
    if host in IN_ADDR_ANY:
        return f"tcp://*:{port}"
    return f"tcp://[{host}]:{port}" if ":" in host else f"tcp://{host}:{port}"


def shut_down(descriptor: int) -> None:
    """End the TCP connection of a descriptor that ZeroMQ owns; ZeroMQ then closes it itself."""
    with suppress(OSError):
        borrowed = socket.socket(fileno=descriptor)
        try:
            borrowed.shutdown(socket.SHUT_RDWR)
        finally:
            borrowed.detach()


def peer_host(descriptor: int) -> str:
    """Where the TCP connection of a descriptor comes from; empty where it has ended already.

    By then the descriptor may be another's, of whatever kind.
    """
    try:
        borrowed = socket.socket(fileno=descriptor)
    except OSError:
        return ""
    try:
        if borrowed.family not in (socket.AF_INET, socket.AF_INET6):
            return ""
        return str(borrowed.getpeername()[0]).removeprefix("::ffff:")
    except OSError:
        return ""
    finally:
        borrowed.detach()


class Reception(NamedTuple):
    """What a TCP connection has received so far.

    ``segments``: also those by which kernels only ask, or answer, whether they are there.
    """

    bytes: int
    segments: int


def reception(descriptor: int) -> Reception | None:
    """That of the connection of a descriptor; None where it isn't told."""
    if not BYTES_ARE_COUNTED:
        return None
    try:
        # Neither family nor kind matter here, and asking for them costs as much as the rest.
        borrowed = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 0, descriptor)
    except OSError:
        return None
    try:
        told = borrowed.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _TCP_INFO.size)
    except OSError:
        return None
    finally:
        borrowed.detach()
    return Reception(*_TCP_INFO.unpack(told)) if len(told) == _TCP_INFO.size else None


def _socket(context: PlainContext, kind: zmq.SocketType) -> PlainSocket:
    made: PlainSocket = context.socket(kind)
    made.setsockopt(zmq.LINGER, 0)
    made.setsockopt(zmq.IPV6, 1)
    made.setsockopt(zmq.MAXMSGSIZE, MAX_FRAME + CURVE_OVERHEAD)
    made.setsockopt(zmq.SNDHWM, HIGH_WATER)
    made.setsockopt(zmq.RCVHWM, 0)  # the limit is the backlog's: docs/decisions/0033
    made.setsockopt(zmq.HANDSHAKE_IVL, HANDSHAKE_MS)
    if kind in (zmq.XPUB, zmq.SUB):
        # Whether both ends live, the link beside it knows (docs/decisions/0036). That this
        # connection alone is gone, the kernels find out, and wake no program until then.
        _keep_alive(made, *FEED_KEEPALIVE)
    elif not BYTES_ARE_COUNTED:
        made.setsockopt(zmq.HEARTBEAT_IVL, HEARTBEAT_MS)
        made.setsockopt(zmq.HEARTBEAT_TIMEOUT, HEARTBEAT_TIMEOUT_MS)
    elif kind != zmq.ROUTER:  # who dialled asks, and ``silence`` hears that at both ends
        _keep_alive(made, *LINK_KEEPALIVE)
        made.setsockopt(zmq.HEARTBEAT_IVL, RARE_HEARTBEAT_MS)
        made.setsockopt(zmq.HEARTBEAT_TIMEOUT, HEARTBEAT_TIMEOUT_MS)
    return made


def _keep_alive(made: PlainSocket, idle: int, every: int, times: int) -> None:
    made.setsockopt(zmq.TCP_KEEPALIVE, 1)
    made.setsockopt(zmq.TCP_KEEPALIVE_IDLE, idle)
    made.setsockopt(zmq.TCP_KEEPALIVE_INTVL, every)
    made.setsockopt(zmq.TCP_KEEPALIVE_CNT, times)
