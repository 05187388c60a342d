"""The file: modes, pragmas, migrations, faults, forgetting."""

import logging
import resource
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from presencemap.domain.errors import (
    DatabaseDamaged,
    DiskReadOnly,
    EnvironmentFault,
    ProfileUnreadable,
)
from presencemap.store import database as module
from presencemap.store.database import APPLICATION, Database, migrations, set_aside

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no modes there")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "presencemap.db"


def fill(database: Database, name: str = "a") -> None:
    with database.transaction() as connection:
        connection.execute("INSERT INTO seen VALUES (?, 1)", (name,))


def names(database: Database) -> list[str]:
    return [name for (name,) in database.rows("SELECT person FROM seen ORDER BY person")]


def pragma(database: Database, name: str) -> object:
    return database.rows(f"PRAGMA {name}")[0][0]


@POSIX
def test_only_the_owner_reads_the_file_its_log_and_its_directory(path: Path) -> None:
    database = Database(path)
    fill(database)
    modes = {entry.name: entry.stat().st_mode & 0o777 for entry in path.parent.iterdir()}
    database.close()
    assert modes == {
        "presencemap.db": 0o600,
        "presencemap.db-wal": 0o600,
        "presencemap.db-shm": 0o600,
    }
    assert path.parent.stat().st_mode & 0o777 == 0o700


