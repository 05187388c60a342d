"""The tray's picture: the logo, with my availability cut into its corner.

One icon for light and dark panels, since no desktop says which it has: the gap round the shape is
transparent, and the shapes take the light look's colours, which keep 3:1 on both.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from presencemap.domain.availability import Availability
from presencemap.ui.logo import paint_logo
from presencemap.ui.painting.availability import availability_token, paint_availability
from presencemap.ui.theme import Scheme, theme

SIZES = (16, 20, 22, 24, 32, 44, 48, 64)
"""The edges in which panels ask for it, px."""


def tray_icon(availability: Availability | None, *, paused: bool = False) -> QIcon:
    """The icon in every size; None is offline."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(tray_pixmap(availability, size, paused=paused))
    return made


def tray_pixmap(availability: Availability | None, size: int, *, paused: bool = False) -> QPixmap:
    """One size, in device pixels."""
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    badge = size * 0.5
    gap = max(1.0, size * 0.06)
    # The logo gives way a little, so that the shape stays a shape at 16 px.
    edge = size - badge * 0.18
    paint_logo(painter, QRectF(0, 0, edge, edge))
    centre = QPointF(size - badge / 2, size - badge / 2)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    hole = QRectF(0, 0, badge + 2 * gap, badge + 2 * gap)
    hole.moveCenter(centre)
    if paused or availability is Availability.BUSY:
        painter.drawRoundedRect(hole, gap + 1.5, gap + 1.5)
    else:
        painter.drawEllipse(hole)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if paused:
        _paint_pause(painter, centre, badge)
    else:
        paint_availability(
            painter, theme(Scheme.LIGHT), availability, centre=centre, diameter=badge
        )
    painter.end()
    return drawn


def _paint_pause(painter: QPainter, centre: QPointF, edge: float) -> None:
    """Two bars, in the amber that keeps 3:1 on light and dark panels."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme(Scheme.LIGHT).colour(availability_token(Availability.BUSY)))
    bar = QRectF(0, 0, edge * 0.3, edge * 0.9)
    for step in (-0.24, 0.24):
        bar.moveCenter(centre + QPointF(edge * step, 0))
        painter.drawRoundedRect(bar, edge * 0.06, edge * 0.06)
