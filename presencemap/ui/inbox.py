"""The one way from the network thread to the GUI thread.

Owns a thread-safe queue and a single queued signal: however much arrives while the window is busy,
the event loop is woken once. Knows what a notice is, not what it means.
"""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from presencemap.app.notices import (
    JobsChanged,
    Notice,
    PlacesChanged,
    RosterChanged,
    TopicsRenamed,
)
from presencemap.ui.turns import turn


@dataclass(frozen=True, slots=True)
class _Answer:
    """A future that is done, and who waits for it."""

    future: "Future[Any]"
    done: Callable[[Any], None]
    failed: Callable[[Exception], object]


class Inbox(QObject):
    """Takes notices and answers on any thread; hands them out on its own."""

    noticed = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._queue: deque[Notice | _Answer] = deque()
        self._closed = False
        self._told: deque[Notice | _Answer] = deque()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._hand_out)
        # What is to be painted is, before: else both were done in the same turn.
        self._woken.connect(self._soon.start, Qt.ConnectionType.QueuedConnection)

    def take(self, notice: Notice) -> None:
        """Queue a notice; any thread."""
        self._put(notice)

    def follow(
        self,
        future: "Future[Any]",
        done: Callable[[Any], None],
        failed: Callable[[Exception], object],
    ) -> None:
        """Call one of the two on this object's thread when the future has its result."""
        future.add_done_callback(lambda answered: self._put(_Answer(answered, done, failed)))

    def close(self) -> None:
        """Take nothing more; what waits is dropped. The windows are going."""
        with self._lock:
            self._closed = True
            self._queue.clear()

    def _put(self, item: Notice | _Answer) -> None:
        with self._lock:
            if self._closed:
                return
            first = not self._queue
            self._queue.append(item)
            if first:
                # Within the lock: `close` must not let the object go between the two.
                self._woken.emit()

    @Slot()
    def _hand_out(self) -> None:
        """As much as fits into this turn, in order; the rest is merged with what comes then."""
        if turn.is_full:
            self._soon.start()
            return
        with self._lock:
            came = tuple(self._queue)
            self._queue.clear()
            if self._closed:
                return
        if came:
            self._told = deque(merged((*self._told, *came)))
        over = turn.over(few=0)
        while self._told:
            item = self._told.popleft()
            if self._told:
                # Before: whoever fails at it leaves the others theirs.
                self._soon.start()
            if isinstance(item, _Answer):
                _deliver(item)
            else:
                self.noticed.emit(item)
            if over():
                return


def merged(items: Iterable[Notice | _Answer]) -> list[Notice | _Answer]:
    """The items in order; roster changes in a row become one, the newest card of each person.

    Of what is told as a whole only the newest is, where the first was: it has all of theirs.
    """
    kept: list[Notice | _Answer] = []
    wholes: dict[type, int] = {}
    for item in items:
        last = kept[-1] if kept else None
        if isinstance(item, PlacesChanged | JobsChanged | TopicsRenamed):
            at = wholes.setdefault(type(item), len(kept))
            if at < len(kept):
                kept[at] = item
                continue
        if isinstance(item, RosterChanged) and isinstance(last, RosterChanged):
            cards = {card.person.id: card for card in (*last.cards, *item.cards)}
            told = [person for person in last.gone if person not in cards]
            gone = tuple(dict.fromkeys((*told, *item.gone)))
            kept[-1] = RosterChanged(
                tuple(card for person, card in cards.items() if person not in item.gone), gone
            )
        else:
            kept.append(item)
    return kept


def _deliver(answer: _Answer) -> None:
    """Who asked may have been closed meanwhile: then nobody hears it."""
    heard = (getattr(each, "func", each) for each in (answer.done, answer.failed))
    owners = (getattr(each, "__self__", None) for each in heard)
    if any(isinstance(owner, QObject) and not isValid(owner) for owner in owners):
        return
    try:
        result = answer.future.result()
    except CancelledError:
        return
    except Exception as error:  # noqa: BLE001  whatever it is, who asked must hear it
        answer.failed(error)
    else:
        answer.done(result)
