"""The map's sentences."""

from dataclasses import replace
from types import ModuleType

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.ui.map import phrases
from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.scene import Face, Scene, Spot
from presencemap.ui.people.wording import clock


def face(name: str, **more: object) -> Face:
    return Face(name.lower(), name, name[0], Availability.AVAILABLE, **more)  # type: ignore[arg-type]


def spot(name: str, *faces: Face, town: str = "Gent") -> Spot:
    return Spot(name.lower(), name, town, False, 51.0, 4.0, faces)


def test_a_plate_as_a_screen_reader_says_it() -> None:
    people = (face("Joris De Smedt", struggling=True), face("Lotte Maes"), face("Eva", me=True))
    assert (
        phrases.plate_name([spot("Acme Gent", *people)], 0)
        == "Acme Gent, 3 colleagues: Joris, Lotte, you. Joris is struggling"
    )


def test_one_person_and_several_who_struggle() -> None:
    assert phrases.plate_name([spot("Acme", face("Ann"))], 0) == "Acme, 1 colleague: Ann"
    both = [face("Ann", struggling=True), face("Bo", struggling=True)]
    assert phrases.people_name("Home", both).endswith(". Ann, Bo are struggling")
    me = [face("Ann", struggling=True, me=True)]
    assert phrases.people_name("Home", me) == "Home, 1 colleague: you. You are struggling"


def test_two_of_one_first_name_get_their_whole_names() -> None:
    said = phrases.first_names([face("Noor Bakker"), face("Noor Smit"), face("Bas Mulder")])
    assert list(said.values()) == ["Noor Bakker", "Noor Smit", "Bas"]


def test_of_many_only_the_first_are_named() -> None:
    many = [face(f"N{number:02}") for number in range(phrases.MOST_NAMED + 3)]
    said = phrases.people_name("Home", many)
    assert said.startswith("Home, 15 colleagues: N00, N01, ")
    assert said.endswith(", N11 and 3 more")
    two = [spot("Acme", *many[:9]), spot("Bank", *many[9:])]
    assert phrases.plate_name(two, 0) == said.replace("Home", "Gent, 2 places")


def test_a_whole_name_in_little_room() -> None:
    names = ("Bram Goossens", "Daan van den Berg", "Ömer Yıldız", "Cher")
    assert [phrases.short_name(name) for name in names] == ["Bram G.", "Daan B.", "Ömer Y.", "Cher"]


def test_a_bubble_says_how_many_in_four_signs_at_most() -> None:
    assert [phrases.headcount(n) for n in (13, 999, 9_999, 10_000, 25_900)] == [
        "13",
        "999",
        "9999",
        "10k",
        "25k",
    ]


def test_captions() -> None:
    now = 3 * 60 * MINUTE
    old = spot("Hofkwartier", face("Hugo", stale=True, last_seen=60 * MINUTE))
    assert phrases.caption([old], now) == "Hofkwartier, 2 h ago"
    two = [spot("Zurenborg", face("Ann"), town="Antwerpen"), spot("Haven", face("Bo"))]
    assert phrases.caption(two, now) == "Antwerpen, 2 towns"
    assert phrases.caption([spot("Acme", face("Ann"))], now) == "Acme"
    assert phrases.caption([spot("X", face("A")), spot("Y", face("B"))], now) == "Gent, 2 places"


def test_who_stands_for_several_towns_says_so() -> None:
    """A bubble has its people in it: only there a number after the name is of towns."""
    gent, kade = spot("Acme", face("Ann"), face("Bo")), spot("Kade", face("Cas"))
    utrecht, zwolle, breda = (
        spot(town, face(town), town=town) for town in ("Utrecht", "Zwolle", "Breda")
    )
    assert phrases.bubble_caption([gent], 0) == "Acme"
    assert phrases.bubble_caption([gent, kade], 0) == "Gent"
    assert phrases.bubble_caption([gent, utrecht, zwolle], 0) == "Gent +2"
    assert phrases.plate_name([gent, kade], 0).startswith("Gent, 2 places, 3 colleagues: ")
    assert phrases.plate_name([gent, utrecht], 0).startswith("Gent, Utrecht, 3 colleagues: ")
    said = phrases.plate_name([gent, utrecht, zwolle, breda], 0)
    assert said.startswith("Gent, Utrecht, Zwolle and 1 more, 5 colleagues: ")
    pinned = spot("Quay", face("Dirk"), town="")
    assert phrases.caption([gent, pinned], 0) == "Gent, 2 places"


