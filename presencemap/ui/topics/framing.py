"""Where the topic map looks: at everything until somebody moves it, then as they wish.

Owns whether the view is still the map's or already the person's. Moves the camera; paints nothing.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from presencemap.domain.topic_layout import FEW, SHOWN, Point
from presencemap.ui.topics.camera import FIRST_CLOSEST, GLIDE_MS, Camera, View
from presencemap.ui.topics.floats import TopicFloats
from presencemap.ui.topics.foreground import TopicForeground

_AIR = 14
_HUBS: Final = ((1_100, SHOWN), (800, 18), (600, FEW), (420, 7))
"""From a width in px on, so many hubs read well with the cards of questions; below, but `_LEAST`.

Of fewer than are laid out the others' cells stay free, where cards have room.
"""
_LEAST: Final = 4
_ROUND: Final = 24
"""Px that a card needs above and below itself."""
_LEGIBLE: Final = 0.5
_LESS: Final = 0.78
"""Of its zoom, what a narrow map gives for a card."""
_NO_STEP: Final = 0.01
"""Px: what is less comes of reckoning."""


def most_hubs(width: int) -> int:
    """How many hubs a map of that width has; of `FEW` it is a narrow one."""
    return next((most for wide, most in _HUBS if width >= wide), _LEAST)


class TopicFraming:
    """``covered``: px that a person card covers at the right and the bottom."""

    def __init__(self, camera: Camera, foreground: TopicForeground, floats: TopicFloats) -> None:
        self._camera = camera
        self._foreground = foreground
        self._floats = floats
        self._untouched = True
        self._asked = False
        self.covered = (0, 0)

    def taken(self) -> list[QRectF]:
        """What no question may lie on: the controls, and an open card; px."""
        right, goal = self.covered[0], self._camera.goal
        card = [QRectF(goal.width - right, 0, right, goal.height)] if right else []
        return self._floats.obstacles() + card

    def show_everything(self) -> None:
        """The closest view of all topics."""
        self._untouched = True
        self._camera.glide(self._whole())

    def begin(self, *, anew: bool = False) -> None:
        """Everything, at once, while nobody moved the map; ``anew``: in any case."""
        self._untouched = self._untouched or anew
        if self._untouched:
            self._camera.jump(self._whole())

    def keep_all(self) -> None:
        """Unless somebody moved the map: all, when a hub left what is free or a card needs room."""
        goal, (right, bottom) = self._camera.goal, self.covered
        free = self._floats.free().adjusted(0, 0, -right, -bottom)
        hubs = self._foreground.scene.hubs
        boxes = (
            QRectF(goal.to_screen(x - r, y - r), goal.to_screen(x + r, y + r))
            for (x, y), r in ((hub.at, hub.radius) for hub in hubs)
        )
        asked = self._asked_height() > 0
        if self._untouched and (
            asked is not self._asked or not all(free.contains(box) for box in boxes)
        ):
            self._camera.glide(self._whole())

    def go_to(self, at: Point) -> None:
        """Have a point of the plane in the middle of what is free."""
        goal = replace(self._camera.goal, x=at[0], y=at[1])
        right, bottom = self.covered
        self._move(goal.panned(-right / 2, -bottom / 2))

    def uncover(self, key: str) -> None:
        """Pan so that something lies in the free part of the window."""
        goal = self._camera.goal
        box = self._foreground.box(key, goal)
        right, bottom = self.covered
        free = self._floats.free().adjusted(_AIR, _AIR, -_AIR - right, -_AIR - bottom)
        if box.isEmpty():
            return
        dx = min(0.0, free.right() - box.right()) or max(0.0, free.left() - box.left())
        dy = min(0.0, free.bottom() - box.bottom()) or max(0.0, free.top() - box.top())
        if max(abs(dx), abs(dy)) > _NO_STEP:
            self._move(goal.panned(dx, dy))

    def drag(self, step: QPointF) -> None:
        """The plane follows the pointer."""
        self._untouched = False
        self._camera.jump(self._camera.view.panned(step.x(), step.y()))

    def fling(self, speed: QPointF) -> None:
        """It goes on as fast as it was dragged (px a ms), and comes to rest."""
        if not self._camera.reduced_motion:
            far = speed * (GLIDE_MS / 3)
            self._move(self._camera.goal.panned(far.x(), far.y()))

    def pan(self, step: QPointF) -> None:
        """By so many px; presses in a row add up."""
        self._move(self._camera.goal.panned(step.x(), step.y()))

    def zoom(self, steps: float, at: QPointF, *, at_once: bool = False) -> None:
        """Double the scale ``steps`` times; what is under the pixel stays there."""
        self._untouched = False
        self._camera.zoom_by(steps, at, at_once=at_once)

    def _move(self, view: View) -> None:
        self._untouched = False
        self._camera.glide(view)

    def _whole(self) -> View:
        right, bottom = self.covered
        free = self._floats.free().adjusted(_AIR, _AIR, -_AIR - right, -_AIR - bottom)
        goal, extent = self._camera.goal, self._foreground.extent()
        whole = goal.fitted(extent, free, FIRST_CLOSEST)
        high = self._asked_height()
        self._asked = high > 0
        if high:
            # A narrow map has room for a card above its lower edge, if the hubs stay legible.
            above = goal.fitted(extent, free.adjusted(0, 0, 0, -high - _ROUND), FIRST_CLOSEST)
            if above.zoom >= max(_LESS * whole.zoom, min(_LEGIBLE, whole.zoom)):
                return above
        return whole

    def _asked_height(self) -> float:
        """Px of the card that a narrow map has room for; 0 where it needs none."""
        return self._foreground.card_height() if self._foreground.scene.narrow else 0.0
