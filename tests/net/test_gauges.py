"""Who sends much and delivers nothing is cut, who only waits for us isn't."""

import asyncio
from collections.abc import Callable
from time import monotonic

import pytest
import zmq

from presencemap.net import gauges, listener
from presencemap.net.gauges import (
    A_SECOND,
    A_WORD,
    EVERY,
    MOST,
    MOST_IN_ALL,
    Gauge,
    Gauges,
)
from presencemap.net.listener import Connection, Listener
from presencemap.net.sockets import Reception
from presencemap.protocol.events import FrameReceived, LinkLost
from presencemap.protocol.signing import CurveKey
from tests.net.wire import DOOR, Outside, Run, bytes_received, linked, sides

MIB = 1 << 20


class Machine:
    """What its connections have received, its clock, and the time of its processor."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.received: dict[int, int | None] = {}
        self.now = self.spent = 100.0
        patch.setattr(gauges, "reception", self._reception)
        patch.setattr(gauges, "monotonic", lambda: self.now)
        patch.setattr(gauges, "process_time", lambda: self.spent)

    def _reception(self, number: int) -> Reception | None:
        received = self.received.get(number)
        return None if received is None else Reception(received, 0)

    def work(self) -> None:
        self.spent += 2 * gauges.WORTH


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def watched(
    run: Run, machine: Machine, test: Callable[[Gauges, Callable[..., Gauge], list[object]], None]
) -> None:
    """Run a test with gauges and a way to add one; what is woken and cut is noted."""

    async def main() -> None:
        made, noted = Gauges(), []  # type: ignore[var-annotated]

        def add(number: int, most: int = MOST, wake: Callable[[], None] | None = None) -> Gauge:
            machine.received[number] = 0
            woken = wake or (lambda: noted.append(f"wake {number}"))
            return made.add(number, woken, lambda: noted.append(number), most)

        test(made, add, noted)
        made.close()

    run(main())


def test_who_sends_much_and_delivers_nothing_is_cut_once(run: Run, machine: Machine) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        add(1)
        add(2)
        machine.received |= {1: MOST, 2: MOST + 1}
        machine.work()
        made.look()
        assert noted[-1] == 2
        assert sorted(noted[:-1], key=str) == ["wake 1", "wake 2"]
        machine.work()
        made.look()
        assert noted.count(2) == 1
        assert 1 not in noted

    watched(run, machine, test)


def test_what_was_delivered_begins_anew_and_heartbeats_are_no_message(
    run: Run, machine: Machine
) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        gauge = add(1)
        for _ in range(5):
            machine.received[1] = (machine.received[1] or 0) + MOST
            gauge.delivered = True
            machine.work()
            made.look()
        for _ in range(1_000):
            machine.now += 3_600
            machine.received[1] = (machine.received[1] or 0) + 3_600 * A_SECOND
            machine.work()
            made.look()
        assert noted == []
        machine.received[1] = (machine.received[1] or 0) + MOST + 1
        machine.work()
        made.look()
        assert noted[-1] == 1

    watched(run, machine, test)


def test_what_only_waits_for_us_is_delivered_first(run: Run, machine: Machine) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        gauge = add(1, wake=lambda: setattr(gauge, "delivered", True))
        machine.received[1] = 4 * MOST
        machine.work()
        made.look()
        machine.work()
        made.look()
        assert noted == []

    watched(run, machine, test)


def test_who_goes_while_the_others_are_woken_isnt_cut(run: Run, machine: Machine) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        gauge = add(1, wake=lambda: made.drop(gauge))
        machine.received[1] = 4 * MOST
        machine.work()
        made.look()
        assert noted == []

    watched(run, machine, test)


def test_a_first_word_is_short(run: Run, machine: Machine) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        add(1, A_WORD)
        machine.received[1] = A_WORD + 1
        machine.work()
        made.look()
        assert noted == ["wake 1", 1]

    watched(run, machine, test)


def test_of_many_that_together_send_too_much_the_greatest_are_cut(
    run: Run, machine: Machine
) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        for number in range(1, 9):
            add(number)
            machine.received[number] = number * MIB
        machine.work()
        made.look()
        assert [each for each in noted if isinstance(each, int)] == [8]
        left = sum(size or 0 for number, size in machine.received.items() if number != 8)
        assert left <= MOST_IN_ALL

    watched(run, machine, test)


def test_nobody_is_looked_at_where_nothing_was_done_nor_judged_where_nothing_is_counted(
    run: Run, machine: Machine
) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        add(1)
        machine.work()
        made.look()
        machine.received[1] = 2 * MOST
        made.look()
        assert noted == []
        machine.received[1] = None
        machine.work()
        made.look()
        assert noted == []

    watched(run, machine, test)


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> Callable[[Gauges], bool]:
    """Whether it looks seldom, by now."""
    monkeypatch.setattr(gauges, "AT_REST", 3_600.0)

    def asked(made: Gauges) -> bool:
        assert made._next is not None
        return made._next.when() - asyncio.get_running_loop().time() > 1_800

    return asked


def test_after_a_new_connection_and_where_much_is_done_it_looks_often_for_a_while(
    run: Run, machine: Machine, at_rest: Callable[[Gauges], bool]
) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        made.drop(add(1))
        made._beat()
        assert made._next is None, "nobody is there"
        add(1)
        assert not at_rest(made)
        made._beat()
        assert not at_rest(made)
        machine.now += gauges.WATCHFUL
        made._beat()
        assert at_rest(made)
        made.look()
        assert at_rest(made)
        machine.work()
        made.look()
        assert not at_rest(made), "at once, not after the pause at rest"
        machine.now += gauges.WATCHFUL
        machine.work()
        made._beat()
        assert not at_rest(made)

    watched(run, machine, test)


def test_it_looks_by_itself(run: Run, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gauges, "EVERY", EVERY / 100)

    async def main() -> None:
        made, cut = Gauges(), asyncio.Event()
        machine.received[1] = 2 * MOST
        made.add(1, lambda: None, cut.set)
        machine.work()
        await cut.wait()
        made.close()

    run(main())


def test_a_node_at_rest_looks_seldom_and_sees_all_the_same(
    run: Run, machine: Machine, at_rest: Callable[[Gauges], bool]
) -> None:
    def test(made: Gauges, add: Callable[..., Gauge], noted: list[object]) -> None:
        add(1)
        made.look()
        machine.now += gauges.WATCHFUL
        for _ in range(9):
            machine.spent += gauges.WORTH / 3  # more than 150 peers at rest take in a second
            made._beat()
            assert at_rest(made)
        machine.received[1] = 2 * MOST
        for _ in range(3):
            machine.spent += gauges.WORTH / 3
            made._beat()
        assert noted == ["wake 1", 1]

    watched(run, machine, test)


@pytest.mark.parametrize("at", ["door, first", "door, later", "feed"])
def test_a_message_without_end_is_cut_in_its_midst(
    run: Run, outside: Outside, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    monkeypatch.setattr(gauges, "EVERY", EVERY / 10)
    whole = 64 * MIB
    ends = Listener._swallows

    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            key = CurveKey.fresh()
            bob.links.admit(key.public)
            kind, server = (zmq.XSUB, bob.feed) if at == "feed" else (zmq.DEALER, DOOR)
            had = asyncio.Queue[int]()

            def noted(self: Listener, connection: Connection) -> None:
                had.put_nowait(bytes_received(connection.descriptor))
                ends(self, connection)

            monkeypatch.setattr(Listener, "_swallows", noted)
            eve = outside.client(kind, server.public, key, reconnect_ivl=-1, sndhwm=0)
            ended = outside.watch(eve, zmq.EVENT_DISCONNECTED)
            eve.connect(f"tcp://127.0.0.1:{bob.ports[at == 'feed']}")
            if at == "door, later":
                eve.send(b"a word")
                link = (await bob.next(FrameReceived)).link
            await asyncio.to_thread(eve.send_multipart, [b"x" * 64_000] * (whole // 64_000))
            await asyncio.to_thread(ended.poll)
            assert 0 < await had.get() < whole
            assert bob.offences == [("127.0.0.1", "a message of many parts")]
            if at == "door, later":
                assert await bob.next(LinkLost) == LinkLost(link)
            ann.links.send(out, b"well")
            assert (await bob.next(FrameReceived)).link == came_in

    run(main())


def test_a_server_that_begins_a_message_without_end_is_left(run: Run, outside: Outside) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, _ = await linked(ann, bob)
            key = CurveKey.fresh()
            feed = outside.socket(zmq.XPUB, curve_server=True, curve_secretkey=key.secret, sndhwm=0)
            port = feed.bind_to_random_port("tcp://127.0.0.1")
            ann.links.subscribe(out, port, key.public)
            await asyncio.to_thread(feed.recv)
            await asyncio.to_thread(feed.send_multipart, [bytes(64_000)] * 1_000)
            assert await ann.next(LinkLost) == LinkLost(out)
            assert ann.offences == [("127.0.0.1", "a message of many parts")]

    run(main())


def test_much_that_is_honest_is_no_message_without_end(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Far over the limit, while the loop stands still."""
    monkeypatch.setattr(listener, "MOST", MIB)

    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            for _ in range(100):
                ann.links.send(out, bytes(60_000))
            [connection] = bob.links._door._listener.connections()
            ends = monotonic() + 10
            while bytes_received(connection.descriptor) < 100 * 60_000:
                assert monotonic() < ends
            bob.links._gauges._spent = 0.0
            bob.links._gauges.look()
            for _ in range(100):
                assert (await bob.next(FrameReceived)).link == came_in
            assert bob.offences == []

    run(main())
