"""Places changed and merged by command; what can't be done changes nothing."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AddPlace,
    Command,
    EditPlace,
    MergePlace,
    PlaceCommand,
    SetStatus,
)
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.places import obeyed
from presencemap.domain.errors import InvalidInput, NotFound, Refused, TextTooLong, UserError
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from tests.protocol.lan import Lan, assert_agreed

HOUR = 3_600_000


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def done(desk: StoreDesk, command: Command) -> Place:
    answer = desk.obey(command)
    assert isinstance(answer, Place)
    return answer


def tree(desk: StoreDesk) -> PlaceTree:
    return desk.team.endpoint.replica.places()


@pytest.fixture
def acme(desk: StoreDesk) -> Place:
    return done(desk, AddPlace("Acme", PlaceKind.CLIENT, lat=51.0, lon=3.7, town="Gent"))


def test_what_isnt_named_stays(desk: StoreDesk, acme: Place) -> None:
    changed = done(desk, EditPlace(acme.id, name=" Acme  NV "))
    assert changed == Place(acme.id, "Acme NV", PlaceKind.CLIENT, None, 51.0, 3.7, "Gent")
    changed = done(desk, EditPlace(acme.id, lat=None, lon=None, town=""))
    assert (changed.lat, changed.lon, changed.town) == (None, None, "")
    assert tree(desk).get(acme.id) == changed


def test_a_room_that_becomes_a_site_is_in_nothing(desk: StoreDesk, acme: Place) -> None:
    room = done(desk, AddPlace("3.12", PlaceKind.ROOM, acme.id))
    assert done(desk, EditPlace(room.id, kind=PlaceKind.OFFICE)).parent is None


def test_who_is_at_a_place_that_is_merged_is_at_the_other_and_so_is_its_room(
    desk: StoreDesk, acme: Place
) -> None:
    double = done(desk, AddPlace("ACME", PlaceKind.CLIENT))
    room = done(desk, AddPlace("3.12", PlaceKind.ROOM, double.id))
    desk.obey(SetStatus(place=double.id, until=now_ms() + HOUR))
    assert tree(desk).doubles(acme) == (double,)
    assert done(desk, MergePlace(double.id, acme.id)) == acme
    places = tree(desk)
    assert double.id not in {place.id for place in places}
    assert places.site(desk.team.endpoint.owner.status(now_ms()).place) == acme
    assert places.path(room.id) == ("Acme", "3.12")
    assert places.doubles(acme) == ()


def test_the_one_that_stays_takes_the_spot_that_it_lacks(desk: StoreDesk, acme: Place) -> None:
    other = done(desk, AddPlace("Acme NV", PlaceKind.OFFICE))
    stays = done(desk, MergePlace(acme.id, other.id))
    assert (stays.name, stays.lat, stays.lon, stays.town) == ("Acme NV", 51.0, 3.7, "Gent")


BY, WHICH = st.integers(0, 1), st.integers(0, 1)


@settings(max_examples=30, deadline=None)
@given(edits=st.lists(st.tuples(BY, WHICH), max_size=4), first=BY, tryer=BY)
@example(edits=[(0, 1)], first=1, tryer=0)
@example(edits=[(1, 1)], first=0, tryer=1)
def test_doubles_that_two_merged_at_once_each_the_other_way_round_can_be_merged_again(
    edits: list[tuple[int, int]], first: int, tryer: int
) -> None:
    """``edits``: by whom and of which, while they were walled off; then each merges them."""
    lan = Lan()
    nodes = lan.team_of("Bram")

    def do(by: int, command: PlaceCommand) -> Place:
        lan.now += 1_000
        place, effects = obeyed(nodes[by].endpoint, command, lan.now)
        nodes[by].do(effects)
        return place

    one, other = ids = [do(0, AddPlace("Acme", PlaceKind.CLIENT)).id for _ in "ab"]
    lan.settle()
    lan.wall(*nodes)
    lan.settle()
    for by, which in edits:
        do(by, EditPlace(ids[which], town="Gent"))
    do(first, MergePlace(one, other))
    do(1 - first, MergePlace(other, one))
    lan.heal()
    lan.settle()
    with suppress(InvalidInput):
        # Most often they have become one already.
        do(tryer, MergePlace(one, other))
    lan.settle()
    assert_agreed(nodes)
    for node in nodes:
        assert len({place.id for place in node.endpoint.replica.places()} & {*ids}) == 1


def refused(desk: StoreDesk, command: Command, error: type[UserError]) -> None:
    before = list(tree(desk))
    with pytest.raises(error):
        desk.obey(command)
    assert list(tree(desk)) == before


def test_what_cannot_be_done_says_so_and_changes_nothing(desk: StoreDesk, acme: Place) -> None:
    room = done(desk, AddPlace("3.12", PlaceKind.ROOM, acme.id))
    refused(desk, EditPlace("f" * 32, name="x"), NotFound)
    refused(desk, EditPlace("home", name="x"), Refused)
    refused(desk, EditPlace(acme.id, name=" "), InvalidInput)
    refused(desk, EditPlace(acme.id, name="x" * 61), TextTooLong)
    refused(desk, EditPlace(acme.id, lat=None), InvalidInput)
    refused(desk, EditPlace(acme.id, lat=91.0), InvalidInput)
    refused(desk, EditPlace(room.id, parent="f" * 32), NotFound)
    refused(desk, EditPlace(acme.id, kind=PlaceKind.ROOM, parent=room.id), InvalidInput)
    refused(desk, MergePlace(acme.id, room.id), InvalidInput)
    refused(desk, MergePlace(acme.id, acme.id), InvalidInput)
    refused(desk, MergePlace(acme.id, "road"), Refused)


def test_a_room_is_for_so_many_and_only_a_room(desk: StoreDesk, acme: Place) -> None:
    room = done(desk, AddPlace("Leie", PlaceKind.ROOM, acme.id, capacity=8))
    assert room.capacity == 8
    assert done(desk, EditPlace(room.id, name="Lys")).capacity == 8
    assert done(desk, EditPlace(room.id, capacity=6)).capacity == 6
    for bad in (0, 1000):
        refused(desk, EditPlace(room.id, capacity=bad), InvalidInput)
    refused(desk, EditPlace(acme.id, capacity=8), InvalidInput)
    assert done(desk, EditPlace(room.id, kind=PlaceKind.FLOOR)).capacity is None
