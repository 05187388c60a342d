"""The anatomy of a bubble: a number in a disc, gauge over the top, faces at its foot, name below.

Pure geometry and some strokes. Knows no person and no cache.
"""

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from presencemap.ui.theme.tokens import Theme

SHOWN = 3
"""Faces; all are in the number."""
DISC = 44.0
_ROOM = 24.0
"""Px that a number may be wide, clear of the gauge on either side."""
_LEAST = 11
"""Px: nothing is written smaller."""
FACE = 20
_RING = 2
_APART = 56.0
"""Degrees from face to face along the rim: their rings overlap, initials stay whole."""
_AROUND = 188.0
"""Degrees of the gauge: what the faces leave free of the rim."""
_GAUGE = 4.0
_INSIDE = 4.0
_HALF = FACE / 2 + _RING
WIDTH = 2 * (DISC / 2 * sin(radians(_APART)) + _HALF)
HEIGHT = DISC + _HALF


def disc(body: QRectF) -> QRectF:
    """The disc in the room of a bubble, its middle on the exact point."""
    return QRectF(body.center().x() - DISC / 2, body.y(), DISC, DISC)


def middle(disc: QRectF) -> float:
    """Where the number's middle is: a little up, away from the faces."""
    return disc.center().y() - 2


def paint_number(painter: QPainter, theme: Theme, disc: QRectF, number: str) -> None:
    """How many they are; of more digits, smaller ones, the same size for all of so many."""
    font, metrics = theme.typeface("strong")
    wide = metrics.horizontalAdvance("0" * len(number))
    if wide > _ROOM:
        font = theme.face(max(_LEAST, int(font.pixelSize() * _ROOM / wide)), font.weight())
        metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    left = disc.center().x() - metrics.horizontalAdvance(number) / 2
    painter.drawText(QPointF(left, middle(disc) + metrics.capHeight() / 2), number)


def seats(disc: QRectF) -> list[QRectF]:
    """The faces along the lower rim, the foremost in the middle and above the others."""
    radius = disc.width() / 2
    boxes = []
    for angle in (0.0, -_APART, _APART):
        turn = radians(angle)
        centre = disc.center() + QPointF(radius * sin(turn), radius * cos(turn))
        boxes.append(QRectF(centre.x() - FACE / 2, centre.y() - FACE / 2, FACE, FACE))
    return boxes


def paint_gauge(painter: QPainter, theme: Theme, disc: QRectF, share: float) -> None:
    """The share that is available, from the left over the top to the right."""
    ring = disc.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
    start = 90.0 + _AROUND / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, part in (("border", 1.0), ("avFree", share)):
        painter.setPen(QPen(theme.colour(tone), _GAUGE, c=Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, round(start * 16), -round(part * _AROUND * 16))


def paint_name(painter: QPainter, theme: Theme, name: str, middle: float, top: float) -> None:
    """The words under it, on the ground: with a halo."""
    font, metrics = theme.typeface("micro")
    at = QPointF(middle - metrics.horizontalAdvance(name) / 2, top + metrics.ascent())
    path = QPainterPath()
    path.addText(at, font, name)
    painter.strokePath(path, QPen(theme.colour("mapLand"), 3, j=Qt.PenJoinStyle.RoundJoin))
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    painter.drawText(at, name)
