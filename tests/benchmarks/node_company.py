"""Us: a node that browses by mDNS joins light speakers, who only announce themselves.

They don't browse, since they would link with each other: 150 of them by 11,175 links.
"""

import asyncio
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from company import Told
from mesh import Mesh
from speaker import HERE, Speaker

from presencemap.app.node import Node
from presencemap.app.notices import Notice, RosterChanged
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from presencemap.net.beacon import SERVICE, Beacon
from presencemap.protocol.address import Address

WITHIN = 60
ANNOUNCED_FOR = 1.5


class NodeCompany:
    """Found by beacons on loopback."""

    def shared(self, number: int) -> Mesh:
        return Mesh.of(number)

    @contextmanager
    def hosting(self, shared: Mesh, turns: range) -> Iterator[int]:
        up, over = threading.Event(), threading.Event()

        async def host() -> None:
            speakers = list(Speaker.all_of(shared, turns))
            doors = [await speaker.open() for speaker in speakers]
            speaking = [asyncio.create_task(speaker.speak()) for speaker in speakers]
            async with _announced(shared.secret, doors):
                up.set()
                await asyncio.to_thread(over.wait)
            for task in speaking:
                task.cancel()
            await asyncio.gather(*speaking, return_exceptions=True)

        thread = threading.Thread(target=lambda: asyncio.run(host()))
        thread.start()
        up.wait(WITHIN)
        try:
            yield len(turns)
        finally:
            over.set()
            thread.join()

    @contextmanager
    def joining(self, shared: Mesh, places: list[int], seen: Told, gone: Told) -> Iterator[None]:
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

        with tempfile.TemporaryDirectory() as directory:
            paths = ProfilePaths.at(Path(directory))
            shared.settle(paths, -1, "Joiner")
            node = Node(paths, Options(Address(HERE, 0), (), (HERE,)), tell)
            node.start().result(WITHIN)
            try:
                yield
            finally:
                node.stop(deadline=5)


@asynccontextmanager
async def _announced(secret: bytes, doors: list[int]) -> AsyncIterator[None]:
    """Beacons for these doors, as each node would make its own."""
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf  # noqa: PLC0415

    announcing = AsyncZeroconf(interfaces=[HERE])
    try:
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
        # No record is said twice within a second (RFC 6762, 6): who is there was announced before.
        await asyncio.sleep(ANNOUNCED_FOR)
        yield
    finally:
        await announcing.async_close()
