"""Who of a hub has a face at a zoom, and where on its rim: evenly, and never on its words.

The same on every computer for the same people. Pure: knows no scene and no painter.
"""

from collections.abc import Sequence
from hashlib import sha256
from math import acos, atan2, cos, pi, sin
from typing import Final

from presencemap.domain.topic_layout import Point
from presencemap.ui.topics.scene import Hub

BADGES: Final = 4.0
"""Px that the ring and the badges of a face stand out."""
_BESIDE: Final = 12.0
"""Px between faces on a rim."""
_APART: Final = 46.0
_WIDEST: Final = 1.1
"""Radians from right above, and below, that faces may take: words lie beside."""
_SPANS: Final = (0.7, 0.8, 1.0, _WIDEST)
"""As far as one, two, three or more faces in an arc go to each side, where there is room."""
_INSIDE: Final = 0.25
"""Of a face, how far within the rim its middle is where the words leave room."""
_EASY: Final = 0.75
"""Radians of an arc that is room enough."""


def room_on(radius: float) -> int:
    """How many faces a rim has room for, seen from nearby."""
    return max(2, int(4 * _WIDEST * radius / _APART))


def seated(
    hub: Hub, people: Sequence[str], words: tuple[float, float], face: float, zoom: float
) -> dict[str, Point]:
    """The first of these people who have room, off the middle of their hub on the plane.

    ``words``: their width and height, ``face``: its size, both px at that zoom.
    """
    half, clear = face / 2, words[1] / 2 + face / 2 + BADGES
    rim = hub.reach(pi / 2) * zoom
    rim = max(rim - _INSIDE * face, min(rim, clear / cos(_EASY)))
    arc = acos(min(1.0, clear / rim)) if not hub.job else pi / 4
    most = int(2 * min(arc, _WIDEST) * rim / (2 * half + _BESIDE)) + 1
    shown = people[: 2 * most]
    upper, flipped = _leaning(hub.name, len(shown))
    ways = [*_angles(upper, arc), *(pi + each for each in _angles(len(shown) - upper, arc))]
    if len(shown) < 3:
        # One or two are askew: right above and below each other they look like an axis.
        ways = [each + min(arc, _SPANS[0]) * (1 if flipped else -1) for each in ways]
    found = {}
    for person, way in zip(sorted(shown, key=_draw), ways, strict=True):
        x, y = sin(way), -cos(way)
        out = rim if not hub.job else rim * hub.reach(atan2(y, x)) / hub.reach(pi / 2)
        x, y = x * out, y * out
        if abs(y) < clear and abs(x) < words[0] / 2 + half + BADGES:
            y = clear if y > 0 else -clear
        found[person] = x / zoom, y / zoom
    return found


def _leaning(name: str, count: int) -> tuple[int, bool]:
    """How many of so many sit above, and whether it is all mirrored: a hub's own."""
    drawn = sha256(name.encode()).digest()
    return (count + drawn[0] % 2) // 2, bool(drawn[1] % 2)


def _angles(count: int, arc: float) -> list[float]:
    """So many from left to right in an arc, evenly."""
    if count < 2:
        return [0.0] * count
    span = min(arc, _SPANS[min(count, len(_SPANS)) - 1])
    return [-span + 2 * span * at / (count - 1) for at in range(count)]


def _draw(person: str) -> bytes:
    """A person's own: who comes shifts the others, and parts no two of them otherwise."""
    return sha256(person.encode()).digest()
