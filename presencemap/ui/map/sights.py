"""Which view shows what: everyone with their plates, one plate beside a card, a cluster apart.

Pure reckoning over a laid-out foreground. Knows no widget and moves nothing.
"""

from collections.abc import Generator, Sequence
from dataclasses import replace

from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.item import Item
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import MIN_ZOOM, Margins, View

CITY_ZOOM = 11.0
"""A first view comes no closer than a city and its surroundings."""
_AIR = 16.0
_BELOW = 8.0
"""Px below the days."""
_ROUNDS = 4
_STEPS = 10
_STEP = 0.25
"""Levels of zoom."""


def seeking_everyone(
    foreground: Foreground,
    view: View,
    floats: Sequence[Rect] = (),
    *,
    closest: float = CITY_ZOOM,
    strip: float = 0,
    head: float = 0,
    covered: float = 0,
) -> Generator[None, None, View]:
    """The closest view with every plate in the window, in steps: it may try many layouts.

    Args:
        foreground: the people.
        view: for its size, and as the answer where nobody has a spot.
        floats: px of what lies over the map.
        closest: the zoom to stay at or below.
        strip: px at the bottom that the dock takes.
        head: px at the top that the days take.
        covered: px at the right that a card takes.
    """
    points = [(spot.lat, spot.lon) for spot in foreground.scene.spots]
    top, bottom = head + _BELOW if head else _AIR, max(strip, _AIR)
    free = Rect(_AIR, top, view.width - covered - 2 * _AIR, view.height - top - bottom - _AIR)
    margins = Margins(_AIR, top, covered + _AIR, bottom + _AIR)

    def sticking_out(tried: View) -> Generator[None, None, Margins]:
        return _sticking_out((yield from foreground.previewing(tried, floats)), free, floats)

    # How far plates stick out beyond their points depends on the layout, and that on the zoom.
    first = fitted = view.fitted(points, margins, closest)
    for _ in range(_ROUNDS):
        out = yield from sticking_out(fitted)
        if not any(out):
            return fitted
        aside = _aside(fitted, out)
        if aside is not None and not any((yield from sticking_out(aside))):
            return aside
        margins = Margins(*(was + more for was, more in zip(margins, out, strict=True)))
        fitted = view.fitted(points, margins, closest)
    # Plates part and merge with each of these: step back until enough of them merge.
    for step in range(1, _STEPS + 1):
        back = replace(first, zoom=max(MIN_ZOOM, first.zoom - step * _STEP))
        aside = _aside(back, (yield from sticking_out(back)))
        if aside is not None and not any((yield from sticking_out(aside))):
            return aside
    return fitted


def _aside(view: View, out: Margins) -> View | None:
    """As near, with what sticks out on one side brought in; None where it does on both."""
    if (out.left and out.right) or (out.top and out.bottom):
        return None
    return view.panned(out.left - out.right, out.top - out.bottom)


def _sticking_out(boxes: Sequence[Rect], free: Rect, floats: Sequence[Rect]) -> Margins:
    """By how many whole px boxes are out of what is free, at each side, or under what floats."""
    under = [_way_out(box, each) for box in boxes for each in floats if box.meets(each)]
    out = (
        max([0.0, *(free.x - box.x for box in boxes), *(way.left for way in under)]),
        max([0.0, *(free.y - box.y for box in boxes), *(way.top for way in under)]),
        max([0.0, *(box.x + box.w - free.x - free.w for box in boxes)]),
        max([0.0, *(box.y + box.h - free.y - free.h for box in boxes)]),
    )
    return Margins(*(px if px >= 1.0 else 0.0 for px in out))


def _way_out(box: Rect, lying: Rect) -> Margins:
    """The margin that brings a box from under what lies over the map's left edge: the smaller."""
    right, down = lying.x + lying.w - box.x, lying.y + lying.h - box.y
    return Margins(right, 0, 0, 0) if right < down else Margins(0, down, 0, 0)


def freed(box: Rect, free: Rect, air: float, strip: float) -> tuple[float, float]:
    """The smallest pan (px) that brings a box into the free area, less air and the dock's strip."""
    left, top = free.x + air, free.y + air
    right, bottom = free.x + free.w - air, free.y + free.h - max(air, strip)
    dx = min(0.0, right - box.x - box.w) or max(0.0, left - box.x)
    dy = min(0.0, bottom - box.y - box.h) or max(0.0, top - box.y)
    return dx, dy


def middle_of(item: Item, view: View, zoom: float) -> View:
    """The view of a zoom with the places of an item round its middle."""
    lats = [spot.lat for spot in item.spots]
    lons = [spot.lon for spot in item.spots]
    return replace(
        view,
        center_lat=(min(lats) + max(lats)) / 2,
        center_lon=(min(lons) + max(lons)) / 2,
        zoom=zoom,
    )
