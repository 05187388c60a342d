"""Names on a plan of a narrow window: those that have room, clear of all else."""

from itertools import combinations
from typing import Any

from PySide6.QtCore import QRectF

from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.floor.small_names import ROLE, name_box, named
from presencemap.ui.floor.standing import SMALL_FACE, Crowd, crowd, words_of
from presencemap.ui.theme import Appearance
from tests.ui.floor.test_standing import SHEET, crowded

NARROW = Sheet.fitted(800, 600, QRectF(0, 0, 450, 340))


def small(building: Any, look: Appearance, first: str = "") -> Crowd:
    scene = building.scene()
    return named(crowd(scene, NARROW, look.theme, first), scene, NARROW, look.theme, first)


def boxes(found: Crowd, look: Appearance) -> dict[str, QRectF]:
    high = look.theme.line(ROLE)
    return {s.name: name_box(s, s.room, high) for s in found.people if s.room}


def test_names_lie_on_no_face_no_name_no_words_and_within_the_walls(
    building: Any, look: Appearance
) -> None:
    building = crowded(building, "leie")
    found, scene = small(building, look), building.scene()
    assert all(s.size == SMALL_FACE for s in found.people)
    names = boxes(found, look)
    assert len(names) > 2
    assert len(names) < len(found.people), "else nothing is shown by it"
    rooms = [seat for seat in scene.seats if not seat.is_desk]
    others = [*(each.box for each in found.people), *(each.box for each in found.rests)]
    others += [words_of(room, NARROW, look.theme) for room in rooms]
    assert not any(name.intersects(each) for name in names.values() for each in others)
    assert not any(a.intersects(b) for a, b in combinations(names.values(), 2))
    walls = [NARROW.outline(room.outline).boundingRect() for room in rooms]
    assert all(any(wall.contains(name) for wall in walls) for name in names.values())


def test_whoever_is_chosen_has_a_name_before_others(building: Any, look: Appearance) -> None:
    building = crowded(building, "leie")
    nameless = next(s for s in small(building, look).people if not s.room)
    chosen = small(building, look, nameless.face.person)
    assert nameless.name in boxes(chosen, look)


def test_a_plan_with_room_for_all_stays_as_it_is(building: Any, look: Appearance) -> None:
    scene = building.scene()
    found = crowd(scene, SHEET, look.theme)
    assert named(found, scene, SHEET, look.theme) is found
