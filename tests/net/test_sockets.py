"""Every socket has the options of docs/protocol.md."""

import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
import zmq
from zmq.utils.monitor import recv_monitor_message

from presencemap.net import sockets
from presencemap.net.sockets import (
    PlainSocket,
    Reception,
    dialling_socket,
    endpoint,
    listening_socket,
    new_context,
    peer_host,
    reception,
    shut_down,
)
from presencemap.protocol.signing import CurveKey

COMMON = {
    zmq.LINGER: 0,
    zmq.IPV6: 1,
    zmq.MAXMSGSIZE: 65_536 + 33,
    zmq.SNDHWM: 1_000,
    zmq.RCVHWM: 0,
    zmq.HANDSHAKE_IVL: 3_000,
    zmq.MECHANISM: zmq.CURVE,
}
LINK = {zmq.HEARTBEAT_IVL: 4_000, zmq.HEARTBEAT_TIMEOUT: 8_000, zmq.TCP_KEEPALIVE: -1}
DIALLED = LINK | {zmq.HEARTBEAT_IVL: 0, zmq.HEARTBEAT_TIMEOUT: -1}
DIALLING = {
    zmq.HEARTBEAT_IVL: 10_000,
    zmq.HEARTBEAT_TIMEOUT: 8_000,
    zmq.TCP_KEEPALIVE: 1,
    zmq.TCP_KEEPALIVE_IDLE: 2,
    zmq.TCP_KEEPALIVE_INTVL: 1,
    zmq.TCP_KEEPALIVE_CNT: 20,
}
FEED = {
    zmq.HEARTBEAT_IVL: 0,
    zmq.TCP_KEEPALIVE: 1,
    zmq.TCP_KEEPALIVE_IDLE: 10,
    zmq.TCP_KEEPALIVE_INTVL: 4,
    zmq.TCP_KEEPALIVE_CNT: 3,
}


@pytest.mark.parametrize(
    ("kind", "counted", "lives"),
    [(zmq.ROUTER, True, DIALLED), (zmq.ROUTER, False, LINK), (zmq.XPUB, True, FEED)],
)
def test_listening_sockets_are_curve_servers_that_enforce_zap(
    monkeypatch: pytest.MonkeyPatch, kind: zmq.SocketType, counted: bool, lives: dict[int, int]
) -> None:
    monkeypatch.setattr(sockets, "BYTES_ARE_COUNTED", counted)
    context = new_context()
    with listening_socket(context, kind, CurveKey.fresh(), b"door") as made:
        wanted = COMMON | lives | {zmq.CURVE_SERVER: 1, zmq.ZAP_DOMAIN: b"door"}
        wanted |= {zmq.ZAP_ENFORCE_DOMAIN: 1}
        assert {option: made.getsockopt(option) for option in wanted} == wanted
    context.term()


@pytest.mark.parametrize(
    ("kind", "counted", "lives"),
    [(zmq.DEALER, True, DIALLING), (zmq.DEALER, False, LINK), (zmq.SUB, True, FEED)],
)
def test_dialling_sockets_connect_once(
    monkeypatch: pytest.MonkeyPatch, kind: zmq.SocketType, counted: bool, lives: dict[int, int]
) -> None:
    monkeypatch.setattr(sockets, "BYTES_ARE_COUNTED", counted)
    context, key, server = new_context(), CurveKey.fresh(), CurveKey.fresh()
    with dialling_socket(context, kind, key, server.public) as made:
        wanted = COMMON | lives | {zmq.CURVE_SERVER: 0, zmq.RECONNECT_IVL: -1}
        wanted |= {zmq.CONNECT_TIMEOUT: 5_000}
        assert {option: made.getsockopt(option) for option in wanted} == wanted
    context.term()


def watched(made: PlainSocket, event: zmq.Event, go: Callable[[], object]) -> list[int]:
    """How the kernel watches over the connection that is made then."""
    monitor = made.get_monitor_socket(event)
    go()
    assert monitor.poll(5_000)
    end = socket.socket(fileno=int(recv_monitor_message(monitor)["value"]))
    try:
        return [
            end.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE),
            end.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE),
            end.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL),
            end.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT),
        ]
    finally:
        end.detach()
        made.disable_monitor()
        monitor.close()


