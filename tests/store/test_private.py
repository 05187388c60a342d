"""Files that only their owner reads."""

import logging
import os
import stat
import sys
from pathlib import Path

import pytest

from presencemap.domain.errors import EnvironmentFault, ProfileUnreadable
from presencemap.store import private
from presencemap.store.private import (
    create_file,
    make_directory,
    read_file,
    remove_file,
    sweep,
    tighten,
    write_file,
)

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no modes there")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "person.key"
    assert read_file(path, 10) is None
    write_file(path, b"one")
    write_file(path, b"two")
    assert read_file(path, 3) == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["person.key"]


@POSIX
def test_files_and_directories_are_made_closed_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_directory(tmp_path / "a" / "b")
        write_file(tmp_path / "a" / "b" / "key", b"x")
        assert create_file(tmp_path / "a" / "b" / "db") is True
    finally:
        os.umask(before)
    assert mode(tmp_path / "a" / "b") == 0o700
    assert mode(tmp_path / "a" / "b" / "key") == 0o600
    assert mode(tmp_path / "a" / "b" / "db") == 0o600


@POSIX
def test_a_key_is_never_open_to_others_even_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every mode that a file in the directory has at any system call we make."""
    seen: set[int] = set()

    def watched(descriptor: int) -> None:
        seen.update(mode(entry) for entry in tmp_path.iterdir())
        seen.add(stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o677)

    before = os.umask(0)
    monkeypatch.setattr(private.os, "fsync", watched)
    try:
        tmp_path.chmod(0o700)
        write_file(tmp_path / "key", b"x")
    finally:
        os.umask(before)
    assert seen == {0o600}


@POSIX
def test_what_is_open_is_closed_and_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"x")
    path.chmod(0o664)
    with caplog.at_level(logging.INFO):
        assert read_file(path, 10) == b"x"
        assert create_file(path) is False
    assert mode(path) == 0o600
    assert caplog.messages == [f"{path} was open to others (664); now only you can read it"]
    tmp_path.chmod(0o755)
    make_directory(tmp_path)
    assert mode(tmp_path) == 0o700


def test_without_modes_nothing_is_tightened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private, "_MODES", False)
    path = tmp_path / "key"
    path.write_bytes(b"x")
    path.chmod(0o644)
    before = mode(path)
    tighten(path)
    assert mode(path) == before
    write_file(path, b"y")
    assert read_file(path, 1) == b"y"


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "key"
    write_file(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private.os, "fsync", full)
    with pytest.raises(EnvironmentFault, match="No space left on device") as caught:
        write_file(path, b"new")
    assert not isinstance(caught.value, ProfileUnreadable)
    assert str(path) in str(caught.value)
    assert [entry.name for entry in tmp_path.iterdir()] == ["key"]
    assert path.read_bytes() == b"old"


def test_a_file_is_removed_or_it_is_said_why_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "unsent"
    write_file(path, b"said")
    for _ in range(2):
        remove_file(path)
        assert not path.exists()

    def refuse(_path: Path, **_said: bool) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(EnvironmentFault, match=r"unsent can't be removed \(Read-only"):
        remove_file(path)


def test_what_a_killed_writer_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (".person.key.0123abcd", "person.key", ".hidden", ".a.0123abcdx", "b.0123abcd"):
        (tmp_path / name).write_text("x")
    sweep(tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"person.key", ".hidden", ".a.0123abcdx", "b.0123abcd"}
    sweep(tmp_path / "none")


def test_what_is_swept_is_what_a_write_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:

        def killed(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            write_file(tmp_path / "person.key", b"x")
    assert len(list(tmp_path.iterdir())) == 1
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_can_t_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"123456")
    with pytest.raises(ProfileUnreadable, match="can't be used"):
        make_directory(file / "inside")
    with pytest.raises(ProfileUnreadable, match="can't be made"):
        create_file(tmp_path / "missing" / "key")
    with pytest.raises(ProfileUnreadable, match="can't be read"):
        read_file(tmp_path, 10)
    with pytest.raises(ProfileUnreadable, match="far too large"):
        read_file(file, 5)

    def foreign(_path: Path, _mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    file.chmod(0o644)
    monkeypatch.setattr(Path, "chmod", foreign)
    if sys.platform != "win32":
        with pytest.raises(ProfileUnreadable, match="can't be kept from others"):
            read_file(file, 10)


@POSIX
def test_a_link_laid_in_the_way_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"theirs")
    (tmp_path / "key").symlink_to(target)
    write_file(tmp_path / "key", b"mine")
    assert target.read_bytes() == b"theirs"
    assert (tmp_path / "key").read_bytes() == b"mine"
