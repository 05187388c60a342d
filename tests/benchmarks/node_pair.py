"""Us: two nodes of a team, from ``Node.post(SetStatus)`` of one to ``RosterChanged`` of the other.

In between: sign, commit (flushed to the disk), encrypt, decrypt, verify, commit. That is the
durable figure. For the wire figure the sender's commit, timed around ``Records.apply``, is taken
off each message's time; signing and the receiver's commit stay in.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic_ns
from typing import Any

from exchange import Heard, Say
from payload import number_in, text_of

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite, SetStatus
from presencemap.app.driver import Driver
from presencemap.app.entry import create_team, join_team
from presencemap.app.node import Node
from presencemap.app.notices import Notice, RosterChanged, Started
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.person import Profile
from presencemap.domain.status import Activity, Kind
from presencemap.protocol.address import Address
from presencemap.protocol.effects import Save

WITHIN = 15


class NodePair:
    """Two nodes in processes of their own, with stores on the disk."""

    @contextmanager
    def speaking(self) -> Iterator[tuple[Any, Say]]:
        with _profile() as paths:
            create_team(paths, "Bench", Profile("Speaker"), now_ms())
            with _running(paths, lambda _: None) as (node, started):
                commits = node.call(_Commits).result(WITHIN)
                invite = node.post(CreateInvite(1, 1, "")).result(WITHIN)

                def say(number: int) -> int:
                    commits.spent = 0
                    activity = Activity(Kind.WORKING_ON, text_of(number))
                    node.post(SetStatus(activity=activity)).result(WITHIN)
                    return commits.spent

                yield (started.door.removeprefix("tcp://"), invite), say

    @contextmanager
    def hearing(self, address: Any, heard: Heard) -> Iterator[None]:
        door, invite = address
        last: int | None = None

        def tell(notice: Notice) -> None:
            nonlocal last
            if not isinstance(notice, RosterChanged):
                return
            for card in notice.cards:
                activity = card.status.activity if card.status else None
                if activity is None:
                    continue
                number = number_in(activity.text)
                # What a newer status replaced within one turn is told by the newer one.
                for each in range(number if last is None else last + 1, number + 1):
                    heard(each)
                last = number

        with _profile() as paths:
            join_team(paths, invite, Profile("Listener"), now_ms())
            with _running(paths, tell, Address.parse(door)):
                yield


class _Commits:
    """Times what the node commits of its own, from within."""

    def __init__(self, driver: Driver) -> None:
        self.spent = 0
        self._apply = driver.team.records.apply
        driver.team.records.apply = self.apply

    def apply(self, effects: Iterable[Any]) -> None:
        """Commit; ``spent`` grows by the nanoseconds that a record of ours took."""
        effects = list(effects)
        started = monotonic_ns()
        self._apply(effects)
        if any(isinstance(effect, Save) and effect.own for effect in effects):
            self.spent += monotonic_ns() - started


@contextmanager
def _profile() -> Iterator[ProfilePaths]:
    with tempfile.TemporaryDirectory(prefix="presencemap-bench-") as directory:
        yield ProfilePaths.at(Path(directory))


@contextmanager
def _running(paths: ProfilePaths, tell: Any, *peers: Address) -> Iterator[tuple[Node, Started]]:
    listen = Address.parse("127.0.0.1:0")
    node = Node(paths, Options(listen, peers, ("127.0.0.1",), mdns=False), tell)
    started = node.start().result(WITHIN)
    try:
        yield node, started
    finally:
        node.stop(deadline=5)
