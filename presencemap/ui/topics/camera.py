"""What part of the topics' plane shows, and its way elsewhere.

Knows no topic and paints nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QRectF

from presencemap.ui.glide import GlidingView

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


class Camera(GlidingView[View]):
    """Of the plane."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(View(), between, parent)

    def resize(self, width: float, height: float) -> None:
        """The window has this size now; ends a motion."""
        self.jump(replace(self._goal, width=width, height=height))

    def zoom_by(self, steps: float, at: QPointF, *, at_once: bool = False) -> None:
        """Double the scale ``steps`` times; what is under the pixel stays there."""
        wanted = self._goal.zoom * 2.0**steps
        goal = self._view.zoomed_at(wanted / self._view.zoom, at)
        if at_once:
            self.jump(goal)
        else:
            self.glide(goal)


def between(start: View, goal: View, done: float) -> View:
    """The view on the way (0..1), along which one point of the screen stands still."""
    if done >= 1.0:
        return goal
    # By ratio: doubling looks as quick from near as from far.
    zoom = start.zoom * (goal.zoom / start.zoom) ** done
    part = done
    if abs(goal.zoom - start.zoom) > 1e-9:
        part = (1 / start.zoom - 1 / zoom) / (1 / start.zoom - 1 / goal.zoom)
    x = start.x + (goal.x - start.x) * part
    y = start.y + (goal.y - start.y) * part
    return replace(goal, x=x, y=y, zoom=zoom)
