"""Icons in a token's colour at every scale, and the bundled font."""

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from presencemap.ui import assets
from presencemap.ui.theme import Scheme, theme

ROSE = QColor("#A83A5B")


def colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    drawn = assets.pixmap("life-buoy", ROSE, 32)
    assert colours(drawn.toImage()) == {ROSE.name()}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_pixmap_is_sharp_at_its_scale(qapp: QApplication, scale: float) -> None:
    drawn = assets.pixmap("hammer", ROSE, 16, scale)
    assert drawn.size() == QSize(round(16 * scale), round(16 * scale))
    assert drawn.deviceIndependentSize().width() == pytest.approx(16)


def test_pixmaps_are_cached(qapp: QApplication) -> None:
    first = assets.pixmap("hammer", ROSE, 16)
    assert assets.pixmap("hammer", ROSE, 16).cacheKey() == first.cacheKey()


def test_an_icon_knows_its_states(qapp: QApplication) -> None:
    grey, blue = QColor("#808080"), QColor("#0000ff")
    icon = assets.icon("hammer", ROSE, 32, checked=blue, disabled=grey)
    on = icon.pixmap(32, QIcon.Mode.Normal, QIcon.State.On)
    off = icon.pixmap(32, QIcon.Mode.Disabled, QIcon.State.Off)
    assert colours(on.toImage()) == {blue.name()}
    assert colours(off.toImage()) == {grey.name()}


def test_an_icon_is_drawn_once_somebody_paints_it_and_then_kept(qapp: QApplication) -> None:
    assets._pixmap.cache_clear()
    icon = assets.icon("briefcase", ROSE, checked=QColor("#0000ff"))
    assert assets._pixmap.cache_info().currsize == 0
    for _ in range(2):
        icon.pixmap(16)
    assert assets._pixmap.cache_info().currsize == 1


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0, 2.5])
def test_an_icon_is_sharp_at_any_scale(qapp: QApplication, scale: float) -> None:
    drawn = assets.icon("hammer", ROSE, 16, gap=4).pixmap(QSize(20, 16), scale)
    assert drawn.size() == QSize(round(20 * scale), round(16 * scale))
    square = QRect(0, 0, round(16 * scale), round(16 * scale))
    assert drawn.toImage().copy(square) == assets.pixmap("hammer", ROSE, 16, scale).toImage()


def test_an_icon_is_as_large_as_was_asked_for_where_there_is_room(qapp: QApplication) -> None:
    icon = assets.icon("hammer", ROSE, 16, gap=4)
    assert icon.actualSize(QSize(48, 48)) == QSize(20, 16)
    assert icon.actualSize(QSize(10, 48)) == QSize(10, 8)
    small = assets.icon("hammer", ROSE, 16).pixmap(8)
    assert small.toImage() == assets.pixmap("hammer", ROSE, 8).toImage()


def test_an_icon_is_painted_at_the_scale_of_what_it_is_painted_on(qapp: QApplication) -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2)
    image.fill(0)
    painter = QPainter(image)
    assets.icon("plus", ROSE, 16).paint(painter, QRect(4, 4, 16, 16))
    painter.end()
    drawn = assets.pixmap("plus", ROSE, 16, 2.0).toImage()
    assert image.copy(8, 8, 32, 32) == drawn.convertToFormat(image.format())


def test_a_selected_icon_is_tinted_and_one_under_the_pointer_is_not(qapp: QApplication) -> None:
    icon = assets.icon("hammer", ROSE, 32)
    assert colours(icon.pixmap(32, QIcon.Mode.Active).toImage()) == {ROSE.name()}
    assert colours(icon.pixmap(32, QIcon.Mode.Selected).toImage()).isdisjoint({ROSE.name()})


def test_what_is_disabled_and_checked_is_disabled(qapp: QApplication) -> None:
    grey, blue = QColor("#808080"), QColor("#0000ff")
    icon = assets.icon("hammer", ROSE, 32, checked=blue, disabled=grey)
    drawn = icon.pixmap(32, QIcon.Mode.Disabled, QIcon.State.On)
    assert colours(drawn.toImage()) == {grey.name()}


def test_icons_are_cached(qapp: QApplication) -> None:
    first = assets.icon("hammer", ROSE)
    assert assets.icon("hammer", QColor(ROSE)).cacheKey() == first.cacheKey()
    assert assets.icon("hammer", ROSE, disabled=QColor("#808080")).cacheKey() != first.cacheKey()


def test_a_gap_leaves_air_at_the_right(qapp: QApplication) -> None:
    drawn = assets.icon("hammer", ROSE, 16, gap=4).pixmap(QSize(20, 16), 2.0)
    assert drawn.size() == QSize(40, 32)
    assert all(drawn.toImage().pixelColor(x, 16).alpha() == 0 for x in range(33, 40))


def test_a_name_that_is_not_shipped_fails(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        assets.pixmap("unicorn", ROSE)


def test_an_icon_is_painted_on_whole_pixels(qapp: QApplication) -> None:
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(1.5)
    image.fill(0)
    painter = QPainter(image)
    assets.draw_icon(painter, "plus", ROSE, QRectF(3.3, 3.3, 24, 24))
    painter.end()
    assert ROSE.name() in colours(image)


def test_inter_is_bundled(qapp: QApplication) -> None:
    assert "Inter" in assets.load_fonts()
    font = theme(Scheme.LIGHT).font("title")
    assert QFontInfo(font).family() == "Inter"
    assert QFontInfo(font).weight() == font.weight()
