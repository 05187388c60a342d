"""A key or chord drawn as on a keyboard: "Ctrl ↵"."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.theme import appearance


class KeyCap(QWidget):
    """Silent for screen readers: the control beside it says its own key."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Text and a little air."""
        theme = appearance().theme
        return QSize(round(theme.text_width("micro", self._keys)) + 14, theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A cap with its letters."""
        theme = appearance().theme
        painter = QPainter(self)
        paint_frame(painter, theme, QRectF(self.rect()), 4, ground="bg")
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("micro"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._keys)
