"""Where who is on several topics sits: between their hubs.

The same on every computer for the same people. Pure: lengths are those of the plane at 100 %.
"""

from collections.abc import Iterator, Sequence
from math import cos, hypot, inf, pi, sin
from typing import Final

from presencemap.domain.topic_layout import Point
from presencemap.ui.topics.routing import crossings
from presencemap.ui.topics.scene import Hub

_APART: Final = 46.0
_AROUND: Final = 36.0
"""Between a rim and the middle of a face that isn't on it: half of one on the rim, and its own."""
_RINGS: Final = 4
_WAYS: Final = 8


def between(hubs: Sequence[Hub], all_hubs: Sequence[Hub], taken: Sequence[Point]) -> Point:
    """A free place between hubs, as near to the middle of their edges as others leave room.

    One from which no other hub lies on the straight ways to its own, if there is any. ``taken``: by
    others who are between hubs.
    """
    best, most = (0.0, 0.0), (-inf, 0.0)
    for tried in _around(_middle(hubs), hubs):
        room = min(0.0, _room(tried, all_hubs, taken))
        if room < most[0]:
            continue
        score = room, -crossings(tried, hubs, all_hubs)
        if score == (0.0, 0):
            return tried
        if score > most:
            best, most = tried, score
    return best


def _middle(hubs: Sequence[Hub]) -> Point:
    first, second = hubs[0], hubs[1]
    if len(hubs) == 2:
        far = _far(first.at, second.at) or 1.0
        part = (first.radius + (far - first.radius - second.radius) / 2) / far
        x, y = (a + (b - a) * part for a, b in zip(first.at, second.at, strict=True))
        return x, y
    count = len(hubs)
    return sum(hub.at[0] for hub in hubs) / count, sum(hub.at[1] for hub in hubs) / count


def _around(middle: Point, hubs: Sequence[Hub]) -> Iterator[Point]:
    """The middle, then rings round it; across the line between the first two before along it."""
    yield middle
    (x, y), (other_x, other_y) = hubs[0].at, hubs[1].at
    far = _far(hubs[0].at, hubs[1].at) or 1.0
    ux, uy = -(other_y - y) / far, (other_x - x) / far
    for ring in range(1, _RINGS + 1):
        for way in (0, 4, 1, 3, 5, 7, 2, 6):
            turn = way * 2 * pi / _WAYS
            dx, dy = ux * cos(turn) - uy * sin(turn), ux * sin(turn) + uy * cos(turn)
            yield middle[0] + dx * ring * _APART, middle[1] + dy * ring * _APART


def _room(at: Point, hubs: Sequence[Hub], taken: Sequence[Point]) -> float:
    """How much room is left round a place; negative: what it lacks."""
    beside = min((_far(at, hub.at) - hub.radius - _AROUND for hub in hubs), default=0.0)
    return min(beside, min((_far(at, other) - _APART for other in taken), default=0.0))


def _far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
