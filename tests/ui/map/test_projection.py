"""Web Mercator there and back, and the moves of a view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.ui.map.projection import (
    MAX_LATITUDE,
    MAX_ZOOM,
    MIN_ZOOM,
    Margins,
    View,
    latitude,
    longitude,
    world_x,
    world_y,
)

GENT, ANTWERPEN, AMSTERDAM = (51.05, 3.72), (51.22, 4.40), (52.37, 4.89)
VIEW = View(*GENT, 8.0, 1280.0, 800.0)

lats = st.floats(-85.0, 85.0)
lons = st.floats(-180.0, 180.0)
zooms = st.floats(MIN_ZOOM, MAX_ZOOM)


@given(lats, lons)
def test_world_coordinates_go_there_and_back(lat: float, lon: float) -> None:
    assert latitude(world_y(lat)) == pytest.approx(lat, abs=1e-9)
    assert longitude(world_x(lon)) == pytest.approx(lon, abs=1e-9)


def test_the_square_world_ends_where_mercator_s_does() -> None:
    assert world_y(MAX_LATITUDE) == pytest.approx(0.0, abs=1e-9)
    assert world_y(90.0) == world_y(MAX_LATITUDE)
    assert (world_x(-180.0), world_x(0.0), world_x(180.0)) == (0.0, 0.5, 1.0)
    assert longitude(1.25) == pytest.approx(-90.0)
    assert longitude(-0.25) == pytest.approx(90.0)


def test_the_world_is_256_pixels_wide_at_zoom_0_and_doubles() -> None:
    view = View(0.0, 0.0, 3.0, 1000.0, 1000.0)
    west, east = view.to_screen(0.0, -90.0), view.to_screen(0.0, 90.0)
    assert east[0] - west[0] == pytest.approx(256 * 2**3 / 2)


@given(lats, lons, zooms, st.floats(0, 1280), st.floats(0, 800))
def test_a_pixel_goes_to_the_earth_and_back(
    lat: float, lon: float, zoom: float, x: float, y: float
) -> None:
    view = View(lat, lon, max(zoom, 4.0), 1280.0, 800.0).panned(0.0, 0.0)
    assert view.to_screen(*view.to_geo(x, y)) == pytest.approx((x, y), abs=1e-4)


@given(zooms, st.floats(0.25, 4.0), st.floats(0, 1280), st.floats(200, 600))
def test_zooming_keeps_what_is_under_the_pointer(
    zoom: float, factor: float, x: float, y: float
) -> None:
    view = View(*GENT, max(zoom, 5.0), 1280.0, 800.0)
    zoomed = view.zoomed_at(factor, x, y)
    if zoomed.zoom >= 4.5:  # far out the northern edge of the world holds it back
        assert zoomed.to_geo(x, y) == pytest.approx(view.to_geo(x, y), abs=1e-6)


def test_zoom_ends_at_both_ends() -> None:
    assert VIEW.zoomed_at(1e6, 0, 0).zoom == MAX_ZOOM
    assert VIEW.zoomed_at(1e-6, 0, 0).zoom == MIN_ZOOM


def test_panning_moves_the_picture_with_the_hand() -> None:
    x, y = VIEW.to_screen(*ANTWERPEN)
    assert VIEW.panned(30.0, -12.0).to_screen(*ANTWERPEN) == pytest.approx((x + 30, y - 12))


def test_panning_ends_at_the_pole_and_goes_on_over_the_date_line() -> None:
    north = VIEW.panned(0.0, 1e7)
    assert north.top == pytest.approx(0.0, abs=1e-9)
    around = VIEW.panned(VIEW.scale, 0.0)
    assert around.center_lon == pytest.approx(VIEW.center_lon)
    far_east = View(0.0, 179.0, 6.0, 800.0, 600.0)
    x, _ = far_east.to_screen(0.0, -179.0)
    assert 400.0 < x < 800.0


def test_a_world_smaller_than_the_window_stays_in_its_middle() -> None:
    view = View(0.0, 0.0, 2.0, 1280.0, 2000.0).panned(0.0, 500.0)
    assert view.center_lat == pytest.approx(0.0, abs=1e-9)


@given(st.lists(st.tuples(st.floats(36, 62), st.floats(-9, 25)), min_size=1, max_size=12))
def test_fitting_shows_all_inside_the_margins(points: list[tuple[float, float]]) -> None:
    margins = Margins(left=60, top=80, right=340, bottom=90)
    fitted = VIEW.fitted(points, margins)
    for point in points:
        x, y = fitted.to_screen(*point)
        assert 60 - 1e-6 <= x <= 1280 - 340 + 1e-6
        assert 80 - 1e-6 <= y <= 800 - 90 + 1e-6
    assert fitted.zoom <= 11.0


def test_fitting_is_no_looser_than_it_must() -> None:
    fitted = VIEW.fitted([GENT, AMSTERDAM], Margins(), max_zoom=15.0)
    (_, south), (_, north) = fitted.to_screen(*GENT), fitted.to_screen(*AMSTERDAM)
    assert south - north == pytest.approx(800.0)


def test_fitting_one_spot_or_nothing() -> None:
    spot = VIEW.fitted([GENT, GENT], max_zoom=9.5)
    assert spot.zoom == 9.5
    assert spot.to_screen(*GENT) == pytest.approx((640.0, 400.0))
    assert VIEW.fitted([]) is VIEW


def test_fitting_a_team_on_both_sides_of_the_date_line() -> None:
    fitted = View(0.0, 0.0, 3.0, 1280.0, 800.0).fitted([(-36.8, 174.8), (-13.8, -171.8)])
    assert fitted.zoom > 5.0
    assert abs(fitted.center_lon) > 170.0


def test_resizing_keeps_the_middle() -> None:
    resized = VIEW.resized(640.0, 480.0)
    assert (resized.width, resized.height) == (640.0, 480.0)
    assert resized.to_screen(*GENT) == pytest.approx((320.0, 240.0))
    assert VIEW.resized(1280.0, 800.0) is VIEW
