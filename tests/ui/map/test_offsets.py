"""Where a plate may stand: at home first, then near, then as near as it comes out."""

from math import hypot

from presencemap.ui.map.layout import Form, Placed, Rect
from presencemap.ui.map.offsets import FARTHEST, REACH, TRIES, other_sides, ways_out

HOME = Placed(("a",), Form.PLATE, 100.0, 200.0, 0.0, 0.0, Rect(60, 140, 80, 60))


def test_home_is_tried_first_and_nothing_beyond_reach() -> None:
    assert TRIES[0] == (0.0, 0.0, 0.0)
    assert max(abs(px) for dx, dy, _ in TRIES for px in (dx, dy)) == REACH


def test_the_other_sides_leave_the_point_in_sight() -> None:
    for dx, dy, _ in other_sides(HOME):
        assert not HOME.rect.moved(dx, dy).holds(HOME.x, HOME.y)


def test_ways_out_lead_beside_what_is_around_the_nearest_first() -> None:
    lying = Rect(0, 130, 300, 40)
    ways = ways_out(HOME, [lying])
    far = [hypot(dx, dy) for dx, dy, _ in ways]
    assert far == sorted(far)
    assert far[-1] <= FARTHEST
    clear = [HOME.rect.moved(dx, dy) for dx, dy, _ in ways]
    first = next(each for each in clear if not each.meets(lying))
    assert first == HOME.rect.moved(0, 36), "below it: that is nearer than above"


def test_where_nothing_is_around_there_is_no_way_out_but_home() -> None:
    assert ways_out(HOME, []) == [(0.0, 0.0, 0.0)]