@POSIX
def test_an_open_file_is_closed_to_others_and_said(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Database(path).close()
    path.chmod(0o644)
    with caplog.at_level(logging.INFO):
        Database(path).close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert "was open to others (644)" in caplog.text


def test_settings_of_the_connection(path: Path) -> None:
    database = Database(path)
    assert pragma(database, "journal_mode") == "wal"
    assert pragma(database, "secure_delete") == 1
    assert pragma(database, "foreign_keys") == 1
    assert pragma(database, "application_id") == APPLICATION
    assert pragma(database, "user_version") == len(migrations())
    database.close()


def test_own_writes_are_synced_fully_others_are_not(path: Path) -> None:
    database = Database(path)
    assert pragma(database, "synchronous") == 1
    with database.transaction(durable=True):
        pass
    assert pragma(database, "synchronous") == 2
    with database.transaction():
        pass
    assert pragma(database, "synchronous") == 1
    database.close()


def test_what_was_committed_is_there_after_opening_again(path: Path) -> None:
    first = Database(path)
    fill(first)
    first.close()
    second = Database(path)
    assert names(second) == ["a"]
    second.close()


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    database = Database(path)
    with pytest.raises(sqlite3.IntegrityError), database.transaction() as connection:
        connection.executemany("INSERT INTO seen VALUES (?, 'x')", [("a",), ("a",)])
    assert names(database) == []
    fill(database, "b")
    assert names(database) == ["b"]
    database.close()


def test_our_own_mistake_is_no_fault_of_the_machine(path: Path) -> None:
    database = Database(path)
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.rows("SELECT * FROM nowhere")
    database.close()


class TestMigrations:
    def test_are_numbered_without_a_gap(self) -> None:
        folder = Path(module.__file__).parent / "migrations"
        found = sorted(path.name for path in folder.iterdir())
        assert [name[:5] for name in found] == [f"{n:04}_" for n in range(1, len(found) + 1)]
        assert len(migrations()) == len(found) >= 1

    def test_bring_an_older_database_to_the_newest(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older = Database(path)
        fill(older)
        older.close()
        scripts = [*migrations(), "CREATE TABLE later (x INTEGER);", "DROP TABLE peer;"]
        monkeypatch.setattr(module, "migrations", lambda: scripts)
        newer = Database(path)
        tables = {name for (name,) in newer.rows("SELECT name FROM sqlite_schema")}
        assert names(newer) == ["a"]
        assert "later" in tables
        assert "peer" not in tables
        assert pragma(newer, "user_version") == len(scripts)
        newer.close()

    def test_that_fail_halfway_change_nothing(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older = Database(path)
        fill(older)
        older.close()
        known = migrations()
        with monkeypatch.context() as patch:
            patch.setattr(
                module,
                "migrations",
                lambda: [*known, "CREATE TABLE later (x INTEGER); DELETE FROM seen; OOPS;"],
            )
            with pytest.raises(sqlite3.OperationalError, match="OOPS"):
                Database(path)
        again = Database(path)
        assert names(again) == ["a"]
        assert pragma(again, "user_version") == len(known)
        assert again.rows("SELECT 1 FROM sqlite_schema WHERE name = 'later'") == []
        again.close()


class TestRefusedFiles:
    def refused(self, path: Path) -> str:
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(ProfileUnreadable) as caught:
            Database(path)
        assert (path.read_bytes() if path.is_file() else None) == before
        assert str(path) in str(caught.value)
        return str(caught.value)

    def test_a_newer_one(self, path: Path) -> None:
        database = Database(path)
        with database.transaction() as connection:
            connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
        database.close()
        assert "newer Presence Map" in self.refused(path)

    def test_one_of_another_program(self, path: Path) -> None:
        path.parent.mkdir()
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE bookmark (url TEXT)")
        other.close()
        assert "another program" in self.refused(path)

    def test_no_database_at_all(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"Dear diary, " * 100)
        assert "damaged" in self.refused(path)

    def test_a_damaged_one(self, path: Path) -> None:
        database = Database(path)
        for number in range(2000):
            fill(database, f"{number:050}")
        database.purge()
        database.close()
        data = bytearray(path.read_bytes())
        data[8192:-4096] = b"\xa5" * (len(data) - 12288)
        path.write_bytes(data)
        sentence = self.refused(path)
        assert "damaged" in sentence
        assert "Nothing was deleted" in sentence

    def test_a_directory_in_its_place(self, path: Path) -> None:
        path.mkdir(parents=True)
        assert "can't be opened" in self.refused(path)

    def test_a_file_in_its_directory_s_place(self, path: Path) -> None:
        path.parent.write_text("")
        assert "can't be used" in str(self.refused_without_file(path))

    def refused_without_file(self, path: Path) -> ProfileUnreadable:
        with pytest.raises(ProfileUnreadable) as caught:
            Database(path)
        return caught.value


def test_damage_found_later_is_told_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECKED_UP_TO", 0)
    database = Database(path)
    for number in range(2000):
        fill(database, f"{number:050}")
    database.purge()
    database.close()
    data = bytearray(path.read_bytes())
    data[32768:-4096] = b"\xa5" * (len(data) - 36864)
    path.write_bytes(data)
    opened = Database(path)
    with pytest.raises(ProfileUnreadable, match="damaged"):
        opened.rows("SELECT at FROM seen")
    opened.close()


class TestFaults:
    def test_a_full_disk_keeps_nothing_of_a_transaction_and_all_before_it(self, path: Path) -> None:
        database = Database(path)
        fill(database)
        pages = pragma(database, "page_count")
        database.rows(f"PRAGMA max_page_count = {pages}")
        with (
            pytest.raises(EnvironmentFault, match=r"disk is full\. Free some space"),
            database.transaction(durable=True) as connection,
        ):
            connection.executemany(
                "INSERT INTO seen VALUES (?, ?)", [("b", "x"), ("c", "x" * 100_000)]
            )
        assert names(database) == ["a"]
        database.rows("PRAGMA max_page_count = 100000")
        fill(database, "d")
        assert names(database) == ["a", "d"]
        database.close()

    def test_a_read_only_one_stays_readable(self, path: Path) -> None:
        database = Database(path)
        fill(database)
        database.rows("PRAGMA query_only = ON")
        with pytest.raises(EnvironmentFault, match="read-only"):
            fill(database, "b")
        assert names(database) == ["a"]
        database.close()

    def test_another_writer(self, path: Path) -> None:
        database = Database(path)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        database.rows("PRAGMA busy_timeout = 0")
        with pytest.raises(EnvironmentFault, match="another program holds it"):
            fill(database)
        other.close()
        fill(database)
        assert names(database) == ["a"]
        database.close()

    @POSIX
    def test_a_file_that_may_not_grow(self, path: Path) -> None:
        """A true failure of the system's write, in a process of its own."""
        program = f"""
import resource, signal, sys
from pathlib import Path
from presencemap.domain.errors import EnvironmentFault
from presencemap.store.database import Database
database = Database(Path({str(path)!r}))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
for number in range(1000):
    try:
        with database.transaction(durable=True) as connection:
            connection.execute(
                "INSERT INTO seen VALUES (?, ?)", (f"{{number:06}}", "x" * 2000))
    except EnvironmentFault as fault:
        print(number, fault)
        sys.exit()
"""
        ran = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        written, _, sentence = ran.stdout.partition(" ")
        assert 0 < int(written) < 1000
        assert "disk" in sentence
        database = Database(path)
        assert names(database) == [f"{number:06}" for number in range(int(written))]
        database.close()
        assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 200_000


class TestPurge:
    def test_waits_for_another_reader(self, path: Path) -> None:
        database = Database(path)
        fill(database)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT * FROM seen").fetchall()
        database.rows("PRAGMA busy_timeout = 0")
        assert database.purge() is False
        other.close()
        assert database.purge() is True
        assert Path(f"{path}-wal").stat().st_size == 0
        assert names(database) == ["a"]
        database.close()

    def test_without_space_hinders_neither_opening_nor_closing(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_database: Database) -> bool:
            raise EnvironmentFault

        killed = Database(path)
        fill(killed)
        monkeypatch.setattr(Database, "purge", full)
        opened = Database(path)
        fill(opened, "b")
        opened.close()
        killed.close()
        monkeypatch.undo()
        again = Database(path)
        assert names(again) == ["a", "b"]
        again.close()


def test_stays_on_its_thread(path: Path) -> None:
    database = Database(path)
    with ThreadPoolExecutor(1) as pool, pytest.raises(sqlite3.ProgrammingError, match="thread"):
        pool.submit(database.rows, "SELECT 1").result()
    database.close()


class TestSettingAside:
    def test_takes_the_log_along_and_nobody_elses_name(self, path: Path) -> None:
        for number in range(3):
            database = Database(path)
            fill(database, f"{number}")
            # Not closed: its log is there, as after a crash.
            set_aside(path, "old")
            database._connection.close()
        kept = [path.with_name(f"old{end}.db") for end in ("", "-2", "-3")]
        for number, each in enumerate(kept):
            opened = Database(each)
            assert names(opened) == [f"{number}"]
            opened.close()
        assert not path.exists()

    def test_that_fails_says_so(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        Database(path).close()

        def refused(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "replace", refused)
        with pytest.raises(EnvironmentFault, match="can't be set aside"):
            set_aside(path, "old")
        assert path.exists()


def test_opened_to_be_read_it_takes_nothing_and_makes_nothing(path: Path) -> None:
    database = Database(path)
    fill(database)
    database.close()
    before = sorted(path.parent.iterdir())
    reading = Database(path, writable=False)
    assert names(reading) == ["a"]
    with pytest.raises(DiskReadOnly):
        fill(reading, "b")
    reading.close()
    assert sorted(path.parent.iterdir()) == before


def test_to_be_read_it_has_to_be_there_whole_and_of_this_version(path: Path) -> None:
    with pytest.raises(ProfileUnreadable):
        Database(path, writable=False)
    Database(path).close()
    with sqlite3.connect(path) as older:
        older.execute("PRAGMA user_version = 1")
    older.close()
    with pytest.raises(ProfileUnreadable, match="another version"):
        Database(path, writable=False)
    path.write_bytes(b"x" * 4096)
    with pytest.raises(DatabaseDamaged):
        Database(path, writable=False)
