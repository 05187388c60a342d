"""The tray's picture, in every size, on light and dark panels."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from presencemap.domain.availability import Availability
from presencemap.ui.painting.availability import availability_token
from presencemap.ui.theme import Appearance, Scheme, theme
from presencemap.ui.tray.tray_icon import SIZES, tray_icon, tray_pixmap

PANELS = ("#ffffff", "#f5f4f0", "#14171d", "#000000")


def luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("state", [*Availability, None])
@pytest.mark.parametrize("panel", PANELS)
def test_every_shape_keeps_three_to_one_on_every_panel(
    look: Appearance, state: Availability | None, panel: str
) -> None:
    tone = theme(Scheme.LIGHT).colour(availability_token(state))
    assert contrast(tone, QColor(panel)) >= 3.0


def test_the_icon_comes_in_every_size_of_a_panel(look: Appearance) -> None:
    assert {size.width() for size in tray_icon(Availability.BUSY).availableSizes()} == set(SIZES)


@pytest.mark.parametrize("size", SIZES)
def test_the_states_differ_in_shape_also_without_colour(look: Appearance, size: int) -> None:
    seen = set()
    for state in (*Availability, None):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.drawPixmap(0, 0, tray_pixmap(state, size))
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        seen.add(
            tuple(grey.pixelColor(x, y).value() > 190 for x in range(size) for y in range(size))
        )
    assert len(seen) == 5


def test_a_gap_shows_the_panel_between_logo_and_shape(look: Appearance) -> None:
    image = tray_pixmap(Availability.AVAILABLE, 64).toImage()
    assert image.pixelColor(48, 14).alpha() == 255
    # The gap lies just above the shape, which begins at the middle of the icon.
    assert image.pixelColor(48, 30).alpha() == 0
    assert image.pixelColor(48, 36).alpha() == 255


@pytest.mark.parametrize("size", SIZES)
def test_paused_looks_like_no_availability(look: Appearance, size: int) -> None:
    paused = tray_pixmap(Availability.AVAILABLE, size, paused=True).toImage()
    assert all(paused != tray_pixmap(state, size).toImage() for state in (*Availability, None))


def test_paused_is_two_bars_with_a_gap(look: Appearance) -> None:
    image = tray_pixmap(Availability.AVAILABLE, 64, paused=True).toImage()
    assert [image.pixelColor(x, 48).alpha() for x in (40, 48, 56)] == [255, 0, 255]
