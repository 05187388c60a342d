"""Tiles of the backdrop: asked for on the GUI thread, painted in workers, kept up to a bound.

Owns the worker pool and the cache. Knows nothing of labels, places or people. Only tile keys,
colours and finished images cross threads.
"""

import logging
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Lock

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from presencemap.ui.map.basemap import Basemap
from presencemap.ui.map.cartography import MapColours, TileKey, painted_tile

CACHE_BYTES = 96 * 1024 * 1024
WORKERS = 1
"""More would take the core that the GUI thread needs where there are two."""
LONGEST_WAIT = 0.1
"""Seconds that a worker gives way at most, whatever happens."""

_log = logging.getLogger(__name__)


class TileCache(QObject):
    """The tiles there are, and the painting of those that are wanted.

    All public methods are for the GUI thread. `close` it before it goes.
    """

    arrived = Signal()
    """New tiles are in the cache; once for all that came meanwhile."""

    _painted = Signal()

    def __init__(self, colours: MapColours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles: OrderedDict[TileKey, QImage] = OrderedDict()
        self._bytes = 0
        self._needed: frozenset[TileKey] = frozenset()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(WORKERS)
        # All below is shared with the workers, under the lock.
        self._lock = Lock()
        self._colours = colours
        self._generation = 0
        self._wanted: list[TileKey] = []
        self._in_hand: set[TileKey] = set()
        self._finished: list[tuple[TileKey, QImage]] = []
        self._running = 0
        self._closed = False
        self._free = Event()
        self._free.set()
        self._painted.connect(self._take_in, Qt.ConnectionType.QueuedConnection)

    @property
    def size(self) -> int:
        """Bytes of all images held."""
        return self._bytes

    def get(self, key: TileKey) -> QImage | None:
        """The tile, None while it isn't painted."""
        image = self._tiles.get(key)
        if image is not None:
            self._tiles.move_to_end(key)
        return image

    def held(self) -> list[TileKey]:
        """What is in the cache, the longest unused first."""
        return list(self._tiles)

    def want(self, keys: Sequence[TileKey]) -> None:
        """Have these painted, the first one first; what was wanted earlier only is dropped."""
        self._needed = frozenset(keys)
        with self._lock:
            if self._closed:
                return
            self._wanted = [k for k in keys if k not in self._tiles and k not in self._in_hand]
            starting = max(0, min(WORKERS, len(self._wanted)) - self._running)
            self._running += starting
        for _ in range(starting):
            self._pool.start(self._work)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """While the GUI thread paints: the workers would take Python's lock at every step of it."""
        self._free.clear()
        try:
            yield
        finally:
            self._free.set()

    def set_colours(self, colours: MapColours) -> None:
        """Forget all tiles; those to come are in these colours."""
        with self._lock:
            self._colours = colours
            self._generation += 1
            self._wanted.clear()
            self._in_hand.clear()
            self._finished.clear()
        self._tiles.clear()
        self._bytes = 0

    def close(self) -> None:
        """Drop what is wanted and wait for the tiles in hand, some 20 ms. Twice does no harm."""
        with self._lock:
            self._closed = True
            self._wanted.clear()
        self._pool.waitForDone()

    def _give_way(self) -> None:
        if not self._free.is_set():
            self._free.wait(LONGEST_WAIT)

    def _work(self) -> None:
        """In a worker: paint what is wanted most, until nothing is."""
        while True:
            with self._lock:
                if not self._wanted:
                    self._running -= 1
                    return
                key = self._wanted.pop(0)
                self._in_hand.add(key)
                generation, colours = self._generation, self._colours
            try:
                image = painted_tile(Basemap.load(), key, colours, self._give_way)
            except Exception:  # noqa: BLE001
                # A missing tile leaves the coarser one in sight; a dead worker would stop the map.
                _log.exception("tile %s can't be painted", key)
                continue
            with self._lock:
                if self._closed or generation != self._generation:
                    continue
                first = not self._finished
                self._finished.append((key, image))
            if first:
                self._painted.emit()

    @Slot()
    def _take_in(self) -> None:
        with self._lock:
            finished, self._finished = self._finished, []
            self._in_hand.difference_update(key for key, _ in finished)
        for key, image in finished:
            self._tiles[key] = image
            self._bytes += image.sizeInBytes()
        for key in list(self._tiles):
            if self._bytes <= CACHE_BYTES:
                break
            # What the last view needs stays, even over the bound: else it'd be painted for ever.
            if key not in self._needed:
                self._bytes -= self._tiles.pop(key).sizeInBytes()
        if finished:
            self.arrived.emit()
