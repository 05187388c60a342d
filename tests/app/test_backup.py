"""The root of a team: sealed, and back again."""

from pathlib import Path

import pytest

from presencemap.app.backup import back_up, restore
from presencemap.app.clock import now_ms
from presencemap.app.commands import AppointSteward, ShowLog
from presencemap.app.entry import create_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import InvalidInput, Refused
from presencemap.domain.person import Profile
from presencemap.store import backup as backup_module
from presencemap.store.backup import Backup, write_backup

SECRET = "four words and a number 7"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = {"opslimit": 1, "memlimit": 8192}
    monkeypatch.setattr(backup_module, "_WORK", quick)


@pytest.fixture
def file(anna: ProfilePaths, tmp_path: Path) -> Path:
    with StoreDesk(anna) as desk:
        log = desk.obey(ShowLog())
    assert isinstance(log, list)
    back_up(anna, tmp_path / "root.backup", log, SECRET)
    return tmp_path / "root.backup"


def test_another_profile_of_the_team_gets_the_root(
    file: Path, anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with StoreDesk(anna) as desk:
        annas = desk.team.endpoint.me.person.id
    with StoreDesk(bram) as desk, pytest.raises(Refused, match="root key"):
        desk.obey(AppointSteward(annas))
    assert restore(bram, file, SECRET, None, now_ms()) == "Lerend Collectief"
    with StoreDesk(bram) as desk:
        desk.obey(AppointSteward(desk.team.endpoint.me.person.id))


def test_a_new_profile_comes_in_as_a_new_person(file: Path, tmp_path: Path) -> None:
    paths = ProfilePaths.at(tmp_path / "new")
    with pytest.raises(InvalidInput, match="--as"):
        restore(paths, file, SECRET, None, now_ms())
    restore(paths, file, SECRET, Profile("Anna"), now_ms())
    with StoreDesk(paths) as desk:
        endpoint = desk.team.endpoint
        assert endpoint.membership.name == "Lerend Collectief"
        assert endpoint.me.person.id in endpoint.membership.stewards
        assert len(endpoint.membership.people) == 2


def test_not_into_another_team_not_without_the_root(
    file: Path, bram: ProfilePaths, tmp_path: Path
) -> None:
    other = ProfilePaths.at(tmp_path / "other")
    create_team(other, "Elsewhere", Profile("Eva"), now_ms())
    with pytest.raises(Refused, match="another team than Lerend Collectief"):
        restore(other, file, SECRET, None, now_ms())
    with pytest.raises(Refused, match="doesn't have the team's root key"):
        back_up(bram, tmp_path / "x", [], SECRET)


@pytest.mark.parametrize("statement", ["", "!", "AAAA"])
def test_a_log_that_is_none_is_said(anna: ProfilePaths, tmp_path: Path, statement: str) -> None:
    backup = Backup(team="a" * 64, root="b" * 64, discovery="c" * 64, statements=(statement,))
    write_backup(tmp_path / "odd", backup, SECRET)
    with pytest.raises(InvalidInput, match="another version"):
        restore(anna, tmp_path / "odd", SECRET, None, now_ms())
