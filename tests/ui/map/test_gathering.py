"""Who is under one plate."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.ui.map import phrases
from presencemap.ui.map.gathering import Gathering
from presencemap.ui.map.scene import Face, Spot


def spot(name: str, *names: str, free: bool = True) -> Spot:
    said = Availability.AVAILABLE if free else Availability.BUSY
    faces = tuple(Face(each.lower(), each, each[0], said) for each in names)
    return Spot(name, name, "Gent", False, 51.0, 4.0, faces)


TWO = Gathering((spot("a", "Ann", "Di", free=False), spot("b", "Bo", "Cy")))


def test_everybody_of_all_places_in_one_order() -> None:
    assert [face.name for face in TWO.faces] == ["Bo", "Cy", "Ann", "Di"]
    assert (TWO.count, TWO.free, TWO.ids) == (4, 2, {"ann", "bo", "cy", "di"})
    assert [face.name for face in TWO.foremost(3)] == ["Bo", "Cy", "Ann"]


def test_one_may_lead_the_others() -> None:
    led = TWO.led_by("di")
    assert [face.name for face in led.faces] == ["Di", "Bo", "Cy", "Ann"]
    assert [face.name for face in led.foremost(2)] == ["Di", "Bo"]
    assert led.ids == TWO.ids


def test_who_leads_is_found_without_putting_all_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    faces_of = phrases.faces_of
    monkeypatch.setattr(phrases, "faces_of", lambda *given: asked.append(given) or faces_of(*given))
    assert [face.name for face in TWO.led_by("di").foremost(2)] == ["Di", "Bo"]
    assert [most for _spots, most in asked] == [2]


def test_who_is_sought_comes_before_others_where_not_all_have_room() -> None:
    lit = frozenset({"di", "cy", "elsewhere"})
    assert [face.name for face in TWO.foremost(3, lit)] == ["Cy", "Di", "Bo"]
    assert [face.name for face in TWO.foremost(1, lit)] == ["Cy"]
    assert [face.name for face in TWO.foremost(4, lit)] == ["Bo", "Cy", "Ann", "Di"], "all do"
    assert [face.name for face in TWO.led_by("ann").foremost(2, lit)] == ["Ann", "Cy"]


def test_of_many_who_are_sought_the_first_of_the_order_come() -> None:
    names = [f"P{number:03}" for number in range(200)]
    many = Gathering((spot("a", *names[::2]), spot("b", *names[1::2])))
    lit = frozenset(name.lower() for name in names[50:150])
    assert [face.name for face in many.foremost(3, lit)] == ["P050", "P051", "P052"]
