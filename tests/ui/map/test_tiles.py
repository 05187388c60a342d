"""The cache: what is wanted comes, what isn't is dropped, and it ends cleanly."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from presencemap.ui.map import tiles as module
from presencemap.ui.map.cartography import MapColours, TileKey
from presencemap.ui.map.tiles import TileCache
from presencemap.ui.theme.tokens import Scheme, theme

LIGHT, DARK = MapColours.of(theme(Scheme.LIGHT)), MapColours.of(theme(Scheme.DARK))
KEYS = [TileKey(8.0, 60 + n, 42, 1.0) for n in range(6)]


@pytest.fixture
def cache(qtbot: QtBot) -> Iterator[TileCache]:
    cache = TileCache(LIGHT)
    yield cache
    cache.close()


def wait_for(qtbot: QtBot, cache: TileCache, keys: list[TileKey]) -> None:
    qtbot.waitUntil(lambda: set(keys) <= set(cache.held()), timeout=20_000)


def test_wanted_tiles_come_to_the_gui_thread(qtbot: QtBot, cache: TileCache) -> None:
    threads = []
    cache.arrived.connect(lambda: threads.append(QThread.currentThread()))
    assert cache.get(KEYS[0]) is None
    cache.want(KEYS[:2])
    wait_for(qtbot, cache, KEYS[:2])
    image = cache.get(KEYS[0])
    assert image is not None
    assert image.width() == 512
    assert set(threads) == {cache.thread()}
    assert cache.size == 2 * image.sizeInBytes()


def test_painting_is_off_the_gui_thread(
    qtbot: QtBot, cache: TileCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = set()
    monkeypatch.setattr(module, "painted_tile", recording(threads.add))
    cache.want(KEYS)
    wait_for(qtbot, cache, KEYS)
    assert len(threads) == 1
    assert cache.thread() not in threads


def recording(note: Callable[[QThread], object]) -> Callable[..., QImage]:
    def painted(_basemap: object, _key: TileKey, colours: MapColours, _way: object) -> QImage:
        note(QThread.currentThread())
        return blank(colours.water)

    return painted


def blank(colour: QColor) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def test_what_is_no_longer_wanted_is_not_painted(
    qtbot: QtBot, cache: TileCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "painted_tile", recording(lambda _: None))
    cache._free.clear()
    cache.want(KEYS)
    cache.want(KEYS[-1:])
    wait_for(qtbot, cache, KEYS[-1:])
    assert len(cache.held()) <= 2  # the last one, and one that may have been in hand


def test_other_colours_forget_all_tiles(qtbot: QtBot, cache: TileCache) -> None:
    cache.want(KEYS[:1])
    wait_for(qtbot, cache, KEYS[:1])
    cache.set_colours(DARK)
    assert cache.held() == []
    assert cache.size == 0
    cache.want(KEYS[:1])
    wait_for(qtbot, cache, KEYS[:1])
    image = cache.get(KEYS[0])
    assert image is not None
    found = [image.pixelColor(x, y) for x in (0, 256, 511) for y in (0, 256, 511)]
    assert all(colour.lightness() < 128 for colour in found)


def test_a_tile_of_the_old_colours_that_comes_late_is_dropped(
    qtbot: QtBot, cache: TileCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "painted_tile", recording(lambda _: None))
    with cache._lock:
        cache._finished.append((KEYS[0], blank(LIGHT.water)))
    cache.set_colours(DARK)
    cache.want(KEYS[1:2])
    wait_for(qtbot, cache, KEYS[1:2])
    assert KEYS[0] not in cache.held()


def test_the_oldest_go_beyond_the_bound_but_never_the_needed(
    qtbot: QtBot, cache: TileCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "painted_tile", recording(lambda _: None))
    monkeypatch.setattr(module, "CACHE_BYTES", 2 * 64 * 64 * 4)
    cache.want(KEYS[:3])
    wait_for(qtbot, cache, KEYS[:3])  # over the bound, but all in sight
    cache.want(KEYS[3:5])
    wait_for(qtbot, cache, KEYS[3:5])
    assert set(cache.held()) == set(KEYS[3:5])
    assert cache.size == 2 * 64 * 64 * 4


@pytest.mark.expects_log("can't be painted")
def test_a_tile_that_fails_doesn_t_stop_the_others(
    qtbot: QtBot, cache: TileCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def painted(_basemap: object, key: TileKey, colours: MapColours, _way: object) -> QImage:
        if key == KEYS[0]:
            raise RuntimeError("broken")
        return blank(colours.water)

    monkeypatch.setattr(module, "painted_tile", painted)
    cache.want(KEYS[:3])
    wait_for(qtbot, cache, KEYS[1:3])
    assert cache.get(KEYS[0]) is None


def test_closing_drops_what_is_wanted_and_leaves_no_worker(qtbot: QtBot) -> None:
    cache = TileCache(LIGHT)
    cache.want([TileKey(8.0, n, 42, 1.0) for n in range(128)])
    cache.close()
    assert cache._pool.activeThreadCount() == 0
    assert cache._running == 0
    cache.want(KEYS)
    assert cache._pool.activeThreadCount() == 0
    cache.close()


def test_workers_wait_while_the_gui_paints(qtbot: QtBot, cache: TileCache) -> None:
    with cache.paused():
        assert not cache._free.is_set()
    assert cache._free.is_set()
