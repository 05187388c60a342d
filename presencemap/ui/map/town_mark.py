"""The town that somebody looked up: a dot in accent on the ground, where the map went.

Owns the spot, until something else is looked up or it is forgotten. Knows no people, no names.
"""

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from presencemap.ui.map.projection import View
from presencemap.ui.theme.tokens import Theme

_HALO, _DOT = 14.0, 5.0
"""Px from the middle; the town's own name begins beyond the dot."""
_FAINT = 0.2


class TownMark(QObject):
    """Nothing until there is something to ``mark``; ``changed`` asks for a repaint."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spot: tuple[float, float] | None = None
        """Latitude and longitude."""

    def mark(self, lat: float, lon: float) -> None:
        """This spot, degrees."""
        self.spot = lat, lon
        self.changed.emit()

    @Slot()
    def forget(self) -> None:
        """No spot any more."""
        self.spot = None
        self.changed.emit()

    def paint(self, painter: QPainter, theme: Theme, view: View) -> None:
        """Paint it below the plates: where people are in that town, theirs says it."""
        if self.spot is None:
            return
        at = QPointF(*view.to_screen(*self.spot))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        halo = theme.colour("accent")
        halo.setAlphaF(_FAINT)
        painter.setBrush(halo)
        painter.drawEllipse(at, _HALO, _HALO)
        painter.setPen(QPen(theme.colour("mapLand"), 1.5))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(at, _DOT, _DOT)
        painter.restore()
