"""The people of the places under one plate: counted at once, put in order when somebody looks.

Pure: knows no Qt and no layout. A spot never changes, so what was reckoned of it stays true.
"""

from functools import cached_property

from presencemap.ui.map import phrases
from presencemap.ui.map.scene import Face, Spot


class Gathering:
    """``spots`` has the place first that the plate is named after."""

    def __init__(self, spots: tuple[Spot, ...], first: str | None = None) -> None:
        self.spots = spots
        self.count = sum(len(spot.faces) for spot in spots)
        self._first = first

    @cached_property
    def ids(self) -> frozenset[str]:
        """Everybody there."""
        return frozenset().union(*(spot.ids for spot in self.spots))

    @cached_property
    def free(self) -> int:
        """How many may be interrupted."""
        return sum(spot.free for spot in self.spots)

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """Everybody there, the most relevant first."""
        return self._led(phrases.faces_of(self.spots))

    def foremost(self, most: int) -> tuple[Face, ...]:
        """The first of them; the others needn't be put in order for that."""
        return self._led(phrases.faces_of(self.spots, most))[:most]

    def led_by(self, person: str) -> "Gathering":
        """The same with one of them before the others."""
        return Gathering(self.spots, person)

    def _led(self, faces: tuple[Face, ...]) -> tuple[Face, ...]:
        if self._first is None:
            return faces
        everybody = (face for spot in self.spots for face in spot.faces)
        first = next(face for face in everybody if face.person == self._first)
        return (first, *(face for face in faces if face is not first))
