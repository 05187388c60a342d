"""What the machine failed us in, said under the top bar until it is dismissed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.ui.controls import Glyph, IconButton, Label
from presencemap.ui.theme import appearance


class Banner(QWidget):
    """One sentence; the newest fault replaces the one before."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("", "body", "ink", wrap=True)
        close = IconButton("x", self.tr("Dismiss"))
        close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(Glyph("triangle-alert", "warn", 18))
        row.addWidget(self._label, 1)
        row.addWidget(close)
        appearance().changed.connect(self.update)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is shown, "" when dismissed."""
        return self._label.text() if not self.isHidden() else ""

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The soft warning ground."""
        theme = appearance().theme
        QPainter(self).fillRect(self.rect(), theme.colour("warnSoft"))

    @Slot()
    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
        self.dismissed.emit()
