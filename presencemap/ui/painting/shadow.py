"""What floats: a raised, rounded, bordered surface and its soft shadow, without a filter.

Knows a rectangle and a theme, nothing of what casts the shadow.
"""

import math
from collections.abc import Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from presencemap.ui.theme.tokens import Theme

SPREAD = 6
"""Px that a shadow reaches beyond its body, where nothing else is said."""
DROP = 2
"""Px that it lies lower."""
_PATCHES = 16
_patches: dict[Hashable, QPixmap] = {}


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
    """The surface of a card or popover with its shadow; stretched from one drawn before."""
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    out = spread + DROP
    edges = (box.left() - out, box.top() - out, box.right() + out, box.bottom() + out)
    corner = math.ceil((out + radius + 2) * scale) / scale
    whole = all((edge * scale).is_integer() for edge in edges)
    if not whole or min(box.width(), box.height()) + 2 * out < 2 * corner:
        # Between device pixels the parts would not meet.
        _draw_floating(painter, theme, box, radius, spread)
        return
    patch = _patch(theme, radius, spread, scale)
    left, top, right, bottom = edges
    across = ((left, corner), (left + corner, right - left - 2 * corner), (right - corner, corner))
    down = ((top, corner), (top + corner, bottom - top - 2 * corner), (bottom - corner, corner))
    size = round(corner * scale)
    inner = patch.width() - 2 * size
    cuts = ((0, size), (size, inner), (size + inner, size))
    for (x, width), (cut_x, cut_width) in zip(across, cuts, strict=True):
        for (y, height), (cut_y, cut_height) in zip(down, cuts, strict=True):
            source = QRectF(cut_x, cut_y, cut_width, cut_height)
            painter.drawPixmap(QRectF(x, y, width, height), patch, source)


def _draw_floating(
    painter: QPainter, theme: Theme, box: QRectF, radius: float, spread: int
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = box.adjusted(0.5, 0.5, -0.5, -0.5)
    paint_shadow(painter, theme, body, radius, spread=spread)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(body, radius, radius)
    painter.restore()


def _patch(theme: Theme, radius: float, spread: int, scale: float) -> QPixmap:
    """The smallest one of its kind, with a middle that can be stretched."""
    key = (theme.key, radius, spread, scale)
    found = _patches.get(key)
    if found is None:
        out = spread + DROP
        corner = math.ceil((out + radius + 2) * scale)
        edge = 2 * corner + math.ceil(2 * scale)
        found = QPixmap(edge, edge)
        found.setDevicePixelRatio(scale)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        body = QRectF(0, 0, edge / scale, edge / scale).adjusted(out, out, -out, -out)
        _draw_floating(painter, theme, body, radius, spread)
        painter.end()
        _patches[key] = found
        while len(_patches) > _PATCHES:
            del _patches[next(iter(_patches))]
    return found
