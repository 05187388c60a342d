"""The pictures of plans, decoded on a worker: a peer made them, so every bound is set before.

Owns the worker and one decoded picture. Format and size are read from the header first (``app``);
only that format's reader is asked, and Qt may take so much memory for it and no more.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from presencemap.app.commands import ShowPicture
from presencemap.app.pictures import measured
from presencemap.domain.errors import PictureUnreadable, UserError
from presencemap.domain.floor_plan import MAX_SIDE, Image
from presencemap.domain.wrong import Wrong
from presencemap.ui.painting.picture_reader import PictureReader
from presencemap.ui.team import Team

ALLOCATION = MAX_SIDE * MAX_SIDE * 4 // (1024 * 1024) + 1
"""MiB that decoding one picture may take: the largest that a plan may have."""
SHOWN_SIDE = 4096
"""Px: a larger picture is scaled down once, so that painting it stays quick."""


def decoded(data: bytes) -> QImage:
    """A picture, in px of at most ``SHOWN_SIDE``; on any thread.

    Raises:
        UserError: too large, cut short, or no picture of a plan.
    """
    measure = measured(data)
    QImageReader.setAllocationLimit(ALLOCATION)
    reader = PictureReader(data, measure.format)
    longest = max(measure.width, measure.height)
    if longest > SHOWN_SIDE:
        reader.setScaledSize(QSize(measure.width, measure.height) * (SHOWN_SIDE / longest))
    image = reader.read()
    if image.isNull():
        raise PictureUnreadable(
            "This picture is damaged; take a whole copy of it.", Wrong.PICTURE_CUT
        )
    return image


class Decoder(QObject):
    """``done`` with what was asked with, and the picture or the error."""

    done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def start(self, mark: object, data: bytes) -> None:
        """Decode this."""
        self._pool.start(_job(self.done.emit, mark, data))

    def close(self) -> None:
        """Let the worker end."""
        self._pool.clear()
        self._pool.waitForDone()


class Pictures(QObject):
    """``arrived`` when ``image`` is another: of the plan that was asked for last."""

    arrived = Signal()

    def __init__(self, team: Team, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self._wanted = ""
        self.image: QImage | None = None
        self.failed = False
        self._decoder = Decoder(self)
        self._decoder.done.connect(self._take)

    def show(self, image: Image | None) -> None:
        """Want this picture, where it is on this computer; None for none."""
        wanted = image.hash if image is not None and image in self._team.pictures else ""
        if wanted == self._wanted:
            return
        self._wanted, self.image, self.failed = wanted, None, False
        if wanted:
            self._team.ask(ShowPicture(wanted), lambda data: self._decode(wanted, data))
        self.arrived.emit()

    def close(self) -> None:
        """Let the worker end."""
        self._wanted = ""
        self._decoder.close()

    def _decode(self, name: str, data: bytes) -> None:
        if name == self._wanted:
            self._decoder.start(name, data)

    @Slot(object, object)
    def _take(self, name: object, found: object) -> None:
        if name == self._wanted:
            self.image = found if isinstance(found, QImage) else None
            self.failed = self.image is None
            self.arrived.emit()


def _job(done: Callable[[object, object], None], mark: object, data: bytes) -> Callable[[], None]:
    def work() -> None:
        try:
            found: object = decoded(data)
        except UserError as error:
            found = error
        done(mark, found)

    return work
