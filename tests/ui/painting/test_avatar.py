"""Faces without pictures."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from presencemap.domain.availability import Availability
from presencemap.ui import assets
from presencemap.ui.painting.avatar import (
    avatar,
    badge_size,
    paint_face,
    paint_planned_rim,
    tint_index,
)
from presencemap.ui.theme import Scheme, theme

LIGHT, DARK = theme(Scheme.LIGHT), theme(Scheme.DARK)
ANNA = "0000000a" + 56 * "0"


def test_the_tint_is_the_same_on_every_computer() -> None:
    assert tint_index("0000000a" + 56 * "f") == 10
    assert LIGHT.tint(tint_index(ANNA)) == LIGHT.tint(2)
    assert tint_index("me") == tint_index("me")


def test_the_tints_are_spread_evenly() -> None:
    counts = [0] * 8
    for number in range(800):
        counts[tint_index(f"{number * 2654435761 % 2**32:08x}") % 8] += 1
    assert min(counts) >= 60


@pytest.mark.parametrize("initials", ["AB", "WM", "JI", "Q"])
@pytest.mark.parametrize("size", [26, 36, 64])
def test_letters_stand_in_the_middle(qapp: QApplication, initials: str, size: int) -> None:
    assets.load_fonts()
    scale = 4.0
    image = avatar(LIGHT, ANNA, initials, size, scale).toImage()
    ground = LIGHT.tint(tint_index(ANNA))[0]
    edge = image.width()
    ink = [
        (x, y)
        for x in range(edge // 8, edge - edge // 8)
        for y in range(edge // 5, edge - edge // 5)
        if image.pixelColor(x, y).lightness() < ground.lightness() - 60
    ]
    columns, rows = [x for x, _ in ink], [y for _, y in ink]
    off_x = (min(columns) + max(columns)) / 2 - edge / 2
    # Q has a tail below the line; the others are cap letters.
    off_y = (min(rows) + max(rows)) / 2 - edge / 2 if initials != "Q" else 0
    assert abs(off_x) / scale <= 1.5
    assert abs(off_y) / scale <= 1.0
    assert max(columns) - min(columns) < 0.8 * edge


def test_the_corners_are_clear(qapp: QApplication) -> None:
    image = avatar(LIGHT, ANNA, "AB", 36).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(18, 2) == LIGHT.tint(2)[0]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=str)
def test_a_stale_face_is_grey(qapp: QApplication, look: object) -> None:
    image = avatar(look, ANNA, "AB", 36, stale=True).toImage()  # type: ignore[arg-type]
    assert image.pixelColor(18, 2).hsvSaturation() < 80


def test_pixmaps_are_cached(qapp: QApplication) -> None:
    first = avatar(LIGHT, ANNA, "AB", 36, 2.0)
    assert avatar(LIGHT, ANNA, "AB", 36, 2.0).cacheKey() == first.cacheKey()
    for other in (
        avatar(LIGHT, ANNA, "AC", 36, 2.0),
        avatar(LIGHT, ANNA, "AB", 36, 1.0),
        avatar(LIGHT, ANNA, "AB", 36, 2.0, stale=True),
        avatar(LIGHT.scaled(1.5), ANNA, "AB", 36, 2.0),
    ):
        assert other.cacheKey() != first.cacheKey()


def test_a_picture_takes_the_place_of_the_letters(qapp: QApplication) -> None:
    picture = QImage(50, 50, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    live = avatar(LIGHT, ANNA, "AB", 36, picture=picture).toImage()
    grey = avatar(LIGHT, ANNA, "AB", 36, picture=picture, stale=True).toImage()
    assert live.pixelColor(18, 18) == QColor("red")
    assert grey.pixelColor(18, 18).saturation() == 0


def test_the_badge_hangs_at_the_lower_right(qapp: QApplication) -> None:
    image = QImage(44, 44, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(LIGHT.colour("surface"))
    painter = QPainter(image)
    paint_face(
        painter,
        LIGHT,
        ANNA,
        "AB",
        corner=QPointF(0, 0),
        size=36,
        availability=Availability.AVAILABLE,
        under=LIGHT.colour("surface"),
    )
    painter.end()
    assert image.pixelColor(31, 31) == LIGHT.colour("avFree")
    assert [badge_size(size) for size in (26, 36, 64)] == [11, 13, 18]


def test_of_another_day_there_is_no_badge_but_dashes(qapp: QApplication) -> None:
    image = QImage(44, 44, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(LIGHT.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = QPointF(4, 4)
    paint_face(
        painter,
        LIGHT,
        ANNA,
        "AB",
        corner=corner,
        size=36,
        availability=None,
        under=LIGHT.colour("surface"),
        badge=False,
    )
    bare = image.copy()
    paint_planned_rim(painter, LIGHT, corner, 36)
    painter.end()
    ground = LIGHT.colour("surface")
    assert bare.pixelColor(38, 38) == ground
    rim = [image.pixelColor(x, 2) for x in range(16, 29)]
    assert any(colour.blue() - colour.red() > 60 for colour in rim)
    assert bare.pixelColor(22, 2) == ground
