"""A pin on the map that one drags to where a place is, with Save and Cancel below the controls.

Owns the pin and its bar while a place is being moved. Knows the camera, no people and no node.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.domain.place import Place
from presencemap.ui.controls import ENTER, Button, Label, PrimaryButton
from presencemap.ui.map.camera import Camera
from presencemap.ui.map.floating import AIR, Floating
from presencemap.ui.map.floats import EDGE, Floats
from presencemap.ui.theme import appearance

_WIDE, _HIGH = 36, 46
_FINE, _COARSE = 1, 10
_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class _Pin(QWidget):
    """The pin itself; its tip is the spot. Arrows move it, with Shift ten times as far."""

    stepped = Signal(QPointF)
    done = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(_WIDE, _HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._held: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._held = event.globalPosition()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._held is not None:
            step, self._held = event.globalPosition() - self._held, event.globalPosition()
            self.stepped.emit(step)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter saves, Esc gives up; the rest is the map's."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            wide = _COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FINE
            self.stepped.emit(QPointF(step * wide))
        elif event.key() in ENTER:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A drop with a hole, its tip at the bottom; a ring while it has the keys."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tip, middle = QPointF(_WIDE / 2, _HIGH - 2), QPointF(_WIDE / 2, 17)
        drop = QPainterPath(tip)
        drop.cubicTo(QPointF(14, 36), QPointF(4, 30), QPointF(4, 17))
        drop.arcTo(QRectF(4, 3, 28, 28), 180, -180)
        drop.cubicTo(QPointF(32, 30), QPointF(22, 36), tip)
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.setBrush(theme.colour("accent"))
        painter.drawPath(drop)
        painter.setBrush(theme.colour("onAccent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(middle, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("onAccent"), 2))
            painter.drawEllipse(middle, 9, 9)


class PinMover(Floating):
    """The bar; ``moved`` carries the place's id and the spot in degrees, once it is saved."""

    moved = Signal(str, float, float)

    def __init__(self, parent: QWidget, camera: Camera, floats: Floats) -> None:
        super().__init__(parent)
        self._camera, self._floats = camera, floats
        self._map = parent
        self._place = ""
        self._spot = (0.0, 0.0)
        self.pin = _Pin(parent)
        self._words = Label("", "body", wrap=True)
        self.save = PrimaryButton(self.tr("Save"))
        self.cancel = Button(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(self.air(10))
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.pin.stepped.connect(self._step)
        self.pin.done.connect(self._save)
        self.pin.given_up.connect(self.end)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.end)
        camera.moved.connect(self._follow)
        self.end()

    def begin(self, place: Place) -> None:
        """Show the pin of a place, in the middle of the view where it has no spot yet."""
        goal = self._camera.goal
        known = place.lat is not None and place.lon is not None
        self._place = place.id
        self._spot = (goal.center_lat, goal.center_lon)
        if known:
            self._spot = (place.lat or 0.0, place.lon or 0.0)
        words = self.tr("Drag the pin to where {place} is. Arrows move it too.")
        self._words.setText(words.format(place=place.name))
        self.pin.setAccessibleName(self.tr("Pin of {place}").format(place=place.name))
        self.show()
        self.pin.show()
        self._follow()
        self.raise_()
        self.pin.raise_()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def end(self) -> None:
        """No pin any more."""
        self.hide()
        self.pin.hide()

    def sizeHint(self) -> QSize:
        """One line where there is room."""
        return QSize(min(560, self._map.width()), super().sizeHint().height())

    @Slot(QPointF)
    def _step(self, step: QPointF) -> None:
        x, y = self._camera.view.to_screen(*self._spot)
        self._spot = self._camera.view.to_geo(x + step.x(), y + step.y())
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """The pin stays on its spot while the map moves below it."""
        if self.pin.isHidden():
            return
        x, y = self._camera.view.to_screen(*self._spot)
        self.pin.move(round(x - _WIDE / 2), round(y - _HIGH + 2))
        hint = self.sizeHint()
        left, top = (self._map.width() - hint.width()) // 2, round(self._floats.rows())
        self.setGeometry(left, top + EDGE // 2 - AIR, hint.width(), hint.height())

    @Slot()
    def _save(self) -> None:
        lat, lon = self._spot
        self.end()
        self.moved.emit(self._place, round(lat, 5), round(lon, 5))
