"""Who sits where: on the rim of a hub, or between the hubs of several topics.

The same on every computer for the same people. Pure: lengths are those of the plane at 100 %.
"""

from collections.abc import Iterator, Sequence
from math import cos, hypot, inf, pi, sin
from typing import Final

from presencemap.domain.topic_layout import Point
from presencemap.ui.topics.scene import Hub

FACE: Final = 40.0
_APART: Final = 46.0
ARC: Final = 1.95
"""Radians above and below the name that faces may take: beside it they would hide it."""
_AROUND: Final = 32.0
"""Between a rim and the middle of a face that isn't on it: half of one on the rim, and its own."""
_FEW: Final = 2
"""So few sit right above and below the name, where they are seen from afar too."""
_RINGS: Final = 4
_WAYS: Final = 8


def places_on(radius: float) -> list[Point]:
    """The places on a rim, relative to its middle: above from left to right, then below."""
    count = max(2, int(ARC * radius / _APART) + 1)
    angles = [-ARC / 2 + ARC * at / (count - 1) for at in range(count)]
    upper = [(radius * sin(angle), -radius * cos(angle)) for angle in angles]
    return [*upper, *((-x, -y) for x, y in upper)]


def on_rim(people: Sequence[str], radius: float) -> dict[str, Point]:
    """Each in a place of the rim, as far apart as there is room: at most as many as have one."""
    free = places_on(radius) if len(people) > _FEW else [(0.0, -radius), (0.0, radius)]
    taken: list[Point] = []
    found: dict[str, Point] = {}
    for person in sorted(people[: len(free)]):
        start = _draw(person) % len(free)
        order = free[start:] + free[:start]
        place = max(order, key=lambda at: round(min((_far(at, t) for t in taken), default=0.0), 3))
        free.remove(place)
        taken.append(place)
        found[person] = place
    return found


def between(hubs: Sequence[Hub], all_hubs: Sequence[Hub], taken: Sequence[Point]) -> Point:
    """A free place between hubs, as near to the middle of their edges as others leave room.

    ``taken``: by others who are between hubs.
    """
    best, most = (0.0, 0.0), -inf
    for tried in _around(_middle(hubs), hubs):
        room = _room(tried, all_hubs, taken)
        if room >= 0:
            return tried
        if room > most:
            best, most = tried, room
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


def _draw(person: str) -> int:
    """A number that is the person's own; ids are hex, tests' may not be."""
    return sum(person.encode())
