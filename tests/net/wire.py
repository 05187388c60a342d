"""Two ends and a wire: real ``Links`` over loopback, whose events can be awaited."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, TypeVar

import zmq

from presencemap.net.links import Links
from presencemap.net.sockets import reception
from presencemap.protocol.address import Address
from presencemap.protocol.events import Event, FrameReceived, LinkOpened, Subscribed
from presencemap.protocol.signing import CurveKey

E = TypeVar("E", bound=Event)
Run = Callable[[Coroutine[Any, Any, None]], None]
DOOR = CurveKey.fresh()
names = count(1)


class Side:
    """One node's sockets. ``next`` awaits the next event and says which kind it must be."""

    def __init__(self, door: CurveKey = DOOR) -> None:
        self.feed, self.subscriber = CurveKey.fresh(), CurveKey.fresh()
        self.events: asyncio.Queue[Event] = asyncio.Queue()
        self.offences: list[tuple[str, str]] = []
        self.faults: list[Exception] = []
        self.links = Links(
            door=door,
            feed=self.feed,
            subscriber=self.subscriber,
            on_event=self.events.put_nowait,
            on_offence=lambda host, what: self.offences.append((host, what)),
            on_fault=self.faults.append,
        )
        self.ports = (0, 0)

    async def next(self, kind: type[E]) -> E:
        event = await self.events.get()
        assert isinstance(event, kind), event
        return event

    async def dial(self, port: int, host: str = "127.0.0.1") -> LinkOpened:
        self.links.dial(f"out-{next(names)}", Address(host, port))
        return await self.next(LinkOpened)


@asynccontextmanager
async def sides(number: int, door: CurveKey = DOOR) -> AsyncIterator[list[Side]]:
    """That many nodes, open on loopback."""
    made = [Side(door) for _ in range(number)]
    try:
        for side in made:
            side.ports = await side.links.open("127.0.0.1", 0)
        yield made
    finally:
        for side in made:
            await side.links.close()


async def linked(dialler: Side, responder: Side) -> tuple[str, str]:
    """A link over which the dialler has spoken; its name on both sides."""
    opened = await dialler.dial(responder.ports[0])
    dialler.links.send(opened.link, b"hello")
    heard = await responder.next(FrameReceived)
    assert (heard.frame, heard.link_key) == (b"hello", opened.link_key)
    return opened.link, heard.link


async def subscribed(hearer: Side, link: str, teller: Side) -> None:
    """The hearer hears the teller's feed."""
    teller.links.admit(hearer.subscriber.public)
    hearer.links.subscribe(link, teller.ports[1], teller.feed.public)
    assert (await teller.next(Subscribed)).subscriber == hearer.subscriber.public


def bytes_received(descriptor: int) -> int:
    """By the connection of a descriptor, so far."""
    told = reception(descriptor)
    return told.bytes if told is not None else 0


class Outside:
    """Where somebody who doesn't use our program has sockets; ``run`` closes them."""

    def __init__(self) -> None:
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._sockets: list[zmq.Socket[bytes]] = []

    def socket(self, kind: int, **options: object) -> zmq.Socket[bytes]:
        made = self._context.socket(kind)
        made.linger = 0
        for name, value in options.items():
            setattr(made, name, value)
        self._sockets.append(made)
        return made

    def client(
        self, kind: int, server: bytes, key: CurveKey | None = None, **options: object
    ) -> zmq.Socket[bytes]:
        """A CURVE client of that server."""
        key = key or CurveKey.fresh()
        options |= {"curve_publickey": key.public, "curve_secretkey": key.secret}
        return self.socket(kind, curve_serverkey=server, **options)

    def watch(self, watched: zmq.Socket[bytes], events: int) -> zmq.Socket[bytes]:
        self._sockets.append(watched.get_monitor_socket(events))
        return self._sockets[-1]

    def close(self) -> None:
        for each in self._sockets:
            if not each.closed:
                each.disable_monitor()
        for each in self._sockets:
            each.close(0)
        self._context.destroy(linger=0)
