"""Whose data the map is made of: a small line at the bottom right, drawn once for each look."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from presencemap.ui.map.layout import Rect
from presencemap.ui.theme import Theme

OWN = "Natural Earth · GeoNames"
"""Whose the vector map and the names are."""
_AIR = 4.0
_EDGE = 6.0


class Attribution:
    """The line; ``box`` says where it goes, so that names keep clear of it."""

    def __init__(self) -> None:
        self._words = self._text = OWN
        self._key: tuple[object, ...] = ()
        self._sprite = QPixmap()
        self._size: tuple[object, float, float] = (None, 0.0, 0.0)

    def say(self, words: str) -> None:
        """What it says from now on."""
        self._words = words

    def box(
        self,
        theme: Theme,
        width: float,
        height: float,
        taken: Sequence[Rect],
        *,
        beside: float = 0.0,
    ) -> Rect:
        """Its px in a map of that size: in the corner, or above what floats there.

        ``beside``: px at the right that a card may cover; left of them, where it has room.
        """
        key = theme.key, self._words, width
        if self._size[0] != key:
            metrics = QFontMetricsF(theme.font("micro"))
            room = width - 2 * (_EDGE + _AIR)
            self._text = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
            wide = metrics.horizontalAdvance(self._text) + 2 * _AIR
            self._size = key, wide, metrics.height()
        _, wide, high = self._size
        left = width - wide - _EDGE
        box = Rect(left - beside if left > beside else left, height - high - _EDGE, wide, high)
        for other in taken:
            if box.meets(other):
                box = box._replace(y=other.y - high - _EDGE)
        return box

    def paint(
        self, painter: QPainter, theme: Theme, box: Rect, scale: float, *, over: bool
    ) -> None:
        """Paint it there; ``over`` somebody's plate it has a ground of its own."""
        key = (theme.key, scale, self._text, over)
        if self._key != key:
            self._key, self._sprite = key, _drawn(theme, self._text, box, scale, over=over)
        left, top = round(box.x * scale) / scale, round(box.y * scale) / scale
        painter.drawPixmap(QPointF(left, top), self._sprite)


def _drawn(theme: Theme, text: str, box: Rect, scale: float, *, over: bool) -> QPixmap:
    sprite = QPixmap(int(box.w * scale) + 1, int(box.h * scale) + 1)
    sprite.setDevicePixelRatio(scale)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sprite)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if over:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("mapLand"))
        painter.drawRoundedRect(QRectF(0, 0, box.w, box.h), _AIR, _AIR)
    font = theme.font("micro")
    base = QPointF(_AIR, QFontMetricsF(font).ascent())
    outline = QPainterPath()
    outline.addText(base, font, text)
    halo = QPen(theme.colour("mapLand"), 3)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(outline, halo)
    painter.setFont(font)
    painter.setPen(theme.colour("mapLabel"))
    painter.drawText(base, text)
    painter.end()
    return sprite
