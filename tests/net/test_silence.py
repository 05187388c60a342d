"""Whose connection carries nothing any more is cut; one heartbeat is enough to stay.

That kernels hear each other where no program speaks: tests/net/test_sockets, tests/netlab.
"""

import asyncio
import os
from collections.abc import Callable

import pytest
import zmq

from presencemap.net import silence
from presencemap.net.silence import MUTE, UNHEARD, Silence
from presencemap.net.sockets import Reception
from presencemap.protocol.events import FrameReceived, LinkLost
from tests.net.wire import DOOR, Outside, Run, Side, bytes_received, linked, sides


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Time for the next look has come."""
    now = [0.0]

    def pass_time() -> None:
        now[0] += silence.EVERY + 0.1

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
            for _ in range(UNHEARD + 1):
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
            for _ in range(2 * MUTE):
                await asyncio.to_thread(_more, connection.descriptor)
                bob.links.look()
                clock()
            assert bob.events.empty()

    run(main())


def test_whom_we_dialled_is_looked_at_as_well(run: Run, clock: Callable[[], None]) -> None:
    async def main() -> None:
        async with sides(2) as (anna, bob):
            link, _ = await linked(anna, bob)
            for _ in range(UNHEARD + 1):
                anna.links.look()
                clock()
            assert await anna.next(LinkLost) == LinkLost(link)

    run(main())


class Peer:
    """One whose kernel and program can be silent; and how often it was looked at."""

    def __init__(self, clock: Callable[[], None], patch: pytest.MonkeyPatch) -> None:
        self.descriptor = 1
        self.counted = True
        self.looked = self.bytes = self.segments = 0
        self.cut: list[Peer] = []
        self._clock = clock
        self.silence = Silence(lambda: [self], self.cut.append)
        patch.setattr(silence, "reception", self._reception)

    def _reception(self, _descriptor: int) -> Reception | None:
        self.looked += 1
        return Reception(self.bytes, self.segments) if self.counted else None

    def look(self, times: int, *, answers: bool = False, says: bool = False) -> bool:
        """So many times; whether it was cut by then."""
        for _ in range(times):
            self.segments += answers or says
            self.bytes += 100 * says
            self._clock()
            self.silence.look()
        return bool(self.cut)


@pytest.fixture
def peer(clock: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> Peer:
    return Peer(clock, monkeypatch)


def test_a_machine_that_is_gone_is_cut_before_a_program_that_says_nothing(peer: Peer) -> None:
    assert not peer.look(UNHEARD)
    assert peer.look(1)


def test_a_program_that_says_nothing_is_cut_though_its_machine_is_there(peer: Peer) -> None:
    assert not peer.look(MUTE, answers=True)
    assert peer.look(1, answers=True)


def test_who_was_heard_once_in_between_stays(peer: Peer) -> None:
    assert not peer.look(UNHEARD)
    assert not peer.look(1, answers=True)
    assert not peer.look(UNHEARD - 1)
    assert not peer.look(1, says=True)
    assert not peer.look(MUTE - 1, answers=True)
    assert not peer.look(1, says=True)


def test_a_machine_that_was_halted_has_missed_nobody(
    peer: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not peer.look(1, says=True)
    monkeypatch.setattr(silence, "monotonic", lambda: 3_600.0)
    assert not peer.look(1)


def test_between_two_looks_and_where_nothing_is_counted_nobody_is_judged(peer: Peer) -> None:
    peer.look(1)
    for _ in range(2 * MUTE):
        peer.silence.look()
    assert peer.looked == 1
    peer.counted = False
    assert not peer.look(2 * MUTE)
    assert peer.looked == 1 + 2 * MUTE


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
