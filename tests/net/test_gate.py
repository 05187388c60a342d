"""The gate: who comes in by ZAP; and that without it nobody does."""

import asyncio

import pytest
import zmq

from presencemap.net.gate import DOOR, FEED, Gate, answer
from presencemap.net.inlet import Inlet
from presencemap.net.sockets import listening_socket, new_context
from presencemap.protocol.signing import CurveKey
from tests.net.wire import Outside, Run

KEY = b"k" * 32
USER = f"{KEY.hex()} 7".encode()


def asked(
    domain: bytes = DOOR, mechanism: bytes = b"CURVE", *credentials: bytes, version: bytes = b"1.0"
) -> list[bytes]:
    return [version, b"7", domain, b"192.0.2.9", b"", mechanism, *(credentials or (KEY,))]


def status(request: list[bytes], admitted: frozenset[bytes] = frozenset()) -> tuple[bytes, bytes]:
    reply = answer(request, set(admitted), 7)
    assert reply[:2] == [b"1.0", request[1] if len(request) > 1 else b""]
    assert len(reply) == 6
    return reply[2], reply[4]


def test_the_door_takes_whoever_got_through_curve_and_says_who() -> None:
    assert status(asked()) == (b"200", USER)


def test_the_feed_takes_exactly_the_admitted() -> None:
    assert status(asked(FEED)) == (b"400", b"")
    assert status(asked(FEED), {KEY}) == (b"200", USER)
    assert status(asked(FEED), {b"o" * 32}) == (b"400", b"")


@pytest.mark.parametrize(
    "request_",
    [
        asked(DOOR, b"NULL")[:6],
        asked(DOOR, b"NULL"),
        asked(DOOR, b"PLAIN", b"user", b"password"),
        asked(DOOR, b"GSSAPI", b"principal"),
        asked(DOOR, b"CURVE", b"short"),
        asked(DOOR, b"CURVE", KEY, KEY),
        asked(b"elsewhere"),
        asked(b""),
        asked(version=b"2.0"),
        [],
        [b"1.0"],
        [b"1.0", b"7"],
    ],
)
def test_everything_else_is_refused(request_: list[bytes]) -> None:
    assert status(request_, {KEY}) == (b"400", b"")


async def outcome(outside: Outside, port: int, **options: object) -> int:
    """What a client's handshake comes to, as an event of ZeroMQ's."""
    client = outside.socket(zmq.DEALER, reconnect_ivl=-1, **options)
    monitor = outside.watch(client, zmq.EVENT_HANDSHAKE_SUCCEEDED | zmq.EVENT_DISCONNECTED)
    client.connect(f"tcp://127.0.0.1:{port}")
    head, _ = await asyncio.to_thread(monitor.recv_multipart)
    return int.from_bytes(head[:2], "little")


@pytest.mark.parametrize("guarded", [True, False])
def test_without_a_gate_nobody_comes_in(run: Run, outside: Outside, guarded: bool) -> None:
    async def main() -> None:
        key, me = CurveKey.fresh(), CurveKey.fresh()
        curve = {
            "curve_serverkey": key.public,
            "curve_publickey": me.public,
            "curve_secretkey": me.secret,
        }
        plain = {"plain_username": b"user", "plain_password": b"password"}
        context = new_context()
        gate = Gate(context) if guarded else None
        door = listening_socket(context, zmq.ROUTER, key, DOOR)
        port = door.bind_to_random_port("tcp://127.0.0.1")
        inlet = Inlet(door, lambda: door.recv(zmq.DONTWAIT))
        curve_gets = zmq.EVENT_HANDSHAKE_SUCCEEDED if guarded else zmq.EVENT_DISCONNECTED
        assert await outcome(outside, port, **curve) == curve_gets
        assert await outcome(outside, port) == zmq.EVENT_DISCONNECTED
        assert await outcome(outside, port, **plain) == zmq.EVENT_DISCONNECTED
        inlet.close()
        if gate:
            gate.close()
        context.term()

    run(main())


def test_admission_can_be_taken_back(run: Run) -> None:
    async def main() -> None:
        context = new_context()
        gate = Gate(context)
        gate.admit(KEY)
        assert gate.admits(KEY)
        gate.expel(KEY)
        gate.expel(KEY)
        assert not gate.admits(KEY)
        gate.close()
        context.term()

    run(main())
