"""Who is drawn where, in which order, who isn't on the map, and what a change costs."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from random import Random

import pytest

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import HOME, ROAD, Place, PlaceKind, PlaceTree
from presencemap.domain.plan import Plan
from presencemap.domain.roster import KNOWN_FOR, MINUTE, Card
from presencemap.domain.status import Activity, Kind, Status
from presencemap.ui.map import phrases
from presencemap.ui.map.crowd import Crowd, Taking, scene_of
from presencemap.ui.map.scene import DockKind, Spot

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


def exhaust(steps: Taking) -> None:
    while True:
        next(steps)


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
    assert spot.faces[-1].stale


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


def test_who_chose_so_is_at_home_in_an_area_as_wide_as_the_town() -> None:
    gent = Place.home_in(Place.in_town("Gent", 51.0543, 3.7174))
    people = [card("Ann", gent.id), card("Bo", "home")]
    scene = scene_of(people, TREE, NOW)
    (spot,) = scene.spots
    assert (spot.lat, spot.lon, spot.city) == (51.05, 3.72, "Gent")
    assert (spot.area, spot.home, names(spot.faces)) == (True, True, ["Ann"])
    assert [(dock.kind, names(dock.faces)) for dock in scene.docks] == [(DockKind.HOME, ["Bo"])]
    assert phrases.caption([spot], NOW) == "At home in Gent"


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


def test_who_shared_the_town_only_is_last_known_in_no_more_than_that() -> None:
    gent = Place.in_town("Gent", 51.05, 3.72)
    (spot,) = scene_of([card("Ann", gent.id, age=60 * MINUTE)], TREE, NOW).spots
    assert (spot.area, spot.stale, spot.faces[0].stale) == (True, True, True)
    assert (spot.lat, spot.lon) == (51.05, 3.72), "of the town, as everybody reckons it"


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

        assert scene.people == 2


class TestKept:
    """A crowd that is asked again and again."""

    def test_it_says_what_one_made_afresh_says_whatever_happens(self) -> None:
        random, crowd = Random(4), Crowd()
        gent = Place.in_town("Gent", 51, 4).id
        sites = ["o1", "c1", "r1", "b1", "a1", "home", "road", None, gent]
        cards: dict[str, Card] = {}
        places, now, day = TREE, NOW, date(2026, 12, 3)
        for step in range(300):
            name = random.choice("ABCDEFGHIJKL")
            made = card(
                name,
                random.choice(sites),
                random.choice(list(Availability)),
                random.choice(["", "#peppol"]),
                me=name == "A",
                age=random.choice([0, 0, MINUTE, KNOWN_FOR - 5 * MINUTE]),
                until=random.choice([None, now + 5 * MINUTE]),
                talents=("Peppol",) if random.random() < 0.3 else (),
            )
            if random.random() < 0.2:
                plan = Plan(day, random.choice(sites[:5]), out=random.random() < 0.3)
                made = replace(made, plans=(plan,)).on(day)
            cards[name] = made
            if random.random() < 0.1:
                cards.pop(random.choice([each for each in cards if each != "A"] or [name]))
            if random.random() < 0.1:
                places = PlaceTree([OFFICE, CLIENT, ROOM, BARE, *random.choice([[], [ATTIC]])])
            now += random.choice([0, MINUTE, 2 * MINUTE, -MINUTE])
            scene = crowd.scene(cards.values(), places, now)
            assert scene == scene_of(cards.values(), places, now), step
            assert scene.people == len(scene.whereabouts())
            planned = [plan.day for each in cards.values() for plan in each.plans]
            assert crowd.plans[day] == len(planned)
            assert len(crowd) == len(cards)
            mine = cards.get("A")
            assert crowd.me == mine or mine is None

    def test_places_where_nothing_changed_stay_the_same_objects(self) -> None:
        crowd = Crowd()
        ann, bo = card("Ann"), card("Bo", "c1")
        client, office = crowd.scene([ann, bo], TREE, NOW).spots
        busy = replace(ann, status=replace(ann.status, availability=Availability.BUSY))
        same, other = crowd.scene([busy, bo], TREE, NOW + 1).spots
        assert same is client
        assert other.faces[0].availability is Availability.BUSY
        assert isinstance(office, Spot)
        heard = replace(busy, last_seen=NOW + 5)
        assert crowd.scene([heard, bo], TREE, NOW + 5).spots[1] is other, (
            "a heartbeat shows nowhere"
        )

    def test_who_is_elsewhere_came(self) -> None:
        crowd = Crowd()
        ann, bo = card("Ann", "home"), card("Bo", None)
        crowd.scene([ann, bo], TREE, NOW)
        assert crowd.came == [ann.person.id]
        moved = card("Bo", "c1")
        crowd.scene([ann, moved], TREE, NOW)
        assert crowd.came == [bo.person.id]
        crowd.scene([ann, replace(moved, last_seen=NOW + 1)], TREE, NOW)
        assert crowd.came == []

    def test_the_clock_alone_takes_people_off(self) -> None:
        crowd = Crowd()
        people = [card("Ann", until=NOW + MINUTE), card("Bo", "c1", age=MINUTE)]
        assert len(crowd.scene(people, TREE, NOW).spots) == 2
        assert [spot.id for spot in crowd.scene(people, TREE, NOW + MINUTE).spots] == ["c1"]
        assert crowd.scene(people, TREE, NOW + KNOWN_FOR).spots == ()

    def test_how_many_planned_each_day_follows(self) -> None:
        crowd, day = Crowd(), date(2026, 12, 3)
        ann = replace(card("Ann"), plans=(Plan(day), Plan(day + timedelta(1))))
        crowd.scene([ann, card("Bo")], TREE, NOW)
        assert (crowd.plans[day], crowd.card(ann.person.id)) == (1, ann)
        crowd.scene([replace(ann, plans=()), card("Bo")], TREE, NOW)
        assert crowd.plans[day] == 0
        crowd.scene([card("Bo")], TREE, NOW)
        assert crowd.card(ann.person.id) is None

    def test_many_take_steps_and_come_out_the_same(self) -> None:
        crowd, places = Crowd(), cycle(["o1", "c1", "home"])
        people = [card(name, next(places)) for name in "ABCDEFG"]
        steps = crowd.taking(people, TREE, NOW)
        for _ in people:
            next(steps)
        assert crowd.came != [person.person.id for person in people], "it isn't done yet"
        with pytest.raises(StopIteration) as end:
            exhaust(steps)
        assert end.value.value == scene_of(people, TREE, NOW)
        assert crowd.came == [person.person.id for person in people]
