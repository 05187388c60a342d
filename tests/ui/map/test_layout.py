"""No two plates overlap, nobody is lost, and what needn't move stays."""

import math
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presencemap.ui.map.layout import (
    COARSE,
    FEW,
    MAX_FACES,
    Form,
    Pin,
    Placed,
    Rect,
    Shape,
    lay_out,
)
from presencemap.ui.map.offsets import FARTHEST, REACH

# Invented places in real towns: (town, lat, lon).
TOWNS = [
    ("Gent", 51.054, 3.725),
    ("Antwerpen", 51.221, 4.400),
    ("Brussel", 50.847, 4.352),
    ("Leuven", 50.880, 4.701),
    ("Mechelen", 51.026, 4.478),
    ("Aalst", 50.938, 4.040),
    ("Brugge", 51.209, 3.225),
    ("Kortrijk", 50.828, 3.265),
    ("Hasselt", 50.931, 5.338),
    ("Utrecht", 52.091, 5.122),
    ("Rotterdam", 51.922, 4.479),
    ("Amsterdam", 52.374, 4.890),
    ("Eindhoven", 51.441, 5.478),
    ("Breda", 51.587, 4.776),
    ("Den Haag", 52.076, 4.300),
]
COUNTS = (12, 43)
WINDOW = Rect(0, 50, 900, 700)


def world(lat: float, lon: float, zoom: float) -> tuple[float, float]:
    size = 256 * 2**zoom
    y = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
    return size * (lon + 180) / 360, size * (0.5 - y / (2 * math.pi))


def per_10km(zoom: float, lat: float = 51.0) -> float:
    return 10_000 / (40_075_017 * math.cos(math.radians(lat)) / (256 * 2**zoom))


def measure(keys: tuple[str, ...], form: Form) -> Shape:
    if form is Form.BUBBLE:
        return Shape(80, 60, 40, 22)
    width = 60.0 + 21 * min(3, len(keys)) + len(keys[0]) * 2
    return Shape(width, 63, width / 2, 63)


def team(people: int, zoom: float) -> list[Pin]:
    """That many people over offices and clients: some towns have two or three places."""
    pins: dict[str, Pin] = {}
    for number in range(people):
        town, lat, lon = TOWNS[number * 7 % len(TOWNS)]
        site = number % 3 if town in ("Gent", "Antwerpen", "Utrecht") else 0
        key = f"{town}-{site}"
        x, y = world(lat + 0.008 * site, lon - 0.011 * site, zoom)
        count = pins[key].people + 1 if key in pins else 1
        pins[key] = Pin(key, x, y, count, town)
    return list(pins.values())


def assert_sound(
    placed: tuple[Placed, ...], pins: list[Pin], obstacles: Sequence[Rect] = ()
) -> None:
    members = [key for item in placed for key in item.members]
    assert sorted(members) == sorted(pin.key for pin in pins)
    for one, other in combinations(placed, 2):
        assert not one.rect.meets(other.rect), (one, other)
    for item in placed:
        home = item.rect.moved(-item.dx, -item.dy)
        if not any(home.meets(each, REACH) for each in obstacles):
            assert max(abs(item.dx), abs(item.dy)) <= REACH
        assert math.hypot(item.dx, item.dy) <= FARTHEST


@pytest.mark.parametrize("people", COUNTS)
@pytest.mark.parametrize("zoom", [z / 2 for z in range(10, 29)])
def test_nothing_overlaps_at_any_zoom(people: int, zoom: float) -> None:
    pins = team(people, zoom)
    assert_sound(lay_out(pins, measure, per_10km(zoom)), pins)


PINS = st.lists(
    st.builds(
        lambda key, x, y, people, town: Pin(f"p{key}", x, y, people, town),
        st.integers(0, 999),
        st.floats(0, 900),
        st.floats(0, 700),
        st.integers(1, 20),
        st.sampled_from(["Gent", "Brugge", "Aalst", "Zele"]),
    ),
    max_size=43,
    unique_by=lambda pin: pin.key,
)


