"""What floats over the map: a raised ground with a shadow, and the zoom buttons on one.

Owns their looks; knows no map.
"""

from PySide6.QtCore import QMargins, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.ui.controls import IconButton, Line
from presencemap.ui.map.layout import Rect
from presencemap.ui.painting.shadow import DROP, SPREAD, paint_floating
from presencemap.ui.theme import Theme, appearance

AIR = SPREAD + DROP
"""Px round the visible ground that belong to the shadow."""


class Floating(QWidget):
    """A raised ground; its layout keeps clear of the shadow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: tuple[object, ...] = ()
        self._sprite = QPixmap()
        appearance().changed.connect(self.update)

    def air(self, inside: int) -> QMargins:
        """The margins of a layout that leaves so many px inside the ground."""
        edge = AIR + inside
        return QMargins(edge, edge, edge, edge)

    def ground(self) -> QRectF:
        """The visible ground, in the widget's px."""
        return QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR)

    def covered(self) -> Rect:
        """The visible ground in the parent's px, to keep plates and labels clear of."""
        body = self.ground().translated(QRectF(self.geometry()).topLeft())
        return Rect(body.x(), body.y(), body.width(), body.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, ground and border."""
        theme = appearance().theme
        scale = self.devicePixelRatioF()
        key = (theme.key, scale, self.width(), self.height())
        # The map under it repaints for every frame of a pan, and this with it.
        if key != self._key:
            self._key, self._sprite = key, self._drawn(theme, scale)
        QPainter(self).drawPixmap(0, 0, self._sprite)

    def _drawn(self, theme: Theme, scale: float) -> QPixmap:
        sprite = QPixmap(self.size() * scale)
        sprite.setDevicePixelRatio(scale)
        sprite.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sprite)
        paint_floating(painter, theme, self.ground(), theme.radius("card"))
        painter.end()
        return sprite


class ZoomButtons(Floating):
    """Closer, farther, everyone, me; ``last`` is where Tab leaves."""

    closer = Signal()
    farther = Signal()
    everyone = Signal()
    me = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Zoom"))
        column = QVBoxLayout(self)
        column.setContentsMargins(self.air(3))
        column.setSpacing(3)
        buttons = (
            ("plus", self.tr("Zoom in"), self._closer),
            ("minus", self.tr("Zoom out"), self._farther),
            ("locate-fixed", self.tr("Show everyone"), self._everyone),
            ("user", self.tr("Show where I am"), self._me),
        )
        for icon, name, act in buttons:
            if column.count():
                column.addWidget(Line())
            self.last = IconButton(icon, name, tone="ink")
            self.last.clicked.connect(act)
            column.addWidget(self.last)

    @Slot()
    def _closer(self) -> None:
        self.closer.emit()

    @Slot()
    def _farther(self) -> None:
        self.farther.emit()

    @Slot()
    def _everyone(self) -> None:
        self.everyone.emit()

    @Slot()
    def _me(self) -> None:
        self.me.emit()
