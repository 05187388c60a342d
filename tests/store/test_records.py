"""What is kept, what is forgotten, and what survives."""

import random
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presencemap.domain.availability import Availability
from presencemap.domain.errors import EnvironmentFault
from presencemap.domain.place import PlaceKind
from presencemap.domain.plan import Plan
from presencemap.domain.post import Draft, PostKind
from presencemap.domain.status import Kind
from presencemap.protocol.bodies import plan_body, post_body
from presencemap.protocol.effects import (
    Erase,
    EraseProof,
    Save,
    SaveProof,
    SaveSeen,
    SaveStatement,
)
from presencemap.protocol.proof import Proof
from presencemap.protocol.record import ActivityBody, Body, PlaceBody, Record, StatusBody
from presencemap.protocol.signing import Signer
from presencemap.store.database import Database
from presencemap.store.records import Records

TEAM = Signer(bytes(32)).id
ANNA, BRAM = (Signer(bytes([n]) * 32) for n in (1, 2))


def held(records: Records) -> list[bytes]:
    return [data for data, *_ in records.load()]


def ends(records: Records) -> dict[bytes, int]:
    return {name: expires for _, name, expires, _ in records.load()}


def signed(body: Body, seq: int, device: Signer = ANNA) -> Record:
    return Record.sign(device, team=TEAM, author=device.id, seq=seq, at=0, life=1000, body=body)


def status(text: str, seq: int = 1, device: Signer = ANNA) -> Record:
    body = StatusBody(
        rev=seq,
        availability=Availability.BUSY,
        since=0,
        place=None,
        activity=ActivityBody(kind=Kind.WORKING_ON, text=text),
        until=None,
    )
    return signed(body, seq, device)


def place(name: str, seq: int = 1, key: int = 7) -> Record:
    body = PlaceBody(
        rev=seq,
        key=f"{key:032x}",
        name=name,
        kind=PlaceKind.CLIENT,
        parent=None,
        lat=51.05,
        lon=3.72,
        town="Gent",
        into=None,
        capacity=None,
    )
    return signed(body, seq)


def on_disk(path: Path) -> bytes:
    return b"".join(entry.read_bytes() for entry in path.parent.iterdir())


class TestRegisters:
    def test_hold_the_exact_bytes(self, records: Records) -> None:
        kept = [status("Peppol"), place("Acme"), status("VAT", 4, BRAM)]
        records.apply([Save(record, 1000) for record in kept])
        assert sorted(held(records)) == sorted(record.data for record in kept)
        assert [Record.read(data).data for data in held(records)] == held(records)

    def test_hold_the_last_winner_only(self, records: Records) -> None:
        older, newer, newest = (status(text, n) for n, text in enumerate("abc", start=1))
        records.apply([Save(older, 1000), Save(newer, 1000)])
        assert held(records) == [newer.data]
        records.apply([Save(newest, 1000), Erase((newer.hash,))])
        assert held(records) == [newest.data]

    def test_are_apart_by_author_key_and_kind(self, records: Records) -> None:
        kept = [status("a"), status("a", 1, BRAM), place("a", 2, 1), place("a", 3, 2)]
        records.apply([Save(record, 1000) for record in kept])
        assert len(held(records)) == 4

    def test_take_a_record_twice(self, records: Records) -> None:
        records.apply([Save(status("a"), 1000), Save(status("a"), 2000)])
        assert held(records) == [status("a").data]
        assert ends(records) == {status("a").hash: 2000}

    def test_end(self, records: Records) -> None:
        first, second = status("a"), place("b", 2)
        records.apply([Save(first, 1000), Save(second, 900)])
        assert ends(records) == {first.hash: 1000, second.hash: 900}
        records.apply([Erase((second.hash,))])
        assert held(records) == [first.data]


class TestSequences:
    def test_outlive_their_records(self, records: Records, path: Path) -> None:
        assert records.heads() == {}
        own = status("a", 7)
        records.apply([Save(own, 1000, own=True), Save(status("b", 3, BRAM), 1000)])
        records.apply([Erase((own.hash,))])
        records.truncate_wal()
        again = Records(Database(path))
        assert again.heads() == {ANNA.id: 7, BRAM.id: 3}
        again.close()

    def test_never_go_back(self, records: Records) -> None:
        records.apply([Save(status("a", 9), 1000), Save(place("b", 4), 1000)])
        assert records.heads() == {ANNA.id: 9}


def test_statements_keep_their_order_each_once(records: Records) -> None:
    said = [b"genesis", b"certificate", b"admission"]
    records.apply([SaveStatement(one) for one in said])
    records.apply([SaveStatement(b"certificate"), SaveStatement(b"device")])
    records.truncate_wal()
    assert records.statements() == [*said, b"device"]


def test_the_last_proof_of_presence_is_one_moment(records: Records) -> None:
    records.apply([SaveSeen(ANNA.id, 10), SaveSeen(BRAM.id, 5), SaveSeen(ANNA.id, 8)])
    records.apply([SaveSeen(BRAM.id, 6)])
    assert records.seen() == {ANNA.id: 10, BRAM.id: 6}


