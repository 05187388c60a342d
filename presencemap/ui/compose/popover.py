"""A frameless window beside what opened it: rounded with a shadow, or square and opaque.

Owns where it stands on the screen and when it goes away by itself. Knows nothing of its contents.
"""

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from presencemap.ui.compositor import see_through
from presencemap.ui.painting.shadow import paint_floating
from presencemap.ui.theme import appearance

_SHADOW = 18
_DOWN = 6
_GAP = 8
_REOPEN_MS = 250
_LOOK_AGAIN_MS = 80


def spot(size: QSize, anchor: QRect, available: QRect, screen: QRect) -> QPoint:
    """Top left of a window of `size` at the anchor; all in global px.

    No anchor: the corner where the tray usually is, the lower right, or the upper right where the
    panel is on top.
    """
    if anchor.isEmpty():
        on_top = available.top() > screen.top() and available.bottom() == screen.bottom()
        top = available.top() + _GAP if on_top else available.bottom() + 1 - size.height() - _GAP
        return QPoint(available.right() + 1 - size.width() - _GAP, top)
    left = anchor.center().x() - size.width() // 2
    below = anchor.bottom() + 1 + _GAP
    above = anchor.top() - size.height() - _GAP
    lower_half = anchor.center().y() > screen.center().y()
    top = above if lower_half else below
    corner = QPoint(
        max(available.left() + _GAP, min(left, available.right() + 1 - size.width() - _GAP)),
        max(available.top() + _GAP, min(top, available.bottom() + 1 - size.height() - _GAP)),
    )
    if QRect(corner, size).intersects(anchor):
        # Too high a window for the room below: beside what opened it, not over it.
        beside = anchor.left() - _GAP - size.width()
        if beside >= available.left():
            corner.setX(beside)
    return corner


class Popover(QWidget):
    """Put the contents into `body`. Hides on Esc, and when another window is chosen."""

    hidden = Signal()

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        flags = (
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        super().__init__(parent, flags)
        self._rounded = see_through()
        self._anchor = QRect()
        self._since_hidden = QElapsedTimer()
        # A list of suggestions that goes while one types takes the focus along for a moment.
        self._look_again = QTimer(self, singleShot=True, interval=_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._go_if_left)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._rounded)
        # Closing it must not count as closing the last window.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.body = QWidget(self)
        self.body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self._column = column = QVBoxLayout(self)
        edge = _SHADOW if self._rounded else 1
        column.setContentsMargins(edge, edge, edge, edge + (_DOWN if self._rounded else 0))
        column.addWidget(self.body)
        # `settle` gives the height; a least one from before would outlast what was hidden since.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setFixedWidth(width + 2 * edge)
        appearance().changed.connect(self.update)

    def open_at(self, anchor: QRect, screen: QScreen | None = None) -> None:
        """Show it beside `anchor` (global px), or at the screen's corner for an empty one."""
        self._anchor = anchor
        wanted = screen or (
            QApplication.screenAt(anchor.center()) if not anchor.isEmpty() else None
        )
        wanted = wanted or QApplication.primaryScreen()
        self.settle(wanted)
        self.show()
        self.raise_()
        self.activateWindow()

    def settle(self, screen: QScreen | None = None) -> None:
        """Take the height of the contents and stand where it belongs."""
        screen = screen or self.screen()
        # What was shown or hidden inside tells the layouts above it by events, which come later.
        # From the innermost: a layout in a layout keeps what it counted until its widget's is done.
        for inner in (*reversed(self.body.findChildren(QWidget)), self.body):
            layout = inner.layout()
            if layout is not None:
                layout.activate()
                inner.updateGeometry()
        self._column.activate()
        high = self._column.totalHeightForWidth(self.width())
        size = QSize(self.width(), high if high > 0 else self.sizeHint().height())
        self.resize(size)
        margins = self._column.contentsMargins()
        shown = QSize(
            size.width() - margins.left() - margins.right(),
            size.height() - margins.top() - margins.bottom(),
        )
        corner = spot(shown, self._anchor, screen.availableGeometry(), screen.geometry())
        self.move(corner - QPoint(margins.left(), margins.top()))

    def follow(self, anchor: QRect) -> None:
        """What opened it stands elsewhere now (global px)."""
        if self.isVisible() and not self._anchor.isEmpty() and anchor != self._anchor:
            self._anchor = anchor
            self.settle()

    def just_hidden(self) -> bool:
        """Whether it went away a moment ago: the click that hid it shall not open it again."""
        return self._since_hidden.isValid() and self._since_hidden.elapsed() < _REOPEN_MS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc hides."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.hidden.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another window may have been chosen."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._look_again.start()

    @Slot()
    def _go_if_left(self) -> None:
        """Another window was chosen: go, unless it is one of our own popups."""
        popup = QApplication.activePopupWidget()
        if not self.isVisible() or self.isActiveWindow():
            return
        if popup is not None or QApplication.activeModalWidget():
            return
        self._since_hidden.start()
        self.hide()
        self.hidden.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The raised surface, with its shadow where there is something to throw it on."""
        theme = appearance().theme
        painter = QPainter(self)
        if not self._rounded:
            painter.fillRect(self.rect(), theme.colour("raised"))
            painter.setPen(theme.colour("borderStrong"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW - _DOWN)
        paint_floating(painter, theme, box, theme.radius("card"), spread=_SHADOW - 2)
