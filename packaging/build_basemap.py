"""Builds resources/basemap/basemap.bin from Natural Earth layers (GeoJSON, gzip).

Run by hand when the data is renewed; the result is committed:

    python packaging/build_basemap.py FOLDER_WITH_NATURAL_EARTH

The world, in Web Mercator, is cut into square cells at four levels of detail, so that a tile reads
only what it shows. `presencemap.ui.map.basemap` reads the file and describes its form.
"""

import gzip
import json
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import asinh, floor, hypot, inf, pi, radians, tan
from pathlib import Path
from struct import pack
from typing import Any

from presencemap.ui.map.basemap import CELL_SPLITS, CELL_UNITS, FORMAT, MAGIC, Layer

MARGIN = 160
"""Cells overlap by this many units: where a shape is cut, its outline is outside of its cell."""
MERCATOR_EDGE = 85.05112878
HOME_BOX = (0.44, 0.2, 0.6, 0.42)
"""Western and central Europe, in parts of the world: west, north, east, south. Drawn finest."""
ELSEWHERE = 6.0
"""How many times farther a line may stray outside of it: that halves the file."""

Point = tuple[float, float]
Line = list[Point]


_FINE = {
    Layer.LAND: ("ne_10m_land",),
    Layer.URBAN: ("ne_50m_urban_areas",),
    Layer.RIVER: ("ne_10m_rivers_lake_centerlines", "ne_10m_rivers_europe"),
    Layer.LAKE: ("ne_10m_lakes", "ne_10m_lakes_europe"),
    Layer.BORDER: ("ne_10m_admin_0_boundary_lines_land",),
}
_COARSE = {
    Layer.LAND: ("ne_50m_land",),
    Layer.RIVER: ("ne_50m_rivers_lake_centerlines",),
    Layer.LAKE: ("ne_50m_lakes",),
    Layer.BORDER: ("ne_50m_admin_0_boundary_lines_land",),
}


@dataclass(frozen=True)
class Detail:
    """One level: its sources, and what is too small for it.

    `tolerance`: how far a line may stray; `smallest`: the area of a ring; `rounding`: how much is
    cut off a corner. All in cell units.
    """

    sources: Mapping[Layer, tuple[str, ...]]
    tolerance: float
    smallest: float
    highest_rank: int
    rounding: float = 0.0


DETAILS = (
    Detail(_COARSE, 8.0, 900.0, 5),
    Detail(_FINE, 10.0, 900.0, 7),
    Detail(_FINE, 6.0, 400.0, 11),
    Detail(_FINE, 4.0, 60.0, 12, rounding=40.0),
)


@dataclass
class Part:
    """A ring or line of one cell: its points in cell units, and the length run before its start."""

    layer: Layer
    rank: int
    points: Line
    run: float = 0.0


@dataclass
class Cells:
    """The cells of one level."""

    splits: int
    parts: dict[tuple[int, int], list[Part]] = field(default_factory=lambda: defaultdict(list))

    @property
    def scale(self) -> float:
        """Units across the world."""
        return float(CELL_UNITS * self.splits)


