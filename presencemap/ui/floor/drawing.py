"""A floor as it is being drawn: its picture, its rooms and desks, and what can be done with them.

Immutable: each act gives another drawing, which is what undo goes back to. Pure: knows no Qt.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

from presencemap.domain.floor_plan import DRAWN, MAX_POINTS, MAX_SHAPES, FloorPlan, Image, Point
from presencemap.domain.place import PlaceKind, PlaceTree

GRID_STEPS: Final = 160
"""Steps of the grid along the longer side of a plan."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A room or desk: ``key`` is its place's id, or begins with "new-" where none is made yet.

    Without points it is a place of the floor that isn't on the plan.
    """

    key: str
    name: str
    kind: PlaceKind
    points: tuple[Point, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether its place is still to be made."""
        return self.key.startswith("new-")

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def outline(self) -> tuple[Point, ...]:
        """All corners, in order."""
        if len(self.points) != 2:
            return self.points
        left, top, right, bottom = self.box
        return (left, top), (right, top), (right, bottom), (left, bottom)


@dataclass(frozen=True, slots=True)
class Drawing:
    """``picture``: a file that is brought in, what the plan has, or none."""

    width: int
    height: int
    picture: Path | Image | None
    shapes: tuple[Drawn, ...]

    @classmethod
    def of(cls, plan: FloorPlan | None, places: PlaceTree, inside: Iterable[str]) -> Self:
        """A floor as it is; ``inside``: the ids of its rooms and desks."""
        width, height = (plan.width, plan.height) if plan else DRAWN
        points = {}
        for shape in plan.shapes if plan else ():
            place = places.get(shape.place)
            points[place.id if place else shape.place] = shape.points
        known = (place for key in inside if (place := places.get(key)) is not None)
        shapes = tuple(Drawn(p.id, p.name, p.kind, points.get(p.id, ())) for p in known)
        return cls(width, height, plan.image if plan else None, shapes)

    @property
    def grid(self) -> int:
        """Px between two lines of the grid."""
        return max(1, round(max(self.width, self.height) / GRID_STEPS))

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """Those that are on the plan."""
        return tuple(shape for shape in self.shapes if shape.points)

    @property
    def is_full(self) -> bool:
        """Whether no more shapes fit on a plan."""
        return len(self.drawn) >= MAX_SHAPES

    def get(self, key: str) -> Drawn | None:
        """The room or desk of a key."""
        return next((shape for shape in self.shapes if shape.key == key), None)

    def put(self, shape: Drawn) -> Self:
        """With this one, in place of that of its key, or at the end."""
        if self.get(shape.key) is None:
            return replace(self, shapes=(*self.shapes, shape))
        return replace(self, shapes=tuple(shape if s.key == shape.key else s for s in self.shapes))

    def take_off(self, key: str) -> Self:
        """Without the shape: a new one is gone, a place stays as one that isn't drawn."""
        kept = (
            replace(shape, points=()) if shape.key == key else shape
            for shape in self.shapes
            if shape.key != key or not shape.is_new
        )
        return replace(self, shapes=tuple(kept))

    def on(self, picture: Path | None, width: int, height: int) -> Self:
        """On another picture: all stays where it was."""
        across, down = width / self.width, height / self.height
        shapes = tuple(
            replace(s, points=tuple((round(x * across), round(y * down)) for x, y in s.points))
            for s in self.shapes
        )
        return replace(self, picture=picture, width=width, height=height, shapes=shapes)

    def moved(self, key: str, dx: int, dy: int) -> Self:
        """With a shape pushed, as far as the plan goes."""
        shape = self.get(key)
        if shape is None or not shape.points:
            return self
        left, top, right, bottom = shape.box
        dx = min(max(dx, -left), self.width - right)
        dy = min(max(dy, -top), self.height - bottom)
        return self.put(replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points)))

    def pulled(self, key: str, corner: int, to: Point) -> Self:
        """With a corner of a shape elsewhere; a rectangle stays one, and no side vanishes."""
        shape = self.get(key)
        if shape is None or not shape.points:
            return self
        points = list(shape.outline)
        if len(shape.points) == 2:
            across, down = points[(corner + 2) % 4]
            if across == to[0] or down == to[1]:
                return self
            return self.put(replace(shape, points=rectangle((across, down), to)))
        points[corner] = to
        return self.put(replace(shape, points=tuple(points)))

    def snapped(self, x: float, y: float, reach: float, without: str = "") -> Point:
        """A point on the nearest edge that is in reach, else on the grid; always on the plan."""
        others = [s.box for s in self.drawn if s.key != without]
        xs = [0, self.width, *(edge for box in others for edge in box[::2])]
        ys = [0, self.height, *(edge for box in others for edge in box[1::2])]
        across = _snap(x, xs, self.grid, reach, self.width)
        return across, _snap(y, ys, self.grid, reach, self.height)

    def room_at(self, desk: Drawn) -> Drawn | None:
        """The room that a desk lies in, by its middle: the smallest of several."""
        left, top, right, bottom = desk.box
        middle = ((left + right) / 2, (top + bottom) / 2)
        rooms = [s for s in self.drawn if s.kind is PlaceKind.ROOM and _holds(s.outline, *middle)]
        return min(rooms, key=lambda room: _area(room.box), default=None)


def rectangle(one: Point, other: Point) -> tuple[Point, Point]:
    """Top left and bottom right of a rectangle with these corners."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return (left, top), (right, bottom)


def is_shape(points: tuple[Point, ...]) -> bool:
    """Whether there is something between these corners."""
    xs, ys = {x for x, _ in points}, {y for _, y in points}
    return 2 <= len(points) <= MAX_POINTS and len(xs) > 1 and len(ys) > 1


def next_name(drawing: Drawing, stem: str) -> str:
    """A name that no room or desk has yet: the stem with the next number."""
    taken = {shape.name for shape in drawing.shapes}
    numbers = (f"{stem}{n}" for n in range(1, len(taken) + 2))
    return next(name for name in numbers if name not in taken)


def _snap(at: float, edges: list[int], grid: int, reach: float, end: int) -> int:
    near = min(edges, key=lambda edge: abs(edge - at))
    found = near if abs(near - at) <= reach else round(at / grid) * grid
    return min(max(found, 0), end)


def _holds(outline: tuple[Point, ...], x: float, y: float) -> bool:
    """Whether a point lies inside: by how many sides are crossed on the way out."""
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _area(box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)
