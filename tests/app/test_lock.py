"""One process a profile."""

import sys
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite, ShowMembers
from presencemap.app.lock import free_within, locked
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import open_team
from presencemap.domain.errors import (
    DiskReadOnly,
    OpenedToRead,
    ProfileInUse,
    ProfileNotWritable,
    ProfileUnreadable,
)

FLOCK = pytest.mark.skipif(sys.platform == "win32", reason="locks by writing alone")


def test_one_process_a_profile(anna: ProfilePaths) -> None:
    with StoreDesk(anna), pytest.raises(ProfileInUse, match="--profile"):
        open_team(anna, now_ms())
    open_team(anna, now_ms()).close()


@pytest.fixture
def _unwritable(anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("filelock.FileLock.acquire", refused)


@pytest.mark.usefixtures("_unwritable")
def test_a_profile_that_cannot_be_written_says_so(anna: ProfilePaths) -> None:
    with pytest.raises(ProfileNotWritable, match=r"can't be written \(Read-only"):
        locked(anna)


@FLOCK
@pytest.mark.expects_log("can't be written: you see what was kept")
@pytest.mark.usefixtures("_unwritable")
def test_it_is_opened_to_be_read_by_one_process(anna: ProfilePaths) -> None:
    team = open_team(anna, now_ms())
    assert isinstance(team.fault, OpenedToRead)
    assert team.endpoint.membership.name == "Lerend Collectief"
    with pytest.raises(ProfileInUse):
        open_team(anna, now_ms())
    with pytest.raises(DiskReadOnly):
        team.keeping.catch_up()
    team.close()
    with StoreDesk(anna) as desk:
        assert desk.obey(ShowMembers())
        with pytest.raises(DiskReadOnly, match="Make it writable"):
            desk.obey(CreateInvite())
    open_team(anna, now_ms()).close()


@FLOCK
@pytest.mark.usefixtures("_unwritable")
def test_but_not_beside_one_that_writes(anna: ProfilePaths) -> None:
    import fcntl  # noqa: PLC0415 - where there is one

    with anna.lock.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(ProfileInUse):
            open_team(anna, now_ms())


@FLOCK
@pytest.mark.usefixtures("_unwritable")
def test_nor_where_nobody_ever_locked_it(anna: ProfilePaths) -> None:
    anna.lock.unlink()
    with pytest.raises(ProfileUnreadable, match="lock can't be read"):
        open_team(anna, now_ms())


@pytest.mark.usefixtures("_unwritable")
def test_nor_where_a_lock_is_always_written(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("presencemap.app.lock.fcntl", raising=False)
    with pytest.raises(ProfileUnreadable, match="Make it writable"):
        open_team(anna, now_ms())


def test_a_profile_is_free_once_its_process_lets_go_of_it(tmp_path: Path) -> None:
    paths = ProfilePaths.at(tmp_path / "new")
    lock = locked(paths)
    assert not free_within(paths, 0)
    with pytest.raises(ProfileInUse, match="stop it first"):
        locked(paths)
    lock.release()
    assert free_within(paths, 0)
    locked(paths).release()


def test_the_lock_is_its_owners_alone(tmp_path: Path) -> None:
    paths = ProfilePaths.at(tmp_path / "new")
    locked(paths).release()
    assert paths.lock.stat().st_mode & 0o777 == 0o600
