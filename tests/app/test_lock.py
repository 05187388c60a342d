"""One process a profile."""

from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.lock import free_within, locked
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import open_team
from presencemap.domain.errors import ProfileInUse, ProfileUnreadable


def test_one_process_a_profile(anna: ProfilePaths) -> None:
    with StoreDesk(anna), pytest.raises(ProfileInUse, match="--profile"):
        open_team(anna, now_ms())
    open_team(anna, now_ms()).close()


def test_a_profile_that_cannot_be_written_says_so(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("filelock.FileLock.acquire", refused)
    with pytest.raises(ProfileUnreadable, match=r"can't be written \(Read-only"):
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
