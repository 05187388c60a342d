"""What is asked of a map server, and what becomes of its answers; all on this test's thread."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtNetwork import QNetworkRequest, QSslConfiguration
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from presencemap.domain.map_server import MapServer
from presencemap.ui.map.raster import fetcher as module
from presencemap.ui.map.raster.fetcher import AT_ONCE, Fetcher, request
from presencemap.ui.map.raster.grid import Piece, Tile
from presencemap.ui.map.raster.judge import MOST_BYTES
from tests.ui.map.raster.tile_server import TileServer, picture, until

HERE = Piece(Tile(12, 2090, 1369), 300)
BESIDE = Piece(Tile(12, 2091, 1369), 300)


class Watched:
    """A fetcher, and what it said."""

    def __init__(self, server: MapServer, cache: Path | None = None) -> None:
        self.fetcher = Fetcher(server, cache)
        self.fetcher.dress(1, QColor("white"))
        self.images: dict[Piece, QImage] = {}
        self.troubles: list[bool] = []
        self.fetcher.came.connect(lambda _, piece, image: self.images.update({piece: image}))
        self.fetcher.troubled.connect(lambda _, troubled: self.troubles.append(troubled))

    def want(self, *wanted: Piece) -> None:
        self.fetcher.want(wanted)

    def idle(self) -> bool:
        return not self.fetcher._under_way


@pytest.fixture
def watched(server: TileServer, tmp_path: Path) -> Iterator[Watched]:
    made = Watched(server.used, tmp_path / "cache")
    yield made
    end(made)


def end(watched: Watched) -> None:
    """As ``stop`` does, but for the thread, which is the test's."""
    for reply in [*watched.fetcher._under_way.values()]:
        watched.fetcher._wanted.clear()
        reply.abort()
    watched.fetcher._pause.stop()


def test_a_picture_comes_in_the_size_that_is_wanted(
    qtbot: QtBot, server: TileServer, watched: Watched
) -> None:
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    image = watched.images[HERE]
    assert (image.width(), image.pixelColor(150, 150)) == (300, QColor("#7aa26c"))
    assert server.paths() == ["/12/2090/1369.png"]
    watched.want(HERE._replace(side=200))
    assert watched.images[HERE._replace(side=200)].width() == 200, "at once, without the server"
    assert len(server.asked) == 1
    assert watched.troubles == []


def test_the_server_learns_nothing_but_the_tile(
    qtbot: QtBot, server: TileServer, watched: Watched
) -> None:
    server.headers["Set-Cookie"] = "who=you"
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    watched.want(BESIDE)
    qtbot.waitUntil(lambda: BESIDE in watched.images)
    names = set(server.asked[1][1])
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Accept-Language",
                     "Connection"}  # fmt: skip
    assert server.asked[1][1]["User-Agent"].startswith("PresenceMap/")
    assert server.asked[1][1]["Accept-Language"] == "*"


def test_few_are_asked_for_at_once_and_what_is_wanted_no_more_is_not(
    qtbot: QtBot, server: TileServer, watched: Watched
) -> None:
    server.hold.clear()
    many = [Piece(Tile(12, x, 1369), 256) for x in range(2000, 2040)]
    watched.want(*many)
    qtbot.waitUntil(lambda: len(server.asked) == AT_ONCE)
    watched.want(HERE)
    server.hold.set()
    qtbot.waitUntil(lambda: HERE in watched.images)
    assert server.most_at_once <= AT_ONCE
    assert len(server.asked) == AT_ONCE + 1


def test_what_was_fetched_is_there_without_a_network(
    qtbot: QtBot, server: TileServer, watched: Watched, tmp_path: Path
) -> None:
    server.headers["Cache-Control"] = "max-age=0"
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    server.close()
    later = Watched(server.used, tmp_path / "cache")
    later.want(HERE, BESIDE)
    qtbot.waitUntil(lambda: HERE in later.images)
    qtbot.waitUntil(later.idle)
    assert later.images[HERE].pixelColor(9, 9) == QColor("#7aa26c")
    assert BESIDE not in later.images
    assert later.troubles == [True]
    end(later)


