"""A field for one line, of which what is too long ends in an ellipsis while nobody types in it.

For fields that are chosen in as often as typed in; knows nothing of what stands there.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit

_INSET: Final = 2
"""Px that Qt leaves beside the text of a field."""


class ElidedLine(QLineEdit):
    """In a field that has a frame of its own, as of a combo box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, but for the ellipsis."""
        room = self.rect().adjusted(_INSET, 0, -_INSET, 0)
        words, lines = self.text(), self.fontMetrics()
        if self.hasFocus() or lines.horizontalAdvance(words) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        shown = lines.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
