"""What a frame shows of a map server's pictures, and what is asked for when."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from presencemap.ui.map.projection import View
from presencemap.ui.map.raster import layer as module
from presencemap.ui.map.raster.grid import pieces
from presencemap.ui.map.raster.layer import RasterLayer
from presencemap.ui.theme import Scheme, theme
from tests.ui.map.raster.tile_server import TileServer, picture

VIEW = View(51.05, 3.72, 12.3, 640, 480)
SEA, GREEN, BLUE = QColor("#000001"), QColor("#7aa26c"), QColor("#3050a0")


@pytest.fixture
def layer(qapp: object) -> Iterator[RasterLayer]:
    made = RasterLayer(theme(Scheme.LIGHT))
    yield made
    made.close()


def frame(layer: RasterLayer, view: View = VIEW, ratio: float = 1.0) -> QImage:
    image = QImage(
        round(view.width * ratio), round(view.height * ratio), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(ratio)
    image.fill(SEA)
    painter = QPainter(image)
    layer.prepare(view, ratio)
    layer.paint(painter)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    size = image.size()
    spots = [(x, y) for x in range(0, size.width(), 7) for y in range(0, size.height(), 7)]
    return {image.pixelColor(x, y).name() for x, y in spots}


def shown(layer: RasterLayer, view: View = VIEW, ratio: float = 1.0) -> Callable[[], bool]:
    """Whether all is there; paints, as the map does at each change."""
    return lambda: bool(frame(layer, view, ratio)) and layer.is_complete(view, ratio)


def test_without_a_server_nothing_is_painted_or_loaded(layer: RasterLayer) -> None:
    assert colours(frame(layer)) == {SEA.name()}
    assert (layer.credit(), layer.covers, layer._thread) == ("", False, None)
    assert layer.is_complete(VIEW, 1.0)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_its_pictures_cover_the_view_without_a_gap(
    qtbot: QtBot, server: TileServer, layer: RasterLayer, ratio: float
) -> None:
    layer.use(server.used)
    qtbot.waitUntil(shown(layer, VIEW, ratio))
    assert colours(frame(layer, VIEW, ratio)) == {GREEN.name()}
    assert layer.covers
    assert layer.credit() == "© Plain Tiles"


def test_from_the_region_up_nothing_is_asked_for(
    qtbot: QtBot, server: TileServer, layer: RasterLayer
) -> None:
    layer.use(server.used)
    qtbot.waitUntil(shown(layer))
    asked = len(server.asked)
    region = replace(VIEW, zoom=9.0)
    assert colours(frame(layer, region)) == {SEA.name()}
    assert (layer.credit(), layer.covers) == ("", False)
    qtbot.wait(2 * module.SETTLED_AFTER)
    frame(layer, region)
    assert len(server.asked) == asked


def test_while_the_zoom_runs_the_old_ones_are_scaled_and_nothing_is_asked_for(
    qtbot: QtBot, server: TileServer, layer: RasterLayer
) -> None:
    layer.use(server.used)
    qtbot.waitUntil(shown(layer))
    asked = len(server.asked)
    blue = picture(colour=BLUE.name())
    server.draw = lambda _: blue
    closer = VIEW
    for _ in range(8):
        closer = closer.zoomed_at(1.1, 300, 200)
        assert colours(frame(layer, closer)) == {GREEN.name()}
    assert len(server.asked) == asked
    qtbot.waitUntil(shown(layer, closer))
    assert len(server.asked) > asked
    assert colours(frame(layer, closer)) == {BLUE.name()}


def test_a_pan_asks_for_what_is_new_alone(
    qtbot: QtBot, server: TileServer, layer: RasterLayer
) -> None:
    layer.use(server.used)
    qtbot.waitUntil(shown(layer))
    moved = VIEW.panned(-300, 0)
    qtbot.waitUntil(shown(layer, moved))
    assert len(server.paths()) == len(set(server.paths()))
    assert len(server.asked) == len({p.tile for v in (VIEW, moved) for p in pieces(v, 1.0)})


def test_what_the_server_lacks_stays_open_and_is_no_trouble(
    qtbot: QtBot, server: TileServer, layer: RasterLayer
) -> None:
    gap = pieces(VIEW, 1.0)[0].tile
    draw = server.draw

    def drawn(path: str) -> bytes:
        server.status = 404 if path == f"/{gap.z}/{gap.x}/{gap.y}.png" else 200
        return draw(path)

    server.draw = drawn
    monkey_serial(server)
    layer.use(server.used)
    everything = len(pieces(VIEW, 1.0))
    qtbot.waitUntil(lambda: bool(frame(layer)) and len(layer._images) == everything - 1)
    assert colours(frame(layer)) == {GREEN.name(), SEA.name()}
    assert not layer.covers
    assert layer.credit() == "© Plain Tiles"


def monkey_serial(server: TileServer) -> None:
    """One answer at a time: the status is the server's."""
    from threading import Lock  # noqa: PLC0415

    answer, turn = server.answer, Lock()

    def one_by_one(handler: object) -> None:
        with turn:
            answer(handler)  # type: ignore[arg-type]

    server.answer = one_by_one  # type: ignore[method-assign]


