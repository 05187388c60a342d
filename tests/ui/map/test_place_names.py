"""Which towns are named where."""

import pytest

from presencemap.app.gazetteer import Gazetteer
from presencemap.ui.map.place_names import PlaceNames, smallest_named
from presencemap.ui.map.projection import View


@pytest.fixture(scope="module")
def names() -> PlaceNames:
    return PlaceNames.load()


def named(names: PlaceNames, view: View) -> list[str]:
    return [found.town.name for found in names.towns(view, 0.0)]


def test_a_towns_country_is_known_by_where_it_is(names: PlaceNames) -> None:
    assert names.country("Gent", 51.05, 3.72) == "BE"
    assert names.country("gent", 51.2, 3.9) == "BE"
    assert names.country("Essen", 51.46, 4.46) == "BE"
    assert names.country("Essen", 51.45, 7.01) == "DE"
    assert names.country("Gent", 40.0, 3.72) == ""
    assert names.country("Nowhere", 51.05, 3.72) == ""
    assert PlaceNames.known() is names


def test_more_is_named_the_closer_one_comes() -> None:
    sizes = [smallest_named(zoom / 4) for zoom in range(8, 60)]
    assert sizes == sorted(sizes, reverse=True)
    assert smallest_named(2.0) > 1_000_000
    assert smallest_named(15.0) == 500


def test_the_weightiest_come_first_and_all_are_in_view(names: PlaceNames) -> None:
    view = View(51.4, 4.4, 9.0, 1280.0, 800.0)
    found = list(names.towns(view, 0.0))
    weights = [town.weight for town in found]
    assert weights == sorted(weights, reverse=True)
    assert {"Antwerpen", "Gent", "Brussel", "Breda"} <= {f.town.name for f in found}
    west, east = view.left - 1 / 256, view.left + view.width / view.scale + 1 / 256
    assert all(west <= town.x <= east for town in found)


def test_amsterdam_comes_before_rotterdam(names: PlaceNames) -> None:
    order = named(names, View(52.1, 4.8, 6.5, 900.0, 700.0))
    assert order.index("Amsterdam") < order.index("Rotterdam")


def test_districts_with_a_number_are_no_names(names: PlaceNames) -> None:
    assert not any(
        any(c.isdigit() for c in n) for n in named(names, View(48.86, 2.35, 13, 900, 700))
    )
    assert any(any(c.isdigit() for c in town.name) for town in Gazetteer.load().towns())


def test_a_view_over_the_date_line_finds_both_sides(names: PlaceNames) -> None:
    found = named(names, View(-20.0, 180.0, 4.5, 1600.0, 900.0))
    assert "Auckland" in found or "Suva" in found


def test_seas_and_countries_are_in_the_list(names: PlaceNames) -> None:
    kinds = {area.name: area.kind for area in names.areas}
    assert kinds["Noordzee"] == "sea"
    assert kinds["Nederland"] == "country"
    assert all(area.from_zoom < area.to_zoom for area in names.areas)
