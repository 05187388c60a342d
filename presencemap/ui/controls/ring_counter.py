"""The ring that counts 140 characters down: accent, warn under 20, danger at 0."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from presencemap.domain.status import MAX_TEXT
from presencemap.ui.theme.appearance import appearance

_RING = 18
_WARN = 20
_ANNOUNCED = (20, 10, 0)


class RingCounter(QWidget):
    """Ring and words ("76 left"); the text may grow beyond the limit."""

    announced = Signal(str)

    def __init__(self, limit: int = MAX_TEXT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._used = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.words())
        appearance().changed.connect(self._fit)

    @property
    def left(self) -> int:
        """Characters left; negative beyond the limit."""
        return self._limit - self._used

    @property
    def tone(self) -> str:
        """The colour token of the state."""
        if self.left <= 0:
            return "danger"
        return "warn" if self.left < _WARN else "accent"

    def words(self) -> str:
        """What stands beside the ring."""
        if self.left < 0:
            return self.tr("%n too many", "characters", -self.left)
        return self.tr("%n left", "characters", self.left)

    @Slot(int)
    def set_used(self, used: int) -> None:
        """The length of the text now; announces 20, 10 and 0 left to screen readers."""
        before, self._used = self.left, used
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()
        if any(before > mark >= self.left for mark in _ANNOUNCED):
            self.announced.emit(self.words())
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.NameChanged),
            )

    def sizeHint(self) -> QSize:
        """Room for the ring and the widest words."""
        theme = appearance().theme
        widest = max(
            theme.text_width("small", self.words()), theme.text_width("small", self.tr("000 left"))
        )
        return QSize(theme.px(_RING) + 6 + round(widest) + 2, theme.px(_RING) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The part used as an arc from the top, clockwise."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.px(_RING)
        top = (self.height() - edge) / 2
        ring = QRectF(1.5, top + 1.5, edge - 3, edge - 3)
        painter.setPen(QPen(theme.colour("border"), 3))
        painter.drawEllipse(ring)
        share = min(1.0, self._used / self._limit)
        if share:
            pen = QPen(theme.colour(self.tone), 3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
        painter.setPen(theme.colour("ink3" if self.tone == "accent" else self.tone))
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(edge + 6, base), self.words())

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
