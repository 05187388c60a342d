"""The backdrop of the Where map: tiles, or what there is of them, under the names of towns.

Owns which tiles a view needs and what is painted until they come. Knows nothing of people, plates
or the widget that it is painted on.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from math import floor

from PySide6.QtCore import (
    QElapsedTimer,
    QObject,
    QRect,
    QRectF,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPainter, QRegion

from presencemap.ui.map.cartography import TILE, MapColours, TileKey
from presencemap.ui.map.labels import MapLabels, PlacedLabel
from presencemap.ui.map.place_names import PlaceNames
from presencemap.ui.map.projection import WORLD, View
from presencemap.ui.map.tiles import CACHE_BYTES, TileCache
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.turns import Turns

OVERVIEW_ZOOM = 2.0
SETTLED_AFTER = 90
"""Milliseconds at one view, after which its own tiles are painted and its names placed."""
PLACED_EVERY = 160
"""Milliseconds between two placings of the names while the map moves."""
RIM_TILES = 1
"""Tiles painted around the view before they are in sight, of its own zoom and a coarser one."""


class MapBackdrop(QObject):
    """Paints the map under the people. For the GUI thread; `close` it before it goes."""

    changed = Signal()
    """Paint again: tiles or names came, the zoom settled or the look changed."""

    _named = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = MapColours.of(theme)
        self._tiles = TileCache(self._colours, self)
        self._labels = MapLabels(theme)
        self._names: PlaceNames | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._named.connect(self._take_names, Qt.ConnectionType.QueuedConnection)
        self._names_wanted = False
        self._zoom: float | None = None
        self._zooming = False
        self._view: View | None = None
        self._since_placed = QElapsedTimer()
        self._is_placed = self._drawn = False
        self._drawing = Turns(self, few=0)
        self._drawing.late.connect(self.changed)
        self._placing = Turns(self, few=0)
        self._placing.late.connect(self.changed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_AFTER)
        self._settle.timeout.connect(self._rest)
        self._tiles.arrived.connect(self.changed)

    def set_theme(self, theme: Theme) -> None:
        """Other colours or text size: all is painted anew."""
        colours = MapColours.of(theme)
        if colours != self._colours:
            self._colours = colours
            self._tiles.set_colours(colours)
        self._placing.stop()
        self._labels = MapLabels(theme)
        if self._names is not None:
            self._labels.set_names(self._names)
        self.changed.emit()

    def paused(self) -> AbstractContextManager[None]:
        """While a frame is painted: the workers let the GUI thread have Python's lock."""
        return self._tiles.paused()

    def paint(
        self,
        painter: QPainter,
        view: View,
        device_pixel_ratio: float,
        occupied: Sequence[QRectF] = (),
        said: frozenset[str] = frozenset(),
    ) -> list[PlacedLabel]:
        """Paint what `view` shows, at the painter's origin.

        The names keep clear of the `occupied` rectangles (pixels of the view); those that are
        `said` there aren't repeated. Returns the names that are on it.
        """
        self._paint_tiles(painter, view, device_pixel_ratio)
        labels = self._label(view, occupied, said)
        self._drawn = self._labels.paint(painter, labels, device_pixel_ratio)
        if not (self._drawn or self._drawing.busy):
            self._drawing.begin_later(self._labels.drawing(labels, device_pixel_ratio))
        if not self._names_wanted:
            # Not before: read beside the window that is being made, it would take longer to show.
            self._names_wanted = True
            self._pool.start(self._load_names)
        return labels

    def _label(
        self, view: View, occupied: Sequence[QRectF], said: frozenset[str]
    ) -> list[PlacedLabel]:
        """Those of this very view, else those of a moment ago: others come after the frame."""
        moved, self._view = self._view not in {None, view}, view
        if moved:
            self._settle.start()
        placed = self._labels.placed(view, occupied, said)
        self._is_placed = placed is not None
        if placed is not None:
            return placed
        # Frames between two steps of a motion, when tiles come, belong to the motion.
        recent = self._since_placed.isValid() and not self._since_placed.hasExpired(PLACED_EVERY)
        if not (self._placing.busy or (recent and self._settle.isActive())):
            self._since_placed.start()
            self._placing.begin_later(self._labels.placing(view, occupied, said))
        return self._labels.carry(view, occupied, said)

    def is_complete(self, view: View, device_pixel_ratio: float) -> bool:
        """Whether all tiles of exactly this view are there, and all names drawn."""
        if self._names is None or not (self._drawn and self._is_placed and view == self._view):
            return False
        keys = _keys(view, view.zoom, device_pixel_ratio)
        return all(self._tiles.get(key) is not None for key in keys)

    def close(self) -> None:
        """Stop the workers and wait for them."""
        self._settle.stop()
        self._drawing.stop()
        self._placing.stop()
        self._tiles.close()
        self._pool.waitForDone()

    def _load_names(self) -> None:
        """In a worker: reading the gazetteer takes longer than a frame."""
        PlaceNames.load()
        self._named.emit()

    @Slot()
    def _take_names(self) -> None:
        self._names = PlaceNames.load()
        self._labels.set_names(self._names)
        self.changed.emit()

    def _paint_tiles(self, painter: QPainter, view: View, ratio: float) -> None:
        window = QRect(0, 0, round(view.width), round(view.height))
        exact = _keys(view, view.zoom, ratio)
        self._want(view, exact, ratio)
        open_area = QRegion(window)
        corner = view.left, view.top
        shown: list[tuple[TileKey, QImage, QRectF]] = []
        for key in exact:
            image = self._tiles.get(key)
            if image is not None:
                place = _place(corner, view, key)
                shown.append((key, image, place))
                open_area -= place.toAlignedRect()
        if not open_area.isEmpty():
            shown += self._stand_ins(view, corner, ratio, open_area)
            painter.fillRect(window, self._colours.water)
        # The best come last, over what stands in for their neighbours.
        for key, image, place in reversed(shown):
            scaled = key.zoom != view.zoom or key.ratio != ratio
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scaled)
            painter.drawImage(place, image)

    def _stand_ins(
        self, view: View, corner: tuple[float, float], ratio: float, open_area: QRegion
    ) -> list[tuple[TileKey, QImage, QRectF]]:
        """Tiles of other zooms that cover what is open, the nearest zoom first."""
        found = []
        others = [k for k in self._tiles.held() if k.zoom != view.zoom or k.ratio != ratio]
        # Too coarse is better than too fine: a coarse tile covers much in one step.
        others.sort(
            key=lambda k: view.zoom - k.zoom if k.zoom <= view.zoom else 2 * (k.zoom - view.zoom)
        )
        for key in others:
            place = _place(corner, view, key)
            area = place.toAlignedRect()
            if not open_area.intersects(area):
                continue
            image = self._tiles.get(key)
            if image is not None:
                found.append((key, image, place))
                open_area -= area
                if open_area.isEmpty():
                    break
        return found

    def _want(self, view: View, exact: list[TileKey], ratio: float) -> None:
        """At rest the exact tiles, then coarse ones of a wider area and a rim; zooming, nothing.

        A zoom has its tiles for one frame, and the machine has better to do then. What is there
        stands in until the zoom rests.
        """
        if self._zoom is not None and view.zoom != self._zoom:
            self._zooming = True
            self._settle.start()
        self._zoom = view.zoom
        if self._zooming:
            self._tiles.want(())
            return
        overview = _keys(view, OVERVIEW_ZOOM, 1.0)
        wider = _keys(view, max(OVERVIEW_ZOOM, floor(view.zoom - 1.0)), 1.0, RIM_TILES)
        rim = _keys(view, view.zoom, ratio, RIM_TILES)
        # On a large dense screen the rim alone would fill the cache.
        affordable = len(rim) * 4 * (TILE * ratio) ** 2 < CACHE_BYTES / 2
        self._tiles.want([*overview, *exact, *wider, *(rim if affordable else ())])

    @Slot()
    def _rest(self) -> None:
        self._zooming = False
        self.changed.emit()


