"""Names drawn once: text with its halo, and the dot of a town, as pixmaps.

For the GUI thread only: text and pixmaps don't belong in workers. Knows nothing of where they go.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from presencemap.ui.map.cartography import MapColours
from presencemap.ui.theme.tokens import Theme

HALO = 3.0
"""Width of the halo's stroke; half of it is beside the letters."""
PAD = 3
DOT_RADIUS = 2.5


class LabelKind(StrEnum):
    """What is named; it decides the looks."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    SEA = "sea"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    weight: int
    spacing: float = 0.0
    italic: bool = False
    capitals: bool = False
    opacity: float = 1.0


_STYLES = {
    LabelKind.CITY: _Style(13, 500),
    LabelKind.TOWN: _Style(12, 400),
    LabelKind.VILLAGE: _Style(11, 400),
    LabelKind.SEA: _Style(12, 400, spacing=1.6, italic=True),
    LabelKind.COUNTRY: _Style(13, 600, spacing=3.5, capitals=True, opacity=0.72),
}


class LabelSprites:
    """The sprites of one look."""

    def __init__(self, theme: Theme) -> None:
        self._colours = MapColours.of(theme)
        self._fonts = {kind: _font(theme, style) for kind, style in _STYLES.items()}
        self._metrics = {kind: QFontMetricsF(font) for kind, font in self._fonts.items()}
        self._sizes: dict[tuple[str, LabelKind], tuple[float, float]] = {}
        self._pixmaps: dict[tuple[str, LabelKind, float], QPixmap] = {}
        self._dots: dict[float, QPixmap] = {}

    def size(self, text: str, kind: LabelKind) -> tuple[float, float]:
        """Width and height of the letters, without the halo; pixels."""
        found = self._sizes.get((text, kind))
        if found is None:
            metrics = self._metrics[kind]
            width = metrics.horizontalAdvance(_written(text, kind)) - _STYLES[kind].spacing
            found = float(ceil(width)), float(ceil(metrics.ascent() + metrics.descent()))
            self._sizes[text, kind] = found
        return found

    def text(self, text: str, kind: LabelKind, ratio: float) -> QPixmap:
        """The name, PAD pixels wider than its `size` on every side."""
        key = (text, kind, ratio)
        if key not in self._pixmaps:
            if len(self._pixmaps) > 2000:
                self._pixmaps.clear()
            self._pixmaps[key] = self._drawn(text, kind, ratio)
        return self._pixmaps[key]

    def has(self, text: str, kind: LabelKind, ratio: float) -> bool:
        """Whether the name is drawn already."""
        return (text, kind, ratio) in self._pixmaps

    def dot(self, ratio: float) -> QPixmap:
        """The dot of a town, its centre in the middle."""
        if ratio not in self._dots:
            side = 2 * (DOT_RADIUS + PAD)
            pixmap = _blank(QSizeF(side, side), ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colours.land, 1.5))
            painter.setBrush(self._colours.label)
            middle = QPointF(side / 2, side / 2)
            painter.drawEllipse(middle, DOT_RADIUS + 0.5, DOT_RADIUS + 0.5)
            painter.end()
            self._dots[ratio] = pixmap
        return self._dots[ratio]

    def _drawn(self, text: str, kind: LabelKind, ratio: float) -> QPixmap:
        style, font = _STYLES[kind], self._fonts[kind]
        width, height = self.size(text, kind)
        pixmap = _blank(QSizeF(width + 2 * PAD, height + 2 * PAD), ratio)
        baseline = QPointF(PAD, PAD + round(self._metrics[kind].ascent()))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        written = _written(text, kind)
        if kind is not LabelKind.SEA:
            path = QPainterPath()
            path.addText(baseline, font, written)
            halo = QPen(self._colours.land, HALO)
            halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, halo)
        colour = self._colours.water_label if kind is LabelKind.SEA else self._colours.label
        ink = QColor(colour)
        ink.setAlphaF(style.opacity)
        painter.setPen(ink)
        painter.drawText(baseline, written)
        painter.end()
        return pixmap


def _font(theme: Theme, style: _Style) -> QFont:
    font = theme.face(style.size * theme.text_scale, style.weight)
    font.setItalic(style.italic)
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing)
    return font


def _written(text: str, kind: LabelKind) -> str:
    return text.upper() if _STYLES[kind].capitals else text


def _blank(size: QSizeF, ratio: float) -> QPixmap:
    pixmap = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
