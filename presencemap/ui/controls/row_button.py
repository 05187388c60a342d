"""A row of a list that is pressed as a whole: whatever it is made of, it is one button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from presencemap.ui.controls.choice import ENTER
from presencemap.ui.controls.labels import plain_tooltip
from presencemap.ui.theme.appearance import appearance


class RowButton(QAbstractButton):
    """``row`` lays out what is in it; pressed as a whole, by mouse, Space and Enter.

    ``parted``: by a line from the row above.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, parted: bool = False) -> None:
        super().__init__(parent)
        self._parted = parted
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
        """The ground under the pointer, and the line."""
        theme = appearance().theme
        if self.underMouse() or self.isDown():
            QPainter(self).fillRect(self.rect(), theme.colour("hover"))
        if self._parted:
            QPainter(self).fillRect(0, 0, self.width(), 1, theme.colour("border"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: object) -> None:
        """The ground comes."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: object) -> None:
        """The ground goes."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.update()
