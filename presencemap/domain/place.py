"""The place tree: site (office, client, home, on the road) > floor > room or desk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from presencemap.domain.text import fold

MAX_DEPTH = 8


class PlaceKind(StrEnum):
    """What a place is; the first four are sites."""

    OFFICE = "office"
    CLIENT = "client"
    HOME = "home"
    ROAD = "road"
    FLOOR = "floor"
    ROOM = "room"
    DESK = "desk"


SITES = frozenset({PlaceKind.OFFICE, PlaceKind.CLIENT, PlaceKind.HOME, PlaceKind.ROAD})


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the tree. ``lat`` and ``lon`` in degrees (WGS 84), both or neither."""

    id: str
    name: str
    kind: PlaceKind
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    town: str = ""


HOME = Place("home", "Home", PlaceKind.HOME)
ROAD = Place("road", "On the road", PlaceKind.ROAD)
"""In every tree, never on the wire, without coordinates: nobody's address is drawn."""


class PlaceTree:
    """The places of a team, immutable. Orphans and cycles (two editors at once) count as sites."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._places = {place.id: place for place in (HOME, ROAD, *places)}

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def __len__(self) -> int:
        return len(self._places)

    def get(self, place_id: str | None) -> Place | None:
        """The place of this id, None where it isn't known (yet)."""
        return None if place_id is None else self._places.get(place_id)

    def ancestry(self, place_id: str | None) -> tuple[Place, ...]:
        """From the site down to the place itself, at most 8; empty for an unknown id."""
        chain: list[Place] = []
        place = self.get(place_id)
        while place is not None and place not in chain and len(chain) < MAX_DEPTH:
            chain.append(place)
            place = self.get(place.parent)
        if place in chain:
            # Back where it was: each place of the ring is a site, whoever asks.
            del chain[chain.index(place) + 1 :]
        return tuple(reversed(chain))

    def site(self, place_id: str | None) -> Place | None:
        """The site that a place belongs to."""
        chain = self.ancestry(place_id)
        return chain[0] if chain else None

    def path(self, place_id: str | None) -> tuple[str, ...]:
        """The names from the site down."""
        return tuple(place.name for place in self.ancestry(place_id))

    def coordinates(self, place_id: str | None) -> tuple[float, float] | None:
        """(lat, lon) of the place, or of the nearest place around it that has them."""
        for place in reversed(self.ancestry(place_id)):
            if place.lat is not None and place.lon is not None:
                return place.lat, place.lon
        return None

    def named(self, text: str) -> tuple[Place, ...]:
        """The places that a person may mean: by id, else whole name or path, else a word's start.

        A start in the place's own name goes before one in the names of the places around it.
        """
        known, wanted = self.get(text), fold(text)
        if known is not None or not wanted:
            return (known,) if known else ()
        names = {place.id: fold(place.name) for place in self}
        paths = {place.id: fold(" ".join(self.path(place.id))) for place in self}
        whole = tuple(p for p in self if wanted in (names[p.id], paths[p.id]))
        named = whole or tuple(p for p in self if f" {wanted}" in f" {names[p.id]}")
        return named or tuple(p for p in self if f" {wanted}" in f" {paths[p.id]}")
