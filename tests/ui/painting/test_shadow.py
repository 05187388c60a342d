"""The shadow fades, and lies below what floats."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from presencemap.ui.painting.shadow import _draw_floating, paint_floating, paint_shadow
from presencemap.ui.theme import Scheme, theme

LIGHT = theme(Scheme.LIGHT)


def test_shadow_fades_outwards_and_is_stronger_below(qapp: QApplication) -> None:
    image = QImage(80, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_floating(painter, LIGHT, QRectF(15, 15, 50, 50), 12, spread=8)
    painter.end()
    below = [image.pixelColor(40, y).alpha() for y in range(66, 77)]
    above = [image.pixelColor(40, y).alpha() for y in range(13, 2, -1)]
    assert below == sorted(below, reverse=True)
    assert below[0] > below[-1]
    assert sum(below) > sum(above)
    assert image.pixelColor(40, 40) == LIGHT.colour("raised")


def test_a_bare_shadow_fades_out_and_ends() -> None:
    look = LIGHT
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


@pytest.mark.parametrize(
    ("scale", "box"),
    [
        (1.0, QRectF(15, 15, 90, 70)),
        (1.5, QRectF(16, 16, 90, 70)),
        (2.0, QRectF(15, 15, 90, 70)),
        (1.0, QRectF(15.5, 15, 90, 70)),
        (1.0, QRectF(15, 15, 20, 20)),
    ],
)
def test_stretched_it_looks_as_if_it_were_drawn(
    qapp: QApplication, scale: float, box: QRectF
) -> None:
    seen = []
    for paint in (
        lambda painter: _draw_floating(painter, LIGHT, box, 12, 8),
        lambda painter: paint_floating(painter, LIGHT, box, 12, spread=8),
    ):
        image = QImage(round(120 * scale), round(100 * scale), QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint(painter)
        painter.end()
        seen.append(image)
    drawn, stretched = seen
    worst = max(
        abs(drawn.pixelColor(x, y).value() - stretched.pixelColor(x, y).value())
        for x in range(drawn.width())
        for y in range(drawn.height())
    )
    assert worst <= 3
