"""The place tree: site (office, client, home, on the road) > floor > room or desk.

A town, and a home in one, stand outside of it: the id says all about them, so that nobody has to
know them already.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Self

from presencemap.domain.errors import InvalidInput
from presencemap.domain.person import MAX_NAME
from presencemap.domain.text import clean, fold
from presencemap.domain.wrong import Wrong

MAX_DEPTH = 8
MAX_CAPACITY = 999
"""People that a room may be for."""


class PlaceKind(StrEnum):
    """What a place is; the first four are sites. A town is said, never made."""

    OFFICE = "office"
    CLIENT = "client"
    HOME = "home"
    ROAD = "road"
    FLOOR = "floor"
    ROOM = "room"
    DESK = "desk"
    TOWN = "town"


MADE = tuple(kind for kind in PlaceKind if kind is not PlaceKind.TOWN)
"""What people make."""
SITES = frozenset({PlaceKind.OFFICE, PlaceKind.CLIENT, PlaceKind.HOME, PlaceKind.ROAD})


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the tree. ``lat`` and ``lon`` in degrees (WGS 84), both or neither.

    ``into``: the place that this one turned out to be; who is here is there. ``capacity``: how many
    people a room is for. ``ends``: when (ms) it goes unless its site is used, None where that isn't
    known.
    """

    id: str
    name: str
    kind: PlaceKind
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    town: str = ""
    into: str | None = None
    capacity: int | None = None
    ends: int | None = field(default=None, compare=False)

    @classmethod
    def in_town(cls, name: str, lat: float, lon: float) -> Self:
        """Somewhere in a town: no finer than a km, and the same for all who are there."""
        at = f"{lat:.2f},{lon:.2f}"
        name = clean(name)[:MAX_NAME]
        return cls(f"town:{at}:{name}", name, PlaceKind.TOWN, lat=round(lat, 2), lon=round(lon, 2))

    @classmethod
    def home_in(cls, town: Self) -> Self:
        """At home, somewhere in this town: as its owner chose to say."""
        at, name = town.id.partition(":")[2], f"Home, {town.name}"
        return cls(f"home:{at}", name, PlaceKind.HOME, None, town.lat, town.lon, town.name)


SAID_ID = r"(town|home):(-?[0-9]{1,2}\.[0-9]{2}),(-?[0-9]{1,3}\.[0-9]{2}):(.{1,60})"


@lru_cache(maxsize=1024)
def said_by(place_id: str) -> Place | None:
    """The place that an id says all about: a town, or a home in one; None for any other id."""
    found = re.fullmatch(SAID_ID, place_id)
    if found is None:
        return None
    lat, lon, name = float(found[2]), float(found[3]), found[4]
    if abs(lat) > 90 or abs(lon) > 180:
        return None
    if found[1] == "home":
        return Place(place_id, f"Home, {name}", PlaceKind.HOME, None, lat, lon, name)
    return Place(place_id, name, PlaceKind.TOWN, lat=lat, lon=lon)


def is_home(place_id: str | None) -> bool:
    """Whether somebody is at home by this id, with a town or without."""
    if place_id is None or place_id == HOME.id:
        return place_id is not None
    said = said_by(place_id)
    return said is not None and said.kind is PlaceKind.HOME


SPOTS_SAID = tuple(
    f"{number} ?°? ?{south} ?{between} ?{number} ?°? ?{west}"
    for number, south, between, west in (
        (r"(-?\d{1,3}(?:\.\d+)?)", "()", "[,; ]", "()"),
        (r"(-?\d{1,3}(?:[.,]\d+)?)", "()", "[; ]", "()"),
        (r"(\d{1,3}(?:[.,]\d+)?)", "([NS])", "[,; ]?", "([EW])"),
    )
)
"""With a decimal point; with a comma, where no other comma divides them; with N or S, E or W."""


def spot_said(text: str) -> tuple[float, float] | None:
    """Latitude and longitude as people write or copy them, "51.0543, 3.7174"; None for no text.

    Raises:
        InvalidInput: that is no spot on the earth, or may be another: "51,05" alone.
    """
    text = " ".join(text.replace("\N{MINUS SIGN}", "-").split())
    if not text:
        return None
    clear = re.fullmatch(r"-?\d+,\d+", text) is None
    ways = (re.fullmatch(way, text, re.IGNORECASE) for way in SPOTS_SAID)
    found = next(filter(None, ways), None)
    if clear and found is not None:
        lat, lon = _degrees(found[1], found[2]), _degrees(found[3], found[4])
        if abs(lat) <= 90 and abs(lon) <= 180:
            return lat, lon
    raise InvalidInput(
        "Write latitude and longitude in degrees, like 51.0543, 3.7174.", Wrong.NOT_COORDINATES
    )


def _degrees(number: str, side: str) -> float:
    degrees = float(number.replace(",", "."))
    return -degrees if side in {"S", "s", "W", "w"} else degrees


HOME = Place("home", "Home", PlaceKind.HOME)
ROAD = Place("road", "On the road", PlaceKind.ROAD)
"""In every tree, never on the wire, without coordinates: nobody's address is drawn.

Who chose to is at home in a town instead: that is another id, and no finer.
"""


class PlaceTree:
    """The places of a team, immutable. Orphans and cycles (two editors at once) count as sites.

    A place that was merged into another isn't there any more: its id answers with the other.
    """

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._hold({place.id: place for place in (HOME, ROAD, *places)})

    @classmethod
    def of(cls, places: Mapping[str, Place]) -> Self:
        """A copy of these, each under its id: a tenth of the time, where there are thousands."""
        tree = cls()
        tree._hold({**tree._places, **places})
        return tree

    def _hold(self, every: dict[str, Place]) -> None:
        """Take these, less those that were merged into others."""
        self._merged = _met(every)
        self._places = every
        self._chains: dict[str, tuple[Place, ...]] = {}
        for id_, into in self._merged.items():
            if into != id_:
                del every[id_]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def __len__(self) -> int:
        return len(self._places)

    def get(self, place_id: str | None) -> Place | None:
        """The place of this id, None where it isn't known (yet)."""
        if place_id is None:
            return None
        return self._places.get(self._merged.get(place_id, place_id)) or said_by(place_id)

    def ancestry(self, place_id: str | None) -> tuple[Place, ...]:
        """From the site down to the place itself, at most 8; empty for an unknown id."""
        if place_id is None:
            return ()
        chain = self._chains.get(place_id)
        if chain is None:
            chain = self._chain(place_id)
            if place_id in self._places:
                # A tree never changes, and of thousands of people each asks several times. Only of
                # places that are in it: ids that aren't may be any number.
                self._chains[place_id] = chain
        return chain

    def _chain(self, place_id: str) -> tuple[Place, ...]:
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

    def doubles(self, place: Place) -> tuple[Place, ...]:
        """The others in the same place that have the same name."""
        return tuple(
            other
            for other in self
            if other.id != place.id
            and other.parent == place.parent
            and fold(other.name) == fold(place.name)
        )


def _met(every: Mapping[str, Place]) -> dict[str, str]:
    """What each merged place is in the end, by id; itself where that is a ring, or nowhere.

    Each is looked at once, however long somebody makes a row of them.
    """
    ends: dict[str, str | None] = {}
    for start in every:
        row: dict[str, None] = {}
        current: str | None = start
        while current is not None and current in every:
            if current in ends or current in row:
                break
            row[current] = None
            current = every[current].into
        end = next(reversed(row), None) if current is None else ends.get(current)
        ends |= dict.fromkeys(row, end)
    return {id_: ends[id_] or id_ for id_, place in every.items() if place.into}
