"""Every socket has the options of docs/protocol.md."""

import socket

import pytest
import zmq

from presencemap.net.sockets import (
    dialling_socket,
    endpoint,
    listening_socket,
    new_context,
    peer_host,
    shut_down,
)
from presencemap.protocol.signing import CurveKey

COMMON = {
    zmq.LINGER: 0,
    zmq.IPV6: 1,
    zmq.MAXMSGSIZE: 65_536 + 33,
    zmq.SNDHWM: 1_000,
    zmq.RCVHWM: 0,
    zmq.HEARTBEAT_IVL: 3_000,
    zmq.HEARTBEAT_TIMEOUT: 9_000,
    zmq.HANDSHAKE_IVL: 3_000,
    zmq.MECHANISM: zmq.CURVE,
}


def test_listening_sockets_are_curve_servers_that_enforce_zap() -> None:
    context = new_context()
    with listening_socket(context, zmq.ROUTER, CurveKey.fresh(), b"door") as made:
        wanted = COMMON | {zmq.CURVE_SERVER: 1, zmq.ZAP_DOMAIN: b"door", zmq.ZAP_ENFORCE_DOMAIN: 1}
        assert {option: made.getsockopt(option) for option in wanted} == wanted
    context.term()


def test_dialling_sockets_connect_once() -> None:
    context, key, server = new_context(), CurveKey.fresh(), CurveKey.fresh()
    with dialling_socket(context, zmq.DEALER, key, server.public) as made:
        wanted = COMMON | {zmq.CURVE_SERVER: 0, zmq.RECONNECT_IVL: -1, zmq.CONNECT_TIMEOUT: 5_000}
        assert {option: made.getsockopt(option) for option in wanted} == wanted
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
