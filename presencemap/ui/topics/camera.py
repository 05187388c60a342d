"""What part of the topics' plane shows, and how it gets elsewhere: at once, or in 320 ms.

Owns the view and its motion. Knows no topic and paints nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation, Signal, Slot

GLIDE_MS = 320
CLOSEST = 1.6
FARTHEST = 0.3
FIRST_CLOSEST = 1.0
"""A view of everything comes no closer than this."""


@dataclass(frozen=True, slots=True)
class View:
    """The point of the plane in the middle, px for a unit of it, and the size in px."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0
    width: float = 100.0
    height: float = 100.0

    def to_screen(self, x: float, y: float) -> QPointF:
        """Where a point of the plane is, px."""
        return QPointF(
            self.width / 2 + (x - self.x) * self.zoom, self.height / 2 + (y - self.y) * self.zoom
        )

    def on_plane(self, at: QPointF) -> tuple[float, float]:
        """The point of the plane at a pixel."""
        x = self.x + (at.x() - self.width / 2) / self.zoom
        return x, self.y + (at.y() - self.height / 2) / self.zoom

    def panned(self, dx: float, dy: float) -> "View":
        """The picture moved by so many px."""
        return replace(self, x=self.x - dx / self.zoom, y=self.y - dy / self.zoom)

    def zoomed_at(self, factor: float, at: QPointF) -> "View":
        """Closer by a factor; what is under the pixel stays there."""
        zoom = max(FARTHEST, min(CLOSEST, self.zoom * factor))
        x, y = self.on_plane(at)
        return replace(
            self,
            x=x - (at.x() - self.width / 2) / zoom,
            y=y - (at.y() - self.height / 2) / zoom,
            zoom=zoom,
        )

    def fitted(self, boxes: Iterable[QRectF], free: QRectF, closest: float) -> "View":
        """All boxes of the plane within the free part of the window, px."""
        whole = QRectF()
        for box in boxes:
            whole = whole.united(box)
        if whole.isEmpty():
            return replace(self, x=0.0, y=0.0, zoom=closest)
        zoom = min(free.width() / whole.width(), free.height() / whole.height(), closest)
        zoom = max(FARTHEST, zoom)
        middle, off = whole.center(), free.center()
        return replace(
            self,
            x=middle.x() - (off.x() - self.width / 2) / zoom,
            y=middle.y() - (off.y() - self.height / 2) / zoom,
            zoom=zoom,
        )


class Camera(QObject):
    """``moved`` fires for each new view, ``aimed`` for each new goal."""

    moved = Signal()
    aimed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = self._start = self._goal = View()
        self.reduced_motion = False
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(GLIDE_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._advance)

    @property
    def view(self) -> View:
        """What shows now."""
        return self._view

    @property
    def goal(self) -> View:
        """What will show when the motion has ended."""
        return self._goal

    def resize(self, width: float, height: float) -> None:
        """The window has this size now; ends a motion."""
        self.jump(replace(self._goal, width=width, height=height))

    def jump(self, view: View) -> None:
        """Show this now."""
        self._motion.stop()
        self._view = self._goal = view
        self.aimed.emit()
        self.moved.emit()

    def glide(self, goal: View) -> None:
        """Go there smoothly, from wherever a motion is now."""
        if self.reduced_motion or goal == self._view:
            self.jump(goal)
            return
        self._motion.stop()
        self._start, self._goal = self._view, goal
        self.aimed.emit()
        self._motion.start()

    def zoom_by(self, steps: float, at: QPointF, *, at_once: bool = False) -> None:
        """Double the scale ``steps`` times; what is under the pixel stays there."""
        wanted = self._goal.zoom * 2.0**steps
        goal = self._view.zoomed_at(wanted / self._view.zoom, at)
        if at_once:
            self.jump(goal)
        else:
            self.glide(goal)

    @Slot(object)
    def _advance(self, done: float) -> None:
        start, goal = self._start, self._goal
        if done >= 1.0:
            self._view = goal
        else:
            # By ratio: doubling looks as quick from near as from far.
            zoom = start.zoom * (goal.zoom / start.zoom) ** done
            part = done
            if abs(goal.zoom - start.zoom) > 1e-9:
                part = (1 / start.zoom - 1 / zoom) / (1 / start.zoom - 1 / goal.zoom)
            x = start.x + (goal.x - start.x) * part
            y = start.y + (goal.y - start.y) * part
            self._view = replace(goal, x=x, y=y, zoom=zoom)
        self.moved.emit()
