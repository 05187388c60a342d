"""Where a plate may stand beside its point: the offsets that a layout tries, the best ones first.

Pure geometry in px of one layout. Knows no people, and not which offset is taken.
"""

from collections.abc import Iterable
from itertools import product
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presencemap.ui.map.layout import Placed, Rect

REACH = 36.0
FARTHEST = 150.0
"""Px that a plate goes at most to come out from under something."""
_CLEAR = 10.0
"""Px between a point and a plate that was moved to another side of it."""
_BESIDE = 6.0
"""Px between a plate and what it came out from under, or a plate that stands there."""
_DIRECTIONS = ((0, -1), (1, -1), (-1, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (0, 1))
_NEAR = tuple((dx * reach, dy * reach) for reach in (REACH / 2, REACH) for dx, dy in _DIRECTIONS)

Try = tuple[float, float, float]
"""Offset, and room that must be free beyond the gap."""

TRIES: tuple[Try, ...] = ((0.0, 0.0, 0.0), *((*offset, 0.0) for offset in _NEAR))
"""At home, and near it."""


def other_sides(home: "Placed") -> tuple[Try, ...]:
    """Offsets that bring a plate below its point, and to the right and left of it."""
    left, top, wide, high = home.rect
    level = home.y - top - high / 2
    return (
        (0.0, home.y + _CLEAR - top, 0.0),
        (home.x + _CLEAR - left, level, 0.0),
        (home.x - _CLEAR - left - wide, level, 0.0),
    )


def ways_out(home: "Placed", around: Iterable["Rect"]) -> list[Try]:
    """Offsets that bring a plate just beside what is around it, the nearest first; none too far."""
    left, top, wide, high = home.rect
    across, down = {0.0}, {0.0}
    for each in around:
        across |= {each.x + each.w + _BESIDE - left, each.x - _BESIDE - left - wide}
        down |= {each.y + each.h + _BESIDE - top, each.y - _BESIDE - top - high}
    within = [px for px in across if abs(px) <= FARTHEST]
    ways = ((hypot(dx, dy), dx, dy) for dx, dy in product(within, down))
    return [(dx, dy, 0.0) for far, dx, dy in sorted(ways) if far <= FARTHEST]
