"""Catching up: somebody who was away meets one who has everything; places, by one author.

Neither pyre nor zenoh (without a storage of its own) keeps anything that one could catch up with.
"""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from company import Told
from mesh import Mesh
from node_company import WITHIN, NodeCompany
from speaker import HERE

from presencemap.app.clock import now_ms
from presencemap.app.node import Node
from presencemap.app.notices import Notice, PlacesChanged
from presencemap.app.offline import StoreDesk
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.protocol.address import Address


class CatchUp(NodeCompany):
    """A company of one, who has so many records; seen as soon as all of them are here."""

    def __init__(self, records: int) -> None:
        self._records = records

    @contextmanager
    def hosting(self, shared: Mesh, turns: range) -> Iterator[int]:
        with tempfile.TemporaryDirectory() as directory:
            paths = ProfilePaths.at(Path(directory))
            shared.settle(paths, turns[0], "Archive")
            with StoreDesk(paths) as desk:
                for each in range(self._records):
                    place = Place(secrets.token_hex(16), f"Room {each}", PlaceKind.ROOM)
                    desk.team.keeping.commit(desk.team.endpoint.owner.put_place(place, now_ms()))
            with running(paths, lambda _: None) as door:
                yield door

    @contextmanager
    def joining(self, shared: Mesh, places: list[int], seen: Told, gone: Told) -> Iterator[None]:
        def tell(notice: Notice) -> None:
            if (
                isinstance(notice, PlacesChanged)
                and len(notice.places) - len(PlaceTree()) >= self._records
            ):
                seen("all")

        with tempfile.TemporaryDirectory() as directory:
            paths = ProfilePaths.at(Path(directory))
            shared.settle(paths, -1, "Back again")
            with running(paths, tell, *places):
                yield


@contextmanager
def running(paths: ProfilePaths, tell: object, *doors: int) -> Iterator[int]:
    """A node that dials these doors of this machine; its own door."""
    peers = tuple(Address(HERE, door) for door in doors)
    node = Node(paths, Options(Address(HERE, 0), peers, (HERE,), mdns=False), tell)
    started = node.start().result(WITHIN)
    try:
        yield int(started.door.rpartition(":")[2])
    finally:
        node.stop(deadline=5)
