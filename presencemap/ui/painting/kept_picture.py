"""What a widget shows, kept as it was drawn last: what lies over a map is painted in each frame.

Owns the picture, and that drawing it waits while others draw in the same turn. Knows no content.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from presencemap.ui.turns import turn

Draw = Callable[[QPainter], None]
_FIRST = 3
"""So many times as long others may have drawn before a picture waits that none stands in for."""


class KeptPicture:
    """``paint`` it whenever the widget is painted; ``key``: all that it looks like."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._key: tuple[object, ...] = ()
        self._picture = QPixmap()
        self._later = QTimer(widget, singleShot=True, interval=0)
        self._later.timeout.connect(widget.update)

    def paint(self, key: tuple[object, ...], draw: Draw) -> None:
        """The picture; where another is wanted and no time left, as it was, and anew in a turn."""
        scale = self._widget.devicePixelRatioF()
        key = (*key, scale, self._widget.size().toTuple())
        if key != self._key:
            fits = self._picture.size() == self._widget.size() * scale
            if turn.drawing(1 if fits else _FIRST)():
                self._later.start()
            else:
                self._key, self._picture = key, self._drawn(draw, scale)
        QPainter(self._widget).drawPixmap(0, 0, self._picture)

    def _drawn(self, draw: Draw, scale: float) -> QPixmap:
        picture = QPixmap(self._widget.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        return picture
