"""How a profile comes to a team, and what is written when."""

import stat
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite
from presencemap.app.entry import create_team, forget, has_team, join_team, preview_invite
from presencemap.app.lock import locked
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import open_team
from presencemap.domain.availability import Availability
from presencemap.domain.errors import (
    AlreadyInTeam,
    EnvironmentFault,
    InvalidInput,
    InviteExpired,
    InviteUnreadable,
    NoTeam,
    Refused,
    TextTooLong,
)
from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
from presencemap.domain.team import Inviters
from presencemap.protocol.membership import Standing
from presencemap.store import chain, identity, private
from presencemap.store.identity import Identity, TeamKeys

DAY = 86_400_000
BRAM = Profile("Bram Claeys")


def test_a_founder_is_alone_in_the_team_with_profile_and_status(anna: ProfilePaths) -> None:
    team = open_team(anna, now_ms())
    try:
        [card] = team.endpoint.cards.all(now_ms())
        assert (card.person.name, card.me) == ("Anna Peeters", True)
        assert card.status is not None
        assert card.status.availability is Availability.AVAILABLE
        assert team.endpoint.membership.name == "Lerend Collectief"
        assert team.keys.root is not None
    finally:
        team.close()


def test_how_precisely_places_are_shared_holds_from_the_entry_on(tmp_path: Path, link: str) -> None:
    paths = ProfilePaths.at(tmp_path / "new")
    join_team(paths, link, BRAM, now_ms(), precision=Precision.HIDDEN)
    with StoreDesk(paths) as desk:
        assert desk.team.precision is Precision.HIDDEN


def test_every_key_file_is_its_owners_alone(bram: ProfilePaths, anna: ProfilePaths) -> None:
    files = [*anna.keys.iterdir(), *bram.keys.iterdir()]
    assert len(files) == 5 + 4, "the founder has the root too"
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(anna.database.stat().st_mode) == 0o600


def test_a_newcomer_joins_with_nobody_online_and_is_provisional(bram: ProfilePaths) -> None:
    with StoreDesk(bram) as desk:
        endpoint = desk.team.endpoint
        assert len(endpoint.membership.people) == 2
        me = endpoint.me.person.id
        assert endpoint.membership.standing(me, now_ms()) is Standing.PROVISIONAL
        assert desk.team.keys.root is None


def test_a_profile_has_one_team(anna: ProfilePaths, link: str) -> None:
    before = sorted((path.name, path.read_bytes()) for path in anna.keys.iterdir())
    with pytest.raises(AlreadyInTeam, match="--profile"):
        create_team(anna, "Another", BRAM, now_ms())
    with pytest.raises(AlreadyInTeam):
        join_team(anna, link, BRAM, now_ms())
    assert sorted((path.name, path.read_bytes()) for path in anna.keys.iterdir()) == before


@pytest.mark.parametrize("spoil", [lambda s: s[:-9], lambda s: s[:60], lambda s: "https" + s[11:]])
def test_a_cut_or_wrong_link_says_so_and_leaves_no_profile(
    tmp_path: Path, link: str, spoil: object
) -> None:
    paths = ProfilePaths.at(tmp_path / "new")
    with pytest.raises(InviteUnreadable, match="Ask your colleague"):
        join_team(paths, spoil(link), BRAM, now_ms())  # type: ignore[operator]
    assert not paths.keys.exists()
    assert not has_team(paths)


def test_an_expired_link_says_so_and_leaves_no_profile(tmp_path: Path, link: str) -> None:
    paths = ProfilePaths.at(tmp_path / "new")
    with pytest.raises(InviteExpired, match="new one"):
        join_team(paths, link, BRAM, now_ms() + 8 * DAY)
    assert not has_team(paths)
    assert preview_invite(link, now_ms()).team == "Lerend Collectief"


@pytest.mark.parametrize(("name", "error"), [("  ", InvalidInput), ("x" * 61, TextTooLong)])
def test_a_team_without_a_proper_name_is_not_founded(
    tmp_path: Path, name: str, error: type[Exception]
) -> None:
    paths = ProfilePaths.at(tmp_path / "new")
    with pytest.raises(error):
        create_team(paths, name, BRAM, now_ms())
    assert not paths.data.exists()


@pytest.mark.parametrize("kept_last", [TeamKeys, Identity])
def test_an_entry_cut_short_leaves_no_team(
    tmp_path: Path, link: str, monkeypatch: pytest.MonkeyPatch, kept_last: type
) -> None:
    paths = ProfilePaths.at(tmp_path / "new")

    def full(*_: object) -> None:
        raise EnvironmentFault("the disk is full")

    monkeypatch.setattr(kept_last, "save", full)
    with pytest.raises(EnvironmentFault):
        join_team(paths, link, BRAM, now_ms())
    assert not has_team(paths)
    with pytest.raises(NoTeam):
        open_team(paths, now_ms())
    locked(paths).release()


def test_who_may_invite_is_chosen_at_the_founding(tmp_path: Path) -> None:
    anna, bram = (ProfilePaths.at(tmp_path / name) for name in ("anna", "bram"))
    create_team(anna, "Strict", Profile("Anna Peeters"), now_ms(), inviters=Inviters.STEWARDS)
    with StoreDesk(anna) as desk:
        link = str(desk.obey(CreateInvite()))
    join_team(bram, link, BRAM, now_ms())
    with StoreDesk(bram) as desk, pytest.raises(Refused, match="stewards invite"):
        desk.obey(CreateInvite())


@pytest.mark.parametrize("name", ["device.key", "person.key", "team.key", "chain.json"])
def test_after_an_entry_cut_short_the_next_one_begins_from_nothing(
    tmp_path: Path, link: str, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    paths = ProfilePaths.at(tmp_path / "cleo")
    whole = private.write_file

    def full(path: Path, data: bytes) -> None:
        if path.name == name:
            raise EnvironmentFault("The disk is full.")
        whole(path, data)

    with monkeypatch.context() as patch:
        for module in (identity, chain):
            patch.setattr(module, "write_file", full)
        with pytest.raises(EnvironmentFault):
            join_team(paths, link, Profile("Cleo"), now_ms())
    assert not has_team(paths)
    join_team(paths, link, Profile("Cleo"), now_ms())
    assert not paths.entering.exists()
    team = open_team(paths, now_ms())
    try:
        names = [card.person.name for card in team.endpoint.cards.all(now_ms())]
        assert sorted(names).count("Cleo") == 1
        assert len(names) == 2
    finally:
        team.close()


def test_another_persons_key_that_no_cut_entry_left_is_refused(
    anna: ProfilePaths, link: str
) -> None:
    (anna.keys / "team.key").unlink()
    with pytest.raises(Refused, match="another person's key"):
        join_team(anna, link, Profile("Cleo"), now_ms())


def test_with_the_team_go_the_pictures_of_where_one_looked(anna: ProfilePaths) -> None:
    (anna.cache / "map").mkdir(parents=True)
    (anna.cache / "map" / "tile").write_bytes(b"a picture")
    forget(anna)
    assert not anna.cache.exists()
    assert not has_team(anna)