def test_until_when_the_first_of_them_is_there_stands_beside_the_name(
    factories: ModuleType,
) -> None:
    now, at = factories.NOW, factories.NOW + 60 * MINUTE
    here = spot("Acme", face("Ann", until=at), face("Bo", until=at))
    assert phrases.ending([here], now) == f"→ {clock(at)}"
    assert phrases.plate_name([here], now) == f"Acme until {clock(at)}, 2 colleagues: Ann, Bo"
    later = spot("Bank", face("Cas", until=at + MINUTE))
    assert phrases.ending([here, later], now) == f"→ {clock(at)}+"
    assert phrases.plate_name([here, later], now).startswith(
        f"Gent, 2 places until {clock(at)} at the earliest, 3 colleagues"
    )
    unsaid = spot("Acme", face("Ann", until=at), face("Bo"))
    assert phrases.ending([unsaid], now) == f"→ {clock(at)}+"
    nobody = spot("Acme", face("Bo"), face("Hugo", until=at, stale=True))
    assert phrases.ending([nobody], now) == ""
    assert phrases.plate_name([nobody], now).startswith("Acme, 2 colleagues")


def test_a_plate_says_how_many_guests_are_there(factories: ModuleType) -> None:
    host = spot("Acme", face("Ann", guests=2), face("Bo"))
    assert phrases.plate_name([host], 0) == "Acme, 2 colleagues: Ann, Bo; 2 guests"
    card = factories.card(1, "Joris De Smedt", place="acme")
    card = replace(card, status=replace(card.status, guests=1))
    lines = phrases.hover_text(card, factories.PLACES, factories.NOW).split("\n")
    assert lines[-1].startswith("Acme, Gent with 1 guest · until")


def test_several_places_are_named_after_the_town_with_most_people() -> None:
    biggest = spot("Haven", face("Ann"), face("Bo"), town="Antwerpen")
    others = [spot("Acme", face("Cas")), spot("Kade", face("Dirk")), spot("Dok", face("Els"))]
    assert phrases.city([biggest, *others]) == "Gent"


def test_the_map_counts_people_and_places(factories: ModuleType) -> None:
    team = factories.team(12)
    scene = scene_of(team.cards, team.places, team.now)
    count = len(scene.whereabouts())
    assert phrases.map_name(scene) == f"Map, Where, {count} colleagues, {len(scene.spots)} places"
    assert phrases.map_name(Scene()) == "Map, Where, 0 colleagues, 0 places"


def test_hovering_a_person(factories: ModuleType) -> None:
    stuck, end = Activity(Kind.STRUGGLING_WITH, "Peppol"), clock(factories.NOW + 180 * MINUTE)
    card = factories.card(1, "Joris De Smedt", place="acme312", activity=stuck)
    lines = phrases.hover_text(card, factories.PLACES, factories.NOW).split("\n")
    assert lines == [
        "Joris De Smedt · Available",
        "Struggling with: Peppol",
        f"Acme, Gent, Room 3.12 · until {end} · live",
    ]
    old = factories.card(2, "Hugo", presence=Presence.OFFLINE, seen=120 * MINUTE)
    assert phrases.hover_text(old, factories.PLACES, factories.NOW).split("\n") == [
        "Hugo · Offline",
        f"Last seen 2 h ago at Gent office, planned to be there until {end}",
    ]


def test_a_planned_day_is_said_everywhere(factories: ModuleType) -> None:
    team, day = factories.planned_team(12), factories.day(1)
    scene = scene_of([card.on(day) for card in team.cards], team.places, team.now)
    assert phrases.map_name(scene, day).endswith("planned for Wednesday 25 November")
    (utrecht,) = (spot for spot in scene.spots if spot.id == "utrecht")
    assert phrases.plate_name([utrecht], team.now).startswith("Utrecht office, planned, 4 coll")
    joris = team.cards[1].on(day)
    assert phrases.hover_text(joris, team.places, team.now).split("\n") == [
        "Joris De Smedt",
        "Planned for Wed 25 Nov",
        "Utrecht office · Workshop #peppol",
    ]
    nobody = team.cards[5].on(day)
    assert phrases.hover_text(nobody, team.places, team.now).split("\n")[1:] == [
        "Planned for Wed 25 Nov"
    ]
    assert phrases.day_name(day, 0) == "Wednesday 25 November, nothing planned"
    assert phrases.day_name(day, 1) == "Wednesday 25 November, planned by 1 colleague"