@settings(max_examples=150, deadline=None)
@given(PINS, PINS, st.floats(1, 200))
def test_any_places_after_any_layout(first: list[Pin], then: list[Pin], scale: float) -> None:
    before = lay_out(first, measure, scale)
    assert_sound(before, first)
    lying = [Rect(300, 600, 300, 100)]
    after = lay_out(then, measure, scale, before, lying, window=WINDOW)
    assert_sound(after, then, lying)


def test_a_lone_place_has_its_tail_on_the_exact_point() -> None:
    (plate,) = lay_out([Pin("a", 100, 200, 3, "Gent")], measure, 50)
    assert not plate.leads
    assert plate.rect.x + plate.rect.w / 2 == 100
    assert plate.rect.y + plate.rect.h == 200


def test_a_near_miss_moves_one_plate_and_keeps_both() -> None:
    pins = [Pin("a", 100, 200, 3, "Gent"), Pin("b", 170, 180, 1, "Gent")]
    placed = lay_out(pins, measure, 50)
    assert len(placed) == 2
    moved = [item for item in placed if item.leads]
    assert [item.key for item in moved] == ["b"]
    assert not moved[0].rect.holds(170, 180)


def test_one_town_merges_into_a_plate_named_after_the_biggest() -> None:
    pins = [Pin("a", 100, 200, 1, "Gent"), Pin("b", 102, 200, 5, "Gent")]
    (plate,) = lay_out(pins, measure, COARSE - 1)
    assert plate.members == ("b", "a")
    assert plate.form is Form.PLATE
    assert (plate.x, plate.y) == (102, 200)


def test_several_towns_merge_into_a_bubble_only_far_out() -> None:
    pins = [Pin("a", 100, 200, 1, "Gent"), Pin("b", 102, 200, 5, "Aalst")]
    (far,) = lay_out(pins, measure, COARSE - 1)
    (near,) = lay_out(pins, measure, COARSE)
    assert far.form is Form.BUBBLE
    assert near.form is Form.PLATE
    assert (far.x, far.y) == pytest.approx((101.667, 200), abs=0.01)


def test_a_few_people_of_several_towns_keep_their_faces_far_out() -> None:
    pins = [Pin("a", 100, 200, FEW - 1, "Gent"), Pin("b", 102, 200, 1, "Aalst")]
    (few,) = lay_out(pins, measure, COARSE - 1)
    assert few.form is Form.PLATE
    assert few.members == ("a", "b")


def test_more_than_twelve_people_are_a_bubble_at_any_scale() -> None:
    (plate,) = lay_out([Pin("a", 0, 0, MAX_FACES, "Gent")], measure, 500)
    (bubble,) = lay_out([Pin("a", 0, 0, MAX_FACES + 1, "Gent")], measure, 500)
    assert (plate.form, bubble.form) == (Form.PLATE, Form.BUBBLE)


@pytest.mark.parametrize("people", COUNTS)
@pytest.mark.parametrize("zoom", [8.0, 8.6, 10.0])
def test_the_same_again_moves_nothing(people: int, zoom: float) -> None:
    pins = team(people, zoom)
    first = lay_out(pins, measure, per_10km(zoom))
    assert lay_out(pins, measure, per_10km(zoom), first) == first


def test_merged_places_part_only_where_there_is_room_to_spare() -> None:
    def apart(gap: float, before: tuple[Placed, ...] = ()) -> tuple[Placed, ...]:
        pins = [Pin("a", 0, 0, 2, "Gent"), Pin("b", 83 + gap, 0, 1, "Gent")]
        return lay_out(pins, lambda *_: Shape(83, 100, 41.5, 100), 50, before)

    merged = apart(-60)
    assert len(merged) == 1
    # 36 px of offset and 5 px of gap are just enough, but those who were together need 13.
    assert len(apart(-30)) == 2
    assert len(apart(-30, merged)) == 1
    assert len(apart(-20, merged)) == 2


def test_an_obstacle_moves_a_plate_but_never_merges_it() -> None:
    pins = [Pin("a", 100, 200, 1, "Gent")]
    (clear,) = lay_out(pins, measure, 50, (), [Rect(0, 170, 300, 100)])
    assert clear.leads
    assert not clear.rect.meets(Rect(0, 170, 300, 100))
    (covered,) = lay_out(pins, measure, 50, (), [Rect(-500, -500, 2000, 2000)])
    assert not covered.leads


