"""Who sits where: on rims and between hubs, apart from each other, the same for all."""

from itertools import combinations
from math import hypot

from presencemap.ui.topics.scene import Hub
from presencemap.ui.topics.seating import between, on_rim, places_on

ONE, OTHER = Hub("one", (0, 0), 60, 4, 0), Hub("other", (260, 0), 60, 4, 0)


def far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def test_faces_sit_on_the_rim_above_and_below_the_name() -> None:
    places = places_on(64)
    assert all(round(far(place, (0, 0))) == 64 for place in places)
    assert min(far(a, b) for a, b in combinations(places, 2)) > 40
    assert all(abs(y) > 30 for _, y in places)
    assert len(places_on(92)) > len(places)


def test_whoever_tells_it_the_same_people_sit_on_the_same_places() -> None:
    people = ["anna", "bram", "cleo"]
    found = on_rim(people, 64)
    assert found == on_rim(people[::-1], 64)
    assert len(set(found.values())) == 3
    assert set(found.values()) <= set(places_on(64))
    assert len(on_rim([str(n) for n in range(40)], 64)) == len(places_on(64))


def test_one_or_two_sit_right_above_and_below_the_name() -> None:
    found = on_rim(["anna", "bram"], 64)
    assert set(found.values()) == {(0, -64), (0, 64)}
    assert found == on_rim(["bram", "anna"], 64)
    assert set(on_rim(["bram"], 64).values()) < {(0, -64), (0, 64)}


def test_who_is_on_two_topics_sits_in_the_middle_of_their_edges() -> None:
    assert between([ONE, OTHER], [ONE, OTHER], []) == (130, 0)
    beside = between([ONE, OTHER], [ONE, OTHER], [(130, 0)])
    assert beside != (130, 0)
    assert far(beside, (130, 0)) >= 45


def test_between_three_and_clear_of_hubs_that_lie_there() -> None:
    third = Hub("third", (130, 240), 60, 4, 0)
    assert between([ONE, OTHER, third], [ONE, OTHER, third], []) == (130, 80)
    inside = Hub("inside", (130, 0), 50, 4, 0)
    found = between([ONE, OTHER], [ONE, OTHER, inside], [])
    assert far(found, inside.at) >= 50
    everywhere = [Hub(str(n), (130, 0), 400, 4, 0) for n in range(2)]
    assert far(between([ONE, OTHER], everywhere, []), (130, 0)) > 150, "as far out as it may"
