"""What waits to be handled: in order, in turns, bounded."""

import asyncio

import pytest

from presencemap.net import backlog
from presencemap.net.backlog import Backlog
from presencemap.protocol.events import (
    Event,
    FeedReceived,
    FrameReceived,
    LinkLost,
    Overflowed,
    Subscribed,
)
from tests.net.wire import Run

KEY = bytes(32)


def frames(link: str, number: int) -> list[Event]:
    return [FrameReceived(link, KEY, b"%d" % n) for n in range(number)]


def test_a_link_s_events_keep_their_order_and_links_take_turns(run: Run) -> None:
    async def main() -> None:
        told: list[Event] = []
        log = Backlog(told.append)
        flood = [*frames("flood", 600), LinkLost("flood")]
        for event in (*flood, FeedReceived("honest", b"hello"), Subscribed(KEY)):
            log.put(event)
        assert told == [], "never from within the call"
        await asyncio.sleep(0.1)
        assert [e for e in told if getattr(e, "link", "") == "flood"] == flood
        assert told.index(FeedReceived("honest", b"hello")) == 1
        assert told.index(Subscribed(KEY)) == 2

    run(main())


@pytest.mark.parametrize(("limit", "value"), [("MAX_FRAMES", 3), ("MAX_BYTES", 3)])
def test_who_sends_more_than_is_handled_loses_the_rest_and_nobody_else_does(
    run: Run, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(backlog, limit, value)

    async def main() -> None:
        told: list[Event] = []
        log = Backlog(told.append)
        for event in (*frames("flood", 9), *frames("honest", 1), LinkLost("flood")):
            log.put(event)
        await asyncio.sleep(0.01)
        assert log.dropped == 6
        by_link = [getattr(event, "link", "") for event in told]
        assert (by_link.count("flood"), by_link.count("honest")) == (4, 1)
        assert told[-1] == LinkLost("flood"), "an end is never dropped"
        log.put(frames("flood", 1)[0])
        await asyncio.sleep(0.01)
        assert log.dropped == 6, "there is room again"

    run(main())


def test_nothing_more_is_told_of_a_link_that_was_let_go_nor_once_closed(run: Run) -> None:
    async def main() -> None:
        told: list[Event] = []
        log = Backlog(told.append)
        log.put(LinkLost("two"))
        log.forget("two")
        await asyncio.sleep(0.01)
        log.put(LinkLost("one"))
        log.close()
        await asyncio.sleep(0.01)
        assert told == []
        Backlog(told.append).close()

    run(main())


def test_an_event_whose_handling_fails_doesnt_keep_the_others(run: Run) -> None:
    async def main() -> None:
        told: list[Event] = []

        def fragile(event: Event) -> None:
            told.append(event)
            if len(told) == 1:
                raise ZeroDivisionError

        log = Backlog(fragile)
        failures: list[object] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, c: failures.append(c))
        log.put(LinkLost("one"))
        log.put(LinkLost("two"))
        await asyncio.sleep(0.01)
        assert told == [LinkLost("one"), LinkLost("two")]
        assert len(failures) == 1

    run(main())


def test_who_goes_on_after_that_is_told_of_and_loses_what_waited(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "MAX_FRAMES", 3)
    monkeypatch.setattr(backlog, "MAX_DROPPED", 2)

    async def main() -> None:
        told: list[Event] = []
        log = Backlog(told.append)
        for event in (*frames("flood", 5), *frames("honest", 1)):
            log.put(event)
        await asyncio.sleep(0.01)
        assert told == [Overflowed("flood"), *frames("honest", 1)]

    run(main())
