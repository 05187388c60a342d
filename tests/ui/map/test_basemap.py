"""The committed basemap holds the right shapes at the right places."""

import re

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from presencemap.ui.map.basemap import (
    CACHED_CELLS,
    CELL_SPLITS,
    CELL_UNITS,
    Basemap,
    Layer,
    level_for,
)
from presencemap.ui.map.projection import world_x, world_y

FINEST = len(CELL_SPLITS) - 1
LEVELS = range(len(CELL_SPLITS))


@pytest.fixture(scope="module")
def basemap() -> Basemap:
    return Basemap.load()


def covered(basemap: Basemap, level: int, layer: Layer, lat: float, lon: float) -> bool:
    """Whether an area of the layer covers the point."""
    splits = CELL_SPLITS[level]
    x, y = world_x(lon) * splits, world_y(lat) * splits
    cell = basemap.cell(level, int(x), int(y))
    if cell is None or layer not in cell.areas:
        return False
    return drawn(cell.areas[layer]).contains(QPointF(x % 1 * CELL_UNITS, y % 1 * CELL_UNITS))


def drawn(path: str) -> QPainterPath:
    """The path of words like M1,2l3, 4, -5, 6z."""
    found = QPainterPath()
    found.setFillRule(Qt.FillRule.OddEvenFill)
    for part in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        found.moveTo(*numbers[:2])
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            found.lineTo(found.currentPosition() + QPointF(dx, dy))
        found.closeSubpath()
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_land_is_land_and_sea_is_sea(basemap: Basemap, level: int) -> None:
    for lat, lon in ((50.85, 4.35), (52.1, 5.6), (48.86, 2.35), (40.0, -100.0), (-25.0, 135.0)):
        assert covered(basemap, level, Layer.LAND, lat, lon), (lat, lon)
    for lat, lon in ((52.5, 3.0), (45.5, -5.0), (0.0, -150.0), (40.0, -40.0)):
        assert not covered(basemap, level, Layer.LAND, lat, lon), (lat, lon)


def test_the_ijsselmeer_is_a_lake_and_flevoland_is_not(basemap: Basemap) -> None:
    for level in LEVELS:
        assert covered(basemap, level, Layer.LAKE, 52.82, 5.38)
    assert not covered(basemap, FINEST, Layer.LAKE, 52.45, 5.5)


def test_antwerpen_is_built_up_and_the_ardennes_are_not(basemap: Basemap) -> None:
    assert covered(basemap, FINEST, Layer.URBAN, 51.2, 4.42)
    assert not covered(basemap, FINEST, Layer.URBAN, 50.2, 5.6)
    assert not covered(basemap, 0, Layer.URBAN, 51.2, 4.42)  # too small to show there


def test_lines_lie_in_their_cell_with_their_length(basemap: Basemap) -> None:
    splits = CELL_SPLITS[FINEST]
    cell = basemap.cell(FINEST, int(world_x(4.4) * splits), int(world_y(51.2) * splits))
    assert cell is not None
    for layer in (Layer.RIVER, Layer.BORDER):
        assert cell.lines[layer]
        for stroke in cell.lines[layer]:
            assert drawn(stroke.path).elementCount() > 2
            assert stroke.run >= 0.0
    # A feature of many cells goes on where it was: not every piece starts at 0.
    assert any(stroke.run > CELL_UNITS / 2 for stroke in cell.lines[Layer.RIVER])


def test_the_same_columns_come_again_around_the_world(basemap: Basemap) -> None:
    assert basemap.cell(0, 4, 2) is basemap.cell(0, 4 + CELL_SPLITS[0], 2)
    assert basemap.cell(0, 4, 99) is None


def test_only_so_many_cells_stay_decoded() -> None:
    basemap = Basemap(Basemap.load()._data)
    for column in range(60, 80):
        for row in range(36, 50):
            basemap.cell(FINEST, column, row)
    assert len(basemap._cells) == CACHED_CELLS


def test_levels_get_finer_with_the_zoom() -> None:
    levels = [level_for(zoom / 10) for zoom in range(20, 150)]
    assert levels == sorted(levels)
    assert set(levels) == set(LEVELS)


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a basemap"):
        Basemap(b"GIF89a..")
