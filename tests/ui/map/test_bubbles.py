"""Where the parts of a bubble are."""

from math import hypot

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from presencemap.ui.map import bubbles
from presencemap.ui.theme import Appearance

BODY = QRectF(10, 20, bubbles.WIDTH, bubbles.HEIGHT)
DISC = bubbles.disc(BODY)


def test_three_faces_sit_on_the_lower_rim_inside_the_body() -> None:
    seats = bubbles.seats(DISC)
    assert len(seats) == bubbles.SHOWN
    for seat in seats:
        away = seat.center() - DISC.center()
        assert hypot(away.x(), away.y()) == pytest.approx(DISC.width() / 2)
        assert away.y() > 0
        assert BODY.contains(seat)
    middle, left, right = seats
    assert middle.center().x() == DISC.center().x()
    assert left.center().x() < middle.center().x() < right.center().x()
    assert left.center().y() == right.center().y() < middle.center().y()


def test_a_face_hides_no_initials_of_the_next_and_not_the_number() -> None:
    middle, left, right = bubbles.seats(DISC)
    for side in (left, right):
        away = side.center() - middle.center()
        assert hypot(away.x(), away.y()) > bubbles.FACE - 2
    assert bubbles.middle(DISC) + 6 < middle.top()


def test_the_gauge_fills_from_left_to_right(look: Appearance) -> None:
    free = look.theme.colour("avFree")

    def reach(share: float) -> list[int]:
        image = QImage(100, 100, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        bubbles.paint_gauge(painter, look.theme, DISC, share)
        painter.end()
        return [x for x in range(100) for y in range(100) if image.pixelColor(x, y) == free]

    assert reach(0.0) == []
    assert max(reach(0.4)) < DISC.center().x()
    whole = reach(1.0)
    assert min(whole) + max(whole) == pytest.approx(2 * DISC.center().x(), abs=2)


def test_the_name_is_in_the_middle_below(look: Appearance) -> None:
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    bubbles.paint_name(painter, look.theme, "Gent", 50, 60)
    painter.end()
    inked = [(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).alpha()]
    across, down = zip(*inked, strict=True)
    assert min(across) + max(across) == pytest.approx(100, abs=3)
    assert 58 <= min(down) < max(down) < 78


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_number_of_any_length_is_clear_of_the_gauge(look: Appearance, scale: float) -> None:
    look.set_text_scale(scale)
    rim = DISC.width() / 2 - 6
    for number in ("8", "88", "888", "8888", "88k"):
        image = QImage(100, 100, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        bubbles.paint_number(painter, look.theme, DISC, number)
        painter.end()
        inked = [(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).alpha()]
        middle = DISC.center()
        assert max(hypot(x - middle.x(), y - middle.y()) for x, y in inked) < rim, number
