"""Us: real nodes of one team; who joins browses by mDNS, the others only announce themselves.

They don't browse, since they would link with each other: 150 of them by 11,175 links.
"""

import asyncio
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from company import Told

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite
from presencemap.app.entry import create_team, join_team
from presencemap.app.node import Node
from presencemap.app.notices import Notice, RosterChanged, Started
from presencemap.app.offline import StoreDesk
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from presencemap.domain.person import Profile
from presencemap.net.beacon import SERVICE, Beacon
from presencemap.protocol.address import Address

HERE = "127.0.0.1"
WITHIN = 60


class NodeCompany:
    """``mdns``: found by beacons on loopback; without, all addresses are given."""

    @contextmanager
    def shared(self) -> Iterator[str]:
        """The invite."""
        with tempfile.TemporaryDirectory() as directory:
            paths = ProfilePaths.at(Path(directory))
            create_team(paths, "Bench", Profile("Founder"), now_ms())
            with StoreDesk(paths) as desk:
                yield str(desk.obey(CreateInvite(1, 1000, "")))

    @contextmanager
    def hosting(self, shared: str, number: int) -> Iterator[int]:
        with ExitStack() as stack:
            doors = [
                int(
                    stack.enter_context(_node(shared, f"Speaker {each}", _nothing)).door.rsplit(
                        ":"
                    )[-1]
                )
                for each in range(number)
            ]
            secret = stack.enter_context(_secret(shared))
            stack.enter_context(_announced(secret, doors))
            yield number

    @contextmanager
    def joining(self, shared: str, places: list[int], seen: Told, gone: Told) -> Iterator[None]:
        online: set[str] = set()

        def tell(notice: Notice) -> None:
            if not isinstance(notice, RosterChanged):
                return
            for card in notice.cards:
                if card.me:
                    continue
                if card.presence is Presence.ONLINE:
                    online.add(card.person.id)
                    seen(card.person.id)
                elif card.person.id in online:
                    gone(card.person.id)

        with _node(shared, "Joiner", tell, mdns=True):
            yield


def _nothing(_: Notice) -> None:
    pass


@contextmanager
def _node(invite: str, name: str, tell: Any, *, mdns: bool = False) -> Iterator[Started]:
    with tempfile.TemporaryDirectory() as directory:
        paths = ProfilePaths.at(Path(directory))
        join_team(paths, invite, Profile(name), now_ms())
        node = Node(paths, Options(Address(HERE, 0), (), (HERE,), mdns=mdns), tell)
        started = node.start().result(WITHIN)
        try:
            yield started
        finally:
            node.stop(deadline=5)


@contextmanager
def _secret(invite: str) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as directory:
        paths = ProfilePaths.at(Path(directory))
        join_team(paths, invite, Profile("Announcer"), now_ms())
        with StoreDesk(paths) as desk:
            yield desk.team.keys.discovery_secret


@contextmanager
def _announced(secret: bytes, doors: list[int]) -> Iterator[None]:
    """Beacons for these doors, as each node would make its own."""
    over, up = threading.Event(), threading.Event()

    async def announce() -> None:
        from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf  # noqa: PLC0415

        announcing = AsyncZeroconf(interfaces=[HERE])
        tasks = []
        for door in doors:
            beacon = Beacon.fresh(secret, door)
            service = AsyncServiceInfo(
                SERVICE, beacon.instance, port=door, parsed_addresses=[HERE],
                properties=beacon.text, server=beacon.host,
            )  # fmt: skip
            tasks.append(
                await announcing.async_register_service(service, cooperating_responders=True)
            )
        await asyncio.gather(*tasks)
        up.set()
        await asyncio.to_thread(over.wait)
        await announcing.async_close()

    thread = threading.Thread(target=lambda: asyncio.run(announce()))
    thread.start()
    up.wait(WITHIN)
    try:
        yield
    finally:
        over.set()
        thread.join()
