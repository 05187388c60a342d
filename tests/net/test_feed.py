"""The feed: only the admitted hear it, and they may only listen."""

import asyncio

import pytest
import zmq

from presencemap.protocol.events import (
    FeedReceived,
    LinkLost,
)
from presencemap.protocol.signing import CurveKey
from tests.net.wire import Outside, Run, linked, sides, subscribed


def test_a_subscriber_hears_nothing_until_it_is_admitted(run: Run, outside: Outside) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, _ = await linked(ann, bob)
            stranger = outside.client(zmq.SUB, bob.feed.public)
            stranger.subscribe(b"")
            refused = outside.watch(stranger, zmq.EVENT_HANDSHAKE_FAILED_AUTH)
            stranger.connect(f"tcp://127.0.0.1:{bob.ports[1]}")
            await asyncio.to_thread(refused.poll)
            await subscribed(ann, out, bob)
            bob.links.publish(b"for ann only")
            await ann.next(FeedReceived)
            assert not stranger.poll(50)

    run(main())


def test_expelled_is_cut_at_once_and_hears_no_more(run: Run) -> None:
    async def main() -> None:
        async with sides(3) as (ann, bob, eve):
            out, _ = await linked(ann, bob)
            spy, _ = await linked(eve, bob)
            await subscribed(ann, out, bob)
            await subscribed(eve, spy, bob)
            bob.links.expel(eve.subscriber.public)
            bob.links.publish(b"secret")
            await ann.next(FeedReceived)
            assert await eve.next(LinkLost) == LinkLost(spy)

    run(main())


@pytest.mark.parametrize(
    "words", [[b"\x01topic"], [b"a word"], [b"\x01", b"more"]], ids=["topic", "word", "parts"]
)
def test_a_subscriber_may_only_subscribe_to_all(
    run: Run, outside: Outside, words: list[bytes]
) -> None:
    async def main() -> None:
        async with sides(1) as (bob,):
            key = CurveKey.fresh()
            bob.links.admit(key.public)
            eve = outside.client(zmq.XSUB, bob.feed.public, key)
            ended = outside.watch(eve, zmq.EVENT_DISCONNECTED)
            eve.connect(f"tcp://127.0.0.1:{bob.ports[1]}")
            eve.send_multipart(words)
            await asyncio.to_thread(ended.poll)
            host, what = bob.offences[0]
            assert (host, what) == ("127.0.0.1", "something else than a subscription to the feed")

    run(main())