def test_one_proof_a_person_is_kept_until_it_is_explained(records: Records) -> None:
    def proof(person: str, found: int) -> Proof:
        return Proof(b"one", b"other", found, person, "device", since=1)

    records.apply([SaveProof(proof(ANNA.id, 5)), SaveProof(proof(BRAM.id, 6))])
    records.apply([SaveProof(proof(ANNA.id, 7))])
    assert sorted(records.proofs()) == [(b"one", b"other", 6), (b"one", b"other", 7)]
    records.apply([EraseProof(ANNA.id), EraseProof("nobody")])
    assert records.proofs() == [(b"one", b"other", 6)]


def test_nothing_to_do_writes_nothing(records: Records, path: Path) -> None:
    before = on_disk(path)
    records.apply([])
    assert on_disk(path) == before


def test_peers_by_hand(records: Records) -> None:
    for address in ("office-pc:47800", "10.0.0.2:47800", "office-pc:47800"):
        records.add_peer(address)
    assert records.peers() == ["office-pc:47800", "10.0.0.2:47800"]
    assert records.remove_peer("office-pc:47800") is True
    assert records.remove_peer("office-pc:47800") is False
    assert records.peers() == ["10.0.0.2:47800"]


class TestForgetting:
    def test_a_replaced_status_is_in_no_file(self, records: Records, path: Path) -> None:
        records.apply([Save(status("struggling quietly", 1), 1000)])
        assert b"struggling quietly" in on_disk(path)
        records.apply([Save(status("all is well", 2), 1000)])
        assert records.truncate_wal() is True
        assert Path(f"{path}-wal").stat().st_size == 0
        assert b"struggling quietly" not in on_disk(path)
        assert b"all is well" in on_disk(path)

    def test_an_erased_place_is_in_no_file(self, records: Records, path: Path) -> None:
        secret = place("Secret Client")
        records.apply([Save(secret, 1000)])
        records.apply([Erase((secret.hash,))])
        records.truncate_wal()
        assert b"Secret Client" not in on_disk(path)
        assert held(records) == []

    def test_a_plan_replaced_or_over_is_in_no_file(self, records: Records, path: Path) -> None:
        first, second = (
            signed(plan_body(Plan(date(1970, 1, 1), text=text), seq), seq)
            for seq, text in enumerate(("at the rival's", "writing at home"), start=1)
        )
        records.apply([Save(first, 1000)])
        assert b"at the rival's" in on_disk(path)
        records.apply([Save(second, 1000)])
        records.truncate_wal()
        assert b"at the rival's" not in on_disk(path)
        assert b"writing at home" in on_disk(path)
        records.apply([Erase((second.hash,))])
        records.truncate_wal()
        assert b"writing at home" not in on_disk(path)
        assert b"1970-01-01" not in on_disk(path)

    def test_closing_leaves_nothing_beside_the_file(self, path: Path) -> None:
        opened = Records(Database(path))
        opened.apply([Save(status("a"), 1000)])
        opened.close()
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]

    def test_closing_forgets_too(self, path: Path) -> None:
        opened = Records(Database(path))
        opened.apply([Save(status("struggling quietly", 1), 1000)])
        opened.apply([Save(status("all is well", 2), 1000)])
        opened.close()
        assert b"struggling quietly" not in on_disk(path)
        assert b"all is well" in on_disk(path)

    def test_who_was_killed_forgets_at_the_next_start(self, path: Path, tmp_path: Path) -> None:
        killed = tmp_path / "copy" / path.name
        opened = Records(Database(path))
        opened.apply([Save(status("struggling quietly", 1), 1000)])
        opened.apply([Save(status("all is well", 2), 1000)])
        shutil.copytree(path.parent, killed.parent, ignore=lambda *_: ["copy", f"{path.name}-shm"])
        opened.close()
        assert b"struggling quietly" in on_disk(killed)
        again = Records(Database(killed))
        assert b"struggling quietly" not in on_disk(killed)
        assert [data for data, *_ in again.load()] == [status("all is well", 2).data]
        again.close()

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(
            st.tuples(st.integers(0, 40), st.integers(1, 60), st.booleans()),
            min_size=50,
            max_size=250,
        )
    )
    def test_only_live_texts_are_on_the_disk(
        self, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int, bool]]
    ) -> None:
        """Pages that were split keep copies of moved rows: found so, hence the layout."""
        path = tmp_path_factory.mktemp("store") / "presencemap.db"
        records = Records(Database(path))
        live: dict[int, Record] = {}
        said = set()
        for seq, (key, length, erase) in enumerate(steps, start=1):
            if erase and key in live:
                records.apply([Erase((live.pop(key).hash,))])
                continue
            name = f"{seq:05}" + "x" * (length - 5)
            live[key] = place(name, seq, key)
            said.add(f'"{name}"'.encode())
            records.apply([Save(live[key], 1000)])
        records.truncate_wal()
        disk = on_disk(path)
        alive = {
            f'"{r.body.name}"'.encode() for r in live.values() if isinstance(r.body, PlaceBody)
        }
        assert {text for text in said if text in disk} == alive
        assert sorted(held(records)) == sorted(record.data for record in live.values())
        records.close()

    def test_a_moment_of_presence_is_in_no_file_after_the_next(
        self, records: Records, path: Path
    ) -> None:
        people = [f"{n:064x}" for n in range(200)]
        for turn in range(1, 6):
            moments = {p: (turn << 32 | n * 7919) for n, p in enumerate(people)}
            records.apply([SaveSeen(person, at) for person, at in moments.items()])
        records.truncate_wal()
        disk = on_disk(path)
        assert records.seen() == moments
        assert all((5 << 32 | n * 7919).to_bytes(6) in disk for n in range(200))
        for turn in range(1, 5):
            assert not any((turn << 32 | n * 7919).to_bytes(6) in disk for n in range(1, 200))

    def test_of_a_hundred_thousand_only_the_live_ones_are_on_the_disk(
        self, records: Records, path: Path
    ) -> None:
        """In a file of 120 MB too: found by searching every byte of it."""
        draft = Draft(PostKind.ACTIVITY, "x")
        chance, like = random.Random(2), signed(post_body(draft, 0), 1)
        marks = [b"<%06d>" % number * chance.randrange(40, 130) for number in range(100_000)]
        order = chance.sample(range(100_000), 100_000)
        made = {n: Record(like.header, like.body, marks[n]) for n in order}
        gone = set(order[:5_000])
        for start in range(0, 100_000, 1_000):
            names = order[start : start + 1_000]
            records.apply([Save(made[n], 1000) for n in names])
        records.apply([Erase((made[n].hash,)) for n in gone])
        assert records.truncate_wal() is True
        disk = set(re.findall(rb"<\d{6}>", on_disk(path)))
        assert disk == {marks[n][:8] for n in order if n not in gone}


