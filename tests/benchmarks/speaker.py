"""A light speaker: the protocol and the sockets of one node, without a store, many on one loop.

It says to hear all who are there, as it would in a mesh, though it has a link only with who joins:
all links of 150 would be 11,175. For the same reason it isn't told whom that one hears: in a mesh
it would be linked to all of these, so that nobody had to carry its leases on.
"""

import asyncio
from collections.abc import Iterator
from typing import Self

from mesh import Mesh

from presencemap.app.clock import now_ms
from presencemap.domain.errors import PeerError
from presencemap.net.links import Links
from presencemap.protocol.codec import HEARS_PAGE, FrameType, Hears, message_frame
from presencemap.protocol.effects import (
    Admit,
    CloseLink,
    Dial,
    Effect,
    Expel,
    Publish,
    Send,
    Subscribe,
)
from presencemap.protocol.endpoint import Endpoint, Me
from presencemap.protocol.events import Event, FeedReceived, FrameReceived, Overflowed
from presencemap.protocol.link import Here
from presencemap.protocol.membership import Membership
from presencemap.protocol.record import MAX_LIFE, Record
from presencemap.protocol.signing import CurveKey, door_key
from presencemap.protocol.statement import Statement

HERE = "127.0.0.1"
TICK = 0.25


class Speaker:
    """One of those who are there."""

    def __init__(self, mesh: Mesh, turn: int, log: list[Statement], records: list[Record]) -> None:
        self.endpoint = Endpoint(Me(*mesh.members[turn].signers()), Membership(mesh.team, log))
        end = now_ms() + MAX_LIFE
        self.endpoint.replica.load(((each.data, each.hash, end, b"") for each in records), {})
        devices = mesh.devices()
        pages = (devices[at : at + HEARS_PAGE] for at in range(0, len(devices), HEARS_PAGE))
        self._hears = [message_frame(Hears(devices=tuple(page), heard=True)) for page in pages]
        self._feed, self._subscriber = CurveKey.fresh(), CurveKey.fresh()
        self._links = Links(
            door=door_key(mesh.secret),
            feed=self._feed,
            subscriber=self._subscriber,
            on_event=self._take,
            on_offence=lambda *_: None,
            on_fault=lambda _: None,
        )

    @classmethod
    def all_of(cls, mesh: Mesh, turns: range) -> Iterator[Self]:
        """Those members, who share what was read once."""
        log = [Statement.read(data) for data in mesh.statements]
        records = [Record.kept(data) for data in mesh.records]
        return (cls(mesh, turn, log, records) for turn in turns)

    async def open(self) -> int:
        """Listen; answers the door's port."""
        door, feed = await self._links.open(HERE, 0)
        self.endpoint.peers.here = Here(
            feed, self._feed.public, self._subscriber.public, (), "presencemap bench"
        )
        return door

    async def speak(self) -> None:
        """What the clock makes it say, until cancelled."""
        try:
            while True:
                self._do(self.endpoint.tick(now_ms()))
                await asyncio.sleep(TICK)
        finally:
            await self._links.close()

    def _take(self, event: Event) -> None:
        try:
            if not (isinstance(event, FrameReceived) and event.frame[1] == FrameType.HEARS):
                self._do(self.endpoint.handle(event, now_ms()))
        except PeerError:
            if isinstance(event, FrameReceived | FeedReceived | Overflowed):
                self._do(self.endpoint.fault(event.link, now_ms()))

    def _do(self, effects: list[Effect]) -> None:
        for effect in effects:
            match effect:
                case Publish(frame=frame):
                    self._links.publish(frame)
                case Send(link=link, frame=frame):
                    told = self._hears if frame[1] == FrameType.HEARS else [frame]
                    for each in told:
                        self._links.send(link, each)
                case Dial(link=link, address=address):
                    self._links.dial(link, address)
                case Admit(subscriber=key):
                    self._links.admit(key)
                case Expel(subscriber=key):
                    self._links.expel(key)
                case Subscribe(link=link, port=port, feed_key=key):
                    self._links.subscribe(link, port, key)
                case CloseLink(link=link):
                    self._links.close_link(link)
                case _:
                    pass  # nothing is kept, nobody is told
