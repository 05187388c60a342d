"""The squares of a map server's world: which ones a view needs, and where each lies in it.

Plain geometry; knows no server, no picture and no widget.
"""

from math import ceil, floor, log2
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from presencemap.ui.map.projection import View

FROM_ZOOM = 10.0
"""Here the region ends, and with it what the vector data are good for."""
DEEPEST = 17
"""No server needs to have more than a view at the closest zoom on a dense screen shows."""


class Tile(NamedTuple):
    """One square as servers count them: 2**z columns from 180° west, as many rows from the top."""

    z: int
    x: int
    y: int


class Piece(NamedTuple):
    """A tile as it is painted: so many device px along a side."""

    tile: Tile
    side: int


def pieces(view: View, ratio: float) -> list[Piece]:
    """What a view shows, the middle first; nothing from the region up."""
    if view.zoom < FROM_ZOOM:
        return []
    z = min(DEEPEST, round(view.zoom + log2(ratio)))
    count = 1 << z
    left, top = view.left * count, view.top * count
    wide, high = (length / view.scale * count for length in (view.width, view.height))
    rows = range(max(0, floor(top)), min(count, ceil(top + high)))
    columns = range(floor(left), ceil(left + wide))
    middle_x, middle_y = left + wide / 2 - 0.5, top + high / 2 - 0.5
    found = [(x, y) for y in rows for x in columns]
    found.sort(key=lambda at: (at[0] - middle_x) ** 2 + (at[1] - middle_y) ** 2)
    side = ceil(_side(view, z) * ratio)
    return [Piece(Tile(z, x % count, y), side) for x, y in found]


def area(tile: Tile, view: View) -> QRectF:
    """Where it lies in the view, in px: in the copy of the world that is nearest to the middle."""
    side = _side(view, tile.z)
    x = tile.x * side - view.left * view.scale
    x -= round((x + side / 2 - view.width / 2) / view.scale) * view.scale
    return QRectF(x, tile.y * side - view.top * view.scale, side, side)


def corner(tile: Tile, view: View, ratio: float) -> QPointF:
    """Where a piece of the view's own size begins: on a whole device px.

    Its side is rounded up, so that it reaches into its neighbour rather than leave a gap.
    """
    there = area(tile, view)
    return QPointF(floor(there.x() * ratio) / ratio, floor(there.y() * ratio) / ratio)


def _side(view: View, z: int) -> float:
    return view.scale / (1 << z)
