"""Links: the door, the feed and every connection of one node. Raw keys in, events out.

Knows connections and their CURVE keys, not who is behind them nor what is said. Everything runs
on the event loop that ``open`` was called on; all events are told there.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Final

import zmq

from presencemap.domain.errors import EnvironmentFault, InvalidInput, PortTaken
from presencemap.domain.wrong import Wrong
from presencemap.net.backlog import Backlog
from presencemap.net.descriptors import Descriptors
from presencemap.net.dial_back import dial_back
from presencemap.net.door import Door, Inbound
from presencemap.net.feed import Feed
from presencemap.net.gate import Gate
from presencemap.net.gauges import Gauges
from presencemap.net.listener import MANY_PARTS, Guards, Offence
from presencemap.net.outbound import Outbound
from presencemap.net.resolution import addresses_of, refuses
from presencemap.net.silence import Silence
from presencemap.net.sockets import PlainContext, new_context
from presencemap.protocol.address import DOOR_PORT, Address, Outcome
from presencemap.protocol.events import (
    DialFailed,
    DialledBack,
    Event,
    FeedReceived,
    FrameReceived,
    LinkLost,
    LinkOpened,
    Subscribed,
)
from presencemap.protocol.signing import CurveKey

RETRY_FEED: Final = (0.2, 1.0, 3.0, 10.0, 30.0)
"""Seconds between tries to reach a feed; the last one again and again, as long as the link is."""


@dataclass(slots=True, eq=False)
class _Link:
    """A link that stands: ``inbound`` or ``dialled``, and what hears its feed."""

    name: str
    host: str
    inbound: Inbound | None = None
    dialled: Outbound | None = None
    feed: Outbound | None = None
    subscribing: asyncio.Task[None] | None = None


class Links:
    """All sockets of one node. ``on_event`` is called on the loop, never from within a call."""

    def __init__(
        self,
        *,
        door: CurveKey,
        feed: CurveKey,
        subscriber: CurveKey,
        on_event: Callable[[Event], None],
        on_offence: Offence,
        on_fault: Callable[[EnvironmentFault], None],
    ) -> None:
        self._keys = (door, feed, subscriber)
        self._backlog = Backlog(on_event)
        self._tell = self._backlog.put
        self._offence = on_offence
        self._descriptors = Descriptors(on_fault)
        self.tell_short = self._descriptors.tell
        self._gauges = Gauges()
        self._silence = Silence(self._dialled, Outbound.end)
        self._links: dict[str, _Link] = {}
        self._dials: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._backs: set[asyncio.Task[None]] = set()
        self._context: PlainContext | None = None
        self._gate: Gate | None = None
        self._door: Door | None = None
        self._feed: Feed | None = None

    async def open(self, host: str = "0.0.0.0", port: int | None = None) -> tuple[int, int]:  # noqa: S104
        """Listen; answers the ports of door and feed.

        ``port`` None: the usual two, any free one where taken. 0: any. Else that one and the next.

        Raises:
            PortTaken: another program has the port that was asked for, or the next one.
            EnvironmentFault: the machine can't listen there.
            InvalidInput: there is no next port.
        """
        if port is not None and not 0 <= port < 65_535:
            raise InvalidInput(
                "A door's port is below 65535, since the feed is the next one.",
                Wrong.PORT_TOO_HIGH,
                most=65_535,
            )
        door, feed, _ = self._keys
        self._context = new_context()
        self._gate = Gate(self._context)
        guards = Guards(self._gate, self._descriptors, self._gauges, self._offence)
        self._door = Door(self._context, door, guards, heard=self._heard, lost=self._left)
        self._feed = Feed(self._context, feed, guards, subscribed=self._heard_by)
        usual = DOOR_PORT if port is None else port
        chosen = port is not None
        try:
            return (
                _bound(self._door.bind, host, usual, chosen=chosen),
                _bound(self._feed.bind, host, usual and usual + 1, chosen=chosen),
            )
        except BaseException:
            await self.close()
            raise

    def look(self) -> None:
        """For the owner to call every two seconds at least: cut who is silent."""
        self._silence.look()
        if self._door is not None:
            self._door.look()

    def dial(self, link: str, address: Address) -> None:
        """Connect to a door; tells ``LinkOpened`` or ``DialFailed``, once."""
        if self._context is None or link in self._dials or link in self._links:
            return
        self._dials[link] = self._started(self._dial(self._context, link, address))

    def send(self, link: str, frame: bytes) -> None:
        """Send over a link; where it can't take it, ``LinkLost`` follows."""
        there = self._links.get(link)
        if there is None:
            return
        if there.dialled is not None:
            sent = there.dialled.send(frame)
        else:
            sent = bool(there.inbound and self._door and self._door.send(there.inbound, frame))
        if not sent:
            # Not from within this call: the caller is in the midst of something.
            asyncio.get_running_loop().call_soon(self._lose, there)

    def publish(self, frame: bytes) -> None:
        """Send to all who hear our feed."""
        if self._feed is not None:
            self._feed.publish(frame)

    def admit(self, subscriber: bytes) -> None:
        """Let this subscriber key hear the feed."""
        if self._gate is not None:
            self._gate.admit(subscriber)

    def expel(self, subscriber: bytes) -> None:
        """Let it hear the feed no more, from now on."""
        if self._gate is not None and self._feed is not None:
            self._gate.expel(subscriber)
            self._feed.expel(subscriber)

    def subscribe(self, link: str, port: int, feed_key: bytes) -> None:
        """Hear the feed on that port of the link's host, under that server key."""
        there = self._links.get(link)
        if there is not None and self._context is not None:
            self._unsubscribe(there)
            following = self._follow(self._context, there, port, feed_key)
            there.subscribing = self._started(following)

    def close_link(self, link: str) -> None:
        """Drop a link, or a dial under way; nothing more is told about it."""
        self._backlog.forget(link)
        dial = self._dials.pop(link, None)
        if dial is not None:
            dial.cancel()
        there = self._links.pop(link, None)
        if there is not None:
            self._shut(there)

    def host_of(self, link: str) -> str | None:
        """The other side's address: where it was dialled, or where it came from."""
        there = self._links.get(link)
        return there.host if there is not None else None

    def dial_back(self, link: str, number: int, port: int) -> None:
        """Try that port where the link leads, beside it; tells ``DialledBack``."""
        there = self._links.get(link)
        if there is not None and self._context is not None:
            task = self._started(self._dial_back(self._context, there, number, port))
            self._backs.add(task)
            task.add_done_callback(self._backs.discard)

    async def close(self) -> None:
        """Close everything at once; nothing is told any more."""
        for back in self._backs:
            back.cancel()
        self._backlog.close()
        for name in [*self._dials, *self._links]:
            self.close_link(name)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for part in (self._feed, self._door, self._gate):
            if part is not None:
                part.close()
        self._gauges.close()
        context, self._context = self._context, None
        self._feed = self._door = self._gate = None
        if context is not None:
            context.term()

    async def _dial(self, context: PlainContext, name: str, address: Address) -> None:
        """Try each address of the host, in order."""
        refused = False
        for host in await addresses_of(address.host):
            if self._descriptors.run_short():
                break
            there = _Link(name, host)
            there.dialled = self._dealer(context, there, key := CurveKey.fresh())
            if await there.dialled.open(host, address.port):
                del self._dials[name]
                self._links[name] = there
                self._tell(LinkOpened(name, key.public))
                return
            refused |= not there.dialled.connected and await refuses(host, address.port)
        del self._dials[name]
        self._tell(DialFailed(name, refused))

    def _dialled(self) -> list[Outbound]:
        return [link.dialled for link in self._links.values() if link.dialled is not None]

    async def _dial_back(self, context: PlainContext, there: _Link, number: int, port: int) -> None:
        outcome = Outcome.BUSY
        if not self._descriptors.run_short():
            outcome = await dial_back(context, self._keys[0].public, there.host, port)
        self._tell(DialledBack(there.name, number, outcome, there.host))

    def _dealer(self, context: PlainContext, there: _Link, key: CurveKey) -> Outbound:
        return Outbound(
            context,
            zmq.DEALER,
            key,
            self._keys[0].public,
            gauges=self._gauges,
            heard=lambda frame: self._tell(FrameReceived(there.name, key.public, frame)),
            ended=lambda: self._lose(there),
        )

    async def _follow(self, context: PlainContext, there: _Link, port: int, server: bytes) -> None:
        """Reach the feed; where it can't be reached the link stands without, and tries again."""
        for pause in chain(RETRY_FEED, repeat(RETRY_FEED[-1])):
            if not self._descriptors.run_short():
                there.feed = Outbound(
                    context,
                    zmq.SUB,
                    self._keys[2],
                    server,
                    gauges=self._gauges,
                    heard=lambda frame: self._tell(FeedReceived(there.name, frame)),
                    ended=lambda: self._lose(there),
                )
                if await there.feed.open(there.host, port):
                    return
            await asyncio.sleep(pause)

    def _heard(self, inbound: Inbound, frame: bytes) -> None:
        if inbound.link not in self._links:
            self._links[inbound.link] = _Link(inbound.link, inbound.host, inbound)
        self._tell(FrameReceived(inbound.link, inbound.key, frame))

    def _heard_by(self, subscriber: bytes) -> None:
        self._tell(Subscribed(subscriber))

    def _left(self, inbound: Inbound) -> None:
        there = self._links.get(inbound.link)
        if there is not None:
            self._lose(there)

    def _lose(self, there: _Link) -> None:
        """One connection of a link ended: so does the link, after its last words."""
        for other in (there.dialled, there.feed):
            if other is not None:
                if other.breached:
                    self._offence(there.host, MANY_PARTS)
                other.drain()
        if self._links.get(there.name) is there:
            del self._links[there.name]
            self._shut(there)
            self._tell(LinkLost(there.name))

    def _shut(self, there: _Link) -> None:
        self._unsubscribe(there)
        if there.dialled is not None:
            there.dialled.close()
        if there.inbound is not None and self._door is not None:
            self._door.hang_up(there.inbound)

    def _unsubscribe(self, there: _Link) -> None:
        if there.subscribing is not None:
            there.subscribing.cancel()
        if there.feed is not None:
            there.feed.close()

    def _started(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """A task of this node's, which ``close`` waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _bound(bind: Callable[[str, int], int], host: str, port: int, *, chosen: bool) -> int:
    """Bind; where the usual port is taken, any that is free."""
    try:
        return bind(host, port)
    except PortTaken:
        if chosen:
            raise
        return bind(host, 0)
