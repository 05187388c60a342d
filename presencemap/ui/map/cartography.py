"""How the backdrop looks: colours, line widths, which river shows at which zoom.

Paints one tile into an image. Runs in worker threads: images and paths only, no pixmap, no text,
no widget. Knows nothing of caches or of who asks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import floor
from typing import NamedTuple, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from presencemap.ui.map.basemap import (
    CELL_SPLITS,
    CELL_UNITS,
    Basemap,
    Cell,
    Layer,
    Stroke,
    level_for,
)
from presencemap.ui.map.projection import WORLD
from presencemap.ui.theme.tokens import Theme

TILE = 512
"""Device-independent pixels along a tile's side."""
BORDER_DASHES = (6.0, 3.0, 1.5, 3.0)
COAST_WIDTH = 1.6
"""Of a coast's line only the outer half shows: the land is painted over the inner one."""
HAIRLINE_BELOW = 7.5
"""Zoom: a coast of many bends is drawn as a hairline, which Qt does ten times as quickly."""

_RIVER_MIN_ZOOM = (2.0, 2.0, 2.6, 3.2, 3.8, 4.6, 5.0, 5.4, 5.4, 6.4, 6.8, 7.4, 8.2)
_RIVER_WIDTH = (2.2, 2.2, 2.2, 2.1, 2.0, 1.8, 1.6, 1.5, 1.7, 1.2, 1.05, 0.9, 0.8)
"""By rank, 0 (the Danube) to 12 (a brook of some fame); pixels at zoom 7.5."""


@dataclass(frozen=True)
class MapColours:
    """The colours of the backdrop, by their token names."""

    water: QColor
    land: QColor
    urban: QColor
    river: QColor
    border: QColor
    label: QColor
    water_label: QColor

    @classmethod
    def of(cls, theme: Theme) -> Self:
        """Those of a theme."""
        # The dark river token alone is lost on the dark land (contrast 1.1).
        lift = 0.25 if theme.is_dark else 0.0
        return cls(
            water=theme.colour("mapWater"),
            land=theme.colour("mapLand"),
            urban=theme.colour("mapUrban"),
            river=_mixed(theme.colour("mapRiver"), theme.colour("mapWaterLabel"), lift),
            border=theme.colour("mapBorder"),
            label=theme.colour("mapLabel"),
            water_label=theme.colour("mapWaterLabel"),
        )


def _mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """`share` of the other colour in the first one."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        colour.redF() * rest + other.redF() * share,
        colour.greenF() * rest + other.greenF() * share,
        colour.blueF() * rest + other.blueF() * share,
    )


class TileKey(NamedTuple):
    """One tile: of which world (zoom, in its own pixel grid), where in the grid, how dense."""

    zoom: float
    column: int
    row: int
    ratio: float


def painted_tile(
    basemap: Basemap, key: TileKey, colours: MapColours, give_way: Callable[[], object] = bool
) -> QImage:
    """The tile as an opaque image of TILE device-independent pixels squared.

    `give_way` is called before each step of a few milliseconds; it may wait, and gives nothing.
    """
    pixels = round(TILE * key.ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    level = level_for(key.zoom)
    scale = WORLD * 2.0**key.zoom * key.ratio / (CELL_SPLITS[level] * CELL_UNITS)
    cells = list(_cells(basemap, key, level, give_way))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Tile(painter, key, scale, colours, give_way).paint(cells)
    finally:
        painter.end()
    image.convertTo(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(key.ratio)
    return image


def _cells(
    basemap: Basemap, key: TileKey, level: int, give_way: Callable[[], object]
) -> Iterator[tuple[Cell, float, float]]:
    """The cells under a tile, with the offset of their origin from the tile's (world units)."""
    world = WORLD * 2.0**key.zoom
    splits = CELL_SPLITS[level]
    left, top = key.column * TILE / world, key.row * TILE / world
    # A line painted at the edge of the neighbour cell reaches over into this tile.
    side, reach = TILE / world, 4.0 / world
    for row in range(floor((top - reach) * splits), floor((top + side + reach) * splits) + 1):
        if not 0 <= row < splits:
            continue
        first = floor((left - reach) * splits)
        for column in range(first, floor((left + side + reach) * splits) + 1):
            give_way()
            cell = basemap.cell(level, column, row)
            if cell is not None:
                yield cell, column / splits - left, row / splits - top


