"""Where faces stand, and that a plan is painted in both looks."""

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from presencemap.ui.floor.plan_painter import FACE, SMALL_FACE, PlanPainter, standings
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.theme import Appearance, Mode

SHEET = Sheet.fitted(800, 600, QRectF(0, 0, 800, 600))


def grey(_painter: PlanPainter) -> QImage:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    return image


def painted(painter: PlanPainter, scene: Any) -> QImage:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painting = QPainter(image)
    painter.paint(painting, scene, SHEET, standings(scene, SHEET, painter.theme))
    painting.end()
    return image


def test_a_face_at_a_desk_is_in_its_middle(building: Any, look: Appearance) -> None:
    found = {s.name: s for s in standings(building.scene(), SHEET, look.theme)}
    assert found["Nele"].at == QPointF(350, 330)
    assert found["Nele"].size == FACE


def test_faces_in_a_room_stand_in_it_clear_of_desks_and_of_each_other(
    building: Any, look: Appearance
) -> None:
    found = standings(building.at(5, "atelier").at(6, "atelier").scene(), SHEET, look.theme)
    room = [s for s in found if s.at.y() > 200 and s.name != "Nele"]
    assert len(room) == 3
    for standing in room:
        assert QRectF(0, 200, 800, 400).contains(standing.box)
        assert not standing.box.intersects(QRectF(300, 300, 100, 60))
    boxes = [s.box for s in found]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_crowd_in_a_small_room_is_shown_to_the_last(building: Any, look: Appearance) -> None:
    for number in (3, 4, 5, 6, 7):
        building = building.at(number, "leie")
    small = Sheet.fitted(800, 600, QRectF(0, 0, 200, 150))
    found = standings(building.scene(), small, look.theme)
    assert len(found) == 7
    assert {s.size for s in found} == {SMALL_FACE}
    assert len({(s.at.x(), s.at.y()) for s in found}) == 7


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_free_desk_a_room_and_the_ground_look_different(
    building: Any, look: Appearance, mode: Mode
) -> None:
    look.set_mode(mode)
    image = painted(PlanPainter(look.theme), building.scene())
    assert image.pixelColor(700, 560) != image.pixelColor(550, 345)
    assert image.pixelColor(600, 100).name() == look.theme.colour("room").name()


def test_what_is_chosen_shows(building: Any, look: Appearance) -> None:
    painter, scene = PlanPainter(look.theme), building.scene()
    before = painted(painter, scene)
    painter.selected = "d16"
    assert painted(painter, scene).pixelColor(510, 345) != before.pixelColor(510, 345)
    painter.selected = "leie"
    assert painted(painter, scene).pixelColor(20, 190) != before.pixelColor(20, 190)


def test_a_picture_lies_below_what_is_drawn(building: Any, look: Appearance) -> None:
    painter = PlanPainter(look.theme)
    painter.picture = grey(painter)
    image = painted(painter, building.scene())
    assert image.pixelColor(600, 100).name() == "#a0a0a4"
    look.set_mode(Mode.DARK)
    painter.theme = look.theme
    assert painted(painter, building.scene()).pixelColor(600, 100).lightness() < 160


def test_who_is_filtered_out_is_dimmed(building: Any, look: Appearance) -> None:
    painter, scene = PlanPainter(look.theme), building.scene()
    before = painted(painter, scene)
    painter.lit = frozenset()
    assert painted(painter, scene) != before
