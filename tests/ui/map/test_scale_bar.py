"""A bar of a round length that is as long as it says."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import View
from presencemap.ui.map.scale_bar import LONGEST, ScaleBar, rule
from presencemap.ui.theme import Scheme, theme


@given(st.floats(-70, 70), st.floats(2, 18))
def test_it_is_round_and_as_long_as_the_map_says(lat: float, zoom: float) -> None:
    view = View(lat, 4.0, zoom, 800, 600)
    text, px = rule(view)
    number, unit = text.split()
    assert number.strip("0.") in {"1", "2", "5"}
    assert LONGEST / 2.5 - 1e-6 <= px <= LONGEST + 1e-6
    metres = float(number) * (1000 if unit == "km" else 1)
    x0, _ = view.to_screen(lat, 4.0)
    x1, _ = view.to_screen(lat, 4.0 + metres / 111_319.49 / view_cos(lat))
    assert x1 - x0 == pytest.approx(px, rel=0.01)


def view_cos(lat: float) -> float:
    return cos(radians(lat))


def test_where_something_lies_beside_the_attribution_it_is_above_it(qapp: object) -> None:
    look, bar, view = theme(Scheme.LIGHT), ScaleBar(), View(51.0, 4.0, 9.0, 480, 600)
    line = Rect(290, 580, 180, 14)
    dock = Rect(60, 540, 210, 50)
    free = bar.box(look, view, line)
    assert free.meets(dock)
    above = bar.box(look, view, line, [dock])
    assert not above.meets(dock)
    assert above.y + above.h < line.y
    assert above.x + above.w == line.x + line.w
    narrow = bar.box(look, view, line._replace(x=40))
    assert narrow.y < line.y, "no room at the left"


def test_it_lies_left_of_the_attribution_and_is_drawn_once(qapp: object) -> None:
    look = theme(Scheme.LIGHT)
    bar, view, line = ScaleBar(), View(51.0, 4.0, 9.0, 800, 600), Rect(600, 580, 180, 14)
    box = bar.box(look, view, line)
    assert box.x + box.w < line.x
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    bar.paint(painter, look, view, box, 1.0)
    sprite = bar._words
    bar.paint(painter, look, view.panned(5, 5), box, 1.0)
    painter.end()
    assert bar._words is sprite
    inked = [
        x
        for x in range(int(box.x), int(box.x + box.w))
        if any(image.pixelColor(x, y) != image.pixelColor(0, 0) for y in range(580, 594))
    ]
    assert inked
    assert inked[-1] - inked[0] > rule(view).px
