"""The fetching of pictures from a map server, on a thread of its own: network, disk, decoding.

Owns what goes to the server: which pictures, how many at once, and nothing that says who asks. Made
on the GUI thread, then moved to its own; ``stop`` ends both. Knows no view and no widget.
"""

import os
from collections import OrderedDict
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QImage
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkDiskCache,
    QNetworkReply,
    QNetworkRequest,
)

import presencemap
from presencemap.domain.map_server import MapServer
from presencemap.ui.map.raster.grid import Piece, Tile
from presencemap.ui.map.raster.judge import MOST_BYTES, dressed, fitted, judged

AT_ONCE = 4
"""Requests under way: a guest of somebody's server asks for no more."""
ANSWER_WITHIN = 15_000
"""Ms for one picture, from question to last byte."""
PAUSE, LONGEST_PAUSE = 10_000, 600_000
"""Ms for which a server that failed isn't asked: twice as long each time, until it serves."""
KEPT_WITHOUT_A_WORD = 7
"""Days for which a picture is kept where its server doesn't say for how long."""
CACHE_BYTES = 64 * 1024 * 1024
HELD = 128
"""Decoded pictures that are kept for another zoom, 256 KiB each as a rule."""
MOST_REDIRECTS = 3
_FRESH = QNetworkRequest.CacheLoadControl.PreferNetwork
_KEPT = QNetworkRequest.CacheLoadControl.AlwaysCache
_NOTHING_THERE = (204, 404, 410)
_TOO_LARGE = "tooLarge"


class Lacking(Enum):
    """Why there is no picture: none is there, something else is, or the server didn't serve."""

    ABSENT = 0
    NO_PICTURE = 1
    FAILED = 2


class Fetcher(QObject):
    """``came`` with each piece that is wanted; ``troubled`` when the server fails or is back.

    They say of which look, and of which server: the last words may come when there is another.
    """

    came = Signal(int, object, QImage)
    troubled = Signal(object, bool)

    def __init__(self, server: MapServer, cache: Path | None) -> None:
        super().__init__()
        self._server = server
        self._folder = cache
        self._network: QNetworkAccessManager | None = None
        self._wanted: dict[Tile, int] = {}
        self._under_way: dict[Tile, QNetworkReply] = {}
        self._decoded: OrderedDict[Tile, QImage] = OrderedDict()
        self._absent: set[Tile] = set()
        self._not_kept: set[Tile] = set()
        self._look = 0
        self._shade = QColor("white")
        self._in_trouble = False
        self._next_pause = PAUSE
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._try_again)

    @Slot(object)
    def want(self, wanted: tuple[Piece, ...]) -> None:
        """Have these, the first one first; what was wanted before only, no more."""
        self._wanted = {piece.tile: piece.side for piece in wanted}
        for tile in [*self._wanted]:
            if tile in self._decoded:
                self._hand_over(tile)
        self._ask()

    @Slot(int, QColor)
    def dress(self, look: int, shade: QColor) -> None:
        """What pictures are multiplied by from now on; ``look`` is the number of that."""
        self._look, self._shade = look, shade
        self._decoded.clear()

    @Slot()
    def stop(self) -> None:
        """Give up what is under way, and end the thread."""
        self._wanted.clear()
        self._pause.stop()
        for reply in [*self._under_way.values()]:
            reply.abort()
        if self._network is not None:
            self._network.deleteLater()
        self.deleteLater()
        self.thread().quit()

    def _manager(self) -> QNetworkAccessManager:
        """Made here, so that it lives on this thread."""
        if self._network is None:
            self._network = QNetworkAccessManager(self)
            if self._folder is not None and _is_made(self._folder):
                cache = QNetworkDiskCache(self._network)
                cache.setCacheDirectory(str(self._folder))
                cache.setMaximumCacheSize(CACHE_BYTES)
                self._network.setCache(cache)
        return self._network

    @Slot()
    def _ask(self) -> None:
        """For the next ones, as long as so many may be under way; in a pause, only the disk."""
        control = _KEPT if self._pause.isActive() else _FRESH
        for tile in self._wanted:
            if len(self._under_way) >= AT_ONCE:
                return
            known = tile in self._decoded or tile in self._absent or tile in self._not_kept
            if not known and tile not in self._under_way:
                self._get(tile, control)

    def _get(self, tile: Tile, control: QNetworkRequest.CacheLoadControl) -> None:
        reply = self._manager().get(request(self._server, tile, control))
        self._under_way[tile] = reply
        reply.setReadBufferSize(MOST_BYTES + 1)
        for more in (reply.metaDataChanged, reply.readyRead):
            more.connect(partial(_bound, reply))
        deadline = QTimer(reply, singleShot=True, interval=ANSWER_WITHIN)
        deadline.timeout.connect(reply.abort)
        deadline.start()
        reply.finished.connect(partial(self._finished, tile, reply, control))

    def _finished(
        self, tile: Tile, reply: QNetworkReply, control: QNetworkRequest.CacheLoadControl
    ) -> None:
        del self._under_way[tile]
        answer = _answer(reply)
        kept = reply.attribute(QNetworkRequest.Attribute.SourceIsFromCacheAttribute)
        # What the disk still has fresh says nothing of the server.
        by_server = control is _FRESH and not kept
        reply.deleteLater()
        if by_server and answer is not Lacking.FAILED:
            self._next_pause = PAUSE
        if isinstance(answer, QImage):
            if by_server:
                self._date(reply)
            self._keep(tile, answer)
        elif control is _KEPT:
            self._not_kept.add(tile)
        elif answer is Lacking.FAILED:
            self._give_peace()
        else:
            self._absent.add(tile)
        if by_server:
            self._be_troubled(answer in (Lacking.FAILED, Lacking.NO_PICTURE))
        self._ask()

    def _date(self, reply: QNetworkReply) -> None:
        """Where the server says nothing of how long its picture may be kept, say it."""
        cache = self._manager().cache()
        if cache is None or reply.hasRawHeader("Cache-Control") or reply.hasRawHeader("Expires"):
            return
        kept = cache.metaData(reply.url())
        if kept.isValid():
            kept.setExpirationDate(QDateTime.currentDateTimeUtc().addDays(KEPT_WITHOUT_A_WORD))
            cache.updateMetaData(kept)

    def _keep(self, tile: Tile, image: QImage) -> None:
        self._decoded[tile] = dressed(image, self._shade)
        if tile in self._wanted:
            self._hand_over(tile)
        if len(self._decoded) > HELD:
            self._decoded.popitem(last=False)

    def _hand_over(self, tile: Tile) -> None:
        self._decoded.move_to_end(tile)
        side = self._wanted[tile]
        self.came.emit(self._look, Piece(tile, side), fitted(self._decoded[tile], side))

    def _give_peace(self) -> None:
        """Those that were under way with it fail too: that is one failure."""
        if not self._pause.isActive():
            self._pause.start(self._next_pause)
            self._next_pause = min(2 * self._next_pause, LONGEST_PAUSE)

    def _be_troubled(self, troubled: bool) -> None:  # noqa: FBT001
        if troubled is not self._in_trouble:
            self._in_trouble = troubled
            self.troubled.emit(self._server, troubled)

    @Slot()
    def _try_again(self) -> None:
        self._not_kept.clear()
        self._ask()


