"""What floats: a raised, rounded, bordered surface and its soft shadow, without a filter.

Knows a rectangle and a theme, nothing of what casts the shadow.
"""

import math
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from presencemap.ui.theme.tokens import Theme

SPREAD = 6
"""Px that a shadow reaches beyond its body, where nothing else is said."""
DROP = 2
"""Px that it lies lower."""
_PATCHES = 16
_patches: dict[Hashable, QPixmap] = {}


def paint_shadow(painter: QPainter, theme: Theme, body: QRectF, radius: float) -> None:
    """The shadow of a rounded body; fill over it.

    To whole pixels of the screen: it is soft, and stretched from one drawn before.
    """
    scale = _scale(painter)
    edges = (body.left(), body.top(), body.right(), body.bottom())
    left, top, right, bottom = (round(edge * scale) / scale for edge in edges)
    kind = _Kind("shadow", theme, radius, SPREAD + DROP, scale)
    _stretch(
        painter,
        kind,
        QRectF(left, top, right - left, bottom - top),
        lambda inner, box: _draw_shadow(inner, theme, box, radius, SPREAD),
    )


def paint_floating(
    painter: QPainter, theme: Theme, box: QRectF, radius: float, *, spread: int = SPREAD
) -> None:
    """The surface of a card or popover with its shadow; stretched from one drawn before."""
    scale = _scale(painter)
    edges = (box.left(), box.top(), box.right(), box.bottom())
    if not all((edge * scale).is_integer() for edge in edges):
        # Between device pixels the parts would not meet.
        _draw_floating(painter, theme, box, radius, spread)
        return
    kind = _Kind("floating", theme, radius, spread + DROP, scale)
    _stretch(
        painter,
        kind,
        box,
        lambda inner, body: _draw_floating(inner, theme, body, radius, spread),
    )


def _draw_shadow(painter: QPainter, theme: Theme, body: QRectF, radius: float, spread: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
        box = body.adjusted(-step, -step + DROP, step, step + DROP)
        painter.drawRoundedRect(box, radius + step, radius + step)
    painter.restore()


def _draw_floating(
    painter: QPainter, theme: Theme, box: QRectF, radius: float, spread: int
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = box.adjusted(0.5, 0.5, -0.5, -0.5)
    _draw_shadow(painter, theme, body, radius, spread)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(body, radius, radius)
    painter.restore()


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a patch shows; `out`: px that it reaches beyond the body."""

    what: str
    theme: Theme
    radius: float
    out: int
    scale: float

    @property
    def corner(self) -> int:
        """Device pixels of a corner that must not be stretched."""
        return math.ceil((self.out + self.radius + 2) * self.scale)

    @property
    def key(self) -> Hashable:
        return self.what, self.theme.key, self.radius, self.out, self.scale


def _scale(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0


def _stretch(
    painter: QPainter, kind: _Kind, body: QRectF, draw: Callable[[QPainter, QRectF], None]
) -> None:
    """Paint a patch round a body that lies on device pixels."""
    whole = body.adjusted(-kind.out, -kind.out, kind.out, kind.out)
    corner, scale = kind.corner, kind.scale
    if min(whole.width(), whole.height()) * scale < 2 * corner:
        # Too small to be cut: it has a patch of its own.
        patch = _patch(kind, whole.width() * scale, whole.height() * scale, draw)
        painter.drawPixmap(whole.topLeft(), patch)
        return
    edge = 2 * corner + math.ceil(2 * scale)
    patch, inner = _patch(kind, edge, edge, draw), edge - 2 * corner
    side = corner / scale
    left, top, right, bottom = whole.left(), whole.top(), whole.right(), whole.bottom()
    across = ((left, side), (left + side, right - left - 2 * side), (right - side, side))
    down = ((top, side), (top + side, bottom - top - 2 * side), (bottom - side, side))
    cuts = ((0, corner), (corner, inner), (corner + inner, corner))
    painter.save()
    # What is stretched is the same all along: smoothed it would take as long as drawing.
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for (x, width), (cut_x, cut_width) in zip(across, cuts, strict=True):
        for (y, height), (cut_y, cut_height) in zip(down, cuts, strict=True):
            source = QRectF(cut_x, cut_y, cut_width, cut_height)
            painter.drawPixmap(QRectF(x, y, width, height), patch, source)
    painter.restore()


def _patch(
    kind: _Kind, width: float, height: float, draw: Callable[[QPainter, QRectF], None]
) -> QPixmap:
    """One of so many device pixels."""
    key = (kind.key, width, height)
    found = _patches.get(key)
    if found is None:
        found = QPixmap(round(width), round(height))
        found.setDevicePixelRatio(kind.scale)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        body = QRectF(0, 0, width / kind.scale, height / kind.scale)
        draw(painter, body.adjusted(kind.out, kind.out, -kind.out, -kind.out))
        painter.end()
        _patches[key] = found
        while len(_patches) > _PATCHES:
            del _patches[next(iter(_patches))]
    return found
