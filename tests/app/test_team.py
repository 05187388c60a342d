from datetime import timedelta
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AddPeer,
    AddPlace,
    Command,
    RemovePeer,
    SetHome,
    SetPlan,
    SetPrecision,
    SetProfile,
    SetSharing,
    SetStatus,
)
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import EditPost, Follow, ReactToPost, RetractPost, SayPost
from presencemap.app.team import open_team
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import (
    InvalidInput,
    NoTeam,
    NotFound,
    ProfileUnreadable,
    Refused,
    TextTooLong,
)
from presencemap.domain.person import Profile
from presencemap.domain.place import HOME, Place, PlaceKind
from presencemap.domain.plan import Plan, day_of
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.precision import Precision
from presencemap.domain.status import Activity, Kind

DAY = 86_400_000
BRAM = Profile("Bram Claeys")


def test_a_profile_without_a_team_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(NoTeam, match="team create"):
        open_team(ProfilePaths.at(tmp_path / "none"), now_ms())


def test_what_was_said_is_there_after_a_restart(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        place = desk.obey(AddPlace("Acme, Gent", PlaceKind.CLIENT, lat=51.05, lon=3.72))
        assert isinstance(place, Place)
        desk.obey(SetStatus(place=place.id, until=now_ms() + DAY))
        desk.obey(SetProfile(Profile("Anna P.", ("Sailing",))))
        desk.obey(AddPeer("office-pc"))
    with StoreDesk(anna) as desk:
        [card] = desk.team.endpoint.cards.all(now_ms())
        assert card.person.profile == Profile("Anna P.", ("Sailing",))
        assert card.place_at(now_ms()) == place.id
        assert desk.team.endpoint.replica.places().get(place.id) == place
        assert desk.team.records.peers() == ["office-pc:47800"]
        desk.obey(RemovePeer("office-pc:47800"))
        assert desk.team.records.peers() == []


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (SetStatus(place="f" * 32), NotFound),
        (SetStatus(place="home", until=1000), InvalidInput),
        (AddPlace("  ", PlaceKind.OFFICE), InvalidInput),
        (AddPlace("x" * 61, PlaceKind.OFFICE), TextTooLong),
        (AddPlace("Desk", PlaceKind.DESK, parent="e" * 32), NotFound),
        (AddPlace("Half", PlaceKind.OFFICE, lat=51.0), InvalidInput),
        (AddPlace("Far", PlaceKind.OFFICE, lat=91.0, lon=0.0), InvalidInput),
        (AddPeer("no address:at all"), InvalidInput),
        (RemovePeer("nobody"), NotFound),
    ],
)
def test_what_cannot_be_done_says_so_and_changes_nothing(
    anna: ProfilePaths, command: SetStatus, error: type[Exception]
) -> None:
    with StoreDesk(anna) as desk:
        held = desk.team.records.load(), desk.team.records.statements()
        with pytest.raises(error):
            desk.obey(command)
        assert (desk.team.records.load(), desk.team.records.statements()) == held


@pytest.mark.parametrize("name", ["person.key", "device.key", "root.key", "team.key"])
@pytest.mark.parametrize(
    "content", [b"", b"{", b"\x00" * 64, b'{"v":1,"seed":"ab"}', b"x" * 5000, None]
)
def test_each_key_file_that_is_damaged_is_named_and_nothing_is_changed(
    anna: ProfilePaths, name: str, content: bytes | None
) -> None:
    path = anna.keys / name
    if content is None:
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(content)
    before = {p: p.read_bytes() for p in anna.keys.iterdir() if p.is_file()}
    with pytest.raises(ProfileUnreadable) as caught:
        open_team(anna, now_ms())
    assert name in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert {p: p.read_bytes() for p in anna.keys.iterdir() if p.is_file()} == before


