"""Who sits where on a floor."""

from dataclasses import replace
from typing import Any

import pytest

from presencemap.domain.availability import Presence
from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.floor.scene import drawn, first_floor, floor_scene, floors_of


def test_floors_are_as_in_a_lift(building: Any) -> None:
    assert [floor.id for floor in floors_of(building.places, "site")] == ["two", "one", "ground"]
    assert floors_of(building.places, "acme") == ()


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ground floor", "0"),
        ("Gelijkvloers", "0"),
        ("Begane grond", "0"),
        ("Rez-de-chaussée", "0"),
        ("Kelder", "-1"),
        ("Kelder -2", "-2"),
        ("Verdieping 12", "12"),
        ("Second floor", "2"),
        ("Derde verdieping", "3"),
        ("Dakterras", "D"),
        ("roof terrace", "RT"),
    ],
)
def test_the_switch_says_what_a_lift_would(name: str, label: str) -> None:
    site = Place("site", "Office", PlaceKind.OFFICE)
    floors = (
        Place("named", name, PlaceKind.FLOOR, "site"),
        Place("first", "Floor 1", PlaceKind.FLOOR, "site"),
        Place("deep", "-1", PlaceKind.FLOOR, "site"),
    )
    scene = floor_scene(PlaceTree((site, *floors)), (), (), "named", 0)
    assert scene is not None
    labels = [level.label for level in scene.levels]
    assert label in labels
    numbers = [int(each) for each in labels if each.lstrip("-").isdigit()]
    assert numbers == sorted(numbers, reverse=True)


def test_the_first_seen_is_mine_else_the_fullest_else_the_lowest(building: Any) -> None:
    def first(where: Any) -> str | None:
        return first_floor(where.places, where.cards, "site", where.now)

    assert first(building) == "two"
    assert first(building.at(0, "dender")) == "one"
    assert first_floor(building.places, (), "site", building.now) == "ground"
    assert first_floor(building.places, (), "acme", building.now) is None


def test_each_room_comes_before_its_desks_in_the_order_of_their_numbers(building: Any) -> None:
    scene = building.scene()
    assert [s.place for s in scene.seats] == ["atelier", "d2", "d16", "leie", "x1"]
    atelier = scene.seat("atelier")
    assert atelier is not None
    assert (atelier.desks, atelier.free, len(atelier.faces)) == (2, 1, 1)
    assert scene.seat("nowhere") is None
    assert [(level.label, level.count) for level in scene.levels] == [("2", 6), ("1", 1), ("0", 0)]


def test_who_is_on_the_floor_and_in_no_room_is_elsewhere(building: Any) -> None:
    assert [face.person for face in building.scene().elsewhere] == [building.cards[5].person.id]


def test_a_desk_that_is_not_drawn_is_in_its_room_or_nowhere(building: Any) -> None:
    shown, nowhere = drawn(building.at(1, "d16").scene())
    assert len(shown["d16"]) == 1
    assert len(nowhere) == 2  # one at a desk of the floor itself, one on the floor
    without = FloorPlan("two", 800, 600, None, (Shape("atelier", ((0, 0), (9, 9))),))
    shown, nowhere = drawn(building.scene(plans=(without,)))
    assert len(shown["atelier"]) == 2
    assert len(nowhere) == 4


def test_where_i_am_is_known(building: Any) -> None:
    assert building.scene().mine is None
    assert building.at(0, "d16").scene().mine == "d16"


def test_only_a_floor_has_a_scene(building: Any) -> None:
    for place in ("site", "leie", "gone"):
        assert floor_scene(building.places, (), (), place, building.now) is None


def test_a_floor_that_was_merged_lends_its_plan_and_its_rooms(building: Any) -> None:
    places = PlaceTree(
        (*building.places, Place("old", "Second", PlaceKind.FLOOR, "site", into="one"))
    )
    plan = FloorPlan("old", 8, 6, None, (Shape("dender", ((0, 0), (8, 6))),))
    scene = building.scene("one", places=places, plans=(plan,))
    assert scene.plan == plan
    assert scene.seats[0].outline


def test_guests_count_where_their_host_is(building: Any) -> None:
    cards = list(building.cards)
    cards[1] = replace(cards[1], status=replace(cards[1].status, guests=2))
    before, after = building.scene(), building.scene(cards=tuple(cards))
    assert after.seat("leie").guests == 2
    assert [level.count for level in after.levels] == [
        level.count + 2 * (level.floor == "two") for level in before.levels
    ]
    gone = replace(cards[1], presence=Presence.OFFLINE)
    assert building.scene(cards=(*cards[:1], gone, *cards[2:])).seat("leie").guests == 0, (
        "of who is last known nobody knows whether they have guests"
    )
