"""One of several that exclude each other, drawn as a button; a radio button to a screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from presencemap.ui.controls.themed import plain

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Choice(QPushButton):
    """Its owner puts those that exclude each other into one group. The text is plain.

    A tool button would be a check box to a screen reader, whatever its group.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(plain(text), parent)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