def test_a_server_that_fails_is_said_in_one_line_and_the_own_map_goes_on(
    qtbot: QtBot, server: TileServer, layer: RasterLayer
) -> None:
    server.status = 503
    layer.use(server.used)
    frame(layer)
    qtbot.waitUntil(lambda: bool(frame(layer)) and layer.troubled)
    assert colours(frame(layer)) == {SEA.name()}
    assert layer.credit() == "The map server gives no map"
    frame(layer, replace(VIEW, zoom=9.0))
    frame(layer, replace(VIEW, zoom=9.0))
    assert layer.credit() == "", "where it isn't needed it isn't spoken of"


def test_what_was_fetched_shows_when_it_fails_later(
    qtbot: QtBot, server: TileServer, layer: RasterLayer, tmp_path: Path
) -> None:
    server.headers["Cache-Control"] = "max-age=0"
    layer.use(server.used, tmp_path / "cache")
    qtbot.waitUntil(shown(layer))
    server.close()
    layer.use(None)
    assert colours(frame(layer)) == {SEA.name()}
    layer.use(server.used, tmp_path / "cache")
    qtbot.waitUntil(shown(layer))
    assert colours(frame(layer)) == {GREEN.name()}


def test_the_dark_look_dims_it(qtbot: QtBot, server: TileServer, layer: RasterLayer) -> None:
    layer.use(server.used)
    qtbot.waitUntil(shown(layer))
    layer.set_theme(theme(Scheme.DARK))
    qtbot.waitUntil(shown(layer))
    (name,) = colours(frame(layer))
    assert QColor(name).lightness() < GREEN.lightness() * 0.7
    assert len(server.paths()) == len(pieces(VIEW, 1.0)) * 2, "without a folder, anew"


def test_another_server_begins_with_nothing_of_the_one_before(
    qtbot: QtBot, server: TileServer, layer: RasterLayer
) -> None:
    layer.use(server.used)
    qtbot.waitUntil(shown(layer))
    other = replace(server.used, template=server.used.template.replace("{z}", "x/{z}"))
    server.hold.clear()
    layer.use(other)
    assert colours(frame(layer)) == {SEA.name()}
    server.hold.set()
    qtbot.waitUntil(shown(layer))
    assert server.paths()[-1].startswith("/x/12/")


def test_memory_is_bounded(
    qtbot: QtBot, server: TileServer, layer: RasterLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer.use(server.used)
    qtbot.waitUntil(shown(layer))
    held = layer._bytes
    monkeypatch.setattr(module, "HELD_BYTES", held)
    for step in range(1, 4):
        qtbot.waitUntil(shown(layer, VIEW.panned(-400 * step, 0)))
    assert layer._bytes <= held
    assert layer._bytes == sum(image.sizeInBytes() for _, image in layer._images.values())


def test_pictures_are_decoded_on_another_thread(
    qtbot: QtBot, server: TileServer, layer: RasterLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from presencemap.ui.map.raster import fetcher  # noqa: PLC0415

    threads = set[int]()
    judged = fetcher.judged

    def noted(data: bytes) -> QImage | None:
        threads.add(get_ident())
        return judged(data)

    monkeypatch.setattr(fetcher, "judged", noted)
    layer.use(server.used)
    qtbot.waitUntil(shown(layer))
    assert len(threads) == 1
    assert get_ident() not in threads


def test_closed_it_fetches_nothing_ever_again(server: TileServer, layer: RasterLayer) -> None:
    layer.use(server.used)
    layer.close()
    layer.use(server.used)
    layer.close()
    assert (layer.server, layer._thread) == (None, None)