@pytest.mark.parametrize(
    ("listening", "dialling", "listener_asks", "dialler_asks"),
    [
        (zmq.XPUB, zmq.SUB, [1, 10, 4, 3], [1, 10, 4, 3]),
        pytest.param(
            zmq.ROUTER,
            zmq.DEALER,
            [0],
            [1, 2, 1, 20],
            marks=pytest.mark.skipif(sys.platform != "linux", reason="links have heartbeats there"),
        ),
    ],
)
def test_the_kernels_watch_over_connections(
    listening: zmq.SocketType,
    dialling: zmq.SocketType,
    listener_asks: list[int],
    dialler_asks: list[int],
) -> None:
    context, key, server = new_context(), CurveKey.fresh(), CurveKey.fresh()
    with listening_socket(context, listening, server, b"any") as door, socket.socket() as caller:
        door.bind("tcp://127.0.0.1:*")
        port = int(door.getsockopt_string(zmq.LAST_ENDPOINT).rpartition(":")[2])
        call = partial(caller.connect, ("127.0.0.1", port))
        assert watched(door, zmq.Event.ACCEPTED, call)[: len(listener_asks)] == listener_asks
    with (
        dialling_socket(context, dialling, key, server.public) as ear,
        socket.create_server(("127.0.0.1", 0)) as there,
    ):
        call = partial(ear.connect, f"tcp://127.0.0.1:{there.getsockname()[1]}")
        assert watched(ear, zmq.Event.CONNECTED, call) == dialler_asks
    context.term()


def test_there_is_room_for_many_links() -> None:
    context = new_context()
    assert context.get(zmq.MAX_SOCKETS) == context.get(zmq.SOCKET_LIMIT)
    context.term()


@pytest.mark.parametrize(
    ("host", "text"),
    [
        ("0.0.0.0", "tcp://*:5"),
        ("192.0.2.1", "tcp://192.0.2.1:5"),
        ("office-pc", "tcp://office-pc:5"),
        ("fe80::1%eth0", "tcp://[fe80::1%eth0]:5"),
    ],
)
def test_an_endpoint_is_written_as_zeromq_reads_it(host: str, text: str) -> None:
    assert endpoint(host, 5) == text


def test_to_shut_down_ends_the_connection_and_leaves_the_descriptor_to_its_owner() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        shut_down(ours.fileno())
        assert theirs.recv(1) == b""
        ours.getsockname()
    shut_down(987_654)  # none at all: nothing happens


def test_where_a_connection_comes_from_and_nothing_where_it_has_ended() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port), source_address=("127.0.0.2", 0)):
            accepted, _ = server.accept()
            with accepted:
                assert peer_host(accepted.fileno()) == "127.0.0.2"
            assert peer_host(server.fileno()) == "", "no connection"
    near, far = socket.socketpair()
    with near, far:
        assert peer_host(near.fileno()) == "", "no address"
    with socket.socket() as once:
        number = once.fileno()
    assert peer_host(number) == ""
    one, other = socket.socketpair()
    with one, other:
        assert peer_host(one.fileno()) == "", "the number is another's by now"


def test_what_a_connection_received_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()) as one, server.accept()[0] as other:
            one.sendall(bytes(100_000))
            got = 0
            while got < 100_000:
                got += len(other.recv(65_536))
            told, back = reception(other.fileno()), reception(one.fileno())
            assert told is not None
            assert back is not None
            assert (told.bytes, back.bytes) == (100_000, 0)
            assert told.segments > 0
            assert back.segments > 0, "the other kernel has acknowledged them"
            monkeypatch.setattr(sockets, "BYTES_ARE_COUNTED", False)
            assert reception(other.fileno()) is None
            monkeypatch.undo()
        assert reception(server.fileno()) in (None, Reception(0, 0)), "no connection"
    with Path("/dev/null").open() as nothing:
        assert reception(nothing.fileno()) is None


def test_a_kernel_that_only_asks_or_answers_is_heard_at_both_ends() -> None:
    def segments(end: socket.socket) -> int:
        told = reception(end.fileno())
        assert told is not None
        assert told.bytes == 0
        return told.segments

    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as one,
        server.accept()[0] as other,
    ):
        before = segments(one), segments(other)
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 1)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        ends = monotonic() + 20
        while segments(one) == before[0] or segments(other) == before[1]:
            assert monotonic() < ends
