"""Availability as a shape and a colour, never as colour alone.

Owns the five shapes at 11 to 18 px, with the ring in the colour of what lies under them.
"""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from presencemap.domain.availability import Availability
from presencemap.ui.theme.tokens import Theme

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate
_TOKENS = {
    Availability.AVAILABLE: "avFree",
    Availability.BUSY: "avBusy",
    Availability.DO_NOT_DISTURB: "avDnd",
    Availability.AWAY: "avAway",
    None: "avOff",
}


def availability_token(availability: Availability | None) -> str:
    """The colour token; None is offline."""
    return _TOKENS[availability]


def availability_word(availability: Availability | None) -> str:
    """The word, as a row, card or menu says it; None is offline."""
    words = {
        Availability.AVAILABLE: translate("Availability", "Available"),
        Availability.BUSY: translate("Availability", "Busy"),
        Availability.DO_NOT_DISTURB: translate("Availability", "Do not disturb"),
        Availability.AWAY: translate("Availability", "Away"),
        None: translate("Availability", "Offline"),
    }
    return words[availability]


def paint_availability(
    painter: QPainter,
    theme: Theme,
    availability: Availability | None,
    *,
    centre: QPointF,
    diameter: float,
    under: QColor | None = None,
) -> None:
    """Paint the shape of `diameter` px round `centre`; `under` adds the 2 px ring outside of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tone = theme.colour(_TOKENS[availability])
    box = QRectF(0, 0, diameter, diameter)
    box.moveCenter(centre)
    painter.setPen(Qt.PenStyle.NoPen)
    square = availability is Availability.BUSY
    # A square of the full diameter looks bigger than a disc of it.
    inset = diameter * 0.06 if square else 0.0
    box = box.adjusted(inset, inset, -inset, -inset)
    if under is not None:
        ring = box.adjusted(-2, -2, 2, 2)
        painter.setBrush(under)
        _shape(painter, ring, 4.0 if square else ring.width() / 2)
    _PAINTERS[availability](painter, theme, tone, box, under)
    painter.restore()


def _shape(painter: QPainter, box: QRectF, radius: float) -> None:
    painter.drawRoundedRect(box, radius, radius)


def _available(p: QPainter, _theme: Theme, tone: QColor, box: QRectF, _u: QColor | None) -> None:
    p.setBrush(tone)
    p.drawEllipse(box)


def _busy(p: QPainter, _theme: Theme, tone: QColor, box: QRectF, _u: QColor | None) -> None:
    p.setBrush(tone)
    _shape(p, box, 2.0)


def _do_not_disturb(
    p: QPainter, theme: Theme, tone: QColor, box: QRectF, _under: QColor | None
) -> None:
    p.setBrush(tone)
    p.drawEllipse(box)
    width = box.width()
    bar = QRectF(0, 0, width * 0.58, max(2.0, width * 0.2))
    bar.moveCenter(box.center())
    p.setBrush(theme.colour("surface"))
    _shape(p, bar, bar.height() / 2)


def _away(p: QPainter, theme: Theme, tone: QColor, box: QRectF, under: QColor | None) -> None:
    line = max(1.5, box.width() * 0.14)
    ring = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    p.setPen(QPen(tone, line))
    p.setBrush(under or theme.colour("surface"))
    p.drawEllipse(ring)
    half = QPainterPath(ring.center())
    half.arcTo(ring, 90, 180)
    half.closeSubpath()
    p.fillPath(half, QBrush(tone))


def _offline(p: QPainter, theme: Theme, tone: QColor, box: QRectF, under: QColor | None) -> None:
    line = max(2.0, box.width() * 0.17)
    p.setPen(QPen(tone, line))
    p.setBrush(under or theme.colour("surface"))
    p.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))


_PAINTERS = {
    Availability.AVAILABLE: _available,
    Availability.BUSY: _busy,
    Availability.DO_NOT_DISTURB: _do_not_disturb,
    Availability.AWAY: _away,
    None: _offline,
}


@lru_cache(maxsize=256)
def _pixmap(
    theme_key: int, availability: Availability | None, size: int, scale: float, gap: int
) -> QPixmap:
    drawn = QPixmap(round((size + gap) * scale), round(size * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    theme = _THEMES[theme_key]
    middle = QPointF(size / 2, size / 2)
    paint_availability(painter, theme, availability, centre=middle, diameter=size - 2.0)
    painter.end()
    return drawn


_THEMES: dict[int, Theme] = {}


def availability_pixmap(
    theme: Theme, availability: Availability | None, size: int, scale: float = 1.0, gap: int = 0
) -> QPixmap:
    """The shape alone, `size` px square with 1 px of air, for a screen of that scale. Cached.

    `gap`: more air at the right, px.
    """
    key = hash(theme.key)
    _THEMES.setdefault(key, theme)
    return _pixmap(key, availability, size, scale, gap)


def availability_icon(
    theme: Theme, availability: Availability | None, size: int = 16, gap: int = 0
) -> QIcon:
    """The shape for menus and combo boxes, with so many px of air at the right."""
    made = QIcon()
    for scale in (1.0, 1.25, 1.5, 1.75, 2.0, 3.0):
        made.addPixmap(availability_pixmap(theme, availability, size, scale, gap))
    return made
