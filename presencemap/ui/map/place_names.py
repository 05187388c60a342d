"""What there is to name on the map: towns by size, seas and countries, found by area.

Owns the index over the gazetteer and the hand-made list resources/places/areas.tsv. No Qt; made
in a worker, read in any thread.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import merge
from itertools import pairwise, takewhile
from math import floor

from presencemap.app.gazetteer import Gazetteer, Town, name_key
from presencemap.app.resources import resource
from presencemap.ui.map.projection import View, world_x, world_y

COARSE, FINE = 32, 256
"""Index cells along one side of the world."""
CAPITALS = frozenset({("Amsterdam", "NL"), ("Luxembourg", "LU"), ("Bern", "CH")})
CAPITAL_WEIGHT = 4
"""A capital counts as so many times larger, where it isn't the largest town anyway."""
COARSE_FLOOR = 40_000
"""Inhabitants: the coarse index holds no smaller towns."""

_SMALLEST = (
    (3.0, 4_000_000),
    (4.0, 1_800_000),
    (5.0, 650_000),
    (6.0, 220_000),
    (7.0, 85_000),
    (8.0, 45_000),
    (9.0, 14_000),
    (10.0, 5_000),
    (11.0, 1_500),
    (12.0, 500),
)


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A town with its world coordinates, 0..1 each, and its weight: inhabitants, more or less.

    One object a town, so it compares and hashes as such: that is asked 100 times a frame.
    """

    town: Town
    weight: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Area:
    """A sea or country and the zooms between which its name shows."""

    kind: str
    name: str
    x: float
    y: float
    from_zoom: float
    to_zoom: float


def smallest_named(zoom: float) -> float:
    """Inhabitants of the smallest town that is named at a zoom."""
    for (low, more), (high, fewer) in pairwise(_SMALLEST):
        if zoom < high:
            share = max(0.0, (zoom - low) / (high - low))
            return float(more * (fewer / more) ** share)
    return float(_SMALLEST[-1][1])


class PlaceNames:
    """All names, by where they are."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._coarse: dict[tuple[int, int], list[Named]] = defaultdict(list)
        self._fine: dict[tuple[int, int], list[Named]] = defaultdict(list)
        for town in gazetteer.towns():
            # A number makes it a district ("Paris 15 Vaugirard"), which is no name on a map.
            if any(c.isdigit() for c in town.name):
                continue
            capital = (town.name, town.country) in CAPITALS
            weight = town.population * (CAPITAL_WEIGHT if capital else 1)
            named = Named(town, weight, world_x(town.lon), world_y(town.lat))
            if weight >= COARSE_FLOOR:
                self._coarse[floor(named.x * COARSE), floor(named.y * COARSE)].append(named)
            self._fine[floor(named.x * FINE), floor(named.y * FINE)].append(named)
        for index in (self._coarse, self._fine):
            for cell in index.values():
                cell.sort(key=lambda named: -named.weight)
        self.areas = tuple(_areas())

    @staticmethod
    @cache
    def load() -> "PlaceNames":
        """Those of the installation. Some 200 ms the first time: not for the GUI thread."""
        return PlaceNames(Gazetteer.load())

    @staticmethod
    def known() -> "PlaceNames | None":
        """As ``load`` without waiting: None until somebody has read them."""
        return PlaceNames.load() if PlaceNames.load.cache_info().currsize else None

    def country(self, town: str, lat: float, lon: float) -> str:
        """The country (ISO 3166 alpha-2) of the nearest town of that name; "" if none is near."""
        x, y, key = world_x(lon), world_y(lat), name_key(town)
        column, row = floor(x * FINE), floor(y * FINE)
        around = ((column + dx) % FINE for dx in (-1, 0, 1))
        cells = ((c, row + dy) for c in around for dy in (-1, 0, 1))
        found = (
            named
            for cell in cells
            for named in self._fine.get(cell, ())
            if name_key(named.town.name) == key
        )
        nearest = min(found, key=lambda n: (n.x - x) ** 2 + (n.y - y) ** 2, default=None)
        return nearest.town.country if nearest is not None else ""

    def towns(self, view: View, beyond: float) -> Iterator[Named]:
        """The towns to name in a view and `beyond` pixels around it, the weightiest first."""
        floor_size = smallest_named(view.zoom)
        index, splits = (self._coarse, COARSE) if floor_size >= COARSE_FLOOR else (self._fine, FINE)
        rim = beyond / view.scale
        columns = range(
            floor((view.left - rim) * splits),
            floor((view.left + view.width / view.scale + rim) * splits) + 1,
        )
        rows = range(
            floor((view.top - rim) * splits),
            floor((view.top + view.height / view.scale + rim) * splits) + 1,
        )
        cells = {(column % splits, row) for row in rows for column in columns}
        found = (index[cell] for cell in cells if cell in index)
        ranked = merge(*found, key=lambda named: -named.weight)
        return takewhile(lambda named: named.weight >= floor_size, ranked)


def _areas() -> Iterator[Area]:
    for line in resource("places", "areas.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, name, lat, lon, from_zoom, to_zoom = line.split("\t")
            yield Area(
                kind,
                name,
                world_x(float(lon)),
                world_y(float(lat)),
                float(from_zoom),
                float(to_zoom),
            )
