"""That a plan is painted in both looks, with all that is marked on it."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from presencemap.ui.floor.plan_painter import PlanPainter
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.floor.standing import Crowd, crowd
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
    painter.paint(painting, scene, SHEET, crowd(scene, SHEET, painter.theme))
    painting.end()
    return image


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


def test_who_has_no_room_shows_as_a_number(building: Any, look: Appearance) -> None:
    painter = PlanPainter(look.theme)
    before = painted(painter, building.scene())
    after = painted(painter, building.at(5, "d2").at(6, "d2").scene())
    badge = QRect(360, 304, 16, 16)
    assert after.copy(badge) != before.copy(badge)


def test_two_of_one_first_name_read_differently_in_little_room(
    building: Any, look: Appearance
) -> None:
    """What is cut off is what tells them apart."""
    scene, painter = building.scene(), PlanPainter(look.theme)
    (standing, *_) = crowd(scene, SHEET, look.theme).people

    def named(name: str, room: float) -> QImage:
        image = QImage(800, 600, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painting = QPainter(image)
        people = Crowd([replace(standing, name=name, room=room)])
        painter.paint(painting, scene, SHEET, people)
        painting.end()
        return image

    assert named("Bram Goossens", 58) != named("Bram Mertens", 58)
    assert named("Bram Goossens", 58) == named("Bram G.", 58)
    assert named("Bram Goossens", 200) != named("Bram G.", 200)