class TestFaults:
    def test_a_purge_without_space_loses_nothing(self, path: Path) -> None:
        database = Database(path)
        records = Records(database)
        records.apply([SaveSeen(ANNA.id, 5)])
        database.rows("PRAGMA query_only = ON")
        with pytest.raises(EnvironmentFault):
            records.truncate_wal()
        database.rows("PRAGMA query_only = OFF")
        assert records.seen() == {ANNA.id: 5}
        records.close()

    def test_a_full_disk_keeps_nothing_of_a_batch(self, path: Path) -> None:
        database = Database(path)
        records = Records(database)
        records.apply([Save(status("before", 1), 1000, own=True)])
        [(pages,)] = database.rows("PRAGMA page_count")
        database.rows(f"PRAGMA max_page_count = {pages}")
        batch = [Save(place("x" * 60, n, n), 1000) for n in range(2, 100)]
        with pytest.raises(EnvironmentFault, match="disk is full"):
            records.apply([SaveSeen(ANNA.id, 5), *batch, SaveStatement(b"s")])
        assert held(records) == [status("before", 1).data]
        assert (records.heads(), records.seen(), records.statements()) == ({ANNA.id: 1}, {}, [])
        database.rows("PRAGMA max_page_count = 100000")
        records.apply(batch)
        assert len(held(records)) == 99
        records.close()


WRITER = """
import sys
from pathlib import Path
from presencemap.domain.availability import Availability
from presencemap.protocol.effects import Save, SaveStatement
from presencemap.protocol.record import Record, StatusBody
from presencemap.protocol.signing import Signer
from presencemap.store.database import Database
from presencemap.store.records import Records

anna = Signer(bytes([1]) * 32)
records = Records(Database(Path(sys.argv[1])))
for seq in range(1, 100000):
    body = StatusBody(rev=seq, availability=Availability.BUSY, since=0, place=None, activity=None,
                      until=None)
    record = Record.sign(anna, team=anna.id, author=anna.id, seq=seq, at=0, life=1000, body=body)
    records.apply([Save(record, 1000, own=True), SaveStatement(b"%d" % seq)])
    print(seq, flush=True)
    if seq % 20 == 0:
        records.truncate_wal()
"""


@pytest.mark.parametrize("acknowledged", [1, 33, 120])
def test_what_was_acknowledged_survives_a_kill(path: Path, acknowledged: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        said = 0
        for line in writer.stdout:
            said = int(line)
            if said == acknowledged:
                writer.kill()
                break
        said = max([said, *map(int, writer.stdout)])
    assert writer.returncode != 0
    records = Records(Database(path))
    own = records.heads()[ANNA.id]
    assert said <= own <= said + 1
    assert [Record.read(data).header.seq for data, *_ in records.load()] == [own]
    assert records.statements() == [b"%d" % n for n in range(1, own + 1)]
    records.close()


def test_who_was_verified_under_which_name(records: Records) -> None:
    records.add_verified("a" * 64, "Tom")
    records.add_verified("a" * 64, "Tom Hermans")
    assert records.verified() == {"a" * 64: "Tom Hermans"}
