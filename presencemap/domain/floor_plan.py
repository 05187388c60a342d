"""A floor's plan: what is drawn of it, in px of its own, and which place each shape stands for.

Judges no picture; how large one may be is said here, for who reads one and for who sends one.
"""

from dataclasses import dataclass
from typing import Final

MAX_SIDE: Final = 8_000
"""Px of a plan, either way."""
MAX_IMAGE: Final = 2 * 1024 * 1024
"""Bytes of its picture."""
MAX_SHAPES: Final = 120
MAX_POINTS: Final = 16
DRAWN: Final = (1200, 800)
"""Px of a plan that is drawn without a picture."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by what it is: the BLAKE2b-256 of its bytes in hex, and how many they are."""

    hash: str
    size: int


@dataclass(frozen=True, slots=True)
class Shape:
    """The room or desk of an id. Two points are a rectangle's corners, more are a polygon's."""

    place: str
    points: tuple[Point, ...]

    @property
    def outline(self) -> tuple[Point, ...]:
        """All its corners, in order."""
        if len(self.points) > 2:
            return self.points
        (left, top), (right, bottom) = self.points
        return (left, top), (right, top), (right, bottom), (left, bottom)


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """The plan of a floor (a place's id). Without picture and shapes it is none."""

    floor: str
    width: int
    height: int
    image: Image | None = None
    shapes: tuple[Shape, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return self.image is not None or bool(self.shapes)

    def shape(self, place: str) -> Shape | None:
        """Where a place is on it."""
        return next((shape for shape in self.shapes if shape.place == place), None)
