"""Availability is a shape before it is a colour."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from presencemap.domain.availability import Availability
from presencemap.ui.painting.availability import (
    availability_icon,
    availability_pixmap,
    availability_token,
    availability_word,
    paint_availability,
)
from presencemap.ui.theme import Scheme, theme

STATES = (*Availability, None)
LIGHT = theme(Scheme.LIGHT)


def drawn(state: Availability | None, size: int, under: QColor | None = None) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(LIGHT.colour("surface"))
    painter = QPainter(image)
    middle = QPointF(size / 2, size / 2)
    paint_availability(painter, LIGHT, state, centre=middle, diameter=size - 4, under=under)
    painter.end()
    return image


def silhouette(state: Availability | None, size: int) -> list[bool]:
    """Which pixels are rather the tone than the ground: what remains without colour."""
    image = drawn(state, size)
    tone, ground = LIGHT.colour(availability_token(state)), LIGHT.colour("surface")

    def distance(one: QColor, other: QColor) -> int:
        pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
        return sum(abs(a - b) for a, b in pairs)

    pixels = (image.pixelColor(x, y) for y in range(size) for x in range(size))
    return [distance(pixel, tone) < distance(pixel, ground) for pixel in pixels]


@pytest.mark.parametrize("size", [13, 18, 22])
@pytest.mark.parametrize(("one", "other"), list(combinations(STATES, 2)))
def test_no_two_shapes_are_alike(
    qapp: QApplication, one: Availability | None, other: Availability | None, size: int
) -> None:
    pairs = list(zip(silhouette(one, size), silhouette(other, size), strict=True))
    differing = sum(a != b for a, b in pairs)
    assert differing >= 0.08 * sum(a or b for a, b in pairs)


def test_the_ring_takes_the_colour_of_what_lies_under(qapp: QApplication) -> None:
    under = QColor("#E3EAF9")
    image = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("black"))
    painter = QPainter(image)
    paint_availability(
        painter, LIGHT, Availability.AVAILABLE, centre=QPointF(10, 10), diameter=12, under=under
    )
    painter.end()
    assert image.pixelColor(10, 3) == under
    assert image.pixelColor(10, 10) == LIGHT.colour("avFree")


def test_pixmaps_are_cached_by_look_state_size_and_scale(qapp: QApplication) -> None:
    first = availability_pixmap(LIGHT, Availability.BUSY, 16, 2.0)
    again = availability_pixmap(LIGHT, Availability.BUSY, 16, 2.0)
    dark = availability_pixmap(theme(Scheme.DARK), Availability.BUSY, 16, 2.0)
    assert first.cacheKey() == again.cacheKey() != dark.cacheKey()
    assert first.width() == 32


def test_every_state_has_word_and_icon(qapp: QApplication) -> None:
    words = [availability_word(state) for state in STATES]
    assert words == ["Available", "Busy", "Do not disturb", "Away", "Offline"]
    assert all(not availability_icon(LIGHT, state).isNull() for state in STATES)
