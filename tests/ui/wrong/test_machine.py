"""What this computer refuses, in both languages."""

import contextlib
import sqlite3
from functools import partial
from pathlib import Path

import pytest

from presencemap.app.commands import AddPeer, RemovePeer
from presencemap.app.offline import StoreDesk
from presencemap.domain.errors import RecordsSetAside
from presencemap.store.database import Database
from presencemap.store.private import make_directory, read_file, remove_file, write_file
from tests.ui.wrong.conftest import Reading


@pytest.mark.parametrize("text", ["office pc", "office-pc:99999", "office-pc:0"])
def test_addresses(text: str, desk: StoreDesk, read: Reading) -> None:
    assert f"“{text}”" in read(partial(desk.obey, AddPeer(text)))[1]


def test_an_address_that_was_not_added(desk: StoreDesk, read: Reading) -> None:
    assert "office-pc" in read(partial(desk.obey, RemovePeer("office-pc")))[1]


def test_files(tmp_path: Path, read: Reading) -> None:
    file = tmp_path / "file"
    file.write_bytes(bytes(9))
    for ask, part in (
        (lambda: make_directory(file / "x"), "gemaakt"),
        (lambda: read_file(tmp_path, 1), "gelezen"),
        (lambda: read_file(file, 1), "beschadigd"),
        (lambda: write_file(file / "x", b""), "vrije ruimte"),
        (lambda: remove_file(tmp_path), "verwijderd"),
    ):
        _, dutch = read(ask)
        assert part in dutch
        assert str(tmp_path) in dutch


def test_records_that_were_set_aside(read: Reading) -> None:
    def aside() -> None:
        raise RecordsSetAside("They were damaged.", "old.db")

    assert "opzijgezet als old.db" in read(aside)[1]


@pytest.mark.parametrize(
    ("code", "part"),
    [
        (sqlite3.SQLITE_FULL, "De schijf is vol"),
        (sqlite3.SQLITE_READONLY, "alleen-lezen"),
        (sqlite3.SQLITE_PERM, "van jou"),
        (sqlite3.SQLITE_CANTOPEN, "geopend"),
        (sqlite3.SQLITE_IOERR, "meldt een fout"),
        (sqlite3.SQLITE_BUSY, "Een ander programma"),
        (sqlite3.SQLITE_NOLFS, "andere schijf"),
    ],
)
def test_records(code: int, part: str, tmp_path: Path, read: Reading) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    with contextlib.closing(Database(tmp_path / "records.db")) as database:

        def fail() -> None:
            with database._faults():
                raise error

        assert part in read(fail)[1]
