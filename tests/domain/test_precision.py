"""What is shared of a place, at each precision."""

import pytest

from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.precision import Precision, shared_place

ACME = Place("acme", "Acme", PlaceKind.CLIENT, None, 51.07, 3.75, "Gent")
ROOM = Place("room", "3.12", PlaceKind.ROOM, "acme")
LOST = Place("lost", "Depot", PlaceKind.CLIENT, None, 50.0, 4.0)
GENT = Place.in_town("Gent", 51.0543, 3.7174)
TREE = PlaceTree([ACME, ROOM, LOST])


@pytest.mark.parametrize("place", ["home", "home:52.09,5.12:Utrecht"])
def test_home_is_shared_as_its_owner_chose(place: str) -> None:
    def shared(**home: Place) -> list[str | None]:
        return [shared_place(place, TREE, each, lambda _: None, **home) for each in Precision]

    assert shared() == ["home", "home", "home", None], "without a town, a former one is taken back"
    there = Place.home_in(GENT)
    assert shared(home=there) == [there.id, there.id, there.id, None]


@pytest.mark.parametrize(
    ("place", "room", "site", "town", "hidden"),
    [
        ("room", "room", "acme", GENT.id, None),
        ("acme", "acme", "acme", GENT.id, None),
        ("lost", "lost", "lost", None, None),
        ("home", "home", "home", "home", None),
        ("road", "road", "road", "road", None),
        (GENT.id, GENT.id, GENT.id, GENT.id, None),
        ("unknown", "unknown", None, None, None),
        (None, None, None, None, None),
    ],
)
def test_the_coarser_the_less(
    place: str | None, room: str | None, site: str | None, town: str | None, hidden: str | None
) -> None:
    found = [
        shared_place(place, TREE, precision, lambda at: GENT if at.town == "Gent" else None)
        for precision in Precision
    ]
    assert found == [room, site, town, hidden]
