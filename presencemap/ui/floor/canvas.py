"""The canvas that a floor is drawn on: mouse and keys become shapes.

Owns tools, the selection and undo. Knows no names of places and no node.
"""

from dataclasses import replace
from enum import Enum
from itertools import count

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QUndoCommand,
    QUndoStack,
)
from PySide6.QtWidgets import QWidget

from presencemap.domain.floor_plan import MAX_POINTS, Point
from presencemap.domain.place import PlaceKind
from presencemap.ui.controls import ENTER
from presencemap.ui.floor.drawing import Drawing, Drawn, is_shape, next_name, rectangle
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.theme import appearance

_EDGE = 18.0
_REACH = 8.0
"""Px of the widget from which a corner or an edge is caught."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Tool(Enum):
    """What a press of the mouse does."""

    SELECT = "select"
    RECTANGLE = "rectangle"
    POLYGON = "polygon"


class Canvas(QWidget):
    """``changed``: another drawing; ``selected``: a key, "" for none. ``kind``: what is drawn."""

    changed = Signal()
    selected = Signal(str)
    full = Signal()

    def __init__(self, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = drawing
        self.undo = QUndoStack(self)
        self.tool = Tool.SELECT
        self.kind = PlaceKind.ROOM
        self.current = ""
        self.picture: QImage | None = None
        self.stems = {PlaceKind.ROOM: "R", PlaceKind.DESK: "D"}
        self._keys = (f"new-{n}" for n in count(1))
        self._corners: list[Point] = []
        self._at: Point | None = None
        self._pressed: Point | None = None
        self._corner: int | None = None
        self._before: Drawing | None = None
        self._sheet = Sheet.fitted(drawing.width, drawing.height, QRectF(0, 0, 1, 1))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(self.tr("Drawing of the floor"))
        appearance().changed.connect(self.update)

    def use(self, tool: Tool) -> None:
        """Draw with this from now on; what was begun is dropped."""
        self.tool = tool
        self._corners = []
        self.setCursor(
            Qt.CursorShape.ArrowCursor if tool is Tool.SELECT else Qt.CursorShape.CrossCursor
        )
        self.update()

    def select(self, key: str) -> None:
        """Mark a room or desk, "" for none; one that isn't drawn is what is drawn next."""
        if key != self.current:
            self.current = key
            self.selected.emit(key)
        self.update()

    def do(self, drawing: Drawing, words: str) -> None:
        """Take another drawing, which undo takes back."""
        if drawing != self.drawing:
            self.undo.push(_Step(self, self.drawing, drawing, words))

    def show_drawing(self, drawing: Drawing) -> None:
        """Show what undo came to."""
        self.drawing = drawing
        if drawing.get(self.current) is None:
            self.select("")
        self._fit()
        self.changed.emit()

    @Slot()
    def add_in_the_middle(self) -> None:
        """A shape without a mouse: arrows then move it, Shift and arrows change its size."""
        drawing = self.drawing
        steps = (24, 16) if self._kind() is PlaceKind.ROOM else (8, 5)
        wide, high = (drawing.grid * n for n in steps)
        left = (drawing.width - wide) // 2 // drawing.grid * drawing.grid
        top = (drawing.height - high) // 2 // drawing.grid * drawing.grid
        self._add(((left, top), (left + wide, top + high)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def remove(self) -> None:
        """Take the selected shape off the plan."""
        if self.current:
            self.do(self.drawing.take_off(self.current), self.tr("Take off"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole plan."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, with Shift they change the size; Delete takes off, Esc drops."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None and self.current:
            self._nudge(*step, resize=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if self._corners:
                self._corners.pop()
                self.update()
            else:
                self.remove()
        elif event.key() == Qt.Key.Key_Escape and self._corners:
            self._corners = []
            self.update()
        elif event.key() in ENTER and self._corners:
            self._close_polygon()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a shape, catch a corner, or take hold of a shape."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._snapped(event.position())
        if self.tool is Tool.POLYGON:
            self._add_corner(at, event.position())
            return
        self._pressed, self._at = at, at
        if self.tool is Tool.SELECT:
            self._corner = self._corner_at(event.position())
            if self._corner is None:
                found = self._shape_at(event.position())
                self.select(found.key if found else "")
                at = self._exact(event.position())
                self._pressed = at
            self._before = self.drawing if self.current else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw, pull or move."""
        self._at = self._snapped(event.position())
        if self._before is not None and self._pressed is not None:
            self.drawing = self._pulled(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays as it is now."""
        pressed, self._pressed = self._pressed, None
        before, self._before = self._before, None
        if pressed is None:
            return
        if self.tool is Tool.RECTANGLE:
            self._add(rectangle(pressed, self._snapped(event.position())))
        elif before is not None:
            after, self.drawing = self.drawing, before
            self.do(after, self.tr("Move"))
        self._corner = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The end of a polygon; the first of the two clicks set its last corner."""
        if self.tool is Tool.POLYGON and event.button() is Qt.MouseButton.LeftButton:
            self._close_polygon()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, grid, shapes, and what is being drawn."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), theme.colour("floor"))
        painter.fillRect(self._sheet.box, theme.colour("room"))
        if self.picture is not None:
            painter.drawImage(self._sheet.box, self.picture)
        painter.setPen(QPen(theme.colour("wall"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._sheet.box)
        for shape in sorted(self.drawing.drawn, key=lambda s: s.kind is PlaceKind.DESK):
            self._paint(painter, shape)
        self._paint_begun(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.size("focusRing")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, shape: Drawn) -> None:
        theme, chosen = appearance().theme, shape.key == self.current
        desk = shape.kind is PlaceKind.DESK
        tone = QColor(theme.colour("accentSoft" if chosen else "desk" if desk else "roomAlt"))
        tone.setAlphaF(0.9 if desk else 0.3)
        outline = self._sheet.outline(shape.outline)
        painter.setPen(QPen(theme.colour("accent" if chosen else "wall"), 2 if chosen else 1.5))
        painter.setBrush(tone)
        painter.drawPolygon(outline)
        box = outline.boundingRect().adjusted(3, 2, -3, -2)
        font, metrics = theme.typeface("small" if desk else "strong")
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        text = metrics.elidedText(shape.name, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        where = Qt.AlignmentFlag.AlignCenter if desk else Qt.AlignmentFlag.AlignTop
        painter.drawText(box, where, text)
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(theme.colour("surface"))
            for point in shape.outline:
                handle = QRectF(0, 0, 8, 8)
                handle.moveCenter(self._sheet.there(QPointF(*point)))
                painter.drawRect(handle)

    def _paint_begun(self, painter: QPainter) -> None:
        points = list(self._corners)
        if self.tool is Tool.POLYGON and points and self._at is not None:
            points.append(self._at)
        elif self.tool is Tool.RECTANGLE and self._pressed is not None and self._at is not None:
            points = list(Drawn("", "", self.kind, rectangle(self._pressed, self._at)).outline)
        if not points:
            return
        painter.setPen(QPen(appearance().theme.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shape: QPolygonF = self._sheet.outline(tuple(points))
        if self.tool is Tool.POLYGON:
            painter.drawPolyline(shape)
        else:
            painter.drawPolygon(shape)

    def _fit(self) -> None:
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self._sheet = Sheet.fitted(self.drawing.width, self.drawing.height, room)
        self.update()

    def _kind(self) -> PlaceKind:
        """What is drawn next: a selected place that isn't on the plan yet, else by the tool."""
        shape = self.drawing.get(self.current)
        return shape.kind if shape is not None and not shape.points else self.kind

    def _add(self, points: tuple[Point, ...]) -> None:
        if not is_shape(points):
            return
        if self.drawing.is_full:
            self.full.emit()
            return
        waiting = self.drawing.get(self.current)
        if waiting is not None and not waiting.points:
            shape = replace(waiting, points=points)
        else:
            name = next_name(self.drawing, self.stems[self.kind])
            shape = Drawn(next(self._keys), name, self.kind, points)
        self.do(self.drawing.put(shape), self.tr("Draw"))
        self.select(shape.key)

    def _add_corner(self, at: Point, where: QPointF) -> None:
        first = self._sheet.there(QPointF(*self._corners[0])) if self._corners else None
        if first is not None and (first - where).manhattanLength() <= _REACH:
            self._close_polygon()
        elif not self._corners or self._corners[-1] != at:
            self._corners.append(at)
            if len(self._corners) == MAX_POINTS:
                self._close_polygon()
        self.update()

    def _close_polygon(self) -> None:
        corners, self._corners = tuple(self._corners), []
        if len(corners) > 2:
            self._add(corners)
        self.update()

    def _nudge(self, across: int, down: int, *, resize: bool) -> None:
        grid, shape = self.drawing.grid, self.drawing.get(self.current)
        if shape is None or not shape.points:
            return
        if resize and len(shape.points) == 2:
            _, _, right, bottom = shape.box
            to = (
                min(max(right + across * grid, 0), self.drawing.width),
                min(max(bottom + down * grid, 0), self.drawing.height),
            )
            self.do(self.drawing.pulled(shape.key, 2, to), self.tr("Resize"))
        elif not resize:
            self.do(self.drawing.moved(shape.key, across * grid, down * grid), self.tr("Move"))

    def _pulled(self, where: QPointF) -> Drawing:
        """The drawing with what is held at the pointer."""
        assert self._before is not None
        assert self._pressed is not None
        if self._corner is not None:
            reach = _REACH / self._sheet.scale
            spot = self._sheet.back(where)
            to = self._before.snapped(spot.x(), spot.y(), reach, self.current)
            return self._before.pulled(self.current, self._corner, to)
        shape = self._before.get(self.current)
        if shape is None or not shape.points:
            return self._before
        here = self._exact(where)
        left, top, _, _ = shape.box
        # The corner snaps, and the rest comes along.
        x, y = left + here[0] - self._pressed[0], top + here[1] - self._pressed[1]
        to = self._before.snapped(x, y, _REACH / self._sheet.scale, self.current)
        return self._before.moved(self.current, to[0] - left, to[1] - top)

    def _exact(self, where: QPointF) -> Point:
        spot = self._sheet.back(where)
        return round(spot.x()), round(spot.y())

    def _snapped(self, where: QPointF) -> Point:
        spot = self._sheet.back(where)
        return self.drawing.snapped(spot.x(), spot.y(), _REACH / self._sheet.scale)

    def _corner_at(self, where: QPointF) -> int | None:
        shape = self.drawing.get(self.current)
        for number, corner in enumerate(shape.outline if shape else ()):
            if (self._sheet.there(QPointF(*corner)) - where).manhattanLength() <= _REACH:
                return number
        return None

    def _shape_at(self, where: QPointF) -> Drawn | None:
        under = [
            shape
            for shape in self.drawing.drawn
            if self._sheet.outline(shape.outline).containsPoint(where, Qt.FillRule.OddEvenFill)
        ]
        return max(under, key=lambda shape: shape.kind is PlaceKind.DESK, default=None)


class _Step(QUndoCommand):
    """From one drawing to the next, and back."""

    def __init__(self, canvas: Canvas, before: Drawing, after: Drawing, words: str) -> None:
        super().__init__(words)
        self._canvas, self._before, self._after = canvas, before, after

    def undo(self) -> None:
        """Back."""
        self._canvas.show_drawing(self._before)

    def redo(self) -> None:
        """There."""
        self._canvas.show_drawing(self._after)
