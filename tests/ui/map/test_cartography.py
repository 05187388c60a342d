"""What a painted tile shows, judged by its pixels."""

import pytest
from PySide6.QtGui import QColor, QImage

from presencemap.ui.map.basemap import Basemap
from presencemap.ui.map.cartography import TILE, MapColours, TileKey, painted_tile
from presencemap.ui.map.projection import WORLD, world_x, world_y
from presencemap.ui.theme.tokens import Scheme, theme

LIGHT = MapColours.of(theme(Scheme.LIGHT))


def tile_at(lat: float, lon: float, zoom: float, ratio: float = 1.0) -> tuple[QImage, int, int]:
    """The tile under a point and the point's pixel in it."""
    tiles = WORLD * 2**zoom / TILE
    x, y = world_x(lon) * tiles, world_y(lat) * tiles
    image = painted_tile(Basemap.load(), TileKey(zoom, int(x), int(y), ratio), LIGHT)
    return image, int(x % 1 * image.width()), int(y % 1 * image.height())


def colour_at(lat: float, lon: float, zoom: float) -> QColor:
    image, x, y = tile_at(lat, lon, zoom)
    return image.pixelColor(x, y)


@pytest.mark.parametrize("zoom", [2.0, 4.5, 6.0, 7.37, 9.0, 11.0])
def test_sea_and_land_have_their_colours_at_every_zoom(zoom: float) -> None:
    assert colour_at(56.0, 3.0, zoom) == LIGHT.water
    assert colour_at(48.3, 1.1, zoom) == LIGHT.land


def test_a_shape_far_wider_than_the_tile_is_drawn_at_the_closest_zoom() -> None:
    assert colour_at(51.2, 4.42, 15.0) not in (LIGHT.land, LIGHT.water)
    assert colour_at(48.3, 1.1, 15.0) == LIGHT.land


def test_towns_have_their_ground_and_lakes_are_water() -> None:
    urban = colour_at(50.87, 4.42, 8.0)
    assert urban not in (LIGHT.land, LIGHT.water)
    assert colour_at(52.82, 5.38, 8.0) == LIGHT.water


def test_the_ground_of_towns_never_covers_the_water() -> None:
    # The Westerschelde at Terneuzen, over which the source's coarse shape reaches.
    assert colour_at(51.365, 3.83, 10.0) == LIGHT.water


def test_neighbours_join_without_a_seam() -> None:
    """All of the middle of France is land: any other colour were a line along a cell's edge."""
    key = TileKey(9.0, 0, 0, 1.0)
    tiles = WORLD * 2**9 / TILE
    # 2.8125 E is an edge between two cells of the finest level.
    x, y = int(world_x(2.8125) * tiles), int(world_y(46.9) * tiles)
    seam = painted_tile(Basemap.load(), key._replace(column=x, row=y), LIGHT)
    column = int(world_x(2.8125) * tiles % 1 * TILE)
    plain = [
        row
        for row in range(0, TILE, 3)
        if seam.pixelColor(max(column - 6, 0), row)
        == seam.pixelColor(min(column + 6, TILE - 1), row)
        == LIGHT.land
    ]
    assert len(plain) > 50
    assert all(
        seam.pixelColor(x, row) == LIGHT.land
        for row in plain
        for x in (max(column - 1, 0), column, column + 1)
    )


def test_a_dense_screen_gets_more_pixels_of_the_same_map() -> None:
    image, x, y = tile_at(52.82, 5.38, 8.0, ratio=1.5)
    assert image.width() == image.height() == TILE * 1.5
    assert image.devicePixelRatio() == 1.5
    assert image.pixelColor(x, y) == LIGHT.water
    assert image.format() == QImage.Format.Format_RGB32


def test_it_gives_way_between_its_steps() -> None:
    asked = []
    basemap = Basemap(Basemap.load()._data)
    painted_tile(basemap, TileKey(4.5, 5, 3, 1.0), LIGHT, lambda: asked.append(1))
    shapes = len(asked)
    painted_tile(basemap, TileKey(4.5, 5, 3, 1.0), LIGHT, lambda: asked.append(1))
    cells = len(asked) - shapes
    assert 2 < cells < shapes / 10  # Decoded once, they aren't again.


def test_a_place_beyond_the_world_is_water() -> None:
    image = painted_tile(Basemap.load(), TileKey(2.0, 0, 7, 1.0), LIGHT)
    assert image.pixelColor(9, 9) == LIGHT.water


def test_rivers_can_be_seen_on_dark_land() -> None:
    dark = MapColours.of(theme(Scheme.DARK))
    assert dark.river.lightness() - dark.land.lightness() > 15
