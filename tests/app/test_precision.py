"""The choice is kept; what isn't readable hides; a site's town is the gazetteer's."""

from pathlib import Path

import pytest

from presencemap.app.precision import load_precision, save_precision, town_named, town_of
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.precision import Precision


@pytest.mark.parametrize("precision", Precision)
def test_what_was_chosen_is_kept(tmp_path: Path, precision: Precision) -> None:
    path = tmp_path / "profile" / "precision"
    assert load_precision(path) is Precision.ROOM
    save_precision(path, precision)
    assert load_precision(path) is precision


@pytest.mark.parametrize("damage", [b"", b"street", b"\xff"])
def test_what_was_chosen_and_cant_be_read_shows_nothing(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "precision"
    path.write_bytes(damage)
    assert load_precision(path) is Precision.HIDDEN


def test_the_town_is_its_own_middle_and_none_where_the_gazetteer_knows_none() -> None:
    acme = Place("acme", "Acme", PlaceKind.CLIENT, None, 51.0712, 3.7551, "Gand")
    town = town_of(acme)
    assert town is not None
    assert (town.name, town.lat, town.lon) == ("Gent", 51.05, 3.72)
    assert town_of(Place("x", "X", PlaceKind.CLIENT, None, 51.0, 3.0, "Nowhereville")) is None
    assert town_of(Place("x", "X", PlaceKind.CLIENT, None, 51.0, 3.0)) is None
    assert town_named("gand") == town
    assert town_named("") is None
