"""Where the plates go so that none covers another: moved a little, or merged.

Pure: world pixels of one zoom in, rectangles out; knows no Qt, no view, no names. A pan therefore
changes nothing but what it brings under an obstacle, and the layout before this one holds plates
where they were while there is room.
"""

import math
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from presencemap.ui.map.offsets import FARTHEST, REACH, TRIES, Try, other_sides, ways_out
from presencemap.ui.steps import whole

MAX_FACES = 12
"""More people than this on one plate make it a bubble."""
COARSE = 40.0
"""Px for 10 km: below this, places of several towns that merge make a bubble."""
FEW = 4
"""Up to so many people all have a face on a plate: no number stands for them at any scale."""
GAP = 5.0
"""Px that stay free between two plates."""
STICKY_GAP = 13.0
"""Px of room that a plate needs before it goes back, or leaves a merged one."""
_MOVED_ASIDE = 2
_HIDDEN = 2


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

    def encloses(self, other: "Rect") -> bool:
        """Whether all of the other is inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.w <= self.x + self.w
            and other.y + other.h <= self.y + self.h
        )

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return self.x + self.w / 2, self.y + self.h / 2

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
LayingOut = Generator[None, None, tuple[Placed, ...]]


@dataclass(frozen=True)
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

    @cached_property
    def towns(self) -> int:
        return len({pin.town for pin in self.pins})

    def form(self, per_10km: float) -> Form:
        coarse = per_10km < COARSE and self.towns > 1 and self.people > FEW
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
    *,
    window: Rect | None = None,
) -> tuple[Placed, ...]:
    """Plates that don't overlap, each place in exactly one of them, from north to south.

    Args:
        pins: the places, in world px of the zoom.
        measure: the size of the sprite of these members in this form.
        per_10km: px for 10 km at this zoom.
        before: the layout that is on screen, of any zoom.
        obstacles: rectangles to keep clear of where that costs nothing, in world px.
        window: where who is under one goes as far as it takes to come out; None: nowhere.
    """
    return whole(laying_out(pins, measure, per_10km, before, obstacles, window=window))


def laying_out(
    pins: Iterable[Pin],
    measure: Measure,
    per_10km: float,
    before: Sequence[Placed] = (),
    obstacles: Sequence[Rect] = (),
    *,
    window: Rect | None = None,
) -> LayingOut:
    """``lay_out`` in steps: it yields after each place, and returns the plates."""
    return _Layout(measure, per_10km, _Memory(before), obstacles, window=window).of(pins)


class _Layout:
    """One run: biggest places first, each to where it is free; who finds no room merges."""

    def __init__(
        self,
        measure: Measure,
        per_10km: float,
        memory: _Memory,
        obstacles: Sequence[Rect],
        *,
        window: Rect | None,
    ) -> None:
        self._measure = measure
        self._per_10km = per_10km
        self._memory = memory
        self._obstacles = obstacles
        self._window = window
        self._placed: list[tuple[_Group, Placed]] = []

    def of(self, pins: Iterable[Pin]) -> LayingOut:
        waiting = deque(_Group((pin,)) for pin in sorted(pins, key=_biggest_first))
        while waiting:
            yield
            group = waiting.popleft()
            home = self._home(group)
            other = self._fellows(group)
            if other is None:
                if self._settle(home, group) or self._make_room(home, group):
                    continue
                other = self._nearest(home, group)
            self._placed.remove(other)
            waiting.appendleft(group.joined(other[0]))
        plates = (item for _, item in self._placed)
        return tuple(sorted(plates, key=lambda item: (item.y, item.x, item.key)))

    def _fellows(self, group: _Group) -> tuple[_Group, Placed] | None:
        """From afar: what stands for several towns, this one among them, stands for all of it."""
        if self._per_10km >= COARSE or group.towns != 1:
            return None
        town = group.pins[0].town
        several = (pair for pair in self._placed if pair[0].towns > 1)
        return next((p for p in several if any(pin.town == town for pin in p[0].pins)), None)

    def _home(self, group: _Group) -> Placed:
        """The group at its point, whatever else is there."""
        form = group.form(self._per_10km)
        x, y = group.point(form)
        shape = self._measure(group.keys, form)
        rect = Rect(x - shape.point_x, y - shape.point_y, shape.w, shape.h)
        return Placed(group.keys, form, x, y, 0.0, 0.0, rect)

    def _settle(self, home: Placed, group: _Group) -> bool:
        """Put the group where it is free, at home or near it."""
        offset = self._free_offset(home)
        if offset is None:
            return False
        dx, dy = offset
        settled = home._replace(dx=dx, dy=dy, rect=home.rect.moved(dx, dy))
        self._placed.append((group, settled))
        return True

    def _make_room(self, home: Placed, group: _Group) -> bool:
        """Put the group at home and move aside the few plates that stand there."""
        in_the_way = [
            pair for pair in self._placed if home.rect.meets(pair[1].rect, self._gap(home, pair[1]))
        ]
        if len(in_the_way) > _MOVED_ASIDE:
            return False
        before = list(self._placed)
        self._placed = [pair for pair in before if pair not in in_the_way]
        self._placed.append((group, home))
        if all(self._settle(self._home(other), other) for other, _ in in_the_way):
            return True
        self._placed = before
        return False

    def _nearest(self, home: Placed, group: _Group) -> tuple[_Group, Placed]:
        """Who to merge with: of the same town rather than near."""
        return min(
            (pair for pair in self._placed if home.rect.meets(pair[1].rect, STICKY_GAP)),
            key=lambda pair: (
                pair[0].pins[0].town != group.pins[0].town,
                math.hypot(pair[1].x - home.x, pair[1].y - home.y),
            ),
        )

    def _gap(self, one: Placed, other: Placed) -> float:
        return STICKY_GAP if self._memory.together(one.members, other.members) else GAP

    def _free_offset(self, home: Placed) -> tuple[float, float] | None:
        """The best offset, the last one for as long as going home would be tight; None: no room."""
        tries = list(TRIES)
        last = self._memory.offset(home.members)
        # Whoever came out from under something goes back at once, or to where that is nearest now.
        if last != (0.0, 0.0) and max(map(abs, last)) <= REACH:
            tries = [(0.0, 0.0, STICKY_GAP - GAP), (*last, 0.0), *tries]
        best = self._best(home, tries)
        if best is not None and best[0] >= _HIDDEN:
            # Under something wherever it hangs above its point: then beside or below that.
            best = self._better(home, other_sides(home), best)
        if best is not None and best[0] >= _HIDDEN:
            best = self._better(home, self._ways_out(home), best)
        return None if best is None else best[1]

    def _better(
        self, home: Placed, tries: Sequence[Try], than: tuple[int, tuple[float, float]]
    ) -> tuple[int, tuple[float, float]]:
        """The best of these, if it has fewer faults."""
        other = self._best(home, tries) if tries else None
        return other if other is not None and other[0] < than[0] else than

    def _ways_out(self, home: Placed) -> list[Try]:
        """Offsets from under what lies there, those within the window."""
        window = self._window
        if window is None:
            return []
        lying = [*self._obstacles, *(other.rect for _, other in self._placed)]
        around = [each for each in lying if home.rect.meets(each, FARTHEST) and each.meets(window)]
        ways = ways_out(home, around)
        return [way for way in ways if window.encloses(home.rect.moved(way[0], way[1]))]

    def _best(self, home: Placed, tries: Sequence[Try]) -> tuple[int, tuple[float, float]] | None:
        """The first offset without faults, else the one with the fewest, after these; None: none.

        Tries: an offset, and px that must be free beyond the gap.
        """
        reach = max(max(abs(dx), abs(dy)) for dx, dy, _ in tries) + STICKY_GAP
        near = [
            (other, self._gap(home, other))
            for _, other in self._placed
            if home.rect.meets(other.rect, reach)
        ]
        best: tuple[int, tuple[float, float]] | None = None
        left, top, width, height = home.rect
        for dx, dy, extra in tries:
            # Rect.meets, written out: this is the inmost loop of every zoom step.
            x, y = left + dx, top + dy
            right, bottom = x + width + extra, y + height + extra
            for other, gap in near:
                a, b, w, h = other.rect
                reach = gap + extra
                if x < a + w + reach and a < right + gap and y < b + h + reach and b < bottom + gap:
                    break
            else:
                rect = Rect(x, y, width, height)
                moved = (dx, dy) != (0.0, 0.0)
                # A plate over its own point would hide what its line leads to.
                if moved and rect.holds(home.x, home.y):
                    continue
                faults = self._faults(home, rect, near, moved=moved)
                if best is None or faults < best[0]:
                    best = faults, (dx, dy)
                if not faults:
                    break
        return best

    def _faults(
        self, home: Placed, rect: Rect, near: Sequence[tuple[Placed, float]], *, moved: bool
    ) -> int:
        """What is ugly about a free place: under something, or a point hidden that a line seeks."""
        hidden = self._is_under(rect) or (moved and self._leaves(home, rect))
        under = moved and any(other.rect.holds(home.x, home.y) for other, _ in near)
        over = any(other.leads and rect.holds(other.x, other.y) for other, _ in near)
        return _HIDDEN * hidden + under + over

    def _is_under(self, rect: Rect) -> bool:
        return any(rect.meets(obstacle) for obstacle in self._obstacles)

    def _leaves(self, home: Placed, rect: Rect) -> bool:
        """Whether to come out from under something it would go out of the window."""
        window = self._window
        return window is not None and not window.encloses(rect) and self._is_under(home.rect)
