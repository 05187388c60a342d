"""What the signs on the topic map mean, at its lower edge. Knows no person."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.domain.status import Kind
from presencemap.ui.controls import Glyph, Label
from presencemap.ui.map.floating import Floating
from presencemap.ui.painting.kind import kind_icon, kind_token, kind_word
from presencemap.ui.theme import appearance


class Legend(Floating):
    """A sign and a word for each kind, for a job, and for the line between topics."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Legend"))
        row = QHBoxLayout(self)
        margins = self.air(8)
        margins.setLeft(margins.left() + 4)
        margins.setRight(margins.right() + 4)
        row.setContentsMargins(margins)
        row.setSpacing(6)
        for kind in Kind:
            row.addWidget(Glyph(kind_icon(kind), kind_token(kind), 14))
            row.addWidget(Label(kind_word(kind), "small", "ink2"))
            row.addSpacing(8)
        row.addWidget(Glyph("briefcase", "ink2", 14))
        row.addWidget(Label(self.tr("Job"), "small", "ink2"))
        row.addSpacing(8)
        row.addWidget(_Stroke())
        row.addWidget(Label(self.tr("On several topics"), "small", "ink2"))


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
