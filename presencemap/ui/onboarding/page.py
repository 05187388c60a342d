"""What the three steps share: the progress, the heading, the place for the rest."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from presencemap.ui.controls import Label
from presencemap.ui.theme import appearance

STEPS = 3
RING = 4
"""Around the controls, px: the ring of the focused one is painted outside of it."""


class Progress(QWidget):
    """Three bars, as many in accent as there are steps behind."""

    def __init__(self, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Step {step} of {steps}").format(step=step, steps=STEPS))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bars."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("bg"))
        wide = (self.width() - 4 * (STEPS - 1)) / STEPS
        for number in range(STEPS):
            token = "accent" if number < self._step else "border"
            painter.setBrush(theme.colour(token))
            painter.setPen(theme.colour(token))
            bar = QRectF(number * (wide + 4), 0, wide, 4).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(bar, 1.5, 1.5)


class Page(QWidget):
    """One step. `ready_changed` when `ready` may have; the window asks `leave` before going on."""

    ready_changed = Signal()

    def __init__(self, step: int, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Step {step} of {steps}").format(step=step, steps=STEPS)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(RING, RING, RING, RING)
        self.column.setSpacing(0)
        self.column.addWidget(Progress(step))
        self.column.addSpacing(8)
        self.column.addWidget(Label(words, "small", "ink3"))
        self.column.addSpacing(12)
        self.column.addWidget(Label(title, "heading"))
        self.column.addSpacing(4)
        self.column.addWidget(Label(text, "body", "ink2", wrap=True))
        self.column.addSpacing(14)
        self.setAccessibleName(f"{words}: {title}")

    @property
    def ready(self) -> bool:
        """Whether the step can be left forwards."""
        return True

    def enter(self) -> None:
        """It shows now: put the caret where the person begins."""

    def leave(self) -> bool:
        """Check what was typed; False stays here, and a field says why."""
        return True
