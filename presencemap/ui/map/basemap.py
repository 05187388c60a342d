"""The shapes of the backdrop: land, lakes, towns' ground, rivers, borders, found by cell.

Owns the reading of resources/basemap/basemap.bin (packaging/build_basemap.py writes it). Knows no
colours, no screen and no Qt; safe in any thread.

The file, little-endian: MAGIC, a count (u32), as many index entries (FORMAT: level, column, row,
offset, size), then the cells, each deflated: a count (u16), as many parts (PART: layer, rank,
points, length run before it), the steps in x from point to point (i16) of all parts, then those
in y; of all these steps the low bytes come first, then the high ones. A level cuts the world into
CELL_SPLITS squared cells of CELL_UNITS squared units.
"""

import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from threading import Lock

from presencemap.app.resources import resource

MAGIC = b"PMB1"
FORMAT = "<BHHII"
PART = "<BBHf"
CELL_UNITS = 16384
CELL_SPLITS = (8, 16, 32, 128)
"""Cells along one side of the world, a level each, from coarse to fine."""

CACHED_CELLS = 160
_FROM_ZOOM = (4.2, 5.8, 7.5)
"""Where each level after the first takes over."""


class Layer(IntEnum):
    """What a part is, in the order of painting."""

    LAND = 0
    URBAN = 1
    RIVER = 2
    LAKE = 3
    BORDER = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a river or border in cell units; `run` units of it lie before this piece."""

    rank: int
    run: float
    path: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One decoded cell: areas as even-odd paths, lines as strokes, all in cell units.

    A path is written as in SVG's attribute `d`.
    """

    column: int
    row: int
    areas: dict[Layer, str]
    lines: dict[Layer, list[Stroke]]


def level_for(zoom: float) -> int:
    """The level of detail that suits a zoom."""
    return bisect_right(_FROM_ZOOM, zoom)


class Basemap:
    """All cells, decoded when asked for. Any thread may ask."""

    def __init__(self, data: bytes) -> None:
        if data[:4] != MAGIC:
            raise ValueError("not a basemap")
        (count,) = struct.unpack_from("<I", data, 4)
        start = 8 + count * struct.calcsize(FORMAT)
        self._data = data
        self._index = {
            (level, column, row): (start + offset, size)
            for level, column, row, offset, size in struct.iter_unpack(FORMAT, data[8:start])
        }
        self._cells: OrderedDict[tuple[int, int, int], Cell] = OrderedDict()
        self._lock = Lock()

    @staticmethod
    @cache
    def load() -> "Basemap":
        """The basemap of the installation, read once."""
        return Basemap(resource("basemap", "basemap.bin").read_bytes())

    def __len__(self) -> int:
        return len(self._index)

    def cell(
        self, level: int, column: int, row: int, give_way: Callable[[], object] = bool
    ) -> Cell | None:
        """A cell, None where there is nothing but sea. Columns wrap around the world.

        `give_way` is called before each shape that is decoded; it may wait, and gives nothing.
        """
        key = (level, column % CELL_SPLITS[level], row)
        place = self._index.get(key)
        if place is None:
            return None
        with self._lock:
            known = self._cells.get(key)
            if known is not None:
                self._cells.move_to_end(key)
                return known
        offset, size = place
        raw = zlib.decompress(self._data[offset : offset + size])
        decoded = _decoded(key[1], row, raw, give_way)
        with self._lock:
            self._cells[key] = decoded
            while len(self._cells) > CACHED_CELLS:
                self._cells.popitem(last=False)
        return decoded


def _decoded(column: int, row: int, raw: bytes, give_way: Callable[[], object]) -> Cell:
    """Unpacks a cell without a Python step per point: views of several cells open at once."""
    (count,) = struct.unpack_from("<H", raw)
    heads_end = 2 + count * struct.calcsize(PART)
    heads = list(struct.iter_unpack(PART, raw[2:heads_end]))
    body = raw[heads_end:]
    interleaved = bytearray(len(body))
    interleaved[0::2], interleaved[1::2] = body[: len(body) // 2], body[len(body) // 2 :]
    steps = array("h", bytes(interleaved))
    if sys.byteorder == "big":
        steps.byteswap()
    half = len(steps) // 2
    areas: dict[Layer, list[str]] = {}
    lines: dict[Layer, list[Stroke]] = {}
    start = x = y = 0
    for number, rank, size, run in heads:
        give_way()
        end = start + size
        across, down = steps[start:end], steps[half + start : half + end]
        start = end
        path = _path(x, y, across, down)
        x, y = x + sum(across), y + sum(down)
        layer = Layer(number)
        if layer in (Layer.RIVER, Layer.BORDER):
            lines.setdefault(layer, []).append(Stroke(rank, run, path))
        else:
            areas.setdefault(layer, []).append(path + "z")
    return Cell(column, row, {layer: "".join(paths) for layer, paths in areas.items()}, lines)


def _path(x: int, y: int, across: "array[int]", down: "array[int]") -> str:
    """SVG's words for a polygon whose first step leads from (x, y) to its first point."""
    flat = array("h", bytes(4 * len(across)))
    flat[0::2], flat[1::2] = across, down
    # As a list is written: the one way to have all numbers written without a step of Python each.
    return f"M{x + across[0]},{y + down[0]}l{str(flat[2:].tolist())[1:-1]}"
