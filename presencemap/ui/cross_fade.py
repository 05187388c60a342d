"""What was seen, over what is seen now, fading away: from one lens to the other.

Owns the picture of before and its motion. Knows neither map.
"""

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

FADE_MS = 260


class CrossFade(QWidget):
    """``keep`` a pane's picture, let another come, then ``begin``; not with reduced motion."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.reduced_motion = False
        self._before = QPixmap()
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(FADE_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(1.0)
        self._motion.setEndValue(0.0)
        self._motion.valueChanged.connect(self.update)
        self._motion.finished.connect(self.end)
        self.hide()

    def keep(self, pane: QWidget) -> None:
        """Take the picture of a pane, if it is seen and motion is wanted."""
        self.end()
        if pane.isVisible() and not self.reduced_motion:
            self._before = pane.grab()

    def begin(self) -> None:
        """Fade what was kept, over the whole parent."""
        around = self.parentWidget()
        if around is None or self._before.isNull():
            return
        self.setGeometry(around.rect())
        self.show()
        self.raise_()
        self._motion.start()

    @Slot()
    def end(self) -> None:
        """Nothing is seen of it any more."""
        self._motion.stop()
        self._before = QPixmap()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As strongly as it is by now."""
        painter = QPainter(self)
        painter.setOpacity(float(self._motion.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._before)