def _keys(view: View, zoom: float, ratio: float, rim: int = 0) -> list[TileKey]:
    """The tiles of a zoom's grid that the view touches, those in its middle first."""
    side = TILE / (WORLD * 2.0**zoom)
    right, bottom = view.left + view.width / view.scale, view.top + view.height / view.scale
    columns = range(floor(view.left / side) - rim, floor(right / side) + rim + 1)
    rows = range(floor(view.top / side) - rim, floor(bottom / side) + rim + 1)
    middle_x, middle_y = (view.left + right) / 2 / side - 0.5, (view.top + bottom) / 2 / side - 0.5
    last = floor((1.0 - 1e-9) / side)
    keys = [TileKey(zoom, c, r, ratio) for r in rows if 0 <= r <= last for c in columns]
    keys.sort(key=lambda key: (key.column - middle_x) ** 2 + (key.row - middle_y) ** 2)
    return keys


def _place(corner: tuple[float, float], view: View, key: TileKey) -> QRectF:
    """Where the tile lies on the screen; `corner`: the view's left and top, reckoned once a frame.

    One of the view's own zoom lies on whole device pixels, and next to its neighbours: unscaled.
    """
    left_edge, top_edge = corner
    if key.zoom == view.zoom:
        left = floor(-left_edge * view.scale * key.ratio + 0.5) / key.ratio + key.column * TILE
        top = floor(-top_edge * view.scale * key.ratio + 0.5) / key.ratio + key.row * TILE
        return QRectF(left, top, TILE, TILE)
    side = TILE * 2.0 ** (view.zoom - key.zoom)
    left = key.column * side - left_edge * view.scale
    # Another zoom's tile may be from another copy of the world than the view is in.
    left -= round((left + side / 2 - view.width / 2) / view.scale) * view.scale
    return QRectF(left, key.row * side - top_edge * view.scale, side, side)
