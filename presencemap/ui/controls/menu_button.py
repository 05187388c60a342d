"""A small button with words and a picture that opens a menu at once. Knows no entry of it."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QStyleOptionToolButton, QToolButton, QWidget

from presencemap.ui.controls.themed import dress

PICTURE_AIR: Final = 4
"""Px at the right of a picture: the style alone would set the words on it."""
_EDGE: Final = 11
"""Px of a small button's frame and air, at either side."""
_STYLES_OWN: Final = 4
"""Px that Qt's styles put between a picture and words."""


class MenuButton(QToolButton):
    """``menu()`` is its own, and empty at first; ``side``: of its picture without its air, px."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(side + PICTURE_AIR, side))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self, small=True)

    def sizeHint(self) -> QSize:
        """Without the room that Qt keeps for an arrow."""
        return super().sizeHint() - QSize(8, 0)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Words that don't fit end with "…": the style would take out their middle."""
        super().initStyleOption(option)
        room = self.width() - 2 * _EDGE - self.iconSize().width() - _STYLES_OWN
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, max(room, 0)
        )
