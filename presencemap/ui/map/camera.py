"""What part of the earth the map shows, and its way elsewhere.

Knows no people and paints nothing.
"""

from dataclasses import replace

from PySide6.QtCore import QObject

from presencemap.ui.glide import GlidingView
from presencemap.ui.map.projection import View, latitude, longitude, world_x, world_y

_START = View(51.6, 4.7, 7.6, 100, 100)


class Camera(GlidingView[View]):
    """Of the earth."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_START, between, parent)

    def resize(self, width: float, height: float) -> None:
        """The window has this size now; ends a motion."""
        self.jump(self._goal.resized(width, height))

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
