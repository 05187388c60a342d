"""Which squares a view needs, and where each lies."""

import pytest

from presencemap.ui.map.projection import View
from presencemap.ui.map.raster.grid import DEEPEST, FROM_ZOOM, Tile, area, corner, pieces

GENT = View(51.05, 3.72, 12.0, 900, 700)


def test_from_the_region_up_nothing_is_needed() -> None:
    assert pieces(View(51.05, 3.72, FROM_ZOOM - 0.01, 900, 700), 1.0) == []
    assert pieces(View(51.05, 3.72, FROM_ZOOM, 900, 700), 1.0)


def test_the_middle_comes_first_and_the_whole_view_is_covered() -> None:
    found = pieces(GENT, 1.0)
    assert found[0].tile == Tile(12, 2090, 1370), "as every server counts them"
    assert len(found) == len(set(found)) in range(16, 26)
    for x, y in ((0, 0), (899, 0), (0, 699), (899, 699), (450, 350)):
        assert sum(area(piece.tile, GENT).contains(x, y) for piece in found) == 1


@pytest.mark.parametrize(
    ("zoom", "ratio", "z", "side"),
    [(12.0, 1.0, 12, 256), (12.4, 1.0, 12, 338), (12.6, 1.0, 13, 195), (12.0, 2.0, 13, 256)],
)
def test_a_piece_is_about_as_large_as_its_picture(
    zoom: float, ratio: float, z: int, side: int
) -> None:
    piece = pieces(View(51.05, 3.72, zoom, 900, 700), ratio)[0]
    assert (piece.tile.z, piece.side) == (z, side)


def test_a_server_isnt_asked_for_more_than_a_street() -> None:
    assert pieces(View(51.05, 3.72, 15.0, 300, 200), 8.0)[0].tile.z == DEEPEST


def test_over_the_date_line_columns_go_on() -> None:
    fiji = View(-17.0, 179.99, 11.0, 900, 300)
    columns = {piece.tile.x for piece in pieces(fiji, 1.0)}
    assert {0, 2047} <= columns
    assert area(Tile(11, 0, 1121), fiji).left() > area(Tile(11, 2047, 1121), fiji).left()


def test_at_the_edge_of_the_world_there_are_no_rows_beyond() -> None:
    pole = View(85.0, 0.0, 10.0, 900, 700)
    assert min(piece.tile.y for piece in pieces(pole, 1.0)) == 0


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_neighbours_leave_no_gap(ratio: float) -> None:
    view = View(51.05, 3.72, 12.37, 900, 700)
    piece = pieces(view, ratio)[0]
    z, x, y = piece.tile
    begins, next_one = (corner(Tile(z, x + n, y), view, ratio).x() * ratio for n in (0, 1))
    assert begins == round(begins)
    assert 0 <= begins + piece.side - next_one <= 1
