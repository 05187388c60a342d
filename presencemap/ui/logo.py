"""The mark of the app: as a widget, and as the icon of its windows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from presencemap.app.resources import resource
from presencemap.ui.theme import Scheme, appearance, theme

_LOGO = 26
SIZES = (16, 20, 22, 24, 32, 44, 48, 64, 128, 256)
"""The edges in which panels, taskbars and switchers ask for an icon, px."""


def paint_logo(painter: QPainter, box: QRectF, *, dark: bool = False) -> None:
    """Paint the mark in the accent of the light or the dark look."""
    text = resource("icons", "logo.svg").read_text("utf-8")
    if dark:
        light, night = theme(Scheme.LIGHT), theme(Scheme.DARK)
        text = text.replace(light.css("accent"), night.css("accent"))
        text = text.replace(light.css("onAccent"), night.css("bg"))
    QSvgRenderer(text.encode()).render(painter, box)


def app_icon() -> QIcon:
    """The icon of windows; light and dark panels take the same."""
    made = QIcon()
    for size in SIZES:
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_logo(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(drawn)
    return made


class Logo(QWidget):
    """The mark of the app, in the accent of the look."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(_LOGO, _LOGO))
        appearance().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark."""
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()), dark=appearance().theme.is_dark)
