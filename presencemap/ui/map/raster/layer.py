"""The layer of a map server's pictures, over the vector map and under the people.

Owns the pictures there are, the thread that fetches them, and what a frame shows until they come.
Knows no team and no consent: without a server it paints and fetches nothing.
"""

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QRect,
    QRectF,
    QSizeF,
    QThread,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from presencemap.domain.map_server import MapServer
from presencemap.ui.map.projection import View
from presencemap.ui.map.raster.grid import Piece, Tile, area, corner, pieces
from presencemap.ui.theme import Theme

if TYPE_CHECKING:
    from presencemap.ui.map.raster.fetcher import Fetcher

SETTLED_AFTER = 120
"""Ms at one zoom, after which its own pictures are asked for."""
HELD_BYTES = 64 * 1024 * 1024
STOP_WITHIN = 3_000
_SHADE = "#5f6878"
"""What a picture's white is in the dark theme; all its colours are multiplied by it."""


class RasterLayer(QObject):
    """For the GUI thread. ``use`` a server; ``close`` before it goes."""

    changed = Signal()
    """Paint again."""

    _want = Signal(object)
    _dress = Signal(int, QColor)
    _stop = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.server: MapServer | None = None
        self.troubled = False
        """Whether the server doesn't do what it should."""
        self._closed = False
        self._look = 0
        self._thread: QThread | None = None
        self._fetcher: Fetcher | None = None
        self._images: OrderedDict[Tile, tuple[int, QImage]] = OrderedDict()
        self._bytes = 0
        self._asked: tuple[Piece, ...] = ()
        self._zoom = 0.0
        self._open = QRegion()
        self._frame: list[tuple[QRectF, QImage]] = []
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_AFTER)
        self._settle.timeout.connect(self.changed)

    def use(self, server: MapServer | None, cache: Path | None = None) -> None:
        """Show this server's pictures, or none; what is fetched is kept in that folder."""
        if server == self.server or self._closed:
            return
        self._end()
        self.server = server
        if server is not None:
            self._begin(server, cache)
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Another look: all is painted anew."""
        self._theme = theme
        self._clear()
        self._dress_pictures()

    @Slot()
    def close(self) -> None:
        """Fetch nothing ever again; twice does no harm."""
        self._closed = True
        self._end()

    def credit(self) -> str:
        """What is to be said of the server: whose map it is, or that there is none."""
        trouble = QCoreApplication.translate("RasterLayer", "The map server gives no map")
        said = [self.server.attribution] if self.server is not None and self._frame else []
        if self.troubled and self._asked:
            said.append(trouble)
        return " · ".join(said)

    @property
    def covers(self) -> bool:
        """Whether nothing of the vector map is to be seen."""
        return bool(self._frame) and self._open.isEmpty()

    def is_complete(self, view: View, ratio: float) -> bool:
        """Whether all that there is to fetch for this view is there."""
        return self.server is None or all(map(self._has, pieces(view, ratio)))

    def prepare(self, view: View, ratio: float) -> None:
        """Look what there is of a view, and ask for the rest; then ``credit`` and ``paint``."""
        wanted = pieces(view, ratio) if self.server is not None else []
        self._ask(wanted, view)
        self._frame.clear()
        self._open = QRegion(QRect(0, 0, round(view.width), round(view.height)))
        if not wanted:
            return
        exact = [piece for piece in wanted if self._has(piece)]
        for piece in exact:
            self._open -= area(piece.tile, view).toAlignedRect()
        for tile in self._stand_ins(view):
            self._frame.append((area(tile, view), self._images[tile][1]))
        for piece in exact:
            side = piece.side / ratio
            there = QRectF(corner(piece.tile, view, ratio), QSizeF(side, side))
            self._images.move_to_end(piece.tile)
            self._frame.append((there, self._images[piece.tile][1]))

    def paint(self, painter: QPainter) -> None:
        """Paint what was prepared, at the painter's origin: nothing of it takes long to scale."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        for there, image in self._frame:
            painter.drawImage(there, image)

    def _begin(self, server: MapServer, cache: Path | None) -> None:
        # Here, since who has no map server needs none of Qt's network.
        from presencemap.ui.map.raster.fetcher import Fetcher  # noqa: PLC0415

        self._thread, self._fetcher = QThread(), Fetcher(server, cache)
        self._fetcher.moveToThread(self._thread)
        self._want.connect(self._fetcher.want)
        self._dress.connect(self._fetcher.dress)
        self._stop.connect(self._fetcher.stop)
        self._fetcher.came.connect(self._take)
        self._fetcher.troubled.connect(self._learn)
        self._thread.start()
        self._dress_pictures()

    def _dress_pictures(self) -> None:
        """Servers draw for daylight: in the dark their white becomes a grey."""
        self._look += 1
        shade = QColor(_SHADE if self._theme.is_dark else "white")
        self._dress.emit(self._look, shade)

    def _end(self) -> None:
        """Stop fetching, and wait for the thread."""
        self._settle.stop()
        self._clear()
        self.server, self.troubled = None, False
        if self._thread is not None:
            self._stop.emit()
            self._thread.wait(STOP_WITHIN)
            self._thread = self._fetcher = None

    def _ask(self, wanted: list[Piece], view: View) -> None:
        """While the zoom runs nothing is asked for: nobody will see it."""
        if view.zoom != self._zoom:
            self._zoom = view.zoom
            if wanted:
                self._settle.start()
            wanted = []
        elif self._settle.isActive():
            return
        lacking = tuple(piece for piece in wanted if not self._has(piece))
        if lacking != self._asked:
            self._asked = lacking
            self._want.emit(lacking)

    def _has(self, piece: Piece) -> bool:
        side, _ = self._images.get(piece.tile, (0, None))
        return side == piece.side

    def _stand_ins(self, view: View) -> list[Tile]:
        """Pictures of other sizes and zooms where the own are lacking; the nearest zoom on top."""
        found = list[Tile]()
        for tile in sorted(self._images, key=lambda tile: abs(tile.z - view.zoom)):
            if self._open.isEmpty():
                break
            place = area(tile, view).toAlignedRect()
            if self._open.intersects(place):
                self._open -= place
                found.append(tile)
        return found[::-1]

    @Slot(int, object, QImage)
    def _take(self, look: int, piece: Piece, image: QImage) -> None:
        if look != self._look or self.server is None:
            return
        self._drop(piece.tile)
        self._images[piece.tile] = piece.side, image
        self._bytes += image.sizeInBytes()
        while self._bytes > HELD_BYTES:
            self._drop(next(iter(self._images)))
        self.changed.emit()

    @Slot(object, bool)
    def _learn(self, server: MapServer, troubled: bool) -> None:  # noqa: FBT001
        if server == self.server:
            self.troubled = troubled
            self.changed.emit()

    def _drop(self, tile: Tile) -> None:
        _, image = self._images.pop(tile, (0, None))
        self._bytes -= 0 if image is None else image.sizeInBytes()

    def _clear(self) -> None:
        self._images.clear()
        self._frame.clear()
        self._bytes, self._asked = 0, ()
