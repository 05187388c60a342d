"""Whose connection carries nothing any more is cut; one heartbeat is enough to stay."""

import asyncio
import os
from collections.abc import Callable

import pytest
import zmq

from presencemap.net import silence
from presencemap.net.silence import LOOKS
from presencemap.net.sockets import bytes_received
from presencemap.protocol.events import FrameReceived, LinkLost
from tests.net.wire import DOOR, Outside, Run, Side, linked, sides


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Time for the next look has come."""
    now = [0.0]

    def pass_time() -> None:
        now[0] += silence.EVERY

    monkeypatch.setattr(silence, "monotonic", lambda: now[0])
    return pass_time


def test_who_is_silent_is_cut_and_who_speaks_stays(
    run: Run, outside: Outside, clock: Callable[[], None]
) -> None:
    async def main() -> None:
        async with sides(1) as (bob,):
            link = await _dialled(outside, bob)
            silent = outside.client(zmq.DEALER, DOOR.public, reconnect_ivl=-1)
            ended = outside.watch(silent, zmq.EVENT_DISCONNECTED)
            silent.connect(f"tcp://127.0.0.1:{bob.ports[0]}")
            silent.send(b"once")
            lost = (await bob.next(FrameReceived)).link
            for _ in range(LOOKS + 1):
                link.send(b"again")
                await bob.next(FrameReceived)
                bob.links.look()
                clock()
            assert (await bob.next(LinkLost)).link == lost
            await asyncio.to_thread(ended.poll)
            assert bob.events.empty()
            assert bob.offences == [], "it happens to honest ones"

    run(main())


def test_a_heartbeat_is_no_silence(run: Run, outside: Outside, clock: Callable[[], None]) -> None:
    async def main() -> None:
        async with sides(1) as (bob,):
            await _dialled(outside, bob, heartbeat_ivl=20)
            (connection,) = bob.links._door._listener.connections()  # type: ignore[union-attr]
            for _ in range(2 * LOOKS):
                await asyncio.to_thread(_more, connection.descriptor)
                bob.links.look()
                clock()
            assert bob.events.empty()

    run(main())


def test_between_two_looks_nobody_is_looked_at(
    run: Run, clock: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(silence, "bytes_received", looked.append)

    async def main() -> None:
        async with sides(2) as (anna, bob):
            await linked(anna, bob)
            for _ in range(2 * LOOKS):
                bob.links.look()
            assert len(looked) == 1
            for _ in range(2 * LOOKS):
                clock()
                bob.links.look()
            assert len(looked) == 1 + 2 * LOOKS
            assert bob.events.empty(), "where bytes aren't counted, nobody is judged"

    run(main())


def _more(descriptor: int) -> None:
    """Something more has come."""
    before = bytes_received(descriptor)
    while bytes_received(descriptor) == before:
        os.sched_yield()


async def _dialled(outside: Outside, bob: Side, **options: object) -> zmq.Socket[bytes]:
    made = outside.client(zmq.DEALER, DOOR.public, reconnect_ivl=-1, **options)
    made.connect(f"tcp://127.0.0.1:{bob.ports[0]}")
    made.send(b"hello")
    await bob.next(FrameReceived)
    return made
