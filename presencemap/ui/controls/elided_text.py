"""Plain text over a few lines, the last of them elided."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from presencemap.ui.controls.labels import Label
from presencemap.ui.painting.breaking import broken

_MOST = 3


class ElidedText(Label):
    """As high as its text in the width it has, and at most three lines."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._broken: tuple[str, dict[int, tuple[list[str], int]]] = ("", {})
        """Of a text, by width: its lines and their height. A layout asks again and again."""

    def lines(self, width: int) -> list[str]:
        """The text as it is painted in that width."""
        return self._laid(width)[0]

    def changeEvent(self, event: QEvent) -> None:
        """In another font it breaks elsewhere."""
        if event.type() is QEvent.Type.FontChange:
            self._broken = "", {}
        super().changeEvent(event)

    def _laid(self, width: int) -> tuple[list[str], int]:
        text, known = self._broken
        if text != self.text():
            self._broken = self.text(), (known := {})
        if width not in known:
            lines = list(broken(self.font(), self.text(), width, _MOST))
            known[width] = lines, max(1, len(lines)) * self.fontMetrics().lineSpacing()
        return known[width]

    def hasHeightForWidth(self) -> bool:
        """Yes: lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its lines, at least one."""
        return self._laid(width)[1]

    def minimumSizeHint(self) -> QSize:
        """May shrink to one line of a few letters."""
        return QSize(24, self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line by line."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        box, high = self.contentsRect(), self.fontMetrics().lineSpacing()
        base = box.top() + self.fontMetrics().ascent()
        for number, line in enumerate(self.lines(box.width())):
            painter.drawText(box.left(), base + number * high, line)
