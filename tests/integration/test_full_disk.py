"""A disk that is truly full: a small tmpfs of its own, filled to the last byte."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from presencemap.app.chosen import load_chosen
from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite, SetSharing, SetStatus
from presencemap.app.entry import create_team, join_team
from presencemap.app.node import Node
from presencemap.app.notices import FaultArisen, FaultOver, Started
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence, Sharing
from presencemap.domain.errors import DiskFull, DiskReadOnly, EnvironmentFault, OpenedToRead
from presencemap.domain.person import Profile
from presencemap.domain.status import Activity, Kind
from tests.nodes import Witness, door_of, eventually, running

HOUR = 3_600_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    mounted = subprocess.run(mount, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"this machine lets nobody mount: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def two(disk: Path, tmp_path: Path) -> tuple[ProfilePaths, ProfilePaths]:
    """Anna, on the machine's disk, and Bram, on the small one."""
    anna, bram = ProfilePaths.at(tmp_path / "anna"), ProfilePaths.at(disk / "bram")
    create_team(anna, "Lerend Collectief", Profile("Anna Peeters"), now_ms())
    with StoreDesk(anna) as desk:
        link = str(desk.obey(CreateInvite()))
    join_team(bram, link, Profile("Bram Claeys"), now_ms())
    return anna, bram


def fill(disk: Path) -> Path:
    """A file that takes all that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return ballast


def say(node: Node, text: str) -> object:
    activity = Activity(Kind.WORKING_ON, text)
    return node.post(SetStatus(activity=activity, until=now_ms() + HOUR)).result(10)


def text_of(paths: ProfilePaths, name: str) -> str | None:
    with StoreDesk(paths) as desk:
        [card] = [c for c in desk.team.endpoint.cards.all(now_ms()) if c.person.name == name]
    return card.status.activity.text if card.status and card.status.activity else None


def sees(witness: Witness, text: str) -> None:
    def satisfied(w: Witness) -> bool:
        card = w.named("Anna Peeters")
        activity = card.status.activity if card and card.status else None
        return activity is not None and activity.text == text

    witness.until(satisfied)


@contextlib.contextmanager
def acknowledged(bram: ProfilePaths, anna: Started) -> Iterator[None]:
    """Bram's node, which has taken in what Anna said and what he says."""
    with running(bram, door_of(anna)) as (node, bram_sees, _):
        sees(bram_sees, "From Anna")
        say(node, "Acknowledged")
        yield


def faults(witness: Witness) -> list[Exception]:
    return [n.error for n in witness.told if isinstance(n, FaultArisen)]


@pytest.mark.processes
@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_peers_are_seen_own_words_refused_and_space_heals_it(
    two: tuple[ProfilePaths, ProfilePaths], disk: Path, trouble: str
) -> None:
    anna, bram = two
    kind = DiskFull if trouble == "full" else DiskReadOnly
    with running(anna) as (node, _, started):
        with running(bram, door_of(started)) as (receiver, bram_sees, _):
            say(node, "Before")
            sees(bram_sees, "Before")
            say(receiver, "Acknowledged")
            ballast = fill(disk)
            if trouble == "read-only":
                receiver.call(lambda d: d.team.records._database.rows("PRAGMA query_only = ON"))
                ballast.unlink()
            for number in range(100):
                say(node, f"Live {number}")
                sees(bram_sees, f"Live {number}")
                if faults(bram_sees):
                    break
            assert [type(fault) for fault in faults(bram_sees)] == [kind]
            with pytest.raises(kind, match=trouble):
                say(receiver, "Refused")
            say(node, "Live, though it can't be kept")
            sees(bram_sees, "Live, though it can't be kept")
            if trouble == "full":
                ballast.unlink()
            else:
                receiver.call(lambda d: d.team.records._database.rows("PRAGMA query_only = OFF"))
            bram_sees.until(lambda w: FaultOver() in w.told)
            assert len(faults(bram_sees)) == 1
        assert text_of(bram, "Anna Peeters") == "Live, though it can't be kept"
        assert text_of(bram, "Bram Claeys") == "Acknowledged"


