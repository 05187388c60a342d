import json

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPlace, CreateInvite, SetProfile, SetStatus
from presencemap.app.control import asked
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost
from presencemap.app.requests import answered
from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.errors import InvalidInput, NotFound
from presencemap.domain.person import Profile
from presencemap.domain.place import PlaceKind
from presencemap.domain.post import PostKind
from presencemap.domain.status import Activity, Kind

HOUR = 3_600_000


def through_json(value: object) -> dict[str, object]:
    return dict(json.loads(json.dumps(value)))


def test_a_command_survives_json_and_does_what_it_says(anna: ProfilePaths) -> None:
    until = now_ms() + HOUR
    on = Activity(Kind.THINKING_ABOUT, "What “keep” means #words")
    command = SetStatus(Availability.AWAY, on, "home", until)
    with StoreDesk(anna) as desk:
        answered(desk, through_json(asked(command)), now_ms())
        said = desk.team.endpoint.owner.status(now_ms())
    assert (said.availability, said.activity, said.place, said.until) == (
        Availability.AWAY,
        on,
        "home",
        until,
    )


def test_what_a_command_keeps_is_not_said_and_stays(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        desk.obey(SetStatus(place="home", until=now_ms() + HOUR))
        request = through_json(asked(SetStatus(availability=Availability.BUSY)))
        assert request["with"] == {"availability": "busy"}
        answered(desk, request, now_ms())
        assert desk.team.endpoint.owner.status(now_ms()).place == "home"
        answered(desk, through_json(asked(SetStatus(place=None))), now_ms())
        assert desk.team.endpoint.owner.status(now_ms()).place is None


def test_profiles_and_places_survive_json(anna: ProfilePaths) -> None:
    profile = Profile("Anna", ("a", "b"), (ContactWay(ContactKind.MAIL, "a@b.example"),))
    with StoreDesk(anna) as desk:
        answered(desk, through_json(asked(SetProfile(profile))), now_ms())
        command = AddPlace("Acme, Gent", PlaceKind.CLIENT, None, 51.05, 3.72, "Gent")
        place = answered(desk, through_json(asked(command)), now_ms())
        room = answered(
            desk, through_json(asked(AddPlace("3.12", PlaceKind.ROOM, "acme"))), now_ms()
        )
        shown = answered(desk, {"ask": "profile"}, now_ms())
        places = answered(desk, {"ask": "places"}, now_ms())
    assert shown["talents"] == ["a", "b"]
    assert shown["contacts"] == [{"kind": "mail", "address": "a@b.example"}]
    assert room["parent"] == place["id"]
    paths = [found["path"] for found in places]
    assert ["Acme, Gent", "3.12"] in paths
    assert ["Home"] in paths
    inside = next(found for found in places if found["name"] == "3.12")
    assert (inside["lat"], inside["lon"]) == (51.05, 3.72), "a room is where its site is"


def test_who_can_be_narrowed_by_name_place_and_topic(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        on = Activity(Kind.WORKING_ON, "Invoices #Peppol")
        desk.obey(SetStatus(activity=on, place="road", until=now_ms() + HOUR))

        def names(**narrow: str) -> list[str]:
            return [p["name"] for p in answered(desk, {"ask": "who", **narrow}, now_ms())]

        assert names(name="peet") == names(place="on the") == names(topic="#peppol")
        assert names(name="ann") == ["Anna Peeters"]
        assert names(place="home") == names(topic="sailing") == []
        with pytest.raises(NotFound, match="Zoë"):
            names(name="Zoë")
        desk.obey(SayPost(PostKind.QUESTION, "Who has a boat? #Sailing"))
        assert names(topic="sailing") == ["Anna Peeters"], "who asks about it is on it"


def test_members_say_who_invited_them(bram: ProfilePaths) -> None:
    with StoreDesk(bram) as desk:
        members = answered(desk, {"do": "ShowMembers"}, now_ms())
    assert [(m["me"], m["steward"], m["admitted"]) for m in members] == [
        (False, True, True),
        (True, False, False),
    ]
    assert members[1]["name"] == "Bram Claeys"


def test_an_invite_comes_back_as_a_link_and_peers_as_a_list(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        link = answered(desk, through_json(asked(CreateInvite(label="May"))), now_ms())
        desk.team.records.add_peer("pc:47800")
        peers = answered(desk, {"ask": "peers"}, now_ms())
    assert link.startswith("presencemap://join#")
    assert peers == [{"address": "pc:47800", "by_hand": True, "person": None, "answer": "untried"}]


@pytest.mark.parametrize(
    "request_",
    [{}, {"ask": "the moon"}, {"do": "FlyAway"}, {"do": "SetStatus", "with": {"until": "soon"}}],
)
def test_a_request_of_another_version_is_refused_with_a_sentence(
    anna: ProfilePaths, request_: dict[str, object]
) -> None:
    with StoreDesk(anna) as desk, pytest.raises(InvalidInput, match="running Presence Map"):
        answered(desk, request_, now_ms())
