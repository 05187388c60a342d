"""How far is far: a bar of a round length beside the attribution.

Owns the choice of the length. Knows the view, no people.
"""

from collections.abc import Sequence
from math import cos, floor, log10, radians
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
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
_LINE = 1.0
_HALO = 1.0
_PAD = 2.0


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
    """``box`` says where it goes: left of the attribution, or above it."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._words = QPixmap()
        self._widths: dict[tuple[object, str], float] = {}

    def box(self, theme: Theme, view: View, line: Rect, taken: Sequence[Rect] = ()) -> Rect:
        """Its px, on the attribution's line; above that where something lies beside it."""
        wide = LONGEST + 2 * _AIR + self._width(theme, rule(view).text)
        beside = Rect(line.x - wide - _GAP, line.y, wide, line.h)
        if beside.x > 0 and not any(beside.meets(other) for other in taken):
            return beside
        return Rect(line.x + line.w - wide, line.y - line.h - _AIR, wide, line.h)

    def paint(self, painter: QPainter, theme: Theme, view: View, box: Rect, scale: float) -> None:
        """Paint it there. While the map zooms the bar changes in each frame, its words seldom."""
        length = rule(view)
        key = (theme.key, scale, length.text)
        if self._key != key:
            self._key, self._words = key, self._written(theme, length.text, box, scale)
        left, top, right, base = (
            round(edge * scale) / scale
            for edge in (
                box.x + box.w - _AIR - length.px,
                box.y,
                box.x + box.w - _AIR,
                box.y + QFontMetricsF(theme.font("micro")).ascent(),
            )
        )
        painter.drawPixmap(QPointF(left - self._width(theme, length.text) - _PAD, top), self._words)
        bar = (
            QRectF(left, base - _TICK, _LINE, _TICK + _LINE),
            QRectF(left, base, right - left, _LINE),
            QRectF(right - _LINE, base - _TICK, _LINE, _TICK + _LINE),
        )
        for part in bar:
            painter.fillRect(part.adjusted(-_HALO, -_HALO, _HALO, _HALO), theme.colour("mapLand"))
        for part in bar:
            painter.fillRect(part, theme.colour("mapLabel"))

    def _width(self, theme: Theme, text: str) -> float:
        key = (theme.key, text)
        if key not in self._widths:
            metrics = QFontMetricsF(theme.font("micro"))
            self._widths[key] = round(metrics.horizontalAdvance(text)) + 6
        return self._widths[key]

    def _written(self, theme: Theme, text: str, box: Rect, scale: float) -> QPixmap:
        """The words in their halo; _PAD px of air at the left."""
        wide = self._width(theme, text) + 2 * _PAD
        sprite = QPixmap(int(wide * scale) + 1, int(box.h * scale) + 1)
        sprite.setDevicePixelRatio(scale)
        sprite.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sprite)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("micro")
        words = QPainterPath()
        words.addText(_PAD, QFontMetricsF(font).ascent(), font, text)
        halo = QPen(theme.colour("mapLand"), 3)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(words, halo)
        painter.fillPath(words, theme.colour("mapLabel"))
        painter.end()
        return sprite
