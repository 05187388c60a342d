"""The door: one that breaks the rules is cut, and no other."""

import asyncio

import pytest
import zmq

from presencemap.net import door, sockets
from presencemap.protocol.budget import Allowance
from presencemap.protocol.events import (
    FrameReceived,
    LinkLost,
)
from tests.net.wire import DOOR, Outside, Run, linked, sides


def test_to_hang_up_cuts_exactly_one(run: Run) -> None:
    async def main() -> None:
        async with sides(3) as (ann, bob, hub):
            outs = [await linked(side, hub) for side in (ann, bob)]
            hub.links.close_link(outs[0][1])
            assert await ann.next(LinkLost) == LinkLost(outs[0][0])
            hub.links.send(outs[1][1], b"still here")
            assert (await bob.next(FrameReceived)).frame == b"still here"
            assert hub.links.host_of(outs[0][1]) is None
            assert hub.events.empty()

    run(main())


def test_frames_that_waited_when_a_link_was_cut_are_not_heard(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            opened = await ann.dial(bob.ports[0])
            for number in range(100):
                ann.links.send(opened.link, b"%d" % number)
            first = await bob.next(FrameReceived)
            bob.links.close_link(first.link)
            heard = bob.events.qsize()
            await ann.next(LinkLost)
            again, _ = await ann.dial(bob.ports[0]), ann
            ann.links.send(again.link, b"anew")
            while (event := await bob.next(FrameReceived)).link == first.link:
                heard -= 1
            assert event.frame == b"anew"
            assert heard >= 0

    run(main())


def test_a_frame_over_the_limit_ends_its_own_link_only(run: Run, outside: Outside) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            giant = outside.client(zmq.DEALER, DOOR.public)
            giant.connect(f"tcp://127.0.0.1:{bob.ports[0]}")
            giant.send(b"small")
            big = (await bob.next(FrameReceived)).link
            giant.send(b"x" * (sockets.MAX_FRAME + 1))
            assert await bob.next(LinkLost) == LinkLost(big)
            ann.links.send(out, b"well")
            assert (await bob.next(FrameReceived)).link == came_in

    run(main())


@pytest.mark.parametrize(
    ("first", "parts"), [(True, 1_000), (True, 20_000), (False, 20_000)], ids=str
)
def test_a_message_of_many_parts_cuts_its_sender_only(
    run: Run, outside: Outside, first: bool, parts: int
) -> None:
    """Of 20,000 as its first word, its gauge may see too many before the door sees the message."""

    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            eve = outside.client(zmq.DEALER, DOOR.public)
            eve.connect(f"tcp://127.0.0.1:{bob.ports[0]}")
            if not first:
                eve.send(b"one part")
                link = (await bob.next(FrameReceived)).link
            ended = outside.watch(eve, zmq.EVENT_DISCONNECTED)
            await asyncio.to_thread(eve.send_multipart, [b"x"] * parts)
            await asyncio.to_thread(ended.poll)
            if not first:  # else nobody was told of that link
                assert (await bob.next(LinkLost)).link == link
            assert bob.offences == [("127.0.0.1", "a message of many parts")]
            ann.links.send(out, b"well")
            assert (await bob.next(FrameReceived)).link == came_in

    run(main())


def test_who_greets_again_and_again_is_cut_unheard_and_may_once_that_is_paid(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "GREETINGS", Allowance(burst=1.1, rate=0.5))
    seconds = 0
    monkeypatch.setattr(door, "monotonic_ns", lambda: seconds * 10**9)

    async def main() -> None:
        nonlocal seconds
        async with sides(2) as (ann, bob):
            await linked(ann, bob)
            await linked(ann, bob)
            third = (await ann.dial(bob.ports[0])).link
            ann.links.send(third, b"hello")
            assert (await ann.next(LinkLost)).link == third
            assert bob.events.empty()
            assert bob.offences == [("127.0.0.1", "too many greetings at once")]
            seconds += 2
            await linked(ann, bob)

    run(main())
