"""The map of somebody whose team has nobody else yet: one act, the invite link.

Owns the words and the feedback; whoever listens makes the link.
"""

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from presencemap.ui.controls import Label, PrimaryButton
from presencemap.ui.map.floating import Floating
from presencemap.ui.theme import appearance

_WIDTH = 360
_FEEDBACK_MS = 6000


class AloneCard(Floating):
    """The sentence, the button and the sketch, over the empty map."""

    invite_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("You are the first on the map")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        margins = self.air(24)
        margins.setBottom(margins.bottom() - 12)
        column.setContentsMargins(margins)
        column.setSpacing(8)
        column.addWidget(_Sketch(), alignment=Qt.AlignmentFlag.AlignHCenter)
        heading = Label(title, "title")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(heading)
        self.words = Label("", "body", "ink2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.words)
        column.addSpacing(8)
        row = QHBoxLayout()
        self.button = PrimaryButton(self.tr("Copy invite link"), icon="link")
        self.button.clicked.connect(self._wanted)
        row.addStretch()
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        self.feedback = Label(" ", "small", "ink2", wrap=True)
        self.feedback.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.feedback)
        self._fade = QTimer(self, singleShot=True, interval=_FEEDBACK_MS)
        self._fade.timeout.connect(self._forget)
        self.allow("")

    def sizeHint(self) -> QSize:
        """As wide as the sentence reads well."""
        width = appearance().theme.px(_WIDTH)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(width, max(height, super().sizeHint().height()))

    def allow(self, why_not: str) -> None:
        """Let the person invite; or say why they can't."""
        invite = self.tr("Invite two colleagues. The map fills when they open the app.")
        self.words.setText(why_not or invite)
        self.button.setVisible(not why_not)

    def copied(self, days: int = 7) -> None:
        """Say that the link is on the clipboard."""
        self._say(self.tr("Copied, works for {days} days").format(days=days), "ok")

    def failed(self, why: str) -> None:
        """Say why there is no link."""
        self._say(why, "danger")

    def _say(self, text: str, tone: str) -> None:
        self.feedback.set_tone(tone)
        self.feedback.setText(text)
        self.button.setAccessibleDescription(text)
        self._fade.start()

    @Slot()
    def _wanted(self) -> None:
        self.invite_wanted.emit()

    @Slot()
    def _forget(self) -> None:
        self.feedback.setText(" ")
        self.button.setAccessibleDescription("")


class _Sketch(QWidget):
    """A pin on a path, with two empty places beside it. Says nothing that the words don't."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(124, 56)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The path, two dashed faces, the pin."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(QPointF(4, 48))
        path.cubicTo(QPointF(38, 22), QPointF(72, 58), QPointF(120, 34))
        painter.setPen(QPen(theme.colour("mapRoadCase"), 5, c=Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
        dashes = QPen(theme.colour("borderStrong"), 1.5)
        dashes.setDashPattern([2.5, 2])
        painter.setPen(dashes)
        for centre in (QPointF(22, 30), QPointF(104, 22)):
            painter.drawEllipse(centre, 9, 9)
        pin = QPainterPath()
        pin.addEllipse(QPointF(62, 17), 15, 15)
        point = QPainterPath(QPointF(48.5, 23))
        point.quadTo(QPointF(54, 34), QPointF(62, 41))
        point.quadTo(QPointF(70, 34), QPointF(75.5, 23))
        point.closeSubpath()
        painter.fillPath(pin.united(point), theme.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawEllipse(QPointF(62, 17), 5.5, 5.5)
