"""The backdrop as a whole: never bare, crisp at rest, and gone when closed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from presencemap.ui.assets import load_fonts
from presencemap.ui.map.backdrop import OVERVIEW_ZOOM, MapBackdrop
from presencemap.ui.map.cartography import MapColours
from presencemap.ui.map.place_names import PlaceNames
from presencemap.ui.map.projection import View
from presencemap.ui.theme.tokens import Scheme, theme

LIGHT, DARK = theme(Scheme.LIGHT), theme(Scheme.DARK)
VIEW = View(51.6, 4.6, 8.3, 700.0, 500.0)
SEA, LAND = (52.2, 3.9), (50.95, 5.62)


class Canvas:
    """An image that the backdrop is painted on as a widget would have it."""

    def __init__(self, backdrop: MapBackdrop, ratio: float = 1.0) -> None:
        self.backdrop, self.ratio, self.view = backdrop, ratio, VIEW
        self.image = QImage(round(700 * ratio), round(500 * ratio), QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(ratio)
        self.paint()
        backdrop.changed.connect(self.paint)

    def paint(self, occupied: tuple[QRectF, ...] = ()) -> None:
        self.image.fill(QColor("magenta"))
        painter = QPainter(self.image)
        self.labels = self.backdrop.paint(painter, self.view, self.ratio, occupied)
        painter.end()

    def colour(self, lat: float, lon: float) -> QColor:
        x, y = self.view.to_screen(lat, lon)
        return self.image.pixelColor(int(x * self.ratio), int(y * self.ratio))

    def bare(self) -> int:
        """Pixels that nothing was painted on."""
        magenta = QColor("magenta").rgb()
        return sum(
            self.image.pixel(x, y) == magenta
            for x in range(self.image.width())
            for y in range(0, self.image.height(), 3)
        )

    def is_complete(self) -> bool:
        return self.backdrop.is_complete(self.view, self.ratio)


@pytest.fixture
def backdrop(qtbot: QtBot) -> Iterator[MapBackdrop]:
    load_fonts()
    backdrop = MapBackdrop(LIGHT)
    yield backdrop
    backdrop.close()


def test_the_first_frame_is_water_and_then_the_map_comes(
    qtbot: QtBot, backdrop: MapBackdrop
) -> None:
    canvas = Canvas(backdrop)
    canvas.paint()
    assert canvas.bare() == 0
    assert canvas.colour(*LAND) == LIGHT.colour("mapWater")
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    assert canvas.bare() == 0
    assert canvas.colour(*SEA) == LIGHT.colour("mapWater")
    assert canvas.colour(*LAND) != LIGHT.colour("mapWater")
    assert {"Antwerpen", "Rotterdam"} <= {label.text for label in canvas.labels}


def test_names_are_read_once_there_is_a_first_frame(
    qtbot: QtBot, backdrop: MapBackdrop, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    load = PlaceNames.load
    monkeypatch.setattr(PlaceNames, "load", lambda: [read.append("names"), load()][1])
    backdrop._pool.waitForDone()
    assert read == []
    canvas = Canvas(backdrop)
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    assert read
    backdrop._pool.waitForDone()
    before = len(read)
    canvas.paint()
    backdrop._pool.waitForDone()
    assert len(read) == before


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_at_rest_tiles_are_painted_for_the_very_pixels(
    qtbot: QtBot, backdrop: MapBackdrop, ratio: float
) -> None:
    canvas = Canvas(backdrop, ratio)
    canvas.view = VIEW.zoomed_at(1.13, 100, 100)
    canvas.paint()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    assert canvas.bare() == 0
    held = {key for key in backdrop._tiles.held() if key.zoom == canvas.view.zoom}
    assert held
    assert {key.ratio for key in held} == {ratio}


def test_while_zooming_the_old_tiles_stand_in(qtbot: QtBot, backdrop: MapBackdrop) -> None:
    canvas = Canvas(backdrop)
    canvas.paint()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    qtbot.waitUntil(lambda: any(k.zoom == OVERVIEW_ZOOM for k in backdrop._tiles.held()))
    backdrop._tiles.close()  # nothing new comes
    for factor in (0.7, 0.6, 0.5):
        canvas.view = canvas.view.zoomed_at(factor, 350, 250)
        canvas.paint()
        assert canvas.bare() == 0
        # Scaled, and so a shade off near the coast; but blue at sea and not on land.
        assert canvas.colour(*SEA).blue() > canvas.colour(*SEA).red() + 20
        assert canvas.colour(*LAND).blue() < canvas.colour(*LAND).red()
    assert canvas.colour(49.2, 1.0) == LIGHT.colour("mapLand")  # Normandy, by the overview


def test_after_zooming_the_exact_tiles_come(qtbot: QtBot, backdrop: MapBackdrop) -> None:
    canvas = Canvas(backdrop)
    canvas.paint()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    for _ in range(5):
        canvas.view = canvas.view.zoomed_at(1.07, 350, 250)
        canvas.paint()
    assert not canvas.is_complete()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)


def test_another_theme_repaints_all(qtbot: QtBot, backdrop: MapBackdrop) -> None:
    canvas = Canvas(backdrop)
    canvas.paint()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    backdrop.set_theme(DARK)
    assert not canvas.is_complete()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    assert canvas.colour(*SEA) == DARK.colour("mapWater")
    assert MapColours.of(DARK).land.lightness() < 80


def test_names_give_way(qtbot: QtBot, backdrop: MapBackdrop) -> None:
    canvas = Canvas(backdrop)
    canvas.paint()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    covered = next(label for label in canvas.labels if label.text == "Antwerpen")
    canvas.paint((covered.box.adjusted(-5, -20, 5, 5),))
    assert canvas.labels
    assert not any(label.box.intersects(covered.box) for label in canvas.labels)


def test_other_names_come_after_the_frame(qtbot: QtBot, backdrop: MapBackdrop) -> None:
    """Placed within it they would take as long as all else of it."""
    canvas = Canvas(backdrop)
    canvas.paint()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    before = {label.text: label.box for label in canvas.labels}
    backdrop.changed.disconnect(canvas.paint)
    name = before["Antwerpen"]
    moved = (name.adjusted(0, name.height() / 2, 0, 0),)
    with qtbot.waitSignal(backdrop.changed):
        canvas.paint(moved)
        at_once = {label.text: label.box for label in canvas.labels}
        assert at_once.items() < before.items(), "none is new, none elsewhere"
        assert "Antwerpen" not in at_once
        assert not canvas.is_complete()
    canvas.paint(moved)
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    assert "Antwerpen" in {label.text for label in canvas.labels}, "at another side of its dot"


def test_closing_at_once_ends_all_work(qtbot: QtBot) -> None:
    backdrop = MapBackdrop(LIGHT)
    Canvas(backdrop).paint()
    backdrop.close()
    assert backdrop._pool.activeThreadCount() == 0
    assert backdrop._tiles._pool.activeThreadCount() == 0
    backdrop.close()


def test_names_are_placed_anew_at_rest_after_a_motion(
    qtbot: QtBot, backdrop: MapBackdrop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.ui.map.backdrop.PLACED_EVERY", 60_000)
    canvas = Canvas(backdrop)
    canvas.paint()
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    before = {label.text for label in canvas.labels}
    for _ in range(8):
        canvas.view = canvas.view.zoomed_at(1.12, 350, 250)
        canvas.paint()
        # None new, each where it was: nothing flickers.
        assert {label.text for label in canvas.labels} <= before
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    assert {label.text for label in canvas.labels} - before


def test_no_tile_is_painted_beside_a_zoom_and_a_wider_area_is_there_before(
    qtbot: QtBot, backdrop: MapBackdrop
) -> None:
    canvas = Canvas(backdrop)
    qtbot.waitUntil(lambda: any(k.zoom == 7.0 for k in backdrop._tiles.held()), timeout=20_000)
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
    canvas.view = canvas.view.zoomed_at(0.9, 350, 250)
    canvas.paint()
    assert backdrop._tiles._wanted == []
    canvas.paint()  # a repaint at the same view is no rest
    assert backdrop._tiles._wanted == []
    qtbot.waitUntil(canvas.is_complete, timeout=20_000)
