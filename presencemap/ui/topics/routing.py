"""Which way a line takes from a face to a hub: round other hubs where that is possible.

The least bent curve that keeps clear of them; where none does, the one that is least under them.
Pure: lengths are those of the plane at 100 %.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import atan2, cos, hypot, inf, sin
from typing import Final

from presencemap.domain.topic_layout import Point
from presencemap.ui.topics.scene import Curve, Hub

Round = tuple[float, float, float]
"""The middle of a hub, and its radius."""
_CLEAR: Final = 8.0
_BOWS: Final = (0.0, 0.1, -0.1, 0.25, -0.25, 0.45, -0.45, 0.7, -0.7, 1.0, -1.0)
"""Of its length, how far a control lies beside the straight line."""
_STEPS: Final = 16
_ASTRAY: Final = 1.5
"""Who is so many times farther round than straight lies in nobody's way."""


def routed(face: Point, hubs: Sequence[Hub], everything: Iterable[Hub]) -> tuple[Curve, ...]:
    """A curve from a face to the rim of each of its hubs."""
    rounds = [(hub.name, (*hub.at, hub.radius)) for hub in everything]
    found = []
    for turn, hub in enumerate(hubs):
        others = tuple(each for name, each in rounds if name != hub.name)
        near, side = _in_the_way(face, hub.at, others), -1.0 if turn % 2 else 1.0
        found.append(_way(face, hub.at, (hub.radius, bool(hub.job)), near, side))
    return tuple(found)


def crossings(face: Point, hubs: Sequence[Hub], everything: Iterable[Hub]) -> int:
    """How many hubs lie on the straight lines from a face to its own ones."""
    return sum(
        _beside(face, hub.at, other.at) < other.radius + _CLEAR / 2
        for other in everything
        for hub in hubs
        if hub.name != other.name
    )


@lru_cache(maxsize=2_048)
def _way(
    face: Point, middle: Point, shape: tuple[float, bool], others: tuple[Round, ...], side: float
) -> Curve:
    best, least = None, inf
    for bows in _bends(side):
        curve = _bent(face, middle, shape, bows)
        under = _under(curve, others, least)
        if under <= 0.0:
            return curve
        if best is None or under < least:
            best, least = curve, under
    assert best is not None
    return best


@lru_cache(maxsize=2)
def _bends(side: float) -> tuple[tuple[float, float], ...]:
    """The least bent first; the very first is bowed a little, to its side."""
    every = sorted(
        product(_BOWS, _BOWS),
        key=lambda bows: (abs(bows[0]) + abs(bows[1]) + abs(bows[0] - bows[1]), bows),
    )
    return ((0.1 * side, 0.1 * side), *every)


def _bent(
    face: Point, middle: Point, shape: tuple[float, bool], bows: tuple[float, float]
) -> Curve:
    hub = Hub("", middle, shape[0], 2, 0, job="-" if shape[1] else "")
    rim = _rim(hub, face)
    dx, dy = rim[0] - face[0], rim[1] - face[1]
    first = face[0] + dx / 3 - dy * bows[0], face[1] + dy / 3 + dx * bows[0]
    second = face[0] + dx * 2 / 3 - dy * bows[1], face[1] + dy * 2 / 3 + dx * bows[1]
    return face, first, second, _rim(hub, second)


def _rim(hub: Hub, seen_from: Point) -> Point:
    way = atan2(seen_from[1] - hub.at[1], seen_from[0] - hub.at[0])
    reach = hub.reach(way)
    return hub.at[0] + reach * cos(way), hub.at[1] + reach * sin(way)


def _under(curve: Curve, others: Sequence[Round], enough: float) -> float:
    """How much of a curve is under others, or all but; no more is reckoned than is ``enough``."""
    found = 0.0
    for px, py in points(curve):
        for x, y, radius in others:
            found += max(0.0, radius + _CLEAR - hypot(px - x, py - y))
        if found > enough:
            break
    return found


def points(curve: Curve) -> Iterator[Point]:
    """Where a curve passes, from one end to the other."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    for step in range(1, _STEPS):
        t = step / _STEPS
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy


def _in_the_way(face: Point, hub: Point, others: Iterable[Round]) -> tuple[Round, ...]:
    far = hypot(face[0] - hub[0], face[1] - hub[1])
    return tuple(
        (x, y, radius)
        for x, y, radius in others
        if hypot(face[0] - x, face[1] - y) + hypot(hub[0] - x, hub[1] - y) - 2 * radius
        < _ASTRAY * far
    )


def _beside(start: Point, end: Point, at: Point) -> float:
    """How far a point is from a straight line between two."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy or 1.0
    part = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length
    part = max(0.0, min(1.0, part))
    return hypot(at[0] - start[0] - part * dx, at[1] - start[1] - part * dy)
