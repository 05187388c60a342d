"""The reasons of one person side by side, each with its icon: where they stand, and painted.

Knows words and icons, no person and no widget.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from presencemap.ui import assets
from presencemap.ui.ask.reasons import Told
from presencemap.ui.theme import Theme

_ICON: Final = 14
_GAP: Final = 5
_BETWEEN: Final = 16


@dataclass(frozen=True, slots=True)
class Placed:
    """One reason in its box, px; `words` are what fits of it."""

    box: QRect
    told: Told
    words: str


def placed(theme: Theme, reasons: Sequence[Told], width: int) -> tuple[Placed, ...]:
    """Left to right, then down, within so many px; what is wider than that is cut."""
    metrics = theme.typeface("small")[1]
    high, lead = line(theme), theme.px(_ICON) + _GAP
    left, top, found = 0, 0, list[Placed]()
    for told in reasons:
        room, words = max(width, 1), told.words
        wide = lead + int(metrics.horizontalAdvance(words)) + 1
        if wide > room:
            wide = room
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - lead)
        if left and left + wide > width:
            left, top = 0, top + high
        found.append(Placed(QRect(left, top, wide, high), told, words))
        left += wide + _BETWEEN
    return tuple(found)


def line(theme: Theme) -> int:
    """The height of a line of reasons, px."""
    return theme.line("small") + 4


def paint(painter: QPainter, theme: Theme, reasons: Sequence[Placed], corner: QPointF) -> None:
    """Icon and words of each; `corner`: the top left of all."""
    font, metrics = theme.typeface("small")
    painter.setFont(font)
    painter.setPen(theme.colour("ink2"))
    edge = theme.px(_ICON)
    for each in reasons:
        box = each.box.toRectF().translated(corner)
        square = QRectF(box.left(), box.top() + (box.height() - edge) / 2, edge, edge)
        assets.draw_icon(painter, each.told.icon, theme.colour(each.told.tone), square)
        base = box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(box.left() + edge + _GAP, round(base)), each.words)
