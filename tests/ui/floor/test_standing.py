"""Where faces stand, clear of names, desks and each other; the rest is a number."""

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.floor.standing import FACE, SMALL_FACE, crowd
from presencemap.ui.theme import Appearance

SHEET = Sheet.fitted(800, 600, QRectF(0, 0, 800, 600))
SMALL = Sheet.fitted(800, 600, QRectF(0, 0, 200, 150))


def crowded(building: Any, place: str) -> Any:
    for number in (3, 4, 5, 6, 7):
        building = building.at(number, place)
    return building


def test_a_face_at_a_desk_is_in_its_middle(building: Any, look: Appearance) -> None:
    found = {s.name: s for s in crowd(building.scene(), SHEET, look.theme).people}
    assert found["Nele"].at == QPointF(350, 330)
    assert found["Nele"].size == FACE


def test_faces_in_a_room_stand_in_it_clear_of_desks_and_of_each_other(
    building: Any, look: Appearance
) -> None:
    found = crowd(building.at(5, "atelier").at(6, "atelier").scene(), SHEET, look.theme)
    room = [s for s in found.people if s.at.y() > 200 and s.name != "Nele"]
    assert len(room) == 3
    for standing in room:
        assert QRectF(0, 200, 800, 400).contains(standing.box)
        assert not standing.box.intersects(QRectF(300, 300, 100, 60))
    boxes = [s.box for s in found.people]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert found.rests == []


CORNERED = ((0, 200), (800, 200), (800, 600), (400, 600), (400, 330), (0, 330))


@pytest.mark.parametrize("sheet", [SHEET, SMALL])
def test_in_a_room_round_a_corner_nobody_stands_in_the_next_one(
    building: Any, look: Appearance, sheet: Sheet
) -> None:
    shapes = (Shape("atelier", CORNERED), Shape("leie", ((0, 0), (400, 200))))
    plan = FloorPlan("two", 800, 600, None, shapes)
    scene = crowded(building, "atelier").scene(plans=(plan,))
    found = crowd(scene, sheet, look.theme)
    outline = sheet.outline(CORNERED)
    people = [s for s in found.people if s.at.y() > 200 * sheet.scale]
    assert len(people) > 3
    for standing in people:
        step = standing.room if sheet is SHEET else standing.box.width()
        named = standing.box.adjusted((standing.size - step) / 2, 0, (step - standing.size) / 2, 0)
        assert QPolygonF(named.adjusted(3, 0, -3, 0)).subtracted(outline).isEmpty()


def test_who_is_alone_in_a_room_is_in_the_middle_of_its_width(
    building: Any, look: Appearance
) -> None:
    for width in (130, 160, 220):
        plan = FloorPlan("one", 800, 600, None, (Shape("dender", ((0, 0), (width, 200))),))
        (alone,) = crowd(building.scene("one", plans=(plan,)), SHEET, look.theme).people
        assert alone.at.x() == width / 2


