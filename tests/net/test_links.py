"""Links over loopback, with real sockets: what comes through, and how it ends."""

import asyncio
import socket
import threading
import time

import pytest
import zmq

from presencemap.net import sockets
from presencemap.protocol.address import Address, Outcome
from presencemap.protocol.events import (
    DialFailed,
    DialledBack,
    FeedReceived,
    FrameReceived,
    LinkLost,
    LinkOpened,
    Subscribed,
)
from presencemap.protocol.signing import CurveKey
from tests.net.wire import Outside, Run, linked, sides, subscribed


def test_a_link_carries_frames_both_ways_and_names_the_dialler_s_key(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            bob.links.send(came_in, b"welcome")
            answer = await ann.next(FrameReceived)
            assert (answer.link, answer.frame) == (out, b"welcome")
            assert bob.links.host_of(came_in) == ann.links.host_of(out) == "127.0.0.1"
            ann.links.send(out, b"x" * sockets.MAX_FRAME)
            assert len((await bob.next(FrameReceived)).frame) == sockets.MAX_FRAME

    run(main())


def test_the_feed_is_heard_from_the_moment_of_subscription(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            await subscribed(ann, out, bob)
            bob.links.publish(b"news of bob")
            assert await ann.next(FeedReceived) == FeedReceived(out, b"news of bob")
            await subscribed(bob, came_in, ann)
            ann.links.publish(b"news of ann")
            assert await bob.next(FeedReceived) == FeedReceived(came_in, b"news of ann")

    run(main())


def test_a_burst_both_ways_loses_and_reorders_nothing(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            await subscribed(ann, out, bob)
            await subscribed(bob, came_in, ann)
            for start in range(0, 5_000, 100):
                for number in range(start, start + 100):
                    ann.links.send(out, b"%d" % number)
                    bob.links.send(came_in, b"%d" % number)
                    ann.links.publish(b"%d" % number)
                    bob.links.publish(b"%d" % number)
                got = {ann: ([], []), bob: ([], [])}
                for side, heard in got.items():
                    for _ in range(200):
                        event = await side.events.get()
                        heard[isinstance(event, FeedReceived)].append(int(event.frame))
                want = list(range(start, start + 100))
                assert all(heard == (want, want) for heard in got.values())

    run(main())


def test_who_has_another_team_s_key_doesn_t_get_in(run: Run) -> None:
    async def main() -> None:
        async with sides(1) as (ann,), sides(1, CurveKey.fresh()) as (eve,):
            eve.links.dial("out", Address("127.0.0.1", ann.ports[0]))
            assert await eve.next(DialFailed) == DialFailed("out", refused=False)
            assert ann.events.empty()

    run(main())


def test_where_nobody_listens_a_dial_is_refused(run: Run) -> None:
    async def main() -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
            async with sides(1) as (ann,):
                ann.links.dial("out", Address("127.0.0.1", port))
                assert await ann.next(DialFailed) == DialFailed("out", refused=True)

    run(main())


def test_a_host_that_nobody_knows_or_that_is_silent_fails_a_dial(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "HANDSHAKE_MS", 100)

    async def main() -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            async with sides(1) as (ann,):
                ann.links.dial("out-a", Address("no-such-host.invalid", 1))
                assert await ann.next(DialFailed) == DialFailed("out-a", refused=False)
                ann.links.dial("out-b", Address("127.0.0.1", silent.getsockname()[1]))
                assert await ann.next(DialFailed) == DialFailed("out-b", refused=False)
                ann.links.dial("out-c", Address("not a host at all", 1))
                assert await ann.next(DialFailed) == DialFailed("out-c", refused=False)

    run(main())


def test_a_dial_may_name_a_host(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            await ann.dial(bob.ports[0], "localhost")

    run(main())


def test_a_dial_that_is_closed_tells_nothing_more(run: Run) -> None:
    async def main() -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            async with sides(1) as (ann,):
                ann.links.dial("out-1", Address("127.0.0.1", silent.getsockname()[1]))
                await asyncio.sleep(0)
                ann.links.close_link("out-1")
                ann.links.dial("out-2", Address("127.0.0.1", 1))
                assert (await ann.next(DialFailed)).link == "out-2"

    run(main())


@pytest.mark.parametrize("leaver", ["dialler", "responder"])
def test_the_other_side_s_end_is_told_at_once_after_its_last_words(run: Run, leaver: str) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            await subscribed(ann, out, bob)
            await subscribed(bob, came_in, ann)
            goes, stays = (ann, bob) if leaver == "dialler" else (bob, ann)
            name = {ann: out, bob: came_in}[stays]
            goes.links.publish(b"goodbye")
            await asyncio.sleep(0.05)  # as the driver does
            await goes.links.close()
            assert await stays.next(FeedReceived) == FeedReceived(name, b"goodbye")
            assert await stays.next(LinkLost) == LinkLost(name)
            assert stays.links.host_of(name) is None
            stays.links.send(name, b"to nobody")
            assert stays.events.empty()

    run(main())


def test_a_link_that_takes_no_more_is_lost(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "HIGH_WATER", 2)

    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, _ = await linked(ann, bob)
            for _ in range(2_000):
                ann.links.send(out, b"x" * 60_000)
            assert ann.events.empty(), "told from within the call"
            assert await ann.next(LinkLost) == LinkLost(out)

    run(main())


def test_a_feed_of_many_parts_ends_its_link(run: Run, outside: Outside) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, _ = await linked(ann, bob)
            key = CurveKey.fresh()
            feed = outside.socket(zmq.XPUB, curve_server=True, curve_secretkey=key.secret)
            port = feed.bind_to_random_port("tcp://127.0.0.1")
            ann.links.subscribe(out, port, key.public)
            await asyncio.to_thread(feed.recv)
            feed.send_multipart([b"a", b"b"])
            assert await ann.next(LinkLost) == LinkLost(out)
            assert ann.offences == [("127.0.0.1", "a message of many parts")]
            assert (await bob.next(LinkLost)).link == "in-1"

    run(main())


def test_a_feed_that_can_t_be_reached_yet_is_tried_again(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.net.links.RETRY_FEED", (0.01,))

    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, _ = await linked(ann, bob)
            ann.links.subscribe(out, bob.ports[1], bob.feed.public)  # not admitted yet
            await asyncio.sleep(0.05)
            bob.links.admit(ann.subscriber.public)
            await bob.next(Subscribed)
            bob.links.publish(b"at last")
            assert (await ann.next(FeedReceived)).frame == b"at last"

    run(main())


def test_closing_is_quick_and_leaves_no_thread(run: Run) -> None:
    before = threading.active_count()

    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            await subscribed(ann, out, bob)
            await subscribed(bob, came_in, ann)
            ann.links.dial("out", Address("192.0.2.1", 9))  # nobody answers there
            await asyncio.sleep(0)
            started = time.monotonic()
            await ann.links.close()
            await ann.links.close()
            assert time.monotonic() - started < 1
            for call in (
                lambda: ann.links.publish(b""),
                lambda: ann.links.dial("out", Address("127.0.0.1", 1)),
                lambda: ann.links.admit(b"x" * 32),
                lambda: ann.links.expel(b"x" * 32),
                lambda: ann.links.subscribe(out, 1, b"x" * 32),
                lambda: ann.links.send(out, b""),
            ):
                call()  # after the end, nothing happens
            assert ann.events.empty()

    run(main())
    assert threading.active_count() == before


def test_a_name_is_dialled_once(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            opened = await ann.dial(bob.ports[0])
            ann.links.dial(opened.link, Address("127.0.0.1", 1))
            ann.links.dial("other", Address("127.0.0.1", bob.ports[0]))
            assert (await ann.next(LinkOpened)).link == "other"

    run(main())


def test_a_link_s_other_side_is_dialled_back_where_it_came_from(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            bob.links.dial_back(came_in, 7, ann.ports[0])
            told = await bob.next(DialledBack)
            assert told == DialledBack(came_in, 7, Outcome.REACHED, "127.0.0.1")
            ann.links.dial_back(out, 8, bob.ports[0])
            assert (await ann.next(DialledBack)).outcome is Outcome.REACHED
            ann.links.dial_back("nowhere", 9, bob.ports[0])
            ann.links.dial_back(out, 9, bob.ports[0])  # under way when all is closed
        assert ann.events.empty()

    run(main())


def test_where_descriptors_run_short_nobody_is_called_until_there_are_some(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.net.links.RETRY_FEED", (0.01,))

    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, _ = await linked(ann, bob)
            bob.links.admit(ann.subscriber.public)
            with monkeypatch.context() as patch:
                patch.setattr(ann.links._descriptors, "_limit", 1)
                ann.links.dial("out-short", Address("127.0.0.1", bob.ports[0]))
                assert await ann.next(DialFailed) == DialFailed("out-short", refused=False)
                ann.links.dial_back(out, 7, bob.ports[0])
                assert (await ann.next(DialledBack)).outcome is Outcome.BUSY
                ann.links.subscribe(out, bob.ports[1], bob.feed.public)
                await asyncio.sleep(0.05)
                assert bob.events.empty()
                assert len(ann.faults) == 1
            await bob.next(Subscribed)
            await ann.dial(bob.ports[0])

    run(main())
