"""A frame lies within its box."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.theme import Scheme, theme

LIGHT = theme(Scheme.LIGHT)


@pytest.mark.parametrize("width", [1, 2])
def test_its_line_is_inside_and_its_corners_are_off(qapp: QApplication, width: int) -> None:
    image = QImage(40, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    box = QRectF(5, 5, 30, 20)
    paint_frame(painter, LIGHT, box, 8, edge="accent", ground="raised", width=width)
    painter.end()
    for way in range(width):
        assert image.pixelColor(20, 5 + way) == LIGHT.colour("accent")
        assert image.pixelColor(34 - way, 15) == LIGHT.colour("accent")
    assert image.pixelColor(20, 5 + width) == LIGHT.colour("raised")
    outside = ((20, 4), (20, 25), (4, 15), (35, 15), (5, 5))
    assert {image.pixelColor(*at).name() for at in outside} == {"#ff00ff"}
