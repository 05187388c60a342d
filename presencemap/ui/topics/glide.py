"""The motion of topics and faces to where they are now: 260 ms, or none.

Owns the clock of it. Knows neither topics nor faces.
"""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

GLIDE_MS = 260


class Glide(QObject):
    """``advanced`` tells how far it is, 0 to 1."""

    advanced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(GLIDE_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._advance)

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self._motion.state() is QVariantAnimation.State.Running

    def begin(self, *, at_once: bool) -> None:
        """From the start; ``at_once``: it is there."""
        self._motion.stop()
        if at_once:
            self.advanced.emit(1.0)
        else:
            self._motion.start()

    @Slot(object)
    def _advance(self, done: float) -> None:
        self.advanced.emit(done)
