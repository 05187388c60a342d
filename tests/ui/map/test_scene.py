"""The values that the map draws."""

from dataclasses import replace

from presencemap.domain.availability import Availability
from presencemap.ui.map.scene import Dock, DockKind, Face, Scene, Spot, faces_gone, ordered

ANN = Face("a", "Ann", "A", Availability.AVAILABLE)
BO = Face("b", "Bo", "B", Availability.BUSY)
CY = Face("c", "Cy", "C", None, stale=True)
DI = Face("d", "Di", "D", Availability.BUSY, struggling=True)
SPOT = Spot("gent", "Gent office", "Gent", True, 51.0, 3.7, (ANN, BO))


def test_the_most_relevant_come_first_then_names() -> None:
    assert ordered([CY, BO, ANN, DI]) == (DI, ANN, BO, CY)


def test_a_spot_counts_who_is_free() -> None:
    assert (SPOT.free, SPOT.stale, SPOT.planned, SPOT.city) == (1, False, False, "Gent")


def test_until_when_a_place_has_its_people() -> None:
    both = [replace(ANN, until=9), replace(BO, until=9)]
    assert replace(SPOT, faces=(*both, CY)).ends == {9}, "who is last known isn't there"
    assert replace(SPOT, faces=(both[0], BO)).ends == {9, None}
    assert replace(SPOT, faces=(CY,)).ends == frozenset()


def test_a_spot_counts_its_guests() -> None:
    assert (SPOT.guests, replace(SPOT, faces=(replace(ANN, guests=2), BO)).guests) == (0, 2)


def test_who_is_out_and_at_a_place_is_one_person() -> None:
    scene = Scene((SPOT,), (Dock(DockKind.HOME, (CY,)),))
    assert scene.people == 3
    assert Scene((SPOT,), (Dock(DockKind.OUT, (ANN, CY)),)).people == 3
    assert scene.whereabouts() == {"a": "gent", "b": "gent", "c": "home"}
    assert scene.spot("gent") is SPOT
    assert scene.spot("nowhere") is None


def test_faces_go_with_the_places_that_changed() -> None:
    dock, empty = Dock(DockKind.HOME, (CY,)), replace(SPOT, id="x", faces=())
    before = Scene((SPOT, empty), (dock,))
    assert faces_gone(before, before) == []
    assert faces_gone(before, Scene((SPOT,))) == [[CY]]
    assert faces_gone(before, Scene((replace(SPOT),), (dock,))) == [[ANN, BO]]
