"""Whose data the map is made of: a small line at the bottom right, drawn once for each look."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from presencemap.ui.map.layout import Rect
from presencemap.ui.theme import Theme

TEXT = "Natural Earth · GeoNames"
_AIR = 4.0
_EDGE = 6.0


class Attribution:
    """The line; ``box`` says where it goes, so that names keep clear of it."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._sprite = QPixmap()

    def box(self, theme: Theme, width: float, height: float, taken: Sequence[Rect]) -> Rect:
        """Its px in a map of that size: in the corner, or above what floats there."""
        metrics = QFontMetricsF(theme.font("micro"))
        wide = metrics.horizontalAdvance(TEXT) + 2 * _AIR
        high = metrics.height()
        box = Rect(width - wide - _EDGE, height - high - _EDGE, wide, high)
        for other in taken:
            if box.meets(other):
                box = box._replace(y=other.y - high - _EDGE)
        return box

    def paint(self, painter: QPainter, theme: Theme, box: Rect, scale: float) -> None:
        """Paint it there."""
        if self._key != (theme.key, scale):
            self._key, self._sprite = (theme.key, scale), _drawn(theme, box, scale)
        left, top = round(box.x * scale) / scale, round(box.y * scale) / scale
        painter.drawPixmap(QPointF(left, top), self._sprite)


def _drawn(theme: Theme, box: Rect, scale: float) -> QPixmap:
    sprite = QPixmap(int(box.w * scale) + 1, int(box.h * scale) + 1)
    sprite.setDevicePixelRatio(scale)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sprite)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = theme.font("micro")
    base = QPointF(_AIR, QFontMetricsF(font).ascent())
    outline = QPainterPath()
    outline.addText(base, font, TEXT)
    halo = QPen(theme.colour("mapLand"), 3)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(outline, halo)
    painter.setFont(font)
    painter.setPen(theme.colour("mapLabel"))
    painter.drawText(base, TEXT)
    painter.end()
    return sprite