@pytest.mark.parametrize(
    ("lying", "lower", "side"),
    [
        (Rect(-400, 60, 1000, 130), 400, "below"),
        (Rect(-400, 60, 505, 130), 240, "right"),
        (Rect(95, 60, 505, 130), 240, "left"),
    ],
)
def test_a_plate_under_something_comes_to_another_side_of_its_point(
    lying: Rect, lower: float, side: str
) -> None:
    floor = Rect(-400, lower, 1000, 100)
    pins = [Pin("a", 100, 200, 1, "Gent")]
    (plate,) = lay_out(pins, measure, 50, (), [lying, floor])
    assert plate.leads
    assert not plate.rect.meets(lying)
    assert not plate.rect.meets(floor)
    found = {
        "below": plate.rect.y > 200,
        "right": plate.rect.x > 100,
        "left": plate.rect.x + plate.rect.w < 100,
    }
    assert [name for name, there in found.items() if there] == [side]
    (again,) = lay_out(pins, measure, 50, (plate,), [lying, floor])
    assert again == plate
    (back,) = lay_out(pins, measure, 50, (plate,))
    assert not back.leads


def test_a_plate_whose_own_point_is_under_something_comes_out_beside_it() -> None:
    days = Rect(0, 100, 330, 46)
    lens = Rect(0, 58, 200, 36)
    pins = [Pin("a", 120, 130, 3, "Gent"), Pin("b", 125, 125, 2, "Brugge")]
    placed = lay_out(pins, measure, 50, obstacles=[lens, days], window=WINDOW)
    assert [each.members for each in placed] == [("b",), ("a",)], "none merged for that"
    assert_sound(placed, pins, [lens, days])
    for each in placed:
        assert each.leads
        assert not any(each.rect.meets(lying) for lying in (lens, days))
        assert WINDOW.encloses(each.rect)
    tried = lay_out(pins, measure, 50, obstacles=[lens, days])
    assert any(each.rect.meets(lying) for each in tried for lying in (lens, days))


def test_nobody_comes_out_at_the_edge_of_the_window() -> None:
    """The free side above is out of sight; who is only near the edge goes there as ever."""
    lens = Rect(14, 66, 200, 36)
    (plate,) = lay_out([Pin("a", 100, 70, 3, "Gent")], measure, 50, obstacles=[lens], window=WINDOW)
    assert WINDOW.encloses(plate.rect)
    pins = [Pin("a", 500, 110, 3, "Gent"), Pin("b", 505, 108, 2, "Brugge")]
    assert lay_out(pins, measure, 50, window=WINDOW) == lay_out(pins, measure, 50)


def test_no_plate_goes_far_to_come_out() -> None:
    pins = [Pin("a", 500, 500, 3, "Gent")]
    (plate,) = lay_out(pins, measure, 50, obstacles=[Rect(0, 0, 1000, 1000)], window=WINDOW)
    assert not plate.leads


def test_who_came_out_goes_home_once_that_is_free() -> None:
    pins = [Pin("a", 120, 130, 3, "Gent")]
    out = lay_out(pins, measure, 50, obstacles=[Rect(0, 60, 330, 90)], window=WINDOW)
    assert out[0].leads
    (home,) = lay_out(pins, measure, 50, out, window=WINDOW)
    assert not home.leads


def test_from_afar_what_stands_for_a_town_and_others_stands_for_all_of_it() -> None:
    """Else "Acme Gent, 17" is beside a bubble that has all others of Gent, named Antwerpen."""
    big, near = Pin("a", 0, 0, 40, "Antwerpen"), Pin("g", 4, 3, 20, "Gent")
    corners = [Pin(f"x{n}", x, y, 30, f"X{n}") for n, (x, y) in enumerate(((80, 0), (0, 70)))]
    aside = Pin("acme", -90, 0, 17, "Gent")
    pins = [big, near, *corners, aside]
    placed = lay_out(pins, measure, COARSE / 2)
    assert_sound(placed, pins)
    (several,) = (each for each in placed if "g" in each.members)
    assert {"a", "acme"} <= set(several.members)
    closer = lay_out(pins, measure, COARSE)
    assert ("acme",) in [each.members for each in closer]
