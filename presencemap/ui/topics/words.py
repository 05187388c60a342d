"""The words of a hub: its name, and under it how many people; so large that they fit into it.

Owns their fonts, lines and size. A job's name may take two lines, as its shape is a box. What is
still too long is elided; the whole of it is said by the tooltip and to screen readers.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
)

from presencemap.ui import assets
from presencemap.ui.painting.breaking import broken
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics import phrases
from presencemap.ui.topics.scene import BOX, Hub

_SMALLEST: Final = 11.0
_LONGEST: Final = 168.0
"""Px of a name that stands in no shape."""
_AIR: Final = 3.0
"""Px between words and rim at least."""
_AIR_OF_BOX: Final = 8.0
"""The same of a job, before its name takes another line."""
_OVER: Final = 8.0
"""Px that a topic's smallest letters may stand over the rim, rather than be elided."""
_STEP: Final = 2.0
"""Px: shapes that differ by less have the same words."""
_SIGN: Final = 18.0
_KEPT: Final = 2_000
_LINES: Final = 2
_LEADING: Final = 1.2
_ASKED: Final = ("life-buoy", "struggle")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a hub, and its size in px; ``sign``: an icon and its colour before ``count``.

    ``big`` and ``small``: px of the letters.
    """

    lines: tuple[str, ...]
    count: str
    sign: tuple[str, str] | None
    big: int
    small: int
    width: float
    height: float


class HubWords:
    """Of hubs in one look: each is measured once for a size, as measuring is slow."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[tuple[object, ...], Words] = {}

    def of(self, hub: Hub, zoom: float) -> Words:
        """Those of a hub at a zoom."""
        scale = self._theme.text_scale
        large = 12.5 if hub.is_label else 13.5 + 4.0 * (hub.radius - 54) / 38
        big = round(max(_SMALLEST, large * min(1.15, max(zoom, 0.8))) * scale)
        edge = 0.0 if hub.is_label else round(hub.radius * zoom / _STEP) * _STEP
        key = (hub.title, hub.count, hub.questions > 0, hub.job, edge, big)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            found = self._known[key] = self._fitted(hub, edge, big)
        return found

    def draw(self, painter: QPainter, words: Words, *, label: bool, dim: bool) -> None:
        """At the upper left corner; on the ground of a hub, or a ``label``'s."""
        ground = "bg" if label else "accentSoft"
        big, small = self._fonts(words.big, words.small)
        metrics, few = QFontMetricsF(big), QFontMetricsF(small)
        painter.setOpacity(0.4 if dim else 1.0)
        for number, text in enumerate(words.lines):
            base = words.big * (0.68 + _LEADING * number) + metrics.capHeight() / 2
            left = (words.width - metrics.horizontalAdvance(text)) / 2
            self._haloed(painter, big, text, QPointF(left, base), (ground, "accent"))
        if not (words.count or words.sign):
            return
        wide = few.horizontalAdvance(words.count) + (_SIGN if words.sign else 0)
        left, middle = (words.width - wide) / 2, words.height - words.small * 0.78
        if words.sign:
            icon, tone = words.sign
            box = QRectF(left, middle - 7, 14, 14)
            assets.draw_icon(painter, icon, self._theme.colour(tone), box)
            left += _SIGN
        at = QPointF(left, middle + few.capHeight() / 2)
        self._haloed(painter, small, words.count, at, (ground, "ink2"))

    def _fitted(self, hub: Hub, edge: float, big: int) -> Words:
        """The largest that fit; the smallest, elided, where none does."""
        smallest = min(big, round(_SMALLEST * self._theme.text_scale))
        for size in range(big, smallest, -1):
            lines, fits = self._lines(hub, edge, size, -_AIR_OF_BOX if hub.job else -_AIR)
            if fits:
                return self._made(hub, edge, lines, size)
        lines, _ = self._lines(hub, edge, smallest, -_AIR if hub.job else _OVER)
        return self._made(hub, edge, lines, smallest)

    def _lines(self, hub: Hub, edge: float, size: int, over: float) -> tuple[tuple[str, ...], bool]:
        """A name in letters of a size, and whether it is whole; ``over``: px past the rim."""
        font = self._theme.face(size, 700)
        metrics = QFontMetricsF(font)
        room = _LONGEST * self._theme.text_scale
        if edge:
            half = edge * BOX[0] if hub.job else sqrt(max(1.0, edge * edge - size * size))
            room = min(room, 2 * half + 2 * over)
        lines = broken(font, hub.title, room, _LINES if hub.job and edge else 1)
        whole = " ".join(lines) == hub.title
        return lines, whole and all(metrics.horizontalAdvance(each) <= room for each in lines)

    def _made(self, hub: Hub, edge: float, lines: tuple[str, ...], size: int) -> Words:
        little = round(max(_SMALLEST, size * 0.78))
        count = "" if hub.is_label and not hub.job else phrases.people(hub.count)
        sign = ("briefcase", "ink2") if hub.job else _ASKED if hub.questions else None
        big, small = map(QFontMetricsF, self._fonts(size, little))
        below = small.horizontalAdvance(count) + (_SIGN if sign else 0)
        if edge and below > 2 * edge * (BOX[0] if hub.job else 1) - 2 * _AIR:
            # The number alone: what it counts is said to screen readers, and at the pointer.
            count = QLocale().toString(hub.count)
            below = small.horizontalAdvance(count) + (_SIGN if sign else 0)
        wide = max(below, *(big.horizontalAdvance(each) for each in lines)) + 6
        high = size * (1.35 + _LEADING * (len(lines) - 1))
        high += little * 1.4 if count or sign else 0.0
        return Words(lines, count, sign, size, little, wide, high)

    def _fonts(self, big: int, small: int) -> tuple[QFont, QFont]:
        return self._theme.face(big, 700), self._theme.face(small, 450)

    def _haloed(
        self, painter: QPainter, font: QFont, text: str, at: QPointF, look: tuple[str, str]
    ) -> None:
        """On a rim of its ground: lines and faces may lie under it."""
        ground, tone = look
        path = QPainterPath()
        path.addText(at, font, text)
        rim = QPen(self._theme.colour(ground), 3, j=Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, rim)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        painter.drawText(at, text)
