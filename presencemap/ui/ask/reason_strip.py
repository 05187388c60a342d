"""The reasons of one person side by side, each with its icon; painted, so that ten are quick.

Knows words and icons, no person.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from presencemap.ui import assets
from presencemap.ui.ask.reasons import Told
from presencemap.ui.theme import appearance

_ICON: Final = 14
_GAP: Final = 5
_BETWEEN: Final = 16


class ReasonStrip(QWidget):
    """Left to right, then down; its height follows from the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reasons: tuple[Told, ...] = ()
        self._placed: dict[int, list[tuple[QRect, Told]]] = {}
        """Where each stands, by the width: a layout asks for several, again and again."""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance().changed.connect(self._fit)

    def show_reasons(self, reasons: Sequence[Told]) -> None:
        """Show these."""
        if tuple(reasons) == self.reasons:
            return
        self.reasons = tuple(reasons)
        self.setAccessibleName(", ".join(each.words for each in reasons))
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """Yes: lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its lines, at least one."""
        return max((box.bottom() + 1 for box, _ in self._boxes(width)), default=self._high())

    def sizeHint(self) -> QSize:
        """As wide as it is, one line."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """May shrink to a word."""
        return QSize(60, self._high())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and words of each."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        edge = theme.px(_ICON)
        for box, told in self._boxes(self.width()):
            top = box.top() + (box.height() - edge) / 2
            square = QRectF(box.left(), top, edge, edge)
            assets.draw_icon(painter, told.icon, theme.colour(told.tone), square)
            words = box.adjusted(edge + _GAP, 0, 0, 0)
            cut = metrics.elidedText(told.words, Qt.TextElideMode.ElideRight, words.width())
            painter.setPen(theme.colour("ink2"))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), cut)

    def _boxes(self, width: int) -> list[tuple[QRect, Told]]:
        """Where each stands; what is wider than all has a line, and is cut."""
        if width not in self._placed:
            self._placed[width] = self._place(width)
        return self._placed[width]

    def _place(self, width: int) -> list[tuple[QRect, Told]]:
        theme = appearance().theme
        metrics = QFontMetrics(theme.font("small"))
        high, lead = self._high(), theme.px(_ICON) + _GAP
        at, found = QPoint(0, 0), []
        for told in self.reasons:
            wide = min(lead + metrics.horizontalAdvance(told.words) + 1, max(width, 1))
            if at.x() and at.x() + wide > width:
                at = QPoint(0, at.y() + high)
            found.append((QRect(at, QSize(wide, high)), told))
            at += QPoint(wide + _BETWEEN, 0)
        return found

    def _high(self) -> int:
        return appearance().theme.line("small") + 4

    @Slot()
    def _fit(self) -> None:
        self._placed.clear()
        self.updateGeometry()
        self.update()