def request(
    server: MapServer, tile: Tile, control: QNetworkRequest.CacheLoadControl = _FRESH
) -> QNetworkRequest:
    """One question: no cookie, no language, no password; it stays with the host that was agreed."""
    asked = QNetworkRequest(QUrl(server.address(*tile), QUrl.ParsingMode.StrictMode))
    headers = {
        b"User-Agent": f"PresenceMap/{presencemap.__version__}".encode(),
        b"Accept": b"image/png, image/webp, image/jpeg",
        b"Accept-Encoding": b"identity",
        b"Accept-Language": b"*",
    }
    for name, value in headers.items():
        asked.setRawHeader(name, value)
    manual = QNetworkRequest.LoadControl.Manual.value
    attribute = QNetworkRequest.Attribute
    for each in (
        attribute.CookieLoadControlAttribute,
        attribute.CookieSaveControlAttribute,
        attribute.AuthenticationReuseAttribute,
    ):
        asked.setAttribute(each, manual)
    same = QNetworkRequest.RedirectPolicy.SameOriginRedirectPolicy
    asked.setAttribute(attribute.RedirectPolicyAttribute, same.value)
    asked.setMaximumRedirectsAllowed(MOST_REDIRECTS)
    asked.setAttribute(attribute.CacheLoadControlAttribute, control.value)
    return asked


def _bound(reply: QNetworkReply) -> None:
    """End it once it is larger than any picture of a map."""
    told = reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader) or 0
    if max(int(told), reply.bytesAvailable()) > MOST_BYTES:
        reply.setProperty(_TOO_LARGE, True)
        reply.abort()


def _answer(reply: QNetworkReply) -> QImage | Lacking:
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    if reply.property(_TOO_LARGE):
        return Lacking.NO_PICTURE
    if status in _NOTHING_THERE:
        return Lacking.ABSENT
    if reply.error() is not QNetworkReply.NetworkError.NoError:
        return Lacking.FAILED
    image = judged(bytes(reply.readAll().data()))
    return Lacking.NO_PICTURE if image is None else image


def _is_made(folder: Path) -> bool:
    """Whether it is there, for its owner alone, and can be written."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
