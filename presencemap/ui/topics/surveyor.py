"""Surveys on a worker thread, the newest alone: the window never waits for thousands of people.

Owns the one thread and what waits for it. Knows no widget.
"""

import logging
from collections.abc import Mapping
from threading import Lock

from PySide6.QtCore import QObject, QThreadPool, Signal

from presencemap.domain.topic_layout import Point
from presencemap.ui.topics.survey import Survey, Surveyed

_log = logging.getLogger(__name__)
Order = tuple[Survey, Mapping[str, Point]]


class Surveyor(QObject):
    """``drawn`` carries a TopicScene; a survey that still waits is dropped for a newer one."""

    drawn = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._lock = Lock()
        self._busy = False
        self._waiting: Order | None = None
        self._surveyed = Surveyed()

    def ask(self, survey: Survey, shown: Mapping[str, Point]) -> None:
        """Survey that, one step on from where hubs are shown."""
        with self._lock:
            self._waiting = survey, shown
            idle, self._busy = not self._busy, True
        if idle:
            self._pool.start(self._work)

    def close(self) -> None:
        """Wait for what is in hand, some ms."""
        with self._lock:
            self._waiting = None
        self._pool.waitForDone()

    def _work(self) -> None:
        while True:
            with self._lock:
                order, self._waiting = self._waiting, None
                if order is None:
                    self._busy = False
                    return
            try:
                scene = self._surveyed.scene(*order)
            except Exception:  # noqa: BLE001
                # The picture of before is better than a window that ends.
                _log.exception("could not survey the topics")
            else:
                self.drawn.emit(scene)