def test_a_fresh_one_isnt_asked_for_again(
    qtbot: QtBot, server: TileServer, watched: Watched, tmp_path: Path
) -> None:
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    later = Watched(server.used, tmp_path / "cache")
    later.want(HERE)
    qtbot.waitUntil(lambda: HERE in later.images)
    assert len(server.asked) == 1


def test_without_a_folder_nothing_is_kept(qtbot: QtBot, server: TileServer, tmp_path: Path) -> None:
    watched = Watched(server.used)
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    assert {path.name for path in tmp_path.iterdir()} == {"chain.pem"}


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>Please log in</html>", picture(64), picture()[:-40]],
    ids=["nothing", "page", "small", "cut"],
)
def test_garbage_is_told_once_and_not_asked_for_again(
    qtbot: QtBot, server: TileServer, watched: Watched, body: bytes
) -> None:
    server.draw = lambda _: body
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.troubles == [True])
    watched.want(HERE, BESIDE)
    qtbot.waitUntil(lambda: len(server.asked) == 2 and watched.idle())
    assert (watched.images, watched.troubles) == ({}, [True])
    server.draw = lambda _: picture()
    watched.want(HERE, third := BESIDE._replace(tile=Tile(12, 2092, 1369)))
    qtbot.waitUntil(lambda: third in watched.images)
    assert watched.troubles == [True, False]
    assert server.paths().count("/12/2090/1369.png") == 1


@pytest.mark.parametrize("told", [True, False], ids=["says so", "says nothing"])
def test_what_never_ends_is_cut(
    qtbot: QtBot, server: TileServer, watched: Watched, *, told: bool
) -> None:
    server.draw = lambda _: picture() + bytes(64 * MOST_BYTES)
    if not told:
        server.headers |= {"Content-Length": "", "Connection": "close"}
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.troubles == [True])
    assert watched.idle()
    assert watched.images == {}


def test_a_slow_one_is_given_up_and_the_server_left_in_peace(
    qtbot: QtBot, server: TileServer, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ANSWER_WITHIN", 100)
    server.hold.clear()
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.troubles == [True])
    qtbot.waitUntil(watched.idle)
    watched.want(HERE, BESIDE)
    qtbot.waitUntil(watched.idle)
    assert len(server.asked) == 1
    server.hold.set()
    until(lambda: server._at_once == 0)
    monkeypatch.setattr(module, "ANSWER_WITHIN", 15_000)
    watched.fetcher._pause.start(0)
    qtbot.waitUntil(lambda: {HERE, BESIDE} <= set(watched.images))
    assert watched.troubles == [True, False]


@pytest.mark.parametrize("status", [500, 403, 429])
def test_a_server_that_refuses_is_left_in_peace(
    qtbot: QtBot, server: TileServer, watched: Watched, status: int
) -> None:
    server.status = status
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.troubles == [True])
    watched.want(HERE, BESIDE)
    qtbot.waitUntil(watched.idle)
    assert len(server.asked) == 1


def test_a_server_that_stays_away_is_asked_less_and_less(
    qtbot: QtBot, server: TileServer, watched: Watched
) -> None:
    pause = watched.fetcher._pause
    pauses = list[int]()
    server.status = 503
    watched.want(HERE, BESIDE)
    for _ in range(9):
        qtbot.waitUntil(lambda: pause.isActive() and watched.idle())
        pauses.append(pause.interval())
        pause.stop()
        watched.fetcher._try_again()
    assert pauses == [min(module.PAUSE * 2**n, module.LONGEST_PAUSE) for n in range(9)]
    qtbot.waitUntil(lambda: pause.isActive() and watched.idle())
    server.status = 200
    pause.stop()
    watched.fetcher._try_again()
    qtbot.waitUntil(lambda: {HERE, BESIDE} <= set(watched.images))
    server.status = 503
    watched.want(HERE._replace(tile=Tile(12, 2095, 1369)))
    qtbot.waitUntil(pause.isActive)
    assert pause.interval() == module.PAUSE


def test_the_folder_is_its_owners_alone_and_where_there_can_be_none_pictures_come_all_the_same(
    qtbot: QtBot, server: TileServer, watched: Watched, tmp_path: Path
) -> None:
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700
    (tmp_path / "file").write_bytes(b"")
    without = Watched(server.used, tmp_path / "file" / "cache")
    without.want(HERE)
    qtbot.waitUntil(lambda: HERE in without.images)
    end(without)