def test_while_paused_nothing_is_shared_and_what_was_said_may_be_taken_back(
    anna: ProfilePaths,
) -> None:
    with StoreDesk(anna) as desk:
        post = str(desk.obey(SayPost(PostKind.ACTIVITY, "Before the pause")))
        desk.obey(SetSharing(Sharing.PAUSED))
    with StoreDesk(anna) as desk:
        shared: list[Command] = [
            SetStatus(),
            SetProfile(Profile("Anna")),
            AddPlace("Acme", PlaceKind.CLIENT),
            SayPost(PostKind.ACTIVITY, "Unheard"),
            EditPost(post, "Other"),
            ReactToPost(post, ReactionKind.THANK),
            Follow(topic="#peppol"),
        ]
        for command in shared:
            with pytest.raises(Refused, match="Sharing is paused"):
                desk.obey(command)
        desk.obey(RetractPost(post))
        desk.obey(SetSharing(Sharing.ON))
        desk.obey(SetStatus())


def test_no_more_of_a_place_is_shared_than_was_chosen_the_present_one_too(
    anna: ProfilePaths,
) -> None:
    with StoreDesk(anna) as desk:
        site = desk.obey(AddPlace("Acme", PlaceKind.CLIENT, lat=51.07, lon=3.75, town="Gent"))
        assert isinstance(site, Place)
        room = desk.obey(AddPlace("3.12", PlaceKind.ROOM, parent=site.id))
        assert isinstance(room, Place)
        desk.obey(SetStatus(place=room.id, until=now_ms() + DAY))
        me = desk.team.endpoint

        def where() -> str | None:
            return me.owner.status(now_ms()).place

        assert where() == room.id
        for precision, place in (
            (Precision.SITE, site.id),
            (Precision.ROOM, site.id),
            (Precision.TOWN, "town:51.05,3.72:Gent"),
            (Precision.HIDDEN, None),
        ):
            desk.obey(SetPrecision(precision))
            assert where() == place
        assert me.owner.status(now_ms()).until is None
        on = Activity(Kind.WORKING_ON, "VAT")
        desk.obey(SetStatus(place=room.id, activity=on, until=now_ms() + DAY))
        said = me.owner.status(now_ms())
        assert (said.place, said.activity) == (None, on)
    with StoreDesk(anna) as desk:
        assert desk.team.precision is Precision.HIDDEN
        assert room.id.encode() not in b"".join(
            h.data for h in desk.team.endpoint.replica.held() if h.kind == "status"
        )


def test_home_has_no_town_unless_its_owner_says_so_and_none_any_more_once_they_say_no(
    anna: ProfilePaths,
) -> None:
    gent, tomorrow = "home:51.05,3.72:Gent", day_of(now_ms()) + timedelta(days=1)

    def said(desk: StoreDesk) -> tuple[str | None, str | None]:
        """Of now, and planned."""
        owner = desk.team.endpoint.owner
        return owner.status(now_ms()).place, owner.plans().get(tomorrow, Plan(tomorrow)).place

    def kept(desk: StoreDesk) -> bytes:
        return b"".join(held.data for held in desk.team.endpoint.replica.held())

    with StoreDesk(anna) as desk:
        desk.obey(SetStatus(place="home", until=now_ms() + DAY))
        desk.obey(SetPlan(tomorrow, tomorrow, place="home"))
        assert said(desk) == ("home", "home")
        with pytest.raises(NotFound):
            desk.obey(SetHome("Nowhereville"))
        assert desk.obey(SetHome("gand")) == "Gent"
        assert said(desk) == (gent, gent)
        desk.obey(SetStatus(place="home"))
        assert said(desk) == (gent, gent)
    with StoreDesk(anna) as desk:
        assert desk.team.home.town == "Gent"
        desk.obey(SetPrecision(Precision.HIDDEN))
        assert said(desk) == (None, None)
        desk.obey(SetPrecision(Precision.ROOM))
        desk.obey(SetStatus(place="home", until=now_ms() + DAY))
        desk.obey(SetPlan(tomorrow, tomorrow, place=gent))
        assert said(desk) == (gent, gent)
        assert desk.obey(SetHome()) == ""
        assert said(desk) == ("home", "home")
        assert b"Gent" not in kept(desk), "nor in what is kept of before"
    with StoreDesk(anna) as desk:
        assert desk.team.home == HOME
        assert not anna.home.exists()
