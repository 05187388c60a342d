"""One ring in accent where a colleague arrives: 400 ms, once, at most three at a time.

Owns who rings when. Knows no map: it is told who is where, and asked to paint round a plate.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from presencemap.ui.theme.tokens import Theme

RING_MS = 400
QUIET_MS = 5000
MOST = 3
_REACH = 12.0
_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class Arrivals(QObject):
    """Rings for who came. ``changed`` asks for a repaint."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reduced_motion = False
        self.ringing: tuple[str, ...] = ()
        self._watching = False
        self._since_last = QElapsedTimer()
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(RING_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._advance)
        self._motion.finished.connect(self._end)

    def watch(self, came: Sequence[str]) -> None:
        """Take who is elsewhere than the last time; the first time nobody has arrived."""
        watching, self._watching = self._watching, True
        if watching and came and not self._must_rest():
            self.ringing = tuple(came[:MOST])
            self._since_last.start()
            self._motion.start()

    def forget(self) -> None:
        """What comes next is another picture, in which nobody has arrived."""
        self._watching = False

    def paint(
        self, painter: QPainter, theme: Theme, body_of: Callable[[str], QRectF | None]
    ) -> None:
        """Paint each ring round the plate of its person."""
        done = self._motion.currentValue()
        for person in self.ringing:
            body = body_of(person)
            if body is None or not isinstance(done, float):
                continue
            out = 2 + _REACH * (1 - (1 - done) ** 3)
            colour = theme.colour("accent")
            colour.setAlphaF(1 - done)
            painter.setPen(QPen(colour, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = theme.radius("plate") + out
            painter.drawRoundedRect(body.adjusted(-out, -out, out, out), radius, radius)

    def _must_rest(self) -> bool:
        typing = isinstance(QApplication.focusWidget(), _TEXT_FIELDS)
        recent = self._since_last.isValid() and not self._since_last.hasExpired(QUIET_MS)
        return self.reduced_motion or typing or recent

    @Slot()
    def _advance(self) -> None:
        self.changed.emit()

    @Slot()
    def _end(self) -> None:
        self.ringing = ()
        self.changed.emit()