def features(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / f"{name}.geojson.gz", "rt", encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            if feature["geometry"] and feature["geometry"]["coordinates"]:
                yield feature


def polygons(geometry: dict[str, Any]) -> Iterator[list[list[Any]]]:
    if geometry["type"] == "Polygon":
        yield geometry["coordinates"]
    else:
        yield from geometry["coordinates"]


def lines(geometry: dict[str, Any]) -> Iterator[list[Any]]:
    if geometry["type"] == "LineString":
        yield geometry["coordinates"]
    else:
        yield from geometry["coordinates"]


def project(coordinates: Iterable[Any], scale: float) -> Line:
    """Degrees to units, `scale` units across the world."""
    points: Line = []
    for lon, lat, *_ in coordinates:
        inside = max(-MERCATOR_EDGE, min(MERCATOR_EDGE, lat))
        point = ((lon + 180) / 360 * scale, (0.5 - asinh(tan(radians(inside))) / (2 * pi)) * scale)
        if not points or point != points[-1]:
            points.append(point)
    return points


def at_home(point: Point, scale: float) -> bool:
    west, north, east, south = HOME_BOX
    return west < point[0] / scale < east and north < point[1] / scale < south


def simplified(points: Line, tolerance: float, scale: float) -> Line:
    """Douglas-Peucker; the ends stay."""
    keep = bytearray(len(points))
    keep[0] = keep[-1] = 1
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = hypot(dx, dy)
        worst, where = tolerance, 0
        for index in range(first + 1, last):
            px, py = points[index]
            if length:
                along = ((px - ax) * dx + (py - ay) * dy) / (length * length)
                along = min(1.0, max(0.0, along))
                away = hypot(px - ax - along * dx, py - ay - along * dy)
            else:
                away = hypot(px - ax, py - ay)
            if away > worst and not at_home((px, py), scale):
                away /= ELSEWHERE
            if away > worst:
                worst, where = away, index
        if where:
            keep[where] = 1
            stack += [(first, where), (where, last)]
    return [point for point, kept in zip(points, keep, strict=True) if kept]


def simplified_ring(ring: Line, tolerance: float, scale: float) -> Line:
    """As `simplified`, for a closed ring: by halves, so that it can't collapse to its start."""
    far = max(
        range(len(ring)), key=lambda i: hypot(ring[i][0] - ring[0][0], ring[i][1] - ring[0][1])
    )
    if not far:
        return ring
    back = ring[far:] + ring[:1]
    return (
        simplified(ring[: far + 1], tolerance, scale)[:-1] + simplified(back, tolerance, scale)[:-1]
    )


def rounded(points: Line, scale: float, most: float, *, closed: bool) -> Line:
    """Each corner cut off twice at a quarter of its sides, at `most` so many units (Chaikin).

    What is far from home stays as it is, for the size of the file.
    """
    for _ in range(2):
        result: Line = [] if closed else points[:1]
        ahead = points[1:] + points[:1] if closed else points[1:]
        for here, there in zip(points, ahead, strict=False):
            if not at_home(here, scale):
                result.append(here)
                continue
            (ax, ay), (bx, by) = here, there
            cut = min(0.25, most / (hypot(bx - ax, by - ay) or 1.0))
            result.append((ax + cut * (bx - ax), ay + cut * (by - ay)))
            result.append((bx + cut * (ax - bx), by + cut * (ay - by)))
        points = result if closed else [*result, points[-1]]
    return points


def area(ring: Line) -> float:
    return (
        abs(
            sum(
                ax * by - bx * ay
                for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True)
            )
        )
        / 2
    )


def clipped_side(ring: Line, axis: int, limit: float, sign: int) -> Line:
    """One step of Sutherland-Hodgman: what of the ring is at the inner side of a line."""
    result: Line = []
    for index, here in enumerate(ring):
        before = ring[index - 1]
        in_now = sign * (here[axis] - limit) >= 0
        in_before = sign * (before[axis] - limit) >= 0
        if in_now != in_before:
            t = (limit - before[axis]) / (here[axis] - before[axis])
            cut = (before[0] + t * (here[0] - before[0]), before[1] + t * (here[1] - before[1]))
            result.append((limit, cut[1]) if axis == 0 else (cut[0], limit))
        if in_now:
            result.append(here)
    return result


def clipped_ring(ring: Line, axis: int, low: float, high: float) -> Line:
    return clipped_side(clipped_side(ring, axis, low, 1), axis, high, -1)


def span(points: Line, axis: int, splits: int) -> range:
    """The cells along an axis that the points, with the margin, touch."""
    low = min(point[axis] for point in points) - MARGIN
    high = max(point[axis] for point in points) + MARGIN
    return range(max(0, floor(low / CELL_UNITS)), min(splits - 1, floor(high / CELL_UNITS)) + 1)


def add_ring(cells: Cells, layer: Layer, rank: int, ring: Line) -> None:
    """Cuts a ring by rows, each row by columns: the long coasts are walked once a row."""
    for row in span(ring, 1, cells.splits):
        top = row * CELL_UNITS
        band = clipped_ring(ring, 1, top - MARGIN, top + CELL_UNITS + MARGIN)
        if len(band) < 3:
            continue
        for column in span(band, 0, cells.splits):
            left = column * CELL_UNITS
            piece = clipped_ring(band, 0, left - MARGIN, left + CELL_UNITS + MARGIN)
            local = [(x - left, y - top) for x, y in piece]
            if len(local) >= 3 and area(local) > 1:
                cells.parts[column, row].append(Part(layer, rank, local))


def add_line(cells: Cells, layer: Layer, rank: int, line: Line) -> None:
    """Cuts a line at cell edges, each piece with the length run so far: dashes stay in step."""
    run = 0.0
    open_parts: dict[tuple[int, int], Part] = {}
    for (ax, ay), (bx, by) in pairwise(line):
        touched: dict[tuple[int, int], Part] = {}
        for row in span([(ax, ay), (bx, by)], 1, cells.splits):
            for column in span([(ax, ay), (bx, by)], 0, cells.splits):
                left, top = column * CELL_UNITS, row * CELL_UNITS
                part = open_parts.get((column, row))
                if part is None:
                    part = Part(layer, rank, [(ax - left, ay - top)], run)
                    cells.parts[column, row].append(part)
                part.points.append((bx - left, by - top))
                touched[column, row] = part
        open_parts = touched
        run += hypot(bx - ax, by - ay)


