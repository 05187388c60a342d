"""The people of the places under one plate: counted at once, put in order when somebody looks.

Pure: knows no Qt and no layout. A spot never changes, so what was reckoned of it stays true.
"""

from functools import cached_property
from heapq import merge
from itertools import islice

from presencemap.ui.map import phrases
from presencemap.ui.map.scene import Face, Spot, place_in_row


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

    def foremost(self, most: int, lit: frozenset[str] | None = None) -> tuple[Face, ...]:
        """The first of them, those in ``lit`` before others where not all have room.

        The others needn't be put in order for that.
        """
        faces = phrases.faces_of(self.spots, most)
        if lit is not None and self.count > most:
            sought = self._sought(lit, most)
            faces = (*sought, *(face for face in faces if face.person not in lit))
        return self._led(faces)[:most]

    def _sought(self, lit: frozenset[str], most: int) -> list[Face]:
        # Whoever isn't sought is passed over first: to put them in order takes far longer.
        sought = (filter(lambda face: face.person in lit, spot.faces) for spot in self.spots)
        return list(islice(merge(*sought, key=place_in_row), most))

    @cached_property
    def _known(self) -> dict[str, Face]:
        return {face.person: face for spot in self.spots for face in spot.faces}

    def led_by(self, person: str) -> "Gathering":
        """The same with one of them before the others."""
        return Gathering(self.spots, person)

    def _led(self, faces: tuple[Face, ...]) -> tuple[Face, ...]:
        if self._first is None:
            return faces
        first = self._known[self._first]
        return (first, *(face for face in faces if face is not first))
