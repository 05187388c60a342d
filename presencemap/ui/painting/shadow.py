"""What floats: a raised, rounded, bordered surface and its soft shadow, without a filter.

Knows a rectangle and a theme, nothing of what casts the shadow.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from presencemap.ui.theme.tokens import Theme

SPREAD = 6
"""Px that a shadow reaches beyond its body, where nothing else is said."""
DROP = 2
"""Px that it lies lower."""


def paint_shadow(
    painter: QPainter,
    theme: Theme,
    body: QRectF,
    radius: float,
    *,
    spread: int = SPREAD,
    drop: int = DROP,
) -> None:
    """Paint the shadow of a rounded body, `spread` px wide, `drop` px down; fill over it."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    tone = theme.colour("shadow")
    # Layers that add up to the token's strength at the edge and fade out quadratically.
    seen, before = 1.0 - tone.alphaF(), 1.0
    for step in range(spread, -1, -1):
        wanted = 1.0 - (1.0 - seen) * (1 - step / (spread + 1)) ** 2
        layer = QColor(tone)
        layer.setAlphaF(max(0.0, 1.0 - wanted / before))
        before = wanted
        painter.setBrush(layer)
        box = body.adjusted(-step, -step + drop, step, step + drop)
        painter.drawRoundedRect(box, radius + step, radius + step)
    painter.restore()


def paint_floating(
    painter: QPainter, theme: Theme, box: QRectF, radius: float, *, spread: int = SPREAD
) -> None:
    """The surface of a card or popover with its shadow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = box.adjusted(0.5, 0.5, -0.5, -0.5)
    paint_shadow(painter, theme, body, radius, spread=spread)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(body, radius, radius)
    painter.restore()
