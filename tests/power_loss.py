"""Writers that are killed at random moments, and what must hold after each; mirrors no one module.

``python -m tests.power_loss ROUNDS [SEED]`` in a process of its own, since it forks. Each
round a child opens the profile, shares statuses, places and posts, changes and takes back posts,
purges replaced bytes, gives itself new device keys now and then, and says what it acknowledges. The
parent kills it (``kill -9``), opens the profile as a restart does, and compares. Prints a line of
figures.
"""

import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPlace, Command, SetStatus
from presencemap.app.entry import create_team
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import EditPost, ReactToPost, RetractPost, SayPost
from presencemap.app.team import OpenTeam, open_team
from presencemap.domain.person import Profile
from presencemap.domain.place import PlaceKind
from presencemap.domain.post import MAX_EDITS, PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind
from presencemap.protocol.caps import MAX_OWN
from presencemap.protocol.effects import TellRecord
from presencemap.protocol.record import PostBody, Record, RetractBody
from presencemap.protocol.statement import Device

HOUR = 3_600_000
LONGEST = 0.25
"""Seconds that a writer lives at most; opening takes some hundredths of one."""


@dataclass
class Truth:
    """All that was ever acknowledged or found, by device and sequence number."""

    acknowledged: list[Record] = field(default_factory=list)
    names: dict[tuple[str, int], bytes] = field(default_factory=dict)
    early: int = 0

    def note(self, record: Record) -> None:
        """A number means one record, for good."""
        key = (record.header.device, record.header.seq)
        assert self.names.setdefault(key, record.hash) == record.hash, f"{key} was used twice"


def shared(team: OpenTeam, command: Command) -> list[Record]:
    """What a command tells the world, once that may be."""
    _, effects = team.obey(command, now_ms())
    return [e.record for e in team.keeping.commit(effects) if isinstance(e, TellRecord)]


def devices_of(team: OpenTeam) -> frozenset[str]:
    """The devices that the writer has had."""
    return team.endpoint.membership.devices(team.endpoint.me.person.id)


def write_on(paths: ProfilePaths, out: int, chance: random.Random) -> None:
    """The child: share until killed; each record goes out only when it is acknowledged."""
    with opened(paths) as team:
        number = 0
        while True:
            number += 1
            command: Command = SetStatus(
                activity=Activity(Kind.WORKING_ON, f"Text {chance.random()}"),
                until=now_ms() + HOUR,
            )
            if number % 3 == 0:
                command = AddPlace(f"Place {chance.random()}", PlaceKind.CLIENT)
            if number % 3 == 1:
                command = about_a_post(team, chance)
            for record in shared(team, command):
                os.write(out, record.data.hex().encode() + b"\n")
            if chance.random() < 0.1:
                team.records.truncate_wal()
            # The log takes so many devices of one person; a new one each time a copy is noticed.
            if chance.random() < 0.05 and len(devices_of(team)) < MAX_OWN[Device] // 2:
                team.keeping.commit(team.endpoint._revive(now_ms()))


def about_a_post(team: OpenTeam, chance: random.Random) -> Command:
    """Another post, or something done with one."""
    [last, *_] = [*team.endpoint.stream.newest(1), None]
    words = f"Post {chance.random()}"
    again: list[Command] = [SayPost(PostKind.ACTIVITY, words)]
    if last is not None:
        again += [ReactToPost(last.id, ReactionKind.JOIN), RetractPost(last.id)]
        if now_ms() > last.at and last.edits < MAX_EDITS:
            again += [EditPost(last.id, words)] * 2
    return chance.choice(again)


@contextmanager
def opened(paths: ProfilePaths) -> Iterator[OpenTeam]:
    team = open_team(paths, now_ms())
    assert team.fault is None, team.fault
    try:
        yield team
    finally:
        team.close()


def killed_writer(paths: ProfilePaths, chance: random.Random) -> list[Record]:
    """What a writer acknowledged before it was killed."""
    into, out = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(into)
        try:
            write_on(paths, out, chance)
        finally:
            os._exit(1)
    os.close(out)
    # Two in three get to work; the others are killed while they open the profile.
    first = os.read(into, 1) if chance.random() < 0.67 else b""
    sleep(chance.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(into, "rb") as lines:
        said = (first + lines.read()).decode()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer failed by itself"
    # A line without its end was never taken in by anybody.
    return [Record.read(bytes.fromhex(line)) for line in said.split("\n")[:-1]]


def check(paths: ProfilePaths, truth: Truth) -> None:
    """A restart: everything acknowledged is there, or was replaced by what came later."""
    with opened(paths) as team:
        [(verdict,)] = team.records._database.rows("PRAGMA integrity_check")
        assert verdict == "ok", verdict
        held = [Record.read(data) for data, *_ in team.records.load()]
        heads = team.records.heads()
        assert team.endpoint.me.device.id in devices_of(team)
    for record in held:
        truth.note(record)
    registers = {r.register: r for r in held if r.register}
    names = {r.hash.hex() for r in held}
    ended = {name for record in (*truth.acknowledged, *held) for name in ends(record)}
    assert not names & ended, "what was replaced or taken back is there"
    for record in truth.acknowledged:
        header = record.header
        assert heads[header.device] >= header.seq, "a number may be used again"
        if record.register is None:
            assert record.hash.hex() in names | ended, f"lost: {record.body}"
            continue
        kept = registers.get(record.register)
        assert kept is not None, f"lost: {record.body}"
        assert kept.hash == record.hash or kept.rank > record.rank, f"lost: {record.body}"
    left = [each.name for each in paths.keys.iterdir() if each.name.startswith(".")]
    assert left == [], "half-written key files stay behind"


def ends(record: Record) -> tuple[str, ...]:
    """The names of the records that this one takes the place of, or takes back."""
    match record.body:
        case PostBody(replaces=names) | RetractBody(targets=names):
            return names
        case _:
            return ()


def run(paths: ProfilePaths, rounds: int, chance: random.Random) -> Truth:
    truth = Truth()
    for _ in range(rounds):
        acknowledged = killed_writer(paths, chance)
        truth.early += not acknowledged
        for record in acknowledged:
            truth.note(record)
        truth.acknowledged += acknowledged
        check(paths, truth)
    return truth


def main(rounds: str, seed: str = "") -> None:
    chosen = seed or str(random.randrange(1 << 32))
    print(f"seed {chosen}", flush=True)
    with TemporaryDirectory() as folder:
        paths = ProfilePaths.at(Path(folder))
        create_team(paths, "Lerend Collectief", Profile("Anna Peeters"), now_ms())
        truth = run(paths, int(rounds), random.Random(chosen))
    devices = len({device for device, _ in truth.names})
    print(
        f"{rounds} kills ({truth.early} before the first word), {len(truth.acknowledged)} records "
        f"acknowledged by {devices} devices, none lost, no number used twice"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
