"""Faces: initials on one of eight tints, or a picture, with the availability at the lower right.

Owns the tint of a person, the initials' type and the pixmap cache. Knows no widget and no roster.
"""

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPixmap

from presencemap.domain.availability import Availability
from presencemap.ui.painting.availability import paint_availability
from presencemap.ui.theme.tokens import Theme

_STALE_OPACITY = 0.55
_CACHE_SIZE = 2000
_cache: OrderedDict[Hashable, QPixmap] = OrderedDict()


def tint_index(person: str) -> int:
    """Which of the tints a person has: the same on every computer. Ids are hex strings."""
    try:
        return int(person[:8], 16)
    except ValueError:
        return sum(person.encode())


def badge_size(size: float) -> float:
    """The diameter of the availability on a face of that size, px."""
    if size >= 60:
        return 18.0
    return 13.0 if size >= 34 else 11.0


def avatar(
    theme: Theme,
    person: str,
    initials: str,
    size: int,
    scale: float = 1.0,
    *,
    stale: bool = False,
    picture: QImage | None = None,
) -> QPixmap:
    """A round face of `size` px for a screen of that scale. Cached: don't draw on it."""
    mark = picture.cacheKey() if picture is not None else 0
    key = (person, initials, size, scale, stale, mark, theme.key)
    found = _cache.get(key)
    if found is not None:
        _cache.move_to_end(key)
        return found
    drawn = _draw(theme, person, initials, size, scale, stale=stale, picture=picture)
    _cache[key] = drawn
    if len(_cache) > _CACHE_SIZE:
        _cache.popitem(last=False)
    return drawn


def _draw(
    theme: Theme,
    person: str,
    initials: str,
    size: int,
    scale: float,
    *,
    stale: bool,
    picture: QImage | None,
) -> QPixmap:
    edge = round(size * scale)
    drawn = QPixmap(edge, edge)
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
        | QPainter.RenderHint.TextAntialiasing
    )
    circle = QRectF(0, 0, size, size)
    disc = QPainterPath()
    disc.addEllipse(circle)
    if picture is not None:
        shown = picture.convertToFormat(QImage.Format.Format_Grayscale8) if stale else picture
        painter.setOpacity(_STALE_OPACITY if stale else 1.0)
        painter.setClipPath(disc)
        painter.drawImage(circle, shown)
    else:
        ground, letters = theme.tint(tint_index(person))
        if stale:
            # Grey at 55 % would leave letters that nobody can read; these keep 4:1.
            ground = theme.colour("border" if theme.is_dark else "sunken")
            letters = theme.colour("ink3")
        painter.fillPath(disc, ground)
        painter.setPen(letters)
        _write(painter, theme, initials, size)
    painter.end()
    return drawn


def _write(painter: QPainter, theme: Theme, initials: str, size: int) -> None:
    """Centre the ink of the letters, not their line box: initials have no descenders."""
    share = 0.36 if len(initials) > 1 else 0.44
    font = theme.face(max(9.0, size * share), 650 if size >= 30 else 700)
    font.setLetterSpacing(font.SpacingType.PercentageSpacing, 101.0 if size < 40 else 99.0)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    left = (size - metrics.horizontalAdvance(initials)) / 2
    base = (size + metrics.capHeight()) / 2
    painter.drawText(QPointF(left, base), initials)


def paint_face(
    painter: QPainter,
    theme: Theme,
    person: str,
    initials: str,
    *,
    corner: QPointF,
    size: int,
    availability: Availability | None,
    under: QColor,
    stale: bool = False,
    badge: bool = True,
    picture: QImage | None = None,
) -> None:
    """A face with its availability; `corner` is its top left, `under` the colour it lies on.

    Without `badge` it is of a day that isn't now, of which nobody knows an availability.
    """
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    face = avatar(theme, person, initials, size, scale, stale=stale, picture=picture)
    painter.drawPixmap(corner, face)
    if not badge:
        return
    edge = badge_size(size)
    # The badge sits on the rim at lower right, a little outside, as on the mock-ups.
    centre = corner + QPointF(size - edge / 2 + 2, size - edge / 2 + 2)
    if size >= 60:
        centre = corner + QPointF(size - edge / 2 + 4, size - edge / 2 + 4)
    paint_availability(painter, theme, availability, centre=centre, diameter=edge - 2, under=under)


def paint_planned_rim(painter: QPainter, theme: Theme, corner: QPointF, size: int) -> None:
    """Dashes round a face: planned, not now."""
    painter.setPen(dashes(theme))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(corner.x(), corner.y(), size, size).adjusted(-2, -2, 2, 2))


def dashes(theme: Theme, width: float = 1.5) -> QPen:
    """The line of what is planned, round a face or a plate."""
    pen = QPen(theme.colour("accent"), width)
    pen.setDashPattern([4 / width, 3 / width])
    return pen
