"""Which way lines take: round other hubs, and as straight as they can."""

from math import hypot

import pytest

from presencemap.ui.topics.routing import crossings, points, routed
from presencemap.ui.topics.scene import Curve, Hub

ONE, OTHER = Hub("one", (-300, 0), 60, 3, 0), Hub("other", (300, 0), 60, 3, 0)


def clear(curve: Curve, hub: Hub) -> float:
    """How far a curve stays from a rim."""
    return min(hypot(x - hub.at[0], y - hub.at[1]) for x, y in points(curve)) - hub.radius


def test_lines_end_on_rims_and_are_all_but_straight_where_nothing_is() -> None:
    for curve, hub in zip(routed((0, 0), [ONE, OTHER], [ONE, OTHER]), [ONE, OTHER], strict=True):
        assert curve[0] == (0, 0)
        assert hypot(curve[3][0] - hub.at[0], curve[3][1] - hub.at[1]) == pytest.approx(60)
        assert all(abs(y) < 40 for _, y in curve)


def test_a_line_goes_round_a_hub_that_isn_t_its_own() -> None:
    between = Hub("between", (-150, 5), 50, 3, 0)
    (curve,) = routed((0, 0), [ONE], [ONE, OTHER, between])
    assert clear(curve, between) >= 0
    assert crossings((0, 0), [ONE], [ONE, OTHER, between]) == 1
    assert crossings((0, 0), [ONE, OTHER], [ONE, OTHER]) == 0


def test_where_there_is_no_way_round_it_is_as_little_under_it_as_can_be() -> None:
    wall = [Hub(str(n), (-150, 110.0 * n), 54, 3, 0) for n in range(-4, 5)]
    (curve,) = routed((0, 0), [ONE], [ONE, *wall])
    assert hypot(curve[3][0] - ONE.at[0], curve[3][1] - ONE.at[1]) == pytest.approx(60)
    assert sum(clear(curve, each) < 0 for each in wall) <= 1


def test_the_same_on_every_computer_and_on_a_job_s_edge() -> None:
    job = Hub("job:a", (300, 0), 60, 3, 0, job="Tender")
    hubs = [ONE, job]
    assert routed((0, 40), hubs, hubs) == routed((0, 40), hubs, hubs[::-1])
    end = routed((0, 0), [job], hubs)[0][3]
    assert end[0] == pytest.approx(300 - 60 * 0.96, abs=1)
