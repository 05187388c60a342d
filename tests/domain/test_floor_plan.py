"""Plans of floors."""

from presencemap.domain.floor_plan import FloorPlan, Image, Shape

FLOOR, ROOM, DESK = "f" * 32, "a" * 32, "b" * 32


def test_a_rectangle_has_four_corners() -> None:
    shape = Shape(ROOM, ((10, 20), (30, 60)))
    assert shape.outline == ((10, 20), (30, 20), (30, 60), (10, 60))


def test_a_polygon_has_those_it_says() -> None:
    corners = ((0, 0), (9, 0), (4, 7))
    assert Shape(ROOM, corners).outline == corners


def test_a_plan_is_one_with_a_picture_or_a_shape() -> None:
    assert not FloorPlan(FLOOR, 100, 100)
    assert FloorPlan(FLOOR, 100, 100, Image("0" * 64, 7))
    assert FloorPlan(FLOOR, 100, 100, shapes=(Shape(ROOM, ((0, 0), (9, 9))),))


def test_it_says_where_a_place_is() -> None:
    shape = Shape(ROOM, ((0, 0), (9, 9)))
    plan = FloorPlan(FLOOR, 100, 100, shapes=(shape,))
    assert (plan.shape(ROOM), plan.shape(DESK)) == (shape, None)
