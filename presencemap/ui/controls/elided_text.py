"""Plain text over a few lines, the last of them elided."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from presencemap.ui.controls.labels import Label

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
        self._broken: tuple[object, dict[int, list[str]]] = (None, {})

    def lines(self, width: int) -> list[str]:
        """The text as it is painted in that width; a layout asks for it again and again."""
        of = self.text(), self.font()
        if self._broken[0] != of:
            self._broken = of, {}
        known = self._broken[1]
        if width not in known:
            known[width] = self._break(width)
        return known[width]

    def _break(self, width: int) -> list[str]:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        found: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if len(found) == _MOST - 1:
                rest = self.text()[line.textStart() :]
                cut = Qt.TextElideMode.ElideRight
                found.append(self.fontMetrics().elidedText(rest, cut, width))
                break
            end = line.textStart() + line.textLength()
            found.append(self.text()[line.textStart() : end].rstrip())
        layout.endLayout()
        return found

    def hasHeightForWidth(self) -> bool:
        """Yes: lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its lines, at least one."""
        return max(1, len(self.lines(width))) * self.fontMetrics().lineSpacing()

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
