"""What can be done with a drawing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from presencemap.domain.floor_plan import DRAWN, MAX_SHAPES
from presencemap.domain.place import PlaceKind
from presencemap.ui.floor.drawing import Drawing, Drawn, is_shape, next_name, rectangle

ROOM = Drawn("leie", "Leie", PlaceKind.ROOM, ((0, 0), (400, 200)))
DESK = Drawn("d1", "D1", PlaceKind.DESK, ((100, 100), (160, 140)))
LIST = Drawn("d2", "D2", PlaceKind.DESK)
DRAWING = Drawing(800, 600, None, (ROOM, DESK, LIST))


def test_a_floor_is_drawn_as_it_is(building: Any) -> None:
    scene = building.scene()
    drawing = Drawing.of(scene.plan, building.places, [seat.place for seat in scene.seats])
    assert (drawing.width, drawing.height) == (800, 600)
    assert {shape.name for shape in drawing.drawn} == {"Atelier", "Leie", "D2", "D16"}
    assert [s.name for s in drawing.shapes if not s.points] == ["X1"]
    fresh = Drawing.of(None, building.places, ["dender", "gone"])
    assert (fresh.width, fresh.height) == DRAWN
    assert fresh.drawn == ()


def test_one_is_put_in_place_of_itself_or_at_the_end() -> None:
    moved = replace(DESK, name="Desk")
    assert DRAWING.put(moved).get("d1") == moved
    fresh = Drawn("new-1", "R1", PlaceKind.ROOM, ROOM.points)
    assert DRAWING.put(fresh).shapes[-1] == fresh


def test_a_place_that_is_taken_off_stays_one_and_a_new_one_goes() -> None:
    assert DRAWING.take_off("d1").get("d1") == replace(DESK, points=())
    fresh = DRAWING.put(Drawn("new-1", "R1", PlaceKind.ROOM, ROOM.points))
    assert fresh.take_off("new-1") == DRAWING


def test_on_another_picture_all_stays_where_it_was() -> None:
    larger = DRAWING.on(Path("plan.png"), 1600, 300)
    assert larger.get("leie") == replace(ROOM, points=((0, 0), (800, 100)))
    assert (larger.width, larger.height, larger.picture) == (1600, 300, Path("plan.png"))


def test_a_shape_moves_as_far_as_the_plan_goes() -> None:
    assert DRAWING.moved("d1", 10, -5).get("d1") == replace(DESK, points=((110, 95), (170, 135)))
    far = DRAWING.moved("d1", 9_999, -9_999).get("d1")
    assert far is not None
    assert far.box == (740, 0, 800, 40)
    for key in ("d2", "nobody"):
        assert DRAWING.moved(key, 1, 1) == DRAWING


@pytest.mark.parametrize(
    ("corner", "box"),
    [(0, (50, 60, 160, 140)), (1, (50, 60, 100, 140)), (2, (50, 60, 100, 100))],
)
def test_a_rectangle_stays_one_when_a_corner_is_pulled(corner: int, box: Any) -> None:
    pulled = DRAWING.pulled("d1", corner, (50, 60)).get("d1")
    assert pulled is not None
    assert pulled.box == box


def test_no_side_vanishes_and_a_polygon_keeps_its_other_corners() -> None:
    assert DRAWING.pulled("d1", 2, (100, 300)) == DRAWING
    assert DRAWING.pulled("d2", 0, (1, 1)) == DRAWING
    corners = ((0, 0), (9, 0), (9, 9))
    drawing = DRAWING.put(replace(ROOM, points=corners))
    pulled = drawing.pulled("leie", 1, (20, 3)).get("leie")
    assert pulled is not None
    assert pulled.points == ((0, 0), (20, 3), (9, 9))


def test_points_snap_to_edges_then_to_the_grid_and_stay_on_the_plan() -> None:
    assert DRAWING.grid == 5
    assert DRAWING.snapped(403, 203, 8) == (400, 200)
    assert DRAWING.snapped(403, 203, 8, without="leie") == (405, 205)
    assert DRAWING.snapped(322, 331, 2) == (320, 330)
    assert DRAWING.snapped(-50, 900, 2) == (0, 600)


def test_a_desk_is_in_the_smallest_room_around_it() -> None:
    hall = Drawn("hall", "Hall", PlaceKind.ROOM, ((0, 0), (800, 0), (800, 600), (0, 600)))
    drawing = DRAWING.put(hall)
    assert drawing.room_at(DESK) == ROOM
    assert drawing.room_at(replace(DESK, points=((700, 500), (760, 540)))) == hall
    assert DRAWING.room_at(replace(DESK, points=((700, 500), (760, 540)))) is None


def test_a_plan_is_full_when_no_more_fit() -> None:
    assert not DRAWING.is_full
    many = tuple(replace(DESK, key=f"d{n}") for n in range(MAX_SHAPES))
    assert replace(DRAWING, shapes=many).is_full


def test_rectangles_have_their_corners_in_order() -> None:
    assert rectangle((9, 2), (1, 7)) == ((1, 2), (9, 7))
    assert ROOM.outline == ((0, 0), (400, 0), (400, 200), (0, 200))
    assert is_shape(((1, 2), (9, 7)))
    for points in (((1, 1), (1, 9)), ((1, 1), (9, 1)), ((1, 1),)):
        assert not is_shape(points)


def test_a_new_name_is_one_that_nothing_has() -> None:
    assert (next_name(DRAWING, "D"), next_name(DRAWING, "R")) == ("D3", "R1")