def short_steps(line: Line) -> Line:
    """No step over half a cell, so that each fits a cell's numbers."""
    result = line[:1]
    for (ax, ay), (bx, by) in pairwise(line):
        count = int(max(abs(bx - ax), abs(by - ay)) // (CELL_UNITS / 2)) + 1
        result += [
            (ax + (bx - ax) * i / count, ay + (by - ay) * i / count) for i in range(1, count + 1)
        ]
    return result


def rank_of(layer: Layer, properties: dict[str, Any]) -> int:
    if layer is Layer.BORDER:
        # 0: settled; 1: disputed and the like.
        return 0 if str(properties["featurecla"]).startswith("International") else 1
    return int(properties.get("scalerank") or 0)


def add_lines(cells: Cells, layer: Layer, rank: int, geometry: dict[str, Any], to: Detail) -> None:
    scale = cells.scale
    for coordinates in lines(geometry):
        line = project(coordinates, scale)
        if len(line) < 2:
            continue
        line = simplified(line, to.tolerance, scale)
        if to.rounding:
            line = simplified(rounded(line, scale, to.rounding, closed=False), 1.5, scale)
        add_line(cells, layer, rank, short_steps(line))


def add_areas(cells: Cells, layer: Layer, rank: int, geometry: dict[str, Any], to: Detail) -> None:
    scale = cells.scale
    # The source of built-up land is coarse, and such land has no spikes.
    rounding = inf if layer is Layer.URBAN else to.rounding
    for coordinates in chain.from_iterable(polygons(geometry)):
        ring = project(coordinates, scale)
        if ring[0] == ring[-1]:
            ring.pop()
        if len(ring) < 3:
            continue
        coarser = 1.0 if at_home(ring[0], scale) else 3 * ELSEWHERE
        if area(ring) < to.smallest * coarser:
            continue
        ring = simplified_ring(ring, to.tolerance, scale)
        if rounding:
            ring = simplified_ring(rounded(ring, scale, rounding, closed=True), 1.5, scale)
        if len(ring) >= 3:
            add_ring(cells, layer, rank, ring)


def wanted(layer: Layer, rank: int, properties: dict[str, Any], detail: Detail) -> bool:
    if layer is Layer.BORDER:
        return bool(properties.get("type") != "Water Indicator")
    return layer not in (Layer.RIVER, Layer.LAKE) or rank <= detail.highest_rank


def build_level(folder: Path, detail: Detail, splits: int) -> Cells:
    cells = Cells(splits)
    for layer, names in detail.sources.items():
        add = add_lines if layer in (Layer.RIVER, Layer.BORDER) else add_areas
        for feature in chain.from_iterable(features(folder, name) for name in names):
            rank = rank_of(layer, feature["properties"])
            if wanted(layer, rank, feature["properties"], detail):
                add(cells, layer, rank, feature["geometry"], detail)
    return cells


def packed(parts: list[Part]) -> bytes:
    """One cell, deflated: heads of its parts, then all steps in x, then all in y."""
    heads, xs, ys = [], array("h"), array("h")
    x = y = 0
    for part in sorted(parts, key=lambda part: (part.layer, part.rank)):
        points = [(round(px), round(py)) for px, py in part.points]
        heads.append(pack("<BBHf", part.layer, min(part.rank, 255), len(points), part.run))
        for px, py in points:
            xs.append(px - x)
            ys.append(py - y)
            x, y = px, py
    if sys.byteorder == "big":
        xs.byteswap()
        ys.byteswap()
    steps = xs.tobytes() + ys.tobytes()
    # The high bytes are nearly all alike: side by side they deflate to next to nothing.
    raw = pack("<H", len(heads)) + b"".join(heads) + steps[0::2] + steps[1::2]
    return zlib.compress(raw, 9)


def main() -> None:
    folder = Path(sys.argv[1])
    index, blobs, offset = bytearray(), [], 0
    for level, (detail, splits) in enumerate(zip(DETAILS, CELL_SPLITS, strict=True)):
        cells = build_level(folder, detail, splits)
        size = 0
        for (column, row), parts in sorted(cells.parts.items()):
            blob = packed(parts)
            index += pack(FORMAT, level, column, row, offset, len(blob))
            blobs.append(blob)
            offset += len(blob)
            size += len(blob)
        print(f"level {level}: {len(cells.parts)} cells, {size:,} bytes")
    target = Path(__file__).resolve().parent.parent / "resources" / "basemap" / "basemap.bin"
    target.parent.mkdir(parents=True, exist_ok=True)
    count = pack("<I", len(blobs))
    target.write_bytes(MAGIC + count + bytes(index) + b"".join(blobs))
    print(f"{target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
