"""The shadow fades outwards and leans down."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from presencemap.ui.map.shadow import paint_shadow
from presencemap.ui.theme import Scheme, theme


def test_it_fades_and_leans_down() -> None:
    look = theme(Scheme.LIGHT)
    image = QImage(120, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_shadow(painter, look, QRectF(30, 30, 60, 60), 12)
    painter.end()
    below = [image.pixelColor(60, y).alpha() for y in range(92, 99)]
    above = [image.pixelColor(60, 29 - n).alpha() for n in range(7)]
    assert below == sorted(below, reverse=True)
    assert below[0] > above[2] > 0
    assert image.pixelColor(60, 105).alpha() == 0
    strongest = round(look.colour("shadow").alphaF() * 255)
    assert abs(image.pixelColor(60, 60).alpha() - strongest) <= 6
