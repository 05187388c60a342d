"""The soft shadow under plates, bubbles and docks: 2 px down, 6 px wide, without a blur filter.

Drawn into cached sprites only, so its cost is paid once for each of them.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from presencemap.ui.theme.tokens import Theme

SPREAD = 6
DOWN = 2


def paint_shadow(painter: QPainter, theme: Theme, body: QRectF, radius: float) -> None:
    """Paint the shadow of a rounded body, whose own fill comes over it."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    colour = theme.colour("shadow")
    # Layers that add up to the token's strength at the edge and fade out quadratically.
    left = 1.0 - colour.alphaF()
    before = 1.0
    for step in range(SPREAD, -1, -1):
        share = (1 - step / (SPREAD + 1)) ** 2
        wanted = 1.0 - (1.0 - left) * share
        layer = QColor(colour)
        layer.setAlphaF(max(0.0, 1.0 - wanted / before))
        before = wanted
        box = body.adjusted(-step, -step + DOWN, step, step + DOWN)
        painter.setBrush(layer)
        painter.drawRoundedRect(box, radius + step, radius + step)
    painter.restore()
