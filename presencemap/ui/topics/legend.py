"""What the signs on the topic map mean, at its lower edge. Knows no person."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.status import Kind
from presencemap.ui.controls import Glyph, Label
from presencemap.ui.map.floating import Floating
from presencemap.ui.painting.kind import kind_icon, kind_token, kind_word
from presencemap.ui.theme import appearance

_BETWEEN: Final = 14
"""Px from one to the next."""


class Legend(Floating):
    """A sign and a word for each kind, for a job, and for the line between topics."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Legend"))
        margins = self.air(8)
        margins.setLeft(margins.left() + 4)
        margins.setRight(margins.right() + 4)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(margins)
        column.setSpacing(6)
        self._sides = margins.left() + margins.right()
        self._lines = (QHBoxLayout(), QHBoxLayout())
        for line in self._lines:
            line.setSpacing(_BETWEEN)
            column.addLayout(line)
            column.setAlignment(line, Qt.AlignmentFlag.AlignLeft)
        self._entries = [
            *(_Entry(Glyph(kind_icon(k), kind_token(k), 14), kind_word(k)) for k in Kind),
            _Entry(Glyph("briefcase", "ink2", 14), self.tr("Job")),
            _Entry(_Stroke(), self.tr("On several topics")),
        ]
        self._break_after(len(self._entries))

    def fit(self, width: int) -> bool:
        """Take one line, or two where so many px hold no more; False where they hold neither."""
        wide = [entry.sizeHint().width() for entry in self._entries]
        broken = min(range(1, len(wide)), key=lambda n: max(_px(wide[:n]), _px(wide[n:])))
        for first in (len(wide), broken):
            if max(_px(wide[:first]), _px(wide[first:])) + self._sides <= width:
                self._break_after(first)
                # Else the size is that of the lines before.
                self._column.activate()
                self.adjustSize()
                return True
        return False

    def _break_after(self, first: int) -> None:
        """So many in the first line, the others in the second."""
        upper, lower = self._lines
        if upper.count() != first:
            for number, entry in enumerate(self._entries):
                (upper if number < first else lower).addWidget(entry)


def _px(line: list[int]) -> int:
    """How wide a line of these is."""
    return sum(line) + _BETWEEN * (len(line) - 1)


class _Entry(QWidget):
    """A sign and its word."""

    def __init__(self, sign: QWidget, word: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign)
        row.addWidget(Label(word, "small", "ink2"))


class _Stroke(QWidget):
    """The line of somebody who is on several."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(22, 12))
        appearance().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line with a dot at its end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = appearance().theme.colour("accent")
        painter.setPen(QPen(tone, 1.5))
        painter.drawLine(QPointF(1, 6), QPointF(17, 6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawEllipse(QPointF(18, 6), 3, 3)
