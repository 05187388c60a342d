"""The lines of the topic map: from who is on several topics to their hubs, from a card to who asks.

Owns how they are drawn. Knows no scene.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from presencemap.ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True)
class Tone:
    """``near``: it is of somebody chosen; ``dim``: of somebody whom the filter leaves out."""

    near: bool
    dim: bool


def paint_edge(painter: QPainter, theme: Theme, curve: Sequence[QPointF], tone: Tone) -> None:
    """A curve (start, controls, end) from a face to the rim of a hub, with a dot where it ends."""
    start, first, second, end = curve
    stroke = theme.colour("accent")
    stroke.setAlphaF(0.12 if tone.dim else 0.95 if tone.near else 0.6)
    path = QPainterPath(start)
    path.cubicTo(first, second, end)
    painter.setPen(QPen(stroke, 2.0 if tone.near else 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(stroke)
    painter.drawEllipse(end, 3.2, 3.2)


def paint_string(painter: QPainter, theme: Theme, string: QLineF) -> None:
    """Dashes from a card to who asks."""
    pen = QPen(theme.colour("struggle"), 1.6)
    pen.setDashPattern([3, 2.4])
    painter.setPen(pen)
    painter.drawLine(string)


def edge_of(box: QRectF, seen_from: QPointF) -> QPointF:
    """Where the edge of a box is on the way from its middle to a point."""
    middle, way = box.center(), seen_from - box.center()
    across = abs(way.x()) / (box.width() / 2)
    down = abs(way.y()) / (box.height() / 2)
    return middle + way / max(across, down, 1.0)
