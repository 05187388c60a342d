"""Who is drawn where, in which order, and who isn't on the map at all."""

from dataclasses import replace
from datetime import date

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import HOME, ROAD, Place, PlaceKind, PlaceTree
from presencemap.domain.plan import Plan
from presencemap.domain.roster import KNOWN_FOR, MINUTE, Card
from presencemap.domain.status import Activity, Kind, Status
from presencemap.ui.map.scene import DockKind, scene_of

NOW = 1_700_000_000_000
OFFICE = Place("o1", "Gent office", PlaceKind.OFFICE, None, 51.05, 3.72, "Gent")
CLIENT = Place("c1", "Rabelink Bank", PlaceKind.CLIENT, None, 52.37, 4.89, "Amsterdam")
ROOM = Place("r1", "3.12", PlaceKind.ROOM, "o1")
BARE = Place("b1", "Somewhere", PlaceKind.CLIENT)
ATTIC = Place("a1", "Attic", PlaceKind.ROOM, "b1", 50.9, 4.7)
TREE = PlaceTree([OFFICE, CLIENT, ROOM, BARE, ATTIC])


def card(
    name: str,
    place: str | None = "o1",
    availability: Availability = Availability.AVAILABLE,
    text: str = "",
    *,
    kind: Kind = Kind.STRUGGLING_WITH,
    me: bool = False,
    age: int = 0,
    talents: tuple[str, ...] = (),
    until: int | None = None,
) -> Card:
    activity = Activity.said(kind, text)
    return Card(
        Person(name.lower().ljust(64, "0"), Profile(name, talents)),
        Presence.OFFLINE if age else Presence.ONLINE,
        last_seen=NOW - age,
        status=Status(availability, NOW, place, activity, until),
        me=me,
    )


def names(faces: tuple) -> list[str]:
    return [face.name for face in faces]


def test_rooms_belong_to_the_plate_of_their_site() -> None:
    scene = scene_of([card("Ann"), card("Bo", "r1")], TREE, NOW)
    (spot,) = scene.spots
    assert (spot.id, spot.lat, spot.lon) == ("o1", 51.05, 3.72)
    assert names(spot.faces) == ["Ann", "Bo"]
    assert spot.own_office


def test_spots_go_from_north_to_south() -> None:
    scene = scene_of([card("Ann"), card("Bo", "c1")], TREE, NOW)
    assert [spot.id for spot in scene.spots] == ["c1", "o1"]


def test_the_most_relevant_come_first() -> None:
    people = [
        card("Away", availability=Availability.AWAY),
        card("Stale", age=5 * MINUTE),
        card("Free"),
        card("Busy", availability=Availability.BUSY),
        card("Stuck", text="the #peppol test", availability=Availability.BUSY),
        card("Éva"),
    ]
    (spot,) = scene_of(people, TREE, NOW).spots
    assert names(spot.faces) == ["Stuck", "Éva", "Free", "Away", "Busy", "Stale"]
    chosen = next(c.person.id for c in people if c.person.name == "Stale")
    (spot,) = scene_of(people, TREE, NOW, chosen).spots
    assert spot.faces[0].name == "Stale"
    assert spot.faces[0].stale


def test_home_road_and_places_without_a_spot_are_beside_the_map() -> None:
    people = [card("Ann", HOME.id), card("Bo", ROAD.id), card("Cas", "b1")]
    scene = scene_of(people, TREE, NOW)
    assert scene.spots == ()
    assert [(dock.kind, names(dock.faces)) for dock in scene.docks] == [
        (DockKind.HOME, ["Ann"]),
        (DockKind.ROAD, ["Bo"]),
        (DockKind.NOWHERE, ["Cas"]),
    ]
    assert scene.whereabouts() == {
        people[0].person.id: "home",
        people[1].person.id: "road",
        people[2].person.id: "nowhere",
    }


def test_a_home_with_coordinates_is_never_drawn() -> None:
    home = Place("h1", "Ann's", PlaceKind.HOME, None, 51.0, 4.0)
    scene = scene_of([card("Ann", "h1")], PlaceTree([home]), NOW)
    assert scene.spots == ()
    assert scene.docks[0].kind is DockKind.HOME


