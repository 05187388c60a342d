"""What part of the earth the map shows, and how it gets elsewhere: at once, or in 320 ms.

Owns the view and its motion. Knows no people and paints nothing.
"""

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

from presencemap.ui.map.projection import View, latitude, longitude, world_x, world_y

GLIDE_MS = 320
_START = View(51.6, 4.7, 7.6, 100, 100)


class Camera(QObject):
    """``moved`` fires for each new view, ``aimed`` for each new goal."""

    moved = Signal()
    aimed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = self._start = self._goal = _START
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

    @property
    def gliding(self) -> bool:
        """Whether a motion is under way."""
        return self._motion.state() is QVariantAnimation.State.Running

    def resize(self, width: float, height: float) -> None:
        """The window has this size now; ends a motion."""
        self.jump(self._goal.resized(width, height))

    def jump(self, view: View) -> None:
        """Show this now."""
        self._motion.stop()
        self._view = self._goal = view
        self.aimed.emit()
        self.moved.emit()

    def glide(self, goal: View) -> None:
        """Go there smoothly, from wherever a motion is now."""
        if self.reduced_motion:
            self.jump(goal)
            return
        self._motion.stop()
        self._start, self._goal = self._view, goal
        self.aimed.emit()
        self._motion.start()

    def zoom_by(self, steps: float, x: float, y: float, *, at_once: bool = False) -> None:
        """Double the scale ``steps`` times; what is under the pixel stays there."""
        factor = 2.0 ** (self._goal.zoom + steps - self._view.zoom)
        goal = self._view.zoomed_at(factor, x, y)
        if at_once:
            self.jump(goal)
        elif goal != self._goal:
            self.glide(goal)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by so many px, smoothly; presses in a row add up."""
        self.glide(self._goal.panned(dx, dy))

    @Slot(object)
    def _advance(self, done: float) -> None:
        self._view = between(self._start, self._goal, done)
        self.moved.emit()


def between(start: View, goal: View, done: float) -> View:
    """The view on the way (0..1), along which one point of the screen stands still."""
    if done >= 1.0:
        return goal
    zoom = start.zoom + (goal.zoom - start.zoom) * done
    part = done
    if abs(goal.zoom - start.zoom) > 1e-6:
        here = 1 / start.scale
        part = (here - 1 / replace(start, zoom=zoom).scale) / (here - 1 / goal.scale)
    x, y = world_x(start.center_lon), world_y(start.center_lat)
    dx, dy = world_x(goal.center_lon) - x, world_y(goal.center_lat) - y
    dx -= round(dx)
    return replace(
        goal, center_lat=latitude(y + dy * part), center_lon=longitude(x + dx * part), zoom=zoom
    )
