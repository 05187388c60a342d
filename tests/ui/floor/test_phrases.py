"""What a floor says."""

from dataclasses import replace
from typing import Any

from presencemap.ui.floor import phrases


def test_a_room_says_who_is_there_and_which_desks_are_free(building: Any) -> None:
    scene = building.scene()
    assert {seat.name: phrases.state(seat) for seat in scene.seats} == {
        "Atelier": "2 desks, 1 free · 1 person",
        "D2": "Nele",
        "D16": "Free",
        "Leie": "2 people",
        "X1": "Yasmine",
    }
    (dender,) = building.scene("one").seats
    assert phrases.state(dender) == "1 person"


def test_a_screen_reader_hears_the_names(building: Any) -> None:
    scene = building.scene()
    assert phrases.spoken(scene.seats[3]) == "Leie, 2 colleagues: Fien, Lotte"
    assert phrases.spoken(scene.seats[2]) == "D16, Free"
    assert phrases.level_name(scene.levels[0]) == "Floor 2, 6 people"
    assert phrases.plan_name(scene) == "Floor plan, Gent office, Floor 2, 6 people"


def test_a_country_is_called_as_on_the_map() -> None:
    assert [phrases.country(code) for code in ("BE", "NL", "DE")] == [
        "België",
        "Nederland",
        "Deutschland",
    ]
    assert phrases.country("") == phrases.country("XX") == ""


def test_where_there_is_little_room_free_desks_are_enough(building: Any) -> None:
    seats = building.scene().seats
    said = {seat.name: phrases.state(seat, brief=True) for seat in seats}
    assert said["Atelier"] == "1 free · 1 person"
    assert said["Leie"] == phrases.state(seats[3])


def test_one_desk_is_said_as_one(building: Any) -> None:
    room = replace(building.scene().seats[0], desks=1, free=0, faces=())
    assert phrases.state(room) == "1 desk, 0 free"


def test_a_room_of_known_size_says_how_full_it_is(building: Any) -> None:
    leie = next(seat for seat in building.scene().seats if seat.name == "Leie")
    said = {size: phrases.state(replace(leie, capacity=size)) for size in (8, 2, 1)}
    assert said == {8: "2 of 8", 2: "full, 2 of 2", 1: "full, 2 of 1"}
    assert phrases.state(replace(leie, capacity=8, faces=())) == "Free, for 8"
    assert phrases.spoken(replace(leie, capacity=8)) == "Leie, 2 colleagues: Fien, Lotte; 2 of 8"


def test_guests_are_counted_without_names(building: Any) -> None:
    leie = building.scene().seat("leie")
    hosts = replace(leie, faces=(replace(leie.faces[0], guests=2), *leie.faces[1:]))
    assert phrases.state(hosts) == "4 people · 2 guests"
    assert phrases.spoken(hosts).endswith("; 4 people · 2 guests")
    assert phrases.state(replace(hosts, capacity=4)) == "full, 4 of 4 · 2 guests"
    desk = building.scene().seat("d2")
    one = replace(desk, faces=(replace(desk.faces[0], guests=1),))
    assert phrases.state(one).endswith(", 1 guest")
    host = replace(leie.faces[0], guests=2)
    name = host.name.split()[0]
    assert phrases.guests_of(host) == f"2 guests of {name}, no names shared"
    assert phrases.guests_of(replace(host, me=True)) == "2 guests of yours, no names shared"
