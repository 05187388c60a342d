"""How the backdrop looks: colours, line widths, which river shows at which zoom.

Has one tile painted into an image. Runs in worker threads: images only, no pixmap, no text, no
widget. Knows nothing of caches or of who asks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import floor
from typing import NamedTuple, Self

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter

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
from presencemap.ui.painting.picture_reader import PictureReader
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

    `give_way` is called before each step with Python's lock; it may wait, and gives nothing.
    """
    pixels = round(TILE * key.ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
    image.fill(colours.water)
    document = _CellDocument(key, colours)
    painter = QPainter(image)
    try:
        for cell, area, origin in _cells(basemap, key, image.rect(), give_way):
            painter.drawImage(area.topLeft(), _read(document.written(cell, area, origin)))
    finally:
        painter.end()
    image.setDevicePixelRatio(key.ratio)
    return image


def _cells(
    basemap: Basemap, key: TileKey, tile: QRect, give_way: Callable[[], object]
) -> Iterator[tuple[Cell, QRect, QPointF]]:
    """The cells under a tile: each with what it covers of it and where its origin lies; pixels."""
    level = level_for(key.zoom)
    side = WORLD * 2.0**key.zoom * key.ratio / CELL_SPLITS[level]
    left, top = key.column * TILE * key.ratio, key.row * TILE * key.ratio
    rows = range(floor(top / side), floor((top + tile.height()) / side) + 1)
    columns = range(floor(left / side), floor((left + tile.width()) / side) + 1)
    for row in rows:
        for column in columns:
            give_way()
            corner = QPointF(column * side - left, row * side - top)
            opposite = QPointF((column + 1) * side - left, (row + 1) * side - top)
            # What shapes have beyond their cell's edge is its neighbours' to paint.
            covered = QRect(corner.toPoint(), opposite.toPoint() - QPoint(1, 1)) & tile
            cell = basemap.cell(level, column, row, give_way)
            if cell is not None and not covered.isEmpty():
                yield cell, covered, corner


def _read(document: str) -> QImage:
    """The picture that the document describes.

    Of all ways that Qt has to paint, only a reader of images lets go of Python's lock meanwhile.
    """
    reader = PictureReader(document.encode("ascii"), "svg")
    image = reader.read()
    if image.isNull():
        raise ValueError(reader.errorString())
    return image


def _shown(layer: Layer, look: str) -> str:
    """The areas of a layer, which the document's head defines, once more in this look."""
    return f'<use xlink:href="#{layer.name}" {look}/>'


def _urban_strength(zoom: float) -> float:
    """How strong the ground of towns is: it fades in, and again out where it is too coarse."""
    return min(0.62, max(0.0, (zoom - 4.0) / 4.5), max(0.5, 0.62 - 0.1 * (zoom - 9.5)))


@dataclass(frozen=True)
class _CellDocument:
    """The part of a tile that one cell covers, written as SVG with Qt's `comp-op`."""

    key: TileKey
    colours: MapColours

    def written(self, cell: Cell, area: QRect, origin: QPointF) -> str:
        """The document: of `area`'s size, with the cell's origin where it lies in the tile."""
        width, height = area.width(), area.height()
        x, y = (origin - QPointF(area.topLeft())).toTuple()
        paths = (f'<path id="{layer.name}" d="{d}"/>' for layer, d in cell.areas.items())
        head = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
            f"<defs>{''.join(paths)}</defs>"
            f'<g transform="matrix({self._scale} 0 0 {self._scale} {x} {y})"'
            ' fill-rule="evenodd" stroke-linejoin="round">'
        )
        return "".join((head, *self._layers(cell), "</g></svg>"))

    def _layers(self, cell: Cell) -> Iterator[str]:
        """Land first, on nothing; towns only where it is; then its coast, and the sea beneath."""
        coast = f'fill="none" stroke="{self.colours.river.name()}" {self._coast_pen()}'
        water = f'fill="{self.colours.water.name()}"'
        opacity = f'fill-opacity="{_urban_strength(self.key.zoom)}"'
        if Layer.LAND in cell.areas:
            yield _shown(Layer.LAND, f'fill="{self.colours.land.name()}"')
        if Layer.URBAN in cell.areas:
            yield '<g comp-op="src-atop">'
            yield _shown(Layer.URBAN, f'fill="{self.colours.urban.name()}" {opacity}')
            yield "</g>"
        yield '<g comp-op="dst-over">'
        if Layer.LAND in cell.areas:
            yield _shown(Layer.LAND, coast)
        yield f'<rect width="{CELL_UNITS}" height="{CELL_UNITS}" {water}/></g>'
        yield from self._rivers(cell.lines.get(Layer.RIVER, []))
        if Layer.LAKE in cell.areas:
            yield _shown(Layer.LAKE, coast)
            yield _shown(Layer.LAKE, water)
        yield from self._borders(cell.lines.get(Layer.BORDER, []))

    @property
    def _scale(self) -> float:
        """Device pixels a cell unit."""
        splits = CELL_SPLITS[level_for(self.key.zoom)]
        return float(WORLD * 2.0**self.key.zoom * self.key.ratio / (splits * CELL_UNITS))

    def _units(self, pixels: float) -> float:
        return pixels * self.key.ratio / self._scale

    def _coast_pen(self) -> str:
        if self.key.zoom < HAIRLINE_BELOW:
            return 'stroke-width="1" vector-effect="non-scaling-stroke"'
        return f'stroke-width="{self._units(COAST_WIDTH)}"'

    def _rivers(self, strokes: list[Stroke]) -> Iterator[str]:
        growth = 1.0 + 0.14 * (self.key.zoom - 7.5)
        for stroke in strokes:
            rank = min(stroke.rank, len(_RIVER_WIDTH) - 1)
            beyond = self.key.zoom - _RIVER_MIN_ZOOM[rank]
            if beyond >= 0.0:
                width = _RIVER_WIDTH[rank] * max(0.55, growth) * min(1.0, 0.6 + 0.4 * beyond)
                yield (
                    f'<path d="{stroke.path}" fill="none" stroke="{self.colours.river.name()}"'
                    f' stroke-width="{self._units(width)}" stroke-linecap="round"/>'
                )

    def _borders(self, strokes: list[Stroke]) -> Iterator[str]:
        width = self._units(1.0 if self.key.zoom < 6.0 else 1.3)
        dashes = " ".join(str(self._units(dash)) for dash in BORDER_DASHES)
        for stroke in strokes:
            # The pattern goes on where the piece before left it.
            begun = stroke.run % self._units(sum(BORDER_DASHES))
            yield (
                f'<path d="{stroke.path}" fill="none" stroke="{self.colours.border.name()}"'
                f' stroke-width="{width}" stroke-dasharray="{dashes}" stroke-dashoffset="{begun}"/>'
            )