def test_where_nothing_is_drawn_is_no_trouble(
    qtbot: QtBot, server: TileServer, watched: Watched
) -> None:
    server.status = 404
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.idle() and len(server.asked) == 1)
    watched.want(HERE, BESIDE)
    qtbot.waitUntil(lambda: watched.idle() and len(server.asked) == 2)
    assert (watched.images, watched.troubles) == ({}, [])


@pytest.mark.parametrize(
    "there", ["https://localhost:{port}/x", "http://127.0.0.1:{port}/x", "file:///etc/hostname"]
)
def test_nobody_is_sent_elsewhere(
    qtbot: QtBot, server: TileServer, watched: Watched, there: str
) -> None:
    server.status = 302
    server.headers["Location"] = there.format(port=server.port)
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.troubles == [True])
    assert server.paths() == ["/12/2090/1369.png"]
    assert watched.images == {}


def test_the_same_server_may_send_to_another_path(
    qtbot: QtBot, server: TileServer, watched: Watched
) -> None:
    draw = server.draw

    def moved(path: str) -> bytes:
        server.status = 200 if path == "/there" else 302
        server.headers["Location"] = "/there"
        return draw(path)

    server.headers["Location"] = "/there"
    server.draw = moved
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    # A request may come twice: it was once, on a busy machine.
    assert server.paths()[-2:] == ["/12/2090/1369.png", "/there"]


def test_a_certificate_that_nobody_vouches_for_is_refused(
    qtbot: QtBot, server: TileServer, watched: Watched
) -> None:
    trusting = QSslConfiguration.defaultConfiguration()
    wary = QSslConfiguration(trusting)
    wary.setCaCertificates([])
    QSslConfiguration.setDefaultConfiguration(wary)
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.troubles == [True])
    QSslConfiguration.setDefaultConfiguration(trusting)
    assert (server.asked, watched.images) == ([], {})


def test_who_is_another_host_is_refused(qtbot: QtBot, server: TileServer) -> None:
    watched = Watched(MapServer(server.used.template.replace("127.0.0.1", "localhost"), "© Us"))
    watched.want(HERE)
    qtbot.waitUntil(lambda: watched.troubles == [True])
    assert server.asked == []
    end(watched)


def test_another_look_decodes_anew(qtbot: QtBot, server: TileServer, watched: Watched) -> None:
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    watched.fetcher.dress(1, QColor("#404040"))
    watched.images.clear()
    watched.want(HERE)
    qtbot.waitUntil(lambda: HERE in watched.images)
    assert watched.images[HERE].pixelColor(9, 9).lightness() < 80
    assert len(server.asked) == 1, "from the disk"


def test_memory_is_bounded(qtbot: QtBot, watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELD", 3)
    many = [Piece(Tile(12, x, 1369), 256) for x in range(2000, 2006)]
    watched.want(*many)
    qtbot.waitUntil(lambda: set(many) <= set(watched.images))
    assert len(watched.fetcher._decoded) == 3


class Asker(QObject):
    """On this thread, as the layer is."""

    want = Signal(object)
    stop = Signal()


def test_stop_gives_up_and_ends_the_thread(qtbot: QtBot, server: TileServer) -> None:
    thread, fetcher, asker = QThread(), Fetcher(server.used, None), Asker()
    fetcher.moveToThread(thread)
    asker.want.connect(fetcher.want)
    asker.stop.connect(fetcher.stop)
    server.hold.clear()
    thread.start()
    asker.want.emit((HERE, BESIDE))
    qtbot.waitUntil(lambda: len(server.asked) > 0)
    asker.stop.emit()
    assert thread.wait(1_000)
    assert not isValid(fetcher)


def test_a_request_stays_where_it_was_sent() -> None:
    asked = request(MapServer("https://maps/{z}/{x}/{y}", "© Us"), HERE.tile)
    assert asked.url().toString() == "https://maps/12/2090/1369"
    policy = asked.attribute(QNetworkRequest.Attribute.RedirectPolicyAttribute)
    assert policy == QNetworkRequest.RedirectPolicy.SameOriginRedirectPolicy.value
