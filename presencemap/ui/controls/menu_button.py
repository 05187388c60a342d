"""A small button with words and a picture that opens a menu at once. Knows no entry of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from presencemap.ui.controls.themed import dress


class MenuButton(QToolButton):
    """``menu()`` is its own, and empty at first; ``side``: of its picture, in px."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(side, side))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self, small=True)

    def sizeHint(self) -> QSize:
        """Without the room that Qt keeps for an arrow."""
        return super().sizeHint() - QSize(8, 0)
