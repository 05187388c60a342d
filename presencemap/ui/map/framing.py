"""Where the map looks: at everyone or at a plate that something covers, else where it is moved to.

Owns whether the view is still the map's or already the person's. Moves the camera; paints nothing.
"""

from collections.abc import Generator
from dataclasses import replace

from PySide6.QtCore import QPointF

from presencemap.ui.map.camera import Camera
from presencemap.ui.map.floating import AIR
from presencemap.ui.map.floats import EDGE, Floats
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.item import Item
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import View
from presencemap.ui.map.sights import CITY_ZOOM, freed, seeking_everyone
from presencemap.ui.steps import whole

ALONE_ZOOM = 8.5
"""Whoever is alone sees the region that will fill."""


class Framing:
    """``untouched``: nobody has moved the map yet, so it keeps showing everyone."""

    def __init__(self, camera: Camera, foreground: Foreground, floats: Floats) -> None:
        self._camera = camera
        self._foreground = foreground
        self._floats = floats
        self._fitted = False
        self._hopeless = frozenset[str]()
        self.untouched = True

    def view_to_keep(self) -> tuple[float, float, float] | None:
        """Latitude, longitude and zoom to restore; None while nobody has moved the map."""
        goal = self._camera.goal
        return None if self.untouched else (goal.center_lat, goal.center_lon, goal.zoom)

    def show(self, view: View) -> None:
        """Go there because the person asked."""
        self.untouched = False
        self._camera.glide(view)

    def go_to(self, lat: float, lon: float, zoom: float | None = None) -> None:
        """Have a spot (degrees) in the middle of what is free: from nearby, or at this zoom."""
        goal = self._camera.goal
        zoom = max(goal.zoom, CITY_ZOOM) if zoom is None else zoom
        there = replace(goal, center_lat=lat, center_lon=lon, zoom=zoom)
        self.show(there.panned(-self._floats.card / 2, -self._floats.sheet / 2))

    def show_everyone(self) -> None:
        """The closest view of all places with people, at city scale at most."""
        self.untouched = True
        self._camera.glide(whole(self._everyone(self._foreground)))

    def drag(self, step: QPointF) -> None:
        """The ground follows the pointer."""
        self.untouched = False
        self._camera.jump(self._camera.view.panned(step.x(), step.y()))

    def pan(self, step: QPointF) -> None:
        """By so many px; presses in a row add up."""
        self.untouched = False
        self._camera.pan_by(step.x(), step.y())

    def rest(self) -> None:
        """The view stands still: say so where nobody is in it."""
        goal, floats = self._camera.goal, self._floats
        seen = Rect(0, 0, goal.width - floats.card, goal.height - floats.sheet)
        items = self._foreground.items
        nobody = not any(seen.meets(self._foreground.box(item, goal)) for item in items)
        floats.show_nobody(bool(items) and nobody)

    def uncover(self, item: Item) -> None:
        """Pan so that an item lies in the window, clear of the card and the dock."""
        goal = self._camera.goal
        box = self._foreground.box(item, goal)
        dx, dy = freed(box, self._floats.free(), EDGE + AIR, self._floats.strip())
        if (dx, dy) != (0.0, 0.0):
            self.show(goal.panned(dx, dy))

    def loses_someone(self, foreground: Foreground) -> bool:
        """Whether a plate isn't whole in a map that nobody has moved, or it was never fitted."""
        if not self.untouched or self._camera.goal.width <= 100 or not foreground.items:
            return False
        return not self._fitted or not self._cut(foreground) <= self._hopeless

    def accept(self) -> None:
        """The layout after a fresh start: what is cut in it has no room in this window."""
        self._hopeless = self._cut(self._foreground)

    def _cut(self, foreground: Foreground) -> frozenset[str]:
        """The places whose plates aren't whole; what a card covers comes free when it closes."""
        goal, floats = self._camera.goal, self._floats
        # Views are fitted to a px.
        top, high = floats.head() - 1, goal.height - floats.head() - floats.foot() + 2
        inside = Rect(-1, top, goal.width + 2, high)
        return frozenset(
            place
            for item in foreground.items
            if not inside.encloses(foreground.box(item, goal))
            for place in item.placed.members
        )

    def starting_afresh(self, foreground: Foreground) -> Generator[None, None, View]:
        """Everyone, owing nothing to the layout before: found in steps, then to be laid out."""
        foreground.forget()
        return (yield from self._everyone(foreground))

    def start_afresh(self) -> None:
        """The same at once, of what is shown."""
        self.look(whole(self.starting_afresh(self._foreground)))

    def look(self, view: View) -> None:
        """There, since everyone is in it."""
        self._fitted = True
        self._camera.jump(view)

    def _everyone(self, foreground: Foreground) -> Generator[None, None, View]:
        floats = self._floats
        return seeking_everyone(
            foreground,
            self._camera.goal,
            floats.blocks(),
            closest=CITY_ZOOM if floats.alone.isHidden() else ALONE_ZOOM,
            strip=floats.strip(),
            head=floats.head(),
            covered=floats.card,
        )
