"""What OpenStreetMap asks of who uses its tile servers, held against what we send and keep.

It mirrors no one module. The rules: operations.osmfoundation.org/policies/tiles. That the map names
whose it is, and that few are asked for at once, tests of the layer and the fetcher show.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtGui import QColor
from PySide6.QtNetwork import QNetworkDiskCache
from pytestqt.qtbot import QtBot

import presencemap
from presencemap.domain.map_server import MapServer
from presencemap.ui.map.projection import View
from presencemap.ui.map.raster.fetcher import request
from presencemap.ui.map.raster.grid import Tile, pieces
from tests.ui.map.raster.test_fetcher import HERE, Watched, end
from tests.ui.map.raster.tile_server import TileServer, picture

OUT_OF_DATE = {"Expires": "Thu, 01 Jan 2026 00:00:00 GMT"}
LAST_ZOOM = 19
STANDARD = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


def again(qtbot: QtBot, server: TileServer, cache: Path) -> Watched:
    """Another start of the app that wants the same picture."""
    later = Watched(server.used, cache)
    later.want(HERE)
    qtbot.waitUntil(lambda: HERE in later.images)
    end(later)
    return later


def test_the_one_address_that_they_name_is_taken_and_asked_as_written() -> None:
    server = MapServer.said(STANDARD, "© OpenStreetMap contributors")
    asked = request(server, Tile(12, 2090, 1369))
    assert asked.url().toString() == "https://tile.openstreetmap.org/12/2090/1369.png"


def test_who_asks_is_said_and_no_cache_is_asked_to_look_away(
    qtbot: QtBot, server: TileServer, tmp_path: Path
) -> None:
    server.headers = OUT_OF_DATE
    for _ in range(2):
        again(qtbot, server, tmp_path / "cache")
    assert len(server.asked) == 2
    for _, headers in server.asked:
        assert headers["User-Agent"] == f"PresenceMap/{presencemap.__version__}"
        assert not headers.keys() & {"Cache-Control", "Pragma"}


def test_what_is_out_of_date_is_asked_after_and_not_sent_again(
    qtbot: QtBot, server: TileServer, tmp_path: Path
) -> None:
    server.headers, server.etag = OUT_OF_DATE, '"one"'
    again(qtbot, server, tmp_path / "cache")
    later = again(qtbot, server, tmp_path / "cache")
    assert server.asked[1][1]["If-None-Match"] == '"one"'
    assert later.images[HERE].pixelColor(9, 9) == QColor("#7aa26c")
    assert later.troubles == []


@pytest.mark.parametrize("seconds", [60, 3600])
def test_as_long_as_the_server_says_nobody_asks_again(
    qtbot: QtBot, server: TileServer, tmp_path: Path, seconds: int
) -> None:
    server.headers = {"Cache-Control": f"max-age={seconds}"}
    again(qtbot, server, tmp_path / "cache")
    again(qtbot, server, tmp_path / "cache")
    assert len(server.asked) == 1


def test_without_a_word_about_it_a_picture_is_kept_for_a_week(
    qtbot: QtBot, server: TileServer, tmp_path: Path
) -> None:
    server.headers = {}
    again(qtbot, server, tmp_path / "cache")
    again(qtbot, server, tmp_path / "cache")
    assert len(server.asked) == 1
    cache = QNetworkDiskCache()
    cache.setCacheDirectory(str(tmp_path / "cache"))
    url = request(server.used, HERE.tile).url()
    end_of_it = cache.metaData(url).expirationDate()
    assert QDateTime.currentDateTimeUtc().daysTo(end_of_it) in (6, 7)
    cache.deleteLater()


def test_where_there_is_none_nobody_asks_twice(
    qtbot: QtBot, server: TileServer, tmp_path: Path
) -> None:
    server.status = 404
    watched = Watched(server.used, tmp_path / "cache")
    for _ in range(3):
        watched.want(HERE)
        qtbot.waitUntil(watched.idle)
    assert (len(server.asked), watched.troubles) == (1, [])
    end(watched)


def test_a_picture_of_twice_the_size_is_as_sharp_as_the_screen(
    qtbot: QtBot, server: TileServer, tmp_path: Path
) -> None:
    twice = MapServer.said(server.used.template.replace("{y}", "{y}@2x"), "© Plain Tiles")
    drawn = picture(512)
    server.draw = lambda _: drawn
    watched = Watched(twice, tmp_path / "cache")
    sharp = HERE._replace(side=512)
    watched.want(sharp)
    qtbot.waitUntil(lambda: sharp in watched.images)
    assert server.paths() == ["/12/2090/1369@2x.png"]
    assert watched.images[sharp].width() == 512
    end(watched)


@pytest.mark.parametrize("zoom", [10.0, 12.0, 21.0])
def test_only_pictures_that_can_be_there_are_asked_for(zoom: float) -> None:
    for lat, lon in ((84.9, 179.9), (-84.9, -179.9), (51.0, 3.7)):
        asked = [piece.tile for piece in pieces(View(lat, lon, zoom, 1280, 800), 1.0)]
        assert asked
        for z, x, y in asked:
            assert z <= LAST_ZOOM
            assert {x, y} <= set(range(1 << z))
