"""What the pointer rests on, said after 300 ms in a tooltip that never takes a text for markup."""

from html import escape

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QToolTip, QWidget

HOVER_MS = 300
_OFFSET = QPoint(0, 12)


class Hover(QObject):
    """Tell it what is under the pointer at each move."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._text = ""
        self._at = QPoint()
        self._timer = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._timer.timeout.connect(self._show)

    @property
    def text(self) -> str:
        """What is, or will be, shown."""
        return self._text

    def rest(self, text: str, at: QPoint) -> None:
        """The pointer is over something with this text ("" for nothing), at a global point."""
        self._at = at
        if text == self._text:
            return
        self._text = text
        QToolTip.hideText()
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _show(self) -> None:
        if self._text and self._widget.underMouse():
            shown = "<br>".join(escape(line) for line in self._text.split("\n"))
            QToolTip.showText(self._at + _OFFSET, f"<qt>{shown}</qt>", self._widget)
