"""Mouse, wheel, touchpad and keys over a map, turned into what the person means.

Owns the thresholds and steps. Knows no map: it tells points and steps in px of the widget.
"""

from collections import deque
from collections.abc import Callable, Sequence
from math import log2

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

PAN_PX = 80
WHEEL_STEP = 0.5
"""Doublings of scale for one notch of the wheel."""
TOUCHPAD_PX = 220.0
"""Px of two fingers for one doubling."""
_PAN_KEYS = {
    Qt.Key.Key_Left: QPointF(PAN_PX, 0),
    Qt.Key.Key_Right: QPointF(-PAN_PX, 0),
    Qt.Key.Key_Up: QPointF(0, PAN_PX),
    Qt.Key.Key_Down: QPointF(0, -PAN_PX),
}
_TRAIL = 8
"""Moves of the pointer that tell how fast it was."""
_LATELY = 80
"""Ms: a pointer that rested so long before it let go flings nothing."""
_SLOWEST_FLING = 0.25
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


def _speed(trail: Sequence[tuple[int, QPointF]], now: int) -> QPointF:
    """How fast a pointer was of late, px a ms."""
    late = [(at, point) for at, point in trail if now - at <= _LATELY]
    if len(late) < 2 or late[-1][0] <= late[0][0]:
        return QPointF()
    return (late[-1][1] - late[0][1]) / (late[-1][0] - late[0][0])


class GestureArea(QWidget):
    """``dragged`` and ``panned`` tell a step; ``zoomed``: doublings, where, whether at once.

    ``flung``: a drag was let go in motion; how fast, in px a ms. ``held``: the button went down.
    """

    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)
    dragged = Signal(QPointF)
    flung = Signal(QPointF)
    held = Signal()
    panned = Signal(QPointF)
    zoomed = Signal(float, QPointF, bool)
    everyone_wanted = Signal()
    me_wanted = Signal()
    chosen_wanted = Signal()
    topic_wanted = Signal()
    pointed = Signal(QPointF)
    pointer_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.focus_shows = False
        self.enter_chosen: Callable[[], bool] = lambda: False
        """Gives the keyboard to what is chosen here; False where nothing is."""
        self._pressed: QPointF | None = None
        self._last: QPointF | None = None
        self._trail: deque[tuple[int, QPointF]] = deque(maxlen=_TRAIL)

    @Slot()
    def zoom_in(self) -> None:
        """Twice as close, in the middle."""
        self.zoomed.emit(1.0, QPointF(self.rect().center()), False)

    @Slot()
    def zoom_out(self) -> None:
        """Twice as far, in the middle."""
        self.zoomed.emit(-1.0, QPointF(self.rect().center()), False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._last = event.position(), None
            self.held.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """With the button held a drag, else a look."""
        here = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.pointed.emit(here)
            return
        if self._last is None:
            if (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._last = self._pressed
            self._trail.clear()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        step, self._last = here - self._last, here
        self._trail.append((event.timestamp(), here))
        self.dragged.emit(step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that went nowhere is a click."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        was_click = self._last is None
        self._pressed = self._last = None
        self.unsetCursor()
        if was_click:
            self.clicked.emit(event.position())
            return
        speed = _speed(self._trail, event.timestamp())
        if speed.manhattanLength() > _SLOWEST_FLING:
            self.flung.emit(speed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first of the two clicks was told already."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self.pointer_left.emit()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer: a notch glides, a touchpad follows the fingers."""
        pixels = event.pixelDelta().y()
        notches = event.angleDelta().y() / 120
        touchpad = event.device().type() is QInputDevice.DeviceType.TouchPad
        phased = event.phase() is not Qt.ScrollPhase.NoScrollPhase
        if pixels and (touchpad or phased):
            self.zoomed.emit(pixels / TOUCHPAD_PX, event.position(), True)
        elif notches:
            fine = abs(notches) < 1
            self.zoomed.emit(notches * WHEEL_STEP, event.position(), fine)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinching on a touchpad zooms as well."""
        if isinstance(event, QNativeGestureEvent) and self._pinched(event):
            return True
        return super().event(event)

    def _pinched(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoomed.emit(log2(max(0.1, 1 + event.value())), event.position(), True)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, plus and minus zoom; 0 shows everyone, Home me, M and T whom is chosen."""
        plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        pan = _PAN_KEYS.get(Qt.Key(event.key()))
        if event.modifiers() & ~plain:
            super().keyPressEvent(event)
        elif pan is not None:
            self.panned.emit(pan)
        elif event.text() in {"+", "="}:
            self.zoom_in()
        elif event.text() in {"-", "_"}:
            self.zoom_out()
        elif event.text() == "0":
            self.everyone_wanted.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.me_wanted.emit()
        elif event.text().lower() == "m":
            self.chosen_wanted.emit()
        elif event.text().lower() == "t":
            self.topic_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forth: bool) -> bool:  # noqa: FBT001
        """Tab comes to what is chosen first, and from there goes on."""
        chosen = forth and self.hasFocus() and self.enter_chosen()
        return chosen or super().focusNextPrevChild(forth)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Focus by key shows. Qt also says Tab where what had the focus was hidden by a click."""
        keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.focus_shows = keys and event.reason() in _BY_KEY
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The edge is plain again."""
        self.focus_shows = False
        super().focusOutEvent(event)
