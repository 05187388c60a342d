"""A long absence: 100,000 records of 1,000 people, by one who has them all; statuses come first.

Neither pyre nor zenoh (without a storage of its own) keeps anything that one could catch up with.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from catch_up import running
from company import Told
from mesh import Mesh
from node_company import NodeCompany

from presencemap.app.clock import now_ms
from presencemap.app.notices import CatchingUp, Notice, RosterChanged
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.post import Draft, PostKind
from presencemap.protocol.bodies import post_body
from presencemap.protocol.effects import Effect
from presencemap.protocol.record import MAX_LIFE, Record
from presencemap.protocol.signing import Signer

OF_EACH = 100
"""A profile, a status, and posts: of the last weeks, some a day."""
APART = 6_300_000


class Absence(NodeCompany):
    """Who was away sees two things: all statuses, and all there is."""

    def __init__(self, people: int) -> None:
        self._people = people

    @property
    def records(self) -> int:
        """How many there are to come."""
        return self._people * OF_EACH

    def shared(self, _number: int) -> Mesh:
        return Mesh.of(self._people + 1)

    @contextmanager
    def hosting(self, shared: Mesh, _turns: range) -> Iterator[int]:
        with tempfile.TemporaryDirectory() as directory:
            paths = ProfilePaths.at(Path(directory))
            shared.settle(paths, 0, "Archive")
            with StoreDesk(paths) as desk:
                for turn in range(1, self._people + 1):
                    desk.team.keeping.commit(_taken(desk, shared, turn))
            with running(paths, lambda _: None) as door:
                yield door

    @contextmanager
    def joining(self, shared: Mesh, places: list[int], seen: Told, gone: Told) -> Iterator[None]:
        spoken: set[str] = set()

        def tell(notice: Notice) -> None:
            if isinstance(notice, RosterChanged):
                spoken.update(c.person.id for c in notice.cards if c.status and not c.me)
                if len(spoken) >= self._people:
                    seen("statuses")
            if isinstance(notice, CatchingUp) and not notice.left and _kept(paths) > self.records:
                seen("all")

        with tempfile.TemporaryDirectory() as directory:
            paths = ProfilePaths.at(Path(directory))
            shared.settle(paths, -1, "Back again")
            with running(paths, tell, *places):
                yield


def _taken(desk: StoreDesk, mesh: Mesh, turn: int) -> list[Effect]:
    """What one person said, as if it had come from them."""
    person, device = mesh.members[turn].signers()
    replica, now = desk.team.endpoint.replica, now_ms()
    said = [Record.read(data) for data in mesh.records[2 * turn : 2 * turn + 2]]
    said += [
        _post(mesh.team, person, device, seq, now - seq * APART)
        for seq in range(len(said) + 1, OF_EACH + 1)
    ]
    return [effect for record in said for effect in replica.take(record, now)]


def _post(team: str, person: Signer, device: Signer, seq: int, at: int) -> Record:
    draft = Draft(PostKind.ACTIVITY, f"Number {seq}: VAT on Peppol invoices, once more #peppol")
    return Record.sign(
        device, team=team, author=person.id, seq=seq, at=at, life=MAX_LIFE,
        body=post_body(draft, at),
    )  # fmt: skip


def _kept(paths: ProfilePaths) -> int:
    with closing(sqlite3.connect(f"{paths.database.as_uri()}?mode=ro", uri=True)) as store:
        return int(store.execute("SELECT count(*) FROM record").fetchone()[0])
