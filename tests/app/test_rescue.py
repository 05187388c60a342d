"""A database that is damaged or gone: set aside, and the app goes on from keys, chain and peers."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPeer, AddPlace, SetStatus
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import open_team
from presencemap.domain.errors import ProfileUnreadable, RecordsSetAside
from presencemap.domain.place import PlaceKind
from presencemap.domain.status import Activity, Kind
from presencemap.protocol.record import Record
from presencemap.protocol.signing import Signer
from presencemap.store.chain import CHAIN
from presencemap.store.database import Database
from presencemap.store.identity import Identity
from tests.nodes import door_of, eventually, running

HOUR = 3_600_000


def set_status(paths: ProfilePaths, text: str) -> None:
    with StoreDesk(paths) as desk:
        until = now_ms() + HOUR
        desk.obey(SetStatus(activity=Activity(Kind.WORKING_ON, text), until=until))


def scribble(path: Path) -> None:
    """Damage beyond reading."""
    path.write_bytes(b"\xa5" * 20_000)


def scratch(path: Path) -> None:
    """Damage to the table of proofs alone: the rest can be read."""
    connection = sqlite3.connect(path)
    [(root,)] = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'seen'")
    [(size,)] = connection.execute("PRAGMA page_size")
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xa5" * size)


def lose(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text_of(paths: ProfilePaths) -> str | None:
    with StoreDesk(paths) as desk:
        activity = desk.team.endpoint.owner.status(now_ms()).activity
        return activity.text if activity else None


def sequence(paths: ProfilePaths) -> dict[tuple[str, int], bytes]:
    """(device, seq) and hash of all that the store holds."""
    with StoreDesk(paths) as desk:
        records = [Record.read(data) for data, *_ in desk.team.records.load()]
    return {(r.header.device, r.header.seq): r.hash for r in records}


def aside(paths: ProfilePaths) -> list[str]:
    return sorted(p.name for p in paths.data.glob("records-*") if p.suffix == ".db")


@pytest.mark.parametrize("spoil", [scribble, scratch, lose, empty])
@pytest.mark.expects_log("Nothing was deleted")
def test_goes_on_in_the_team_as_a_new_device(
    anna: ProfilePaths, spoil: Callable[[Path], None]
) -> None:
    before = sequence(anna)
    spoil(anna.database)
    spoilt = anna.database.read_bytes() if anna.database.exists() else b""

    team = open_team(anna, now_ms())
    try:
        assert isinstance(team.fault, RecordsSetAside)
        me = team.endpoint.me
        assert team.endpoint.membership.name == "Lerend Collectief"
        assert me.device.id in team.endpoint.membership.devices(me.person.id)
        assert me.device.id not in {device for device, _ in before}
    finally:
        team.close()
    kept = spoil in (scribble, scratch)
    assert len(aside(anna)) == kept
    if kept:
        assert (anna.data / aside(anna)[0]).read_bytes() == spoilt, "never deleted or changed"
        assert team.fault.kept == aside(anna)[0]
        assert aside(anna)[0] in str(team.fault)

    set_status(anna, "Afterwards")
    after = sequence(anna)
    assert {key: name for key, name in after.items() if before.get(key, name) != name} == {}
    assert text_of(anna) == "Afterwards"
    # Once more, on the same day: neither takes the other's name.
    scribble(anna.database)
    set_status(anna, "And again")
    assert len(aside(anna)) == kept + 1


@pytest.mark.expects_log("Nothing was deleted")
def test_what_can_be_read_is_taken_over(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        desk.obey(AddPlace("Acme", PlaceKind.CLIENT))
        desk.obey(AddPeer("office"))
        desk.team.records.add_verified("ab" * 32, "Bram Claeys")
    set_status(anna, "Kept")
    scratch(anna.database)
    with StoreDesk(anna) as desk:
        [card] = desk.team.endpoint.cards.all(now_ms())
        assert card.person.name == "Anna Peeters"
        assert [p.name for p in desk.team.endpoint.replica.places() if p.name == "Acme"]
        assert desk.team.records.peers() == ["office:47800"]
        assert desk.team.endpoint.cards.verified == {"ab" * 32: "Bram Claeys"}
    assert text_of(anna) == "Kept"


def test_what_was_said_comes_back_from_peers(anna: ProfilePaths, bram: ProfilePaths) -> None:
    until = now_ms() + HOUR
    said = Activity(Kind.WORKING_ON, "Acknowledged")
    with running(bram) as (receiver, _, started):
        door = door_of(started)
        with running(anna, door) as (node, _, _):
            node.post(SetStatus(activity=said, until=until)).result(5)
            me = node.call(lambda d: d.endpoint.me.person.id).result(5)
            eventually(
                lambda: receiver.call(lambda d: d.endpoint.replica.status(me)).result(5),
                lambda status: status and status.activity == said,
            )
        scribble(anna.database)
        with running(anna, door) as (node, _, _):
            status = eventually(
                lambda: node.call(lambda d: d.endpoint.owner.status(now_ms())).result(5),
                lambda status: status.activity == said,
            )
            assert status.until == until


def test_without_database_and_chain_it_says_what_to_do_and_changes_nothing(
    bram: ProfilePaths,
) -> None:
    scribble(bram.database)
    (bram.keys / CHAIN).unlink()
    before = {p: p.read_bytes() for p in bram.data.rglob("*") if p.is_file()}
    with pytest.raises(ProfileUnreadable, match=r"backup.*invite"):
        open_team(bram, now_ms())
    after = {p: p.read_bytes() for p in bram.data.rglob("*") if p.is_file()}
    changed = {p.name for p, data in after.items() if before.get(p) != data}
    assert changed == {"records.db-suspect"}
    assert before.keys() <= after.keys()


def test_a_lost_chain_is_written_anew_from_the_database(bram: ProfilePaths) -> None:
    kept = (bram.keys / CHAIN).read_bytes()
    for spoil in (lose, scribble):
        spoil(bram.keys / CHAIN)
        open_team(bram, now_ms()).close()
        assert (bram.keys / CHAIN).read_bytes() == kept


@pytest.mark.expects_log("Nothing was deleted")
def test_a_rescue_cut_short_is_finished_or_done_again(anna: ProfilePaths) -> None:
    set_status(anna, "Kept")
    scratch(anna.database)
    whole = anna.data / "records-fresh.db"
    # Cut short before the old one was out of its place: half of a new one is there.
    Database(whole).close()
    assert text_of(anna) == "Kept"
    assert not whole.exists()
    # Cut short between the two renames.
    anna.database.rename(whole)
    assert text_of(anna) == "Kept"
    assert not whole.exists()
    assert len(aside(anna)) == 1


@pytest.mark.expects_log("Nothing was deleted")
def test_a_large_database_whose_damage_shows_while_it_is_read(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.store.database.CHECKED_UP_TO", 0)
    set_status(anna, "Kept")
    scratch(anna.database)
    assert text_of(anna) == "Kept"
    assert len(aside(anna)) == 1


def test_a_stored_statement_that_nobody_signed_is_left_out(bram: ProfilePaths) -> None:
    database = Database(bram.database)
    with database.transaction() as connection:
        connection.execute("INSERT INTO statement (data) VALUES (x'00')")
    database.close()
    team = open_team(bram, now_ms())
    try:
        assert team.fault is None
        assert len(team.endpoint.membership.people) == 2
    finally:
        team.close()


def test_a_new_device_whose_certificate_was_not_kept_gets_another(bram: ProfilePaths) -> None:
    kept = Identity.load(bram.keys)
    assert kept is not None
    uncertified = Identity(kept.person, Signer.fresh())
    uncertified.save(bram.keys)
    for _ in range(2):
        team = open_team(bram, now_ms())
        team.close()
        me = team.endpoint.me
        assert team.fault is None
        assert me.device.id in team.endpoint.membership.devices(me.person.id)
        assert me.device.id not in (kept.device.id, uncertified.device.id)
        assert len(team.endpoint.membership.devices(me.person.id)) == 2, "made once"
