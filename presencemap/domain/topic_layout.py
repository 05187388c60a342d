"""Where topics are on their map: the same on every computer, and never a jump.

Each name has an order of cells of its own, the middle ones mostly first; names choose in an order
that their hashes decide, and no cell is smaller than the largest hub. So what people say moves
nothing, and a topic that comes or goes moves few. Those are led to their new cell in steps. Knows
nothing of who is on a topic, nor of pixels of a screen: lengths are those of 100 % zoom.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import shake_256
from math import cos, hypot, pi, sin, sqrt
from typing import Final

STEP: Final = 24.0
"""No update moves a hub, or who sits between the same hubs, by more."""
LARGEST: Final = 92.0
SHOWN: Final = 24
"""So many topics are laid out; the others are one step away."""
FEW: Final = 9
"""A map of so many topics, or fewer, is a narrow one."""
_WIDE: Final = 256.0
_HIGH: Final = 222.0
_SWAY: Final = 26.0
"""A hub is that far from the middle of its cell at most: a grid would look like one."""
_CELLS: Final = 180
_GAP: Final = 8.0
_TURNS: Final = (0.0, pi / 5, -pi / 5, 0.3 * pi, -0.3 * pi)
"""Ways round another hub; each leads nearer to where it belongs."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """Of the map in a kind of window: how much wider than high it is.

    ``spread``: how far, in cells, a name's liking outweighs the middle.
    """

    flat: float
    spread: float


WIDE: Final = Shape(1.3, 1.5)
NARROW: Final = Shape(1.0, 0.6)
"""Of few topics, closer together."""


def radius(people: int) -> float:
    """Of the hub of a topic with so many people."""
    return min(LARGEST, 44.0 + 10.0 * sqrt(people))


def arranged(names: Collection[str], shape: Shape = WIDE) -> dict[str, Point]:
    """The middles of these topics, at most some 150, each as far from the others as hubs need."""
    free = set(range(_CELLS))
    found: dict[str, Point] = {}
    likings = {name: _liking(name, shape) for name in names}
    for name in sorted(names, key=lambda each: (likings[each].turn, each)):
        cell = next(cell for cell in likings[name].cells if cell in free)
        free.remove(cell)
        found[name] = likings[name].within(cell)
    return {name: found[name] for name in names}


def led(
    shown: Mapping[str, Point], sizes: Mapping[str, float], shape: Shape = WIDE
) -> dict[str, Point]:
    """One step from what is shown towards where all belong: ``sizes`` has the radius of each.

    Who isn't shown yet comes where they belong, or as near as there is room now. A hub in whose way
    another is goes round it, or under it where there is no way round: all arrive.
    """
    goal = arranged(sizes, shape)
    there = {name: shown[name] for name in goal if name in shown}
    for name, wanted in goal.items():
        if name in there:
            there[name] = _stepped(name, there, wanted, sizes)
    for name, wanted in goal.items():
        if name not in there:
            there[name] = _nearest(name, there, wanted, sizes, shape)
    return {name: there[name] for name in goal}


def _stepped(
    name: str, there: Mapping[str, Point], wanted: Point, sizes: Mapping[str, float]
) -> Point:
    x, y = there[name]
    dx, dy = wanted[0] - x, wanted[1] - y
    far = hypot(dx, dy)
    if far <= STEP and _is_free(name, wanted, there, sizes):
        return wanted
    length = min(1.0, STEP / far) if far else 0.0
    for turn in _TURNS:
        across, down = dx * cos(turn) - dy * sin(turn), dx * sin(turn) + dy * cos(turn)
        tried = (x + across * length, y + down * length)
        if _is_free(name, tried, there, sizes):
            return tried
    return x + dx * length, y + dy * length


def _nearest(
    name: str,
    there: Mapping[str, Point],
    wanted: Point,
    sizes: Mapping[str, float],
    shape: Shape,
) -> Point:
    if _is_free(name, wanted, there, sizes):
        return wanted
    cells = (_liking(name, shape).within(cell) for cell in range(_CELLS))
    near = sorted(cells, key=lambda at: (hypot(at[0] - wanted[0], at[1] - wanted[1]), at))
    return next(at for at in near if _is_free(name, at, there, sizes))


def _is_free(name: str, at: Point, there: Mapping[str, Point], sizes: Mapping[str, float]) -> bool:
    return all(
        hypot(at[0] - x, at[1] - y) >= sizes[name] + sizes[other] + _GAP
        for other, (x, y) in there.items()
        if other != name
    )


class _Liking:
    """What a name alone decides: its turn to choose, its order of cells, its sway in each."""

    __slots__ = ("cells", "shape", "sway", "turn")

    def __init__(self, name: str, shape: Shape) -> None:
        self.shape = shape
        digest = shake_256(name.encode()).digest(8 + 2 * _CELLS)
        drawn = [int.from_bytes(digest[at : at + 2]) / 65_536 for at in range(0, len(digest), 2)]
        self.turn = digest[:4]
        way, far = 2 * pi * drawn[2], _SWAY * drawn[3]
        self.sway = far * cos(way), far * sin(way)
        lucky = zip(_nearness(shape), drawn[4:], strict=True)
        weights = [near + shape.spread * luck for near, luck in lucky]
        self.cells = tuple(sorted(range(_CELLS), key=weights.__getitem__))

    def within(self, cell: int) -> Point:
        """The middle of a hub in a cell."""
        x, y = _lattice(self.shape)[cell]
        return x + self.sway[0], y + self.sway[1]


@lru_cache(maxsize=512)
def _liking(name: str, shape: Shape) -> _Liking:
    return _Liking(name, shape)


@lru_cache(maxsize=2)
def _lattice(shape: Shape) -> tuple[Point, ...]:
    """The middles of the cells, in rows that are shifted by half a cell; from the middle out."""
    points = [
        (column * _WIDE + (row % 2) * _WIDE / 2, row * _HIGH)
        for row in range(-16, 17)
        for column in range(-16, 17)
    ]
    return tuple(sorted(points, key=lambda at: (_far(at, shape), at))[:_CELLS])


@lru_cache(maxsize=2)
def _nearness(shape: Shape) -> tuple[float, ...]:
    return tuple(_far(at, shape) for at in _lattice(shape))


def _far(at: Point, shape: Shape) -> float:
    return hypot(at[0] / _WIDE / shape.flat, at[1] / _HIGH)
