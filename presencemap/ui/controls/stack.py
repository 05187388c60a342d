"""A layout of full rows below each other, none of them ever lower than it wants to be.

Qt's own presses rows together while what they lie in has not grown yet, and they were painted so.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from presencemap.ui.controls.flow import FlowLayout


class Stack(FlowLayout):
    """A flow whose lines are a row each; what has no room yet lies beyond the end."""

    def sizeHint(self) -> QSize:
        """As wide as the widest would be."""
        wide = max((item.sizeHint().width() for item in self._shown), default=0)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:
        """As narrow as the widest allows; the height follows from the width."""
        return QSize(max((item.minimumSize().width() for item in self._shown), default=0), 0)

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _flow(self, box: QRect, *, move: bool) -> int:
        top, wide = box.top(), box.width()
        for item in self._shown:
            if item.hasHeightForWidth():
                high = item.heightForWidth(wide)
            else:
                high = max(item.sizeHint().height(), item.minimumSize().height())
            if move:
                item.setGeometry(QRect(box.left(), top, wide, high))
            top += high + self.spacing()
        return max(0, top - self.spacing() - box.top())
