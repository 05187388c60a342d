"""Where topics are: the same everywhere, apart from each other, and never a jump."""

from collections.abc import Iterable
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.topic_layout import (
    LARGEST,
    NARROW,
    SHOWN,
    STEP,
    Point,
    arranged,
    led,
    radius,
)

NAMES = [f"topic-{number}" for number in range(SHOWN)]
Sizes = dict[str, float]


def far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def test_a_hub_grows_with_its_people_up_to_the_largest() -> None:
    assert [round(radius(n)) for n in (1, 4, 9, 100)] == [54, 64, 74, LARGEST]


def test_the_same_names_are_in_the_same_places_everywhere() -> None:
    assert arranged(["peppol", "data"]) == arranged(["data", "peppol"])
    (x, y), (other_x, other_y) = arranged(["peppol", "data"]).values()
    assert (round(x), round(y), round(other_x), round(other_y)) == (-2, 2, 252, 8), "for good"


def test_the_largest_hubs_have_room_beside_each_other() -> None:
    places = arranged(NAMES).values()
    assert min(far(one, other) for one, other in combinations(places, 2)) >= 2 * LARGEST


def across(places: Iterable[Point]) -> tuple[float, float]:
    """How wide and how high."""
    x, y = zip(*places, strict=True)
    return max(x) - min(x), max(y) - min(y)


def test_a_narrow_map_is_closer_together_and_about_as_high_as_wide() -> None:
    wide, narrow = 0.0, 0.0
    for team in range(20):
        names = [f"topic-{team}-{number}" for number in range(7)]
        places = arranged(names, NARROW)
        pairs = combinations(places.values(), 2)
        assert min(far(one, other) for one, other in pairs) >= 2 * LARGEST
        width, height = across(places.values())
        assert width < 3 * 256
        assert height < 4 * 222
        narrow += max(width, height)
        wide += max(across(arranged(names).values()))
        assert led({}, dict.fromkeys(names, 60.0), NARROW) == places
    assert narrow < wide


def test_most_stay_where_they_are_when_a_topic_comes() -> None:
    before = arranged(NAMES)
    for name in ("care", "lean", "health", "rail"):
        after = arranged([*NAMES, name])
        assert sum(before[each] != after[each] for each in NAMES) <= 4


def test_what_people_say_moves_nothing() -> None:
    shown = arranged(NAMES)
    assert led(shown, dict.fromkeys(NAMES, LARGEST)) == led(shown, dict.fromkeys(NAMES, 54.0))


def test_who_must_go_elsewhere_is_led_there_in_steps() -> None:
    sizes: Sizes = dict.fromkeys(NAMES, 60.0)
    shown = arranged(NAMES)
    shown[NAMES[3]] = (900.0, 700.0)
    for _ in range(80):
        after = led(shown, sizes)
        assert max(far(after[name], shown[name]) for name in NAMES) <= STEP + 1e-9
        shown = after
    assert shown == arranged(NAMES)


def test_a_hub_goes_round_another_or_under_it() -> None:
    (x, y), sizes = arranged(["a", "b"])["a"], {"a": 60.0, "b": 60.0}
    after = led({"a": (x - 190.0, y), "b": (x - 50.0, y + 10.0)}, sizes)
    assert after["a"][1] != pytest.approx(y)
    assert far(after["a"], after["b"]) >= 120.0
    caught = led({"a": (x - 190.0, y), "b": (x - 186.0, y)}, sizes)
    assert caught["a"] == pytest.approx((x - 190.0 + STEP, y))


def test_a_new_topic_comes_where_it_belongs_or_near_if_somebody_is_there_still() -> None:
    goal = arranged(["a", "b"])
    assert led({}, {"a": 60.0, "b": 60.0}) == goal
    after = led({"b": goal["a"]}, {"a": 60.0, "b": 60.0})
    assert after["a"] != goal["a"]
    assert far(after["a"], after["b"]) >= 120.0
    assert far(after["b"], goal["a"]) == pytest.approx(STEP)


CHANGES = st.lists(st.sets(st.sampled_from(NAMES[:12]), max_size=12), min_size=1, max_size=6)


@given(CHANGES, st.floats(44.0, LARGEST))
def test_no_update_moves_a_hub_far_and_all_arrive_apart(
    changes: list[set[str]], size: float
) -> None:
    shown: dict[str, Point] = {}
    for turn, names in enumerate([*changes, *[changes[-1]] * 150]):
        after = led(shown, dict.fromkeys(sorted(names), size))
        assert after.keys() == names
        assert all(far(after[n], shown[n]) <= STEP + 1e-9 for n in names & shown.keys())
        rests = turn >= len(changes) and after == shown
        shown = after
        if rests:
            break
    assert shown == arranged(sorted(changes[-1]))