def test_a_site_without_coordinates_takes_those_of_its_room() -> None:
    (spot,) = scene_of([card("Ann", "b1"), card("Bo", "a1")], TREE, NOW).spots
    assert (spot.id, spot.lat, spot.lon, spot.city) == ("b1", 50.9, 4.7, "Somewhere")


def test_old_expired_and_unknown_are_off_the_map() -> None:
    people = [
        card("Old", age=KNOWN_FOR + 1),
        card("Ended", until=NOW),
        card("Lost", "place-not-here-yet"),
        card("Nowhere", None),
    ]
    scene = scene_of(people, TREE, NOW)
    assert scene.spots == scene.docks == ()
    assert not scene.alone


def test_a_place_is_stale_when_all_of_it_is() -> None:
    (old,) = scene_of([card("Ann", age=MINUTE)], TREE, NOW).spots
    (mixed,) = scene_of([card("Ann", age=MINUTE), card("Bo")], TREE, NOW).spots
    assert old.stale
    assert not mixed.stale
    assert old.faces[0].availability is None
    assert old.faces[0].last_seen == NOW - MINUTE


def test_a_heartbeat_changes_no_scene() -> None:
    early, late = card("Ann"), replace(card("Ann"), last_seen=NOW + 5_000)
    assert scene_of([early], TREE, NOW) == scene_of([late], TREE, NOW + 5_000)


def test_the_life_buoy_shows_where_i_know_the_topic() -> None:
    me = card("Me", "c1", me=True, talents=("Peppol",))
    stuck = card("Stuck", text="bounces on #peppol")
    works = card("Works", "c1", text="#peppol", kind=Kind.WORKING_ON)
    helped = {spot.id: spot.helps for spot in scene_of([me, stuck, works], TREE, NOW).spots}
    assert helped == {"o1": True, "c1": False}
    assert not scene_of([card("Me", me=True), stuck], TREE, NOW).spots[0].helps


def test_alone_until_a_second_person_is_in_the_team() -> None:
    assert not scene_of([], TREE, NOW).alone
    assert scene_of([card("Me", me=True)], TREE, NOW).alone
    assert not scene_of([card("Me", me=True), card("Old", age=KNOWN_FOR + 1)], TREE, NOW).alone


def test_who_shares_the_town_only_is_in_an_area_with_all_who_do() -> None:
    gent = Place.in_town("Gent", 51.05, 3.72)
    scene = scene_of([card("Ann", gent.id), card("Bo", gent.id), card("Cy", "o1")], TREE, NOW)
    area = scene.spot(gent.id)
    office = scene.spot("o1")
    assert area is not None
    assert office is not None
    assert (area.area, area.city, names(area.faces)) == (True, "Gent", ["Ann", "Bo"])
    assert not office.area


class TestPlanned:
    """A day that isn't now."""

    DAY = date(2026, 12, 3)

    def on(self, name: str, place: str | None = None, *, out: bool = False) -> Card:
        plan = Plan(self.DAY, place, out=out)
        return replace(card(name, text="the #peppol test"), plans=(plan,)).on(self.DAY)

    def test_people_are_where_they_plan_to_be_and_nothing_of_now_shows(self) -> None:
        scene = scene_of([self.on("Ann", "c1"), self.on("Bo", "r1"), self.on("Cas")], TREE, NOW)
        assert [spot.id for spot in scene.spots] == ["c1", "o1"]
        assert all(spot.planned for spot in scene.spots)
        face = scene.spots[0].faces[0]
        assert (face.planned, face.availability, face.struggling) == (True, None, False)
        assert not scene_of([card("Ann")], TREE, NOW).spots[0].planned

    def test_who_is_out_of_office_is_in_a_dock(self) -> None:
        scene = scene_of([self.on("Ann", out=True), self.on("Bo", "home")], TREE, NOW)
        assert [(dock.kind, names(dock.faces)) for dock in scene.docks] == [
            (DockKind.HOME, ["Bo"]),
            (DockKind.OUT, ["Ann"]),
        ]