@pytest.mark.processes
def test_to_pause_and_to_leave_the_network_work_on_a_full_disk_and_are_kept_later(
    two: tuple[ProfilePaths, ProfilePaths], disk: Path
) -> None:
    anna, bram = two
    with running(anna) as (_, anna_sees, started):
        with running(bram, door_of(started)) as (node, bram_sees, _):
            say(node, "Before")
            anna_sees.until(lambda w: bram_is(w, Presence.ONLINE, "Before"))
            ballast = fill(disk)
            node.post(SetSharing(Sharing.PAUSED)).result(10)
            anna_sees.until(lambda w: bram_is(w, Presence.OFFLINE, "Before"))
            bram_sees.until(lambda _: faults(bram_sees))
            ballast.unlink()
            bram_sees.until(lambda w: FaultOver() in w.told)
            anna_sees.until(lambda w: bram_is(w, Presence.OFFLINE, None))
            assert (
                load_chosen(bram.sharing, unsaid=Sharing.ON, unread=Sharing.PAUSED)
                is Sharing.PAUSED
            )
            node.post(SetSharing(Sharing.ON)).result(10)
            anna_sees.until(lambda w: bram_is(w, Presence.ONLINE, None))
            ballast = fill(disk)
            node.post(SetSharing(Sharing.OFF_NETWORK)).result(10)
            anna_sees.until(lambda w: bram_is(w, Presence.OFFLINE, None))
            eventually(lambda: node.call(lambda d: d._network.is_open).result(5), lambda o: not o)
        assert load_chosen(bram.sharing, unsaid=Sharing.ON, unread=Sharing.PAUSED) in (
            Sharing.OFF_NETWORK,
            Sharing.PAUSED,
        )
        ballast.unlink()


def bram_is(witness: Witness, presence: Presence, text: str | None) -> bool:
    card = witness.named("Bram Claeys")
    activity = card.status.activity if card and card.status else None
    return bool(card) and (card.presence, activity.text if activity else None) == (presence, text)


@pytest.mark.processes
def test_a_disk_that_is_full_at_the_start_or_the_end_loses_nothing(
    two: tuple[ProfilePaths, ProfilePaths], disk: Path
) -> None:
    anna, bram = two
    with running(anna) as (node, _, started):
        say(node, "From Anna")
        with acknowledged(bram, started):
            ballast = fill(disk)
        with contextlib.suppress(EnvironmentFault), running(bram, door_of(started)) as opened:
            sees(opened[1], "From Anna")
        ballast.unlink()
    assert text_of(bram, "Bram Claeys") == "Acknowledged"
    assert text_of(bram, "Anna Peeters") == "From Anna"


@pytest.mark.processes
def test_a_profile_that_can_only_be_read_shows_what_is_there_and_who_is_here(
    two: tuple[ProfilePaths, ProfilePaths], disk: Path
) -> None:
    anna, bram = two
    with running(anna) as (node, _, started):
        say(node, "From Anna")
        with acknowledged(bram, started):
            pass
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with running(bram, door_of(started)) as (receiver, bram_sees, _):
            bram_sees.until(lambda w: bram_is(w, Presence.ONLINE, "Acknowledged"))
            assert [type(fault) for fault in faults(bram_sees)] == [OpenedToRead]
            say(node, "Said meanwhile")
            sees(bram_sees, "Said meanwhile")
            with pytest.raises(DiskReadOnly):
                say(receiver, "Refused")
            receiver.post(SetSharing(Sharing.PAUSED)).result(10)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        with running(bram, door_of(started)) as (receiver, bram_sees, _):
            sees(bram_sees, "Said meanwhile")
            say(receiver, "Written again")
    assert text_of(bram, "Bram Claeys") == "Written again"
