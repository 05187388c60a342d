"""The sealed file: what opens it and what doesn't."""

import os
from pathlib import Path

import pytest

from presencemap.domain.errors import EnvironmentFault, InvalidInput, Refused
from presencemap.store import backup as module
from presencemap.store.backup import MAGIC, Backup, read_backup, write_backup

SECRET = "four words and a number 7"
BACKUP = Backup(team="a" * 64, root="b" * 64, discovery="c" * 64, statements=("AAAA",))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WORK", {"opslimit": 1, "memlimit": 8192})


def test_it_opens_with_its_passphrase_alone_and_shows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "root.backup"
    write_backup(path, BACKUP, SECRET)
    assert read_backup(path, SECRET) == BACKUP
    assert b"bbbb" not in path.read_bytes()
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="doesn't open the backup"):
        read_backup(path, SECRET + "8")


def test_never_over_another_file_nor_under_a_weak_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "root.backup"
    path.write_text("mine")
    with pytest.raises(Refused, match="there already"):
        write_backup(path, BACKUP, SECRET)
    assert path.read_text() == "mine"
    with pytest.raises(InvalidInput, match="at least 12"):
        write_backup(tmp_path / "new", BACKUP, "short")
    with pytest.raises(EnvironmentFault, match="can't be written"):
        write_backup(tmp_path / "nowhere" / "new", BACKUP, SECRET)


def test_what_is_no_backup_is_said(tmp_path: Path) -> None:
    path = tmp_path / "root.backup"
    with pytest.raises(InvalidInput, match="no backup of a team"):
        read_backup(path, SECRET)
    for damaged in (b"", MAGIC, MAGIC + b"x" * 20):
        path.write_bytes(damaged)
        with pytest.raises((InvalidInput, Refused)):
            read_backup(path, SECRET)
    write_backup(tmp_path / "whole", BACKUP, SECRET)
    whole = (tmp_path / "whole").read_bytes()
    path.write_bytes(whole[:-1] + bytes((whole[-1] ^ 1,)))
    with pytest.raises(Refused):
        read_backup(path, SECRET)
    salt = whole[len(MAGIC) :][:16]
    path.write_bytes(MAGIC + salt + module._box(SECRET, salt).encrypt(b'{"v":2}'))
    with pytest.raises(InvalidInput, match="another version"):
        read_backup(path, SECRET)
