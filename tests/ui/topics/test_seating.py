"""Where who is on several topics sits: between hubs, apart from each other, the same for all."""

from math import hypot

from presencemap.domain.topic_layout import STEP
from presencemap.ui.topics.routing import crossings
from presencemap.ui.topics.scene import Hub
from presencemap.ui.topics.seating import Seating, between

ONE, OTHER = Hub("one", (0, 0), 60, 4, 0), Hub("other", (260, 0), 60, 4, 0)


def far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


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


def test_rather_where_no_other_hub_lies_on_the_way() -> None:
    one, other = Hub("one", (0, 0), 60, 4, 0), Hub("other", (400, 0), 60, 4, 0)
    across = Hub("across", (100, 10), 20, 4, 0)
    hubs = [one, other, across]
    found = between([one, other], hubs, [])
    assert found != between([one, other], [one, other], [])
    assert crossings(found, [one, other], hubs) == 0


def test_who_sat_between_the_same_hubs_is_led_to_another_place_in_steps() -> None:
    seating, hubs = Seating(), [ONE, OTHER]
    alone = seating.places({"b": hubs}, hubs)
    assert alone == {"b": (130, 0)}
    assert seating.settled
    goal = Seating().places({"a": hubs, "b": hubs}, hubs)
    assert far(goal["b"], alone["b"]) > STEP
    at, steps = alone["b"], 0
    while not (steps and seating.settled):
        found = seating.places({"a": hubs, "b": hubs}, hubs[::-1])
        assert found["a"] == goal["a"], "who comes has their place at once"
        assert far(found["b"], at) <= STEP + 1e-9
        at, steps = found["b"], steps + 1
    assert found == goal
    assert steps == 2


def test_who_is_on_another_topic_goes_there_at_once_and_what_is_forgotten_leads_nobody() -> None:
    third = Hub("third", (0, 900), 60, 4, 0)
    seating, hubs = Seating(), [ONE, OTHER, third]
    seating.places({"b": [ONE, OTHER]}, hubs)
    assert seating.places({"b": [ONE, third]}, hubs) == {"b": (0, 450)}
    assert seating.settled
    moved = Hub("third", (0, 600), 60, 4, 0)
    seating.forget()
    assert seating.places({"b": [ONE, moved]}, [ONE, OTHER, moved]) == {"b": (0, 300)}
