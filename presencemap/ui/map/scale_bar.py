"""How far is far: a bar of a round length beside the attribution, drawn once for each length.

Owns the choice of the length. Knows the view, no people.
"""

from math import cos, floor, log10, radians
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import WORLD, View
from presencemap.ui.theme import Theme

LONGEST = 96.0
"""Px."""
_EQUATOR_M = 40_075_017.0
_GAP = 14.0
_AIR = 4.0
_TICK = 4.0


class Rule(NamedTuple):
    """A round length in words, and how many px it is."""

    text: str
    px: float


def rule(view: View) -> Rule:
    """The longest of 1, 2 and 5 times a power of ten that fits, in the middle of the view."""
    per_px = _EQUATOR_M * cos(radians(view.center_lat)) / (WORLD * 2.0**view.zoom)
    most = per_px * LONGEST
    power = 10.0 ** floor(log10(most))
    metres = next(step * power for step in (5, 2, 1) if step * power <= most)
    text = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    return Rule(text, metres / per_px)


class ScaleBar:
    """``box`` says where it goes, left of the attribution."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._sprite = QPixmap()

    def box(self, theme: Theme, view: View, line: Rect) -> Rect:
        """Its px, on the attribution's line."""
        wide = LONGEST + 2 * _AIR + self._words(theme, rule(view).text)
        return Rect(line.x - wide - _GAP, line.y, wide, line.h)

    def paint(self, painter: QPainter, theme: Theme, view: View, box: Rect, scale: float) -> None:
        """Paint it there."""
        length = rule(view)
        key = (theme.key, scale, length.text, round(length.px * scale))
        if self._key != key:
            self._key, self._sprite = key, self._drawn(theme, length, box, scale)
        left, top = round(box.x * scale) / scale, round(box.y * scale) / scale
        painter.drawPixmap(QPointF(left, top), self._sprite)

    @staticmethod
    def _words(theme: Theme, text: str) -> float:
        return QFontMetricsF(theme.font("micro")).horizontalAdvance(text) + 6

    def _drawn(self, theme: Theme, length: Rule, box: Rect, scale: float) -> QPixmap:
        sprite = QPixmap(int(box.w * scale) + 1, int(box.h * scale) + 1)
        sprite.setDevicePixelRatio(scale)
        sprite.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sprite)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("micro")
        metrics = QFontMetricsF(font)
        right, base = box.w - _AIR, metrics.ascent()
        words = QPainterPath()
        words.addText(right - length.px - self._words(theme, length.text), base, font, length.text)
        bar = QPainterPath(QPointF(right - length.px, base - _TICK))
        for x, y in ((right - length.px, base), (right, base), (right, base - _TICK)):
            bar.lineTo(x, y)
        halo = QPen(theme.colour("mapLand"), 3)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(words, halo)
        painter.strokePath(bar, QPen(theme.colour("mapLand"), 4))
        painter.strokePath(bar, QPen(theme.colour("mapLabel"), 1.25))
        painter.fillPath(words, theme.colour("mapLabel"))
        painter.end()
        return sprite
