"""The locks are of this pyproject.toml, agree with each other, and name no index."""

from pathlib import Path

import lock
import pytest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the locks, to spoil."""
    for name in lock.LOCKS.values():
        (tmp_path / name).write_text((lock.FOLDER / name).read_text())
    monkeypatch.setattr(lock, "FOLDER", tmp_path)
    return tmp_path


def test_the_committed_locks_have_no_fault() -> None:
    assert [fault for scope in lock.LOCKS for fault in lock.faults_in(scope)] == []


def test_every_pin_has_a_hash() -> None:
    for name in lock.LOCKS.values():
        text = (lock.FOLDER / name).read_text()
        for block in text.replace("\\\n", "").splitlines()[1:]:
            assert "--hash=sha256:" in block, f"{name}: {block}"


def test_a_changed_requirement_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = lock.requirements("run")
    monkeypatch.setattr(lock, "requirements", lambda _: [*asked, "qrcode>=8"])

    (fault,) = lock.faults_in("run")

    assert fault == "packaging/requirements.lock is not of this pyproject.toml: run make lock"


@pytest.mark.parametrize("line", ["--index-url https://a.example", "-f x", "    # from https://b"])
def test_an_index_is_noticed(folder: Path, line: str) -> None:
    path = folder / lock.LOCKS["dev"]
    path.write_text(f"{path.read_text()}{line}\n")

    (fault,) = lock.faults_in("dev")

    assert "names an index, a URL or an option" in fault


def test_two_locks_with_different_versions_are_noticed(folder: Path) -> None:
    path = folder / lock.LOCKS["dev"]
    version = lock.pins("run")["pyzmq"]
    path.write_text(path.read_text().replace(f"pyzmq=={version}", "pyzmq==1.0"))

    (fault,) = lock.faults_in("dev")

    assert "pyzmq" in fault


def test_a_missing_lock_is_noticed(folder: Path) -> None:
    (folder / lock.LOCKS["bench"]).unlink()

    (fault,) = lock.faults_in("bench")

    assert fault == "packaging/requirements-bench.lock is missing: run make lock"


def test_qt_stays_below_the_release_that_loses_references() -> None:
    assert lock.pins("run")["pyside6-essentials"].startswith("6.11.")
