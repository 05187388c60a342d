"""A site's town is the gazetteer's, and its own middle."""

from presencemap.app.towns import town_named, town_of
from presencemap.domain.place import Place, PlaceKind


def test_the_town_is_its_own_middle_and_none_where_the_gazetteer_knows_none() -> None:
    acme = Place("acme", "Acme", PlaceKind.CLIENT, None, 51.0712, 3.7551, "Gand")
    town = town_of(acme)
    assert town is not None
    assert (town.name, town.lat, town.lon) == ("Gent", 51.05, 3.72)
    assert town_of(Place("x", "X", PlaceKind.CLIENT, None, 51.0, 3.0, "Nowhereville")) is None
    assert town_of(Place("x", "X", PlaceKind.CLIENT, None, 51.0, 3.0)) is None
    assert town_named("gand") == town
    assert town_named("") is None
