"""Searching while somebody types: on a worker thread, the newest text alone.

Owns the prepared finder and when it is made anew. Knows cards and places, no widget.
"""

import logging
from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, QThreadPool, Signal

from presencemap.domain.finding import Finder, Subject, SubjectKind
from presencemap.ui.find.subjects import Known, subjects
from presencemap.ui.ports import Town, Towns

MOST = 8
_TOWNS = 2
_TOWNS_FROM = 3
"""Letters: fewer name half the world."""
_log = logging.getLogger(__name__)


class Searcher(QObject):
    """``found`` carries the text and its subjects, once for the newest text."""

    found = Signal(str, object)

    def __init__(
        self, people: Callable[[], Known], towns: Towns, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._towns = towns
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._lock = Lock()
        self._busy = False
        self._wanted: str | None = None
        self._snapshot: Known | None = None
        self._finder = Finder(())

    def refresh(self) -> None:
        """From the next text on, who and what is there now: made ready before anybody types."""
        people = self._people()
        with self._lock:
            self._snapshot = people
        self._wake()

    def search(self, text: str) -> None:
        """Look for a text; a text still waiting is dropped."""
        with self._lock:
            self._wanted = text
        self._wake()

    def close(self) -> None:
        """Wait for what is in hand, some ms."""
        with self._lock:
            self._wanted = self._snapshot = None
        self._pool.waitForDone()

    def _wake(self) -> None:
        with self._lock:
            idle, self._busy = not self._busy, True
        if idle:
            self._pool.start(self._work)

    def _work(self) -> None:
        while True:
            with self._lock:
                text, snapshot, self._snapshot = self._wanted, self._snapshot, None
                if text is None and snapshot is None:
                    self._busy = False
                    return
            found: list[Subject] = []
            try:
                if snapshot is not None:
                    self._finder = Finder(subjects(snapshot), self._finder)
                if text is not None:
                    found = self._look(text)
            except Exception:  # noqa: BLE001
                # Nothing found is better than a field that never answers again.
                _log.exception("could not search")
            with self._lock:
                done = text is not None and self._wanted == text
                if done:
                    self._wanted = None
            if done:
                self.found.emit(text, found)

    def _look(self, text: str) -> list[Subject]:
        towns = self._meant(text)[:_TOWNS] if len(text) >= _TOWNS_FROM else []
        found = self._finder.find(text, MOST, also=[town.name for town in towns])
        named = [Subject(SubjectKind.TOWN, town.label, town.label) for town in towns]
        return [*found[: MOST - len(named)], *named]

    def _meant(self, text: str) -> list[Town]:
        """The town of that name before those whose names begin so."""
        whole = self._towns.find(text)
        begun = [town for town in self._towns.suggest(text) if whole is None or town != whole]
        return begun if whole is None else [whole, *begun]