def _urban_strength(zoom: float) -> float:
    """How strong the ground of towns is: it fades in, and again out where it is too coarse."""
    return min(0.62, max(0.0, (zoom - 4.0) / 4.5), max(0.5, 0.62 - 0.1 * (zoom - 9.5)))


@dataclass(frozen=True)
class _Tile:
    """The painting of one tile; `scale` in device pixels a cell unit."""

    painter: QPainter
    key: TileKey
    scale: float
    colours: MapColours
    give_way: Callable[[], object]

    def paint(self, cells: list[tuple[Cell, float, float]]) -> None:
        """Each layer over all cells before the next, so that no cell covers its neighbour."""
        world = WORLD * 2.0**self.key.zoom * self.key.ratio
        placed = [
            (cell, QTransform(self.scale, 0, 0, self.scale, dx * world, dy * world))
            for cell, dx, dy in cells
        ]
        coast = QPen(self.colours.river, self._units(COAST_WIDTH))
        if self.key.zoom < HAIRLINE_BELOW:
            coast.setWidthF(1.0)
            coast.setCosmetic(True)
        coast.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        urban = QColor(self.colours.urban)
        urban.setAlphaF(_urban_strength(self.key.zoom))
        # Land first, on nothing; towns only where land is; then the coast and the sea beneath it.
        self._fill(placed, Layer.LAND, self.colours.land)
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        self._fill(placed, Layer.URBAN, urban)
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
        self._outline(placed, Layer.LAND, coast)
        self.painter.resetTransform()
        self.painter.setClipping(False)
        self.painter.fillRect(self.painter.viewport(), self.colours.water)
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._rivers(placed)
        self._outline(placed, Layer.LAKE, coast)
        self._fill(placed, Layer.LAKE, self.colours.water)
        self._borders(placed)

    def _units(self, pixels: float) -> float:
        return pixels * self.key.ratio / self.scale

    def _enter(self, transform: QTransform) -> None:
        """Into a cell: what its shapes have beyond its edge is its neighbours' to paint."""
        self.give_way()
        self.painter.setTransform(transform)
        self.painter.setClipRect(0, 0, CELL_UNITS, CELL_UNITS)

    def _outline(self, placed: list[tuple[Cell, QTransform]], layer: Layer, pen: QPen) -> None:
        for cell, transform in placed:
            if layer in cell.areas:
                self._enter(transform)
                self.painter.strokePath(cell.areas[layer], pen)

    def _fill(self, placed: list[tuple[Cell, QTransform]], layer: Layer, colour: QColor) -> None:
        brush = QBrush(colour)
        for cell, transform in placed:
            if layer in cell.areas:
                self._enter(transform)
                self.painter.fillPath(cell.areas[layer], brush)

    def _rivers(self, placed: list[tuple[Cell, QTransform]]) -> None:
        growth = 1.0 + 0.14 * (self.key.zoom - 7.5)
        for cell, transform in placed:
            self._enter(transform)
            # The small ones first: where they join a large one, it lies on top.
            for stroke in reversed(cell.lines.get(Layer.RIVER, [])):
                rank = min(stroke.rank, len(_RIVER_WIDTH) - 1)
                beyond = self.key.zoom - _RIVER_MIN_ZOOM[rank]
                if beyond < 0.0:
                    continue
                width = _RIVER_WIDTH[rank] * max(0.55, growth) * min(1.0, 0.6 + 0.4 * beyond)
                pen = QPen(self.colours.river, self._units(width))
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                self.painter.setPen(pen)
                self.painter.drawPolyline(stroke.points)

    def _borders(self, placed: list[tuple[Cell, QTransform]]) -> None:
        width = 1.0 if self.key.zoom < 6.0 else 1.3
        pen = QPen(self.colours.border, self._units(width))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setDashPattern([dash / width for dash in BORDER_DASHES])
        for cell, transform in placed:
            self._enter(transform)
            for stroke in cell.lines.get(Layer.BORDER, []):
                pen.setDashOffset(self._dash_offset(stroke, width))
                self.painter.setPen(pen)
                self.painter.drawPolyline(stroke.points)

    def _dash_offset(self, stroke: Stroke, width: float) -> float:
        """In pen widths: the pattern goes on where the piece before left it."""
        run = stroke.run * self.scale / self.key.ratio
        return (run % sum(BORDER_DASHES)) / width
