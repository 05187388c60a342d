"""An inlet hears everything, lets others have their turn, and survives a bad message."""

import asyncio
from collections.abc import Iterator

import pytest
import zmq

from presencemap.net.inlet import TURN_MESSAGES, Inlet
from presencemap.net.sockets import PlainSocket
from tests.net.wire import Run

Pair = tuple[PlainSocket, PlainSocket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    context: zmq.Context[PlainSocket] = zmq.Context()
    ends = context.socket(zmq.PAIR), context.socket(zmq.PAIR)
    for end in ends:
        end.set_hwm(0)
    ends[0].bind("inproc://pair")
    ends[1].connect("inproc://pair")
    yield ends
    context.destroy(linger=0)


def test_what_came_before_is_heard_too_and_all_of_it(run: Run, pair: Pair) -> None:
    ours, theirs = pair

    async def main() -> None:
        theirs.send(b"early")
        heard: asyncio.Queue[bytes] = asyncio.Queue()
        inlet = Inlet(ours, lambda: heard.put_nowait(ours.recv(zmq.DONTWAIT)))
        assert await heard.get() == b"early"
        for number in range(3_000):
            theirs.send(b"%d" % number)
        assert [int(await heard.get()) for _ in range(3_000)] == list(range(3_000))
        inlet.close()
        inlet.close()

    run(main())


def test_a_flood_leaves_others_their_turn(run: Run, pair: Pair) -> None:
    ours, theirs = pair

    async def main() -> None:
        heard: list[bytes] = []
        for _ in range(3 * TURN_MESSAGES):
            theirs.send(b"x")
        inlet = Inlet(ours, lambda: heard.append(ours.recv(zmq.DONTWAIT)))
        turns = []
        while len(heard) < 3 * TURN_MESSAGES:
            await asyncio.sleep(0)
            turns.append(len(heard))
        assert turns[0] <= TURN_MESSAGES
        assert len(turns) >= 3
        inlet.close()

    run(main())


def test_an_arrival_that_a_send_took_note_of_isn_t_missed(run: Run, pair: Pair) -> None:
    ours, theirs = pair

    async def main() -> None:
        heard: asyncio.Queue[bytes] = asyncio.Queue()
        inlet = Inlet(ours, lambda: heard.put_nowait(ours.recv(zmq.DONTWAIT)))
        await asyncio.sleep(0)
        for number in range(200):
            theirs.send(b"%d" % number)
            # Each send may swallow the signal that the descriptor would have given.
            ours.send(b"")
            ours.getsockopt(zmq.EVENTS)
            inlet.recheck()
            assert int(await heard.get()) == number
        inlet.close()
        inlet.recheck()

    run(main())


def test_a_taker_that_fails_still_gets_the_rest(pair: Pair) -> None:
    ours, theirs = pair
    failures: list[str] = []
    heard: list[bytes] = []
    good = asyncio.Event()

    def take() -> None:
        heard.append(ours.recv(zmq.DONTWAIT))
        if heard[-1] == b"bad":
            raise ValueError("bad")
        good.set()

    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, told: failures.append(str(told["exception"])))
        for frame in (b"bad", b"good"):
            theirs.send(frame)
        inlet = Inlet(ours, take)
        await good.wait()
        inlet.close()

    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(main())
    assert (heard, failures) == ([b"bad", b"good"], ["bad"])


def test_a_taker_may_close_it(run: Run, pair: Pair) -> None:
    ours, theirs = pair

    async def main() -> None:
        heard: list[bytes] = []

        def take() -> None:
            heard.append(ours.recv(zmq.DONTWAIT))
            inlet.close()

        theirs.send(b"one")
        theirs.send(b"two")
        inlet = Inlet(ours, take)
        await asyncio.sleep(0.01)
        assert heard == [b"one"]
        inlet.wake()

    run(main())
