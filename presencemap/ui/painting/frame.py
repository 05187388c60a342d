"""A frame: a rounded ground in a line, as fields, cards and keys have it.

Knows a rectangle and a theme.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from presencemap.ui.theme.tokens import Theme


def paint_frame(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    radius: float,
    *,
    edge: str = "border",
    ground: str = "surface",
    width: int = 1,
) -> None:
    """Within the box; ``edge`` and ``ground`` are colour tokens, ``width`` px of the line."""
    half = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(edge), width))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