def test_a_crowd_in_a_small_room_stays_in_it_and_the_rest_is_a_number(
    building: Any, look: Appearance
) -> None:
    found = crowd(crowded(building, "leie").scene(), SMALL, look.theme)
    assert {s.size for s in found.people} == {SMALL_FACE}
    (rest,) = found.rests
    assert (rest.place, rest.count + len(found.people)) == ("leie", 7)
    boxes = [s.box for s in found.people] + [rest.box]
    assert all(QRectF(0, 0, 100, 50).contains(box.center()) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_more_than_one_at_a_desk_are_a_face_and_a_number_at_its_corner(
    building: Any, look: Appearance
) -> None:
    found = crowd(crowded(building, "d2").scene(), SHEET, look.theme)
    (rest,) = found.rests
    (face,) = [s for s in found.people if s.at == QPointF(350, 330)]
    assert (rest.place, rest.count) == ("d2", 4)
    assert not rest.box.contains(face.at)


def test_no_number_hides_who_is_chosen(building: Any, look: Appearance) -> None:
    scene = crowded(building, "d2").scene()
    for number in (3, 7):
        person = building.cards[number].person.id
        found = crowd(scene, SHEET, look.theme, person)
        assert any(s.face.person == person for s in found.people)


def test_a_name_has_no_more_room_than_there_is_to_the_next(building: Any, look: Appearance) -> None:
    found = crowd(building.scene(), SHEET, look.theme).people
    first, second = sorted((s for s in found if s.at.y() < 200), key=lambda s: s.at.x())
    assert first.room <= second.at.x() - first.at.x()


def test_who_is_sought_has_a_face_before_others(building: Any, look: Appearance) -> None:
    scene = crowded(building, "d2").scene()
    for number in (3, 7):
        lit = frozenset({building.cards[number].person.id})
        found = crowd(scene, SHEET, look.theme, lit=lit)
        assert lit <= {s.face.person for s in found.people}


def test_on_a_small_plan_several_at_a_desk_are_a_number_unless_one_is_looked_for(
    building: Any, look: Appearance
) -> None:
    scene = crowded(building, "d2").scene()
    person = building.cards[5].person.id
    (rest,) = crowd(scene, SMALL, look.theme).rests
    assert (rest.place, rest.text) == ("d2", "5")
    for found in (
        crowd(scene, SMALL, look.theme, person),
        crowd(scene, SMALL, look.theme, lit=frozenset({person})),
    ):
        assert person in {s.face.person for s in found.people}
        assert found.rests == []


def test_a_number_at_a_desk_stays_clear_of_the_next_one(building: Any, look: Appearance) -> None:
    scene = crowded(building, "d2").scene()
    (rest,) = crowd(scene, SHEET, look.theme).rests
    desk = SHEET.outline(scene.seat("d2").outline).boundingRect()
    assert rest.box.right() <= desk.right()
    assert rest.text == "+4"


@pytest.mark.parametrize("left", range(100, 160, 10))
def test_on_a_small_plan_nobody_stands_on_the_face_at_a_desk(
    building: Any, look: Appearance, left: int
) -> None:
    """The face is larger than the desk there."""
    desk = Shape("d2", ((left, 260), (left + 40, 290)))
    plan = FloorPlan("two", 800, 600, None, (Shape("atelier", ((0, 200), (200, 600))), desk))
    sheet = Sheet.fitted(800, 600, QRectF(0, 0, 400, 300))
    found = crowd(building.at(5, "atelier").scene(plans=(plan,)), sheet, look.theme)
    (seated,) = (s for s in found.people if s.name == "Nele")
    others = [s for s in found.people if s is not seated]
    assert others
    assert not any(s.box.intersects(seated.box) for s in others)


def test_on_a_small_plan_badges_stay_within_the_walls(building: Any, look: Appearance) -> None:
    for width in (300, 360, 390, 420):
        plan = FloorPlan("one", 800, 600, None, (Shape("dender", ((0, 0), (width, 300))),))
        scene = crowded(building, "dender").scene("one", plans=(plan,))
        people = crowd(scene, SMALL, look.theme).people
        assert people
        # A struggle's badge stands out the most, at the upper left.
        assert all(s.at.x() - s.size / 2 - 7 > 0 for s in people)
        assert all(s.at.x() + s.size / 2 + 7 < width / 4 for s in people)


def test_of_two_who_sit_head_to_head_both_names_can_be_read(
    building: Any, look: Appearance
) -> None:
    def names(top: float) -> dict[str, bool]:
        shapes = (
            Shape("atelier", ((0, 200), (800, 600))),
            Shape("d2", ((40, top), (100, top + 36))),
            Shape("d16", ((40, top + 36), (100, top + 72))),
        )
        plan = FloorPlan("two", 800, 600, None, shapes)
        scene = building.at(4, "d16").scene(plans=(plan,))
        found = crowd(scene, SHEET, look.theme).people
        one, other = sorted((s for s in found if s.at.x() == 70), key=lambda s: s.at.y())
        assert not one.box.adjusted(0, 0, 0, -0.1).intersects(other.box)
        return {"upper": one.lift > 0, "lower": other.lift > 0}

    assert names(400) == {"upper": True, "lower": False}
    assert names(232) == {"upper": False, "lower": False}, "there the room's words are"
    alone = crowd(building.scene(), SHEET, look.theme).people
    assert all(standing.lift == 0 for standing in alone)
