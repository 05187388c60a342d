"""A row of a list that is pressed as a whole: whatever it is made of, it is one button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from presencemap.ui.controls.labels import plain_tooltip
from presencemap.ui.theme.appearance import appearance


class RowButton(QAbstractButton):
    """``row`` lays out what is in it; pressed as a whole, by mouse and Space."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 6, 14, 6)
        self.row.setSpacing(10)

    def sizeHint(self) -> QSize:
        """What its parts take."""
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Words give way."""
        return self.row.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground under the pointer."""
        if self.underMouse() or self.isDown():
            QPainter(self).fillRect(self.rect(), appearance().theme.colour("hover"))

    def enterEvent(self, event: object) -> None:
        """The ground comes."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: object) -> None:
        """The ground goes."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.update()
