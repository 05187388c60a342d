"""Where the plates go so that none covers another: moved a little, or merged.

Pure: world pixels of one zoom in, rectangles out; knows no Qt, no view, no names. A pan therefore
changes nothing, and the layout before this one holds plates where they were while there is room.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

MAX_FACES = 12
"""More people than this on one plate make it a bubble."""
COARSE = 40.0
"""Px for 10 km: below this, places of several towns that merge make a bubble."""
GAP = 5.0
"""Px that stay free between two plates."""
STICKY_GAP = 13.0
"""Px of room that a plate needs before it goes back, or leaves a merged one."""
REACH = 36.0
_DIRECTIONS = ((0, -1), (1, -1), (-1, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (0, 1))
_OFFSETS = tuple((dx * reach, dy * reach) for reach in (REACH / 2, REACH) for dx, dy in _DIRECTIONS)


class Rect(NamedTuple):
    """Px; y grows to the south."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, other: "Rect", gap: float = 0.0) -> bool:
        """Whether less than ``gap`` px are free between the two."""
        return (
            self.x < other.x + other.w + gap
            and other.x < self.x + self.w + gap
            and self.y < other.y + other.h + gap
            and other.y < self.y + self.h + gap
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def moved(self, dx: float, dy: float) -> "Rect":
        """The same size elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)


class Form(Enum):
    """How a place, or what it merged into, is drawn."""

    PLATE = "plate"
    BUBBLE = "bubble"


class Pin(NamedTuple):
    """A place to lay out: world px, number of people, and the town that a merge is named after."""

    key: str
    x: float
    y: float
    people: int
    town: str


class Shape(NamedTuple):
    """The size of a sprite, and where in it the exact point lies before any offset."""

    w: float
    h: float
    point_x: float
    point_y: float


class Placed(NamedTuple):
    """One plate or bubble. ``members``: keys, the biggest first; ``x, y``: the exact point."""

    members: tuple[str, ...]
    form: Form
    x: float
    y: float
    dx: float
    dy: float
    rect: Rect

    @property
    def key(self) -> str:
        """The place that it is named after."""
        return self.members[0]

    @property
    def leads(self) -> bool:
        """Whether a line leads to the point, since the plate was moved off it."""
        return (self.dx, self.dy) != (0.0, 0.0)


Measure = Callable[[tuple[str, ...], Form], Shape]


@dataclass(frozen=True, slots=True)
class _Group:
    pins: tuple[Pin, ...]

    @property
    def people(self) -> int:
        return sum(pin.people for pin in self.pins)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(pin.key for pin in self.pins)

    def joined(self, other: "_Group") -> "_Group":
        return _Group(tuple(sorted((*self.pins, *other.pins), key=_biggest_first)))

    def form(self, per_10km: float) -> Form:
        towns = len({pin.town for pin in self.pins})
        coarse = per_10km < COARSE and towns > 1
        return Form.BUBBLE if coarse or self.people > MAX_FACES else Form.PLATE

    def point(self, form: Form) -> tuple[float, float]:
        """A plate points at its biggest place, a bubble lies amid its people."""
        if form is Form.PLATE:
            return self.pins[0].x, self.pins[0].y
        total = self.people or 1
        return (
            sum(pin.x * pin.people for pin in self.pins) / total,
            sum(pin.y * pin.people for pin in self.pins) / total,
        )


def _biggest_first(pin: Pin) -> tuple[int, str]:
    return -pin.people, pin.key


class _Memory:
    """What the layout before says of each place: its companions and its offset."""

    def __init__(self, before: Iterable[Placed]) -> None:
        self._plates = {placed.members: placed for placed in before}
        self._mates = {key: placed.members for placed in before for key in placed.members}

    def offset(self, keys: tuple[str, ...]) -> tuple[float, float]:
        placed = self._plates.get(keys)
        return (0.0, 0.0) if placed is None else (placed.dx, placed.dy)

    def together(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        mates = self._mates.get(one[0], ())
        return any(key in mates for key in other)


def lay_out(
    pins: Iterable[Pin],
    measure: Measure,
    per_10km: float,
    before: Sequence[Placed] = (),
    obstacles: Sequence[Rect] = (),
) -> tuple[Placed, ...]:
    """Plates that don't overlap, each place in exactly one of them, from north to south.

    Args:
        pins: the places, in world px of the zoom.
        measure: the size of the sprite of these members in this form.
        per_10km: px for 10 km at this zoom.
        before: the layout that is on screen, of any zoom.
        obstacles: rectangles to keep clear of where that costs nothing, in world px.
    """
    memory = _Memory(before)
    waiting = deque(_Group((pin,)) for pin in sorted(pins, key=_biggest_first))
    placed: list[tuple[_Group, Placed]] = []
    while waiting:
        group = waiting.popleft()
        form = group.form(per_10km)
        x, y = group.point(form)
        shape = measure(group.keys, form)
        home = Rect(x - shape.point_x, y - shape.point_y, shape.w, shape.h)
        others = [(item.rect, _gap(memory, group, item)) for _, item in placed]
        offset = _free_offset(home, (x, y), memory.offset(group.keys), others, obstacles)
        if offset is not None:
            rect = home.moved(*offset)
            placed.append((group, Placed(group.keys, form, x, y, *offset, rect)))
            continue
        other = min(
            (pair for pair in placed if home.meets(pair[1].rect, STICKY_GAP)),
            key=lambda pair: (pair[0].pins[0].town != group.pins[0].town, _far(pair[1], x, y)),
        )
        placed.remove(other)
        waiting.appendleft(group.joined(other[0]))
    return tuple(sorted((item for _, item in placed), key=lambda item: (item.y, item.x, item.key)))


def _gap(memory: _Memory, group: _Group, other: Placed) -> float:
    return STICKY_GAP if memory.together(group.keys, other.members) else GAP


def _far(placed: Placed, x: float, y: float) -> float:
    return math.hypot(placed.x - x, placed.y - y)


def _free_offset(
    home: Rect,
    point: tuple[float, float],
    last: tuple[float, float],
    others: Sequence[tuple[Rect, float]],
    obstacles: Sequence[Rect],
) -> tuple[float, float] | None:
    """The offset to take, the last one for as long as going home would be tight; None: no room."""
    near = [(r, gap) for r, gap in others if home.meets(r, REACH + STICKY_GAP)]
    tries = [(0.0, 0.0, 0.0), *((*offset, 0.0) for offset in _OFFSETS)]
    if last != (0.0, 0.0):
        extra = STICKY_GAP - GAP
        tries = [(0.0, 0.0, extra), (*last, 0.0), *tries]
    second: tuple[float, float] | None = None
    for dx, dy, extra in tries:
        rect = home.moved(dx, dy)
        moved = (dx, dy) != (0.0, 0.0)
        # A plate over its own point would hide what its line leads to.
        if moved and rect.holds(*point):
            continue
        if any(rect.meets(other, gap + extra) for other, gap in near):
            continue
        if not any(rect.meets(obstacle) for obstacle in obstacles):
            return dx, dy
        second = second or (dx, dy)
    return second
