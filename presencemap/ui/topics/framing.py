"""Where the topic map looks: at everything until somebody moves it, then as they wish.

Owns whether the view is still the map's or already the person's. Moves the camera; paints nothing.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from presencemap.domain.topic_layout import FEW, SHOWN, Point
from presencemap.ui.topics.camera import FIRST_CLOSEST, Camera, View
from presencemap.ui.topics.floats import TopicFloats
from presencemap.ui.topics.foreground import TopicForeground

_AIR = 14
_HUBS: Final = ((1_100, 0, SHOWN), (800, 0, 18), (600, 0, FEW), (420, 560, 7), (420, 0, 5))
"""From a width and height in px on, so many hubs read well with the cards of questions.

Of fewer than are laid out the others' cells stay free, where cards have room. Below all: `_LEAST`.
"""
_LEAST: Final = 4
_ROUND: Final = 24
"""Px that a card needs above and below itself."""
_LEGIBLE: Final = 0.5
_LESS: Final = 0.78
"""Of its zoom, what a narrow map gives for a card."""
_NO_STEP: Final = 0.01
"""Px: what is less comes of reckoning."""


def most_hubs(width: int, height: int) -> int:
    """How many hubs a map of that size (px) has; of `FEW` it is a narrow one."""
    return next((most for wide, high, most in _HUBS if width >= wide and height >= high), _LEAST)


class TopicFraming:
    """Within what is free of controls and of a person's card."""

    def __init__(self, camera: Camera, foreground: TopicForeground, floats: TopicFloats) -> None:
        self._camera = camera
        self._foreground = foreground
        self._floats = floats
        self._untouched = True
        self._lent = self._asked = False

    def show_everything(self) -> None:
        """The closest view of all topics."""
        self._untouched = True
        self._camera.glide(self._whole())

    def begin(self, *, anew: bool = False) -> None:
        """Everything, at once, while nobody moved the map; ``anew``: in any case."""
        self._untouched = self._untouched or anew
        if self._untouched:
            self._camera.jump(self._whole())

    def make_room(self, person: str) -> None:
        """All clear of a card that opened, or at least this person; see ``card_closed``."""
        self._fit()
        view = self._uncovered(person)
        if view is not None:
            self._lent = self._lent or self._untouched
            self._untouched = False
            self._camera.glide(view)

    def card_closed(self) -> None:
        """Everything again, if nobody but the card moved the map."""
        self._untouched, self._lent = self._untouched or self._lent, False
        self._fit()

    def keep_all(self) -> None:
        """Fit, when a hub left what is free or a card needs room."""
        goal, free = self._camera.goal, self._floats.free()
        hubs = self._foreground.scene.hubs
        boxes = (
            QRectF(goal.to_screen(x - r, y - r), goal.to_screen(x + r, y + r))
            for (x, y), r in ((hub.at, hub.radius) for hub in hubs)
        )
        asked = self._asked_height() > 0
        if asked is not self._asked or not all(free.contains(box) for box in boxes):
            self._fit()

    def go_to(self, at: Point) -> None:
        """Have a point of the plane in the middle of what is free."""
        goal = replace(self._camera.goal, x=at[0], y=at[1])
        self._move(goal.panned(-self._floats.card / 2, -self._floats.sheet / 2))

    def uncover(self, key: str) -> None:
        """Pan so that something lies in the free part of the window."""
        view = self._uncovered(key)
        if view is not None:
            self._move(view)

    def drag(self, step: QPointF) -> None:
        """The plane follows the pointer."""
        self._take_over()
        self._camera.jump(self._camera.view.panned(step.x(), step.y()))

    def fling(self, speed: QPointF) -> None:
        """It goes on as fast as it was dragged (px a ms), and comes to rest."""
        self._take_over()
        self._camera.fling(speed)

    def pan(self, step: QPointF) -> None:
        """By so many px; presses in a row add up."""
        self._move(self._camera.goal.panned(step.x(), step.y()))

    def zoom(self, steps: float, at: QPointF, *, at_once: bool = False) -> None:
        """Double the scale ``steps`` times; what is under the pixel stays there."""
        self._take_over()
        self._camera.zoom_by(steps, at, at_once=at_once)

    def _fit(self) -> None:
        """Unless somebody moved the map: everything, in what is free now."""
        if self._untouched and self._foreground.scene.hubs:
            whole = self._whole()
            if whole != self._camera.goal:
                self._camera.glide(whole)

    def _take_over(self) -> None:
        """The view is the person's now."""
        self._untouched = self._lent = False

    def _move(self, view: View) -> None:
        self._take_over()
        self._camera.glide(view)

    def _uncovered(self, key: str) -> View | None:
        """The view in which something lies in the free part of the window, None for this one."""
        goal = self._camera.goal
        box = self._foreground.box(key, goal)
        free = self._floats.free().adjusted(_AIR, _AIR, -_AIR, -_AIR)
        if box.isEmpty():
            return None
        dx = min(0.0, free.right() - box.right()) or max(0.0, free.left() - box.left())
        dy = min(0.0, free.bottom() - box.bottom()) or max(0.0, free.top() - box.top())
        return goal.panned(dx, dy) if max(abs(dx), abs(dy)) > _NO_STEP else None

    def _whole(self) -> View:
        clear, free = self._within(self._floats.free()), self._floats.free(uncovered=True)
        # Hubs too small to be read help nobody: then a person's card lies on some of them.
        return clear if clear.zoom >= _LEGIBLE else self._within(free)

    def _within(self, free: QRectF) -> View:
        free = free.adjusted(_AIR, _AIR, -_AIR, -_AIR)
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
