"""The librarian: a thread of its own that keeps the library in step with what a node holds.

Made when somebody first asks; from then on each record that comes or goes is read there, and each
question answered there, so that neither the network nor the window waits. What is taken out leaves
no word behind after ``TIDY_AFTER`` and the few steps that it takes.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from presencemap.app.clock import now_ms
from presencemap.app.knowledge.sheet import KINDS, Sheet
from presencemap.protocol.replica import Replica
from presencemap.protocol.shelf import Held

if TYPE_CHECKING:
    from presencemap.app.knowledge.findings import Findings
    from presencemap.app.knowledge.library import Library

TIDY_AFTER: Final = 5.0
"""Seconds from the first word that goes until its traces are cleared, with those of others."""
_READ_AT_ONCE: Final = 50
_TELL_EVERY: Final = 2_000
"""Records between two words of progress."""


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    text: str
    answer: "Future[Findings]" = field(default_factory=Future)


_Work = Sheet | bytes | _Question | None
"""What came, the name of what is gone, a question; None: all that was there is read."""


class Librarian:
    """Of one node. ``put`` and ``take_off`` are the replica's to call.

    ``tell`` hears, on the loop, how many records are read and how many there are.
    """

    def __init__(self, replica: Replica, tell: Callable[[int, int], None]) -> None:
        self._replica = replica
        self._tell = tell
        self._loop: asyncio.AbstractEventLoop | None = None
        self._opening: asyncio.Task[None] | None = None
        self._thread: Thread | None = None
        self._wake = Condition()
        self._queue: deque[_Work] = deque()
        self._typed: _Question | None = None
        """The newest question of who types on: it goes before all but a little to be read."""
        self._closed = self._whole = False
        self._came = self._read = self._told = 0
        self._names = replica.glossary.names

    # On the network thread.

    def open(self) -> None:
        """Begin to read, unless that was begun."""
        if self._opening is None:
            self._loop = asyncio.get_running_loop()
            self._thread = Thread(target=self._work, name="presencemap-library")
            self._thread.start()
            self._opening = self._loop.create_task(self._list())

    async def _list(self) -> None:
        """All that is held, the oldest first, a source at a time; from now on also what comes."""
        self._replica.watchers.append(self)
        self._names = self._replica.glossary.names
        now = ("profile", "status", "job", "work")
        for source in (*now, *reversed(self._replica.shelves.days())):
            for held in reversed([*self._replica.shelves.held_in(source)]):
                self.put(held)
            await asyncio.sleep(0)  # the network's turn
        self._hand(None)

    def put(self, held: Held) -> None:
        """A record is held."""
        if held.kind in KINDS:
            self._came += 1
            self._hand(Sheet.of(held))
        self._learn(held)

    def take_off(self, held: Held) -> None:
        """It is no more."""
        if held.kind in KINDS:
            self._hand(held.hash)
        self._learn(held)

    def _learn(self, held: Held) -> None:
        """What topics are called: immutable, so that another thread may ask it."""
        if held.kind == "topic":
            self._names = self._replica.glossary.names

    async def asked(self, text: str) -> "Findings":
        """What there is about it, once all that is held was read."""
        self.open()
        assert self._opening is not None
        await self._opening
        question = _Question(text)
        self._hand(question)
        return await asyncio.wrap_future(question.answer)

    def close(self) -> None:
        """Let go of it all; who waits for an answer gets none."""
        if self._opening is not None:
            self._opening.cancel()
        if self in self._replica.watchers:
            self._replica.watchers.remove(self)
        with self._wake:
            self._closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    # On any thread.

    def typed(self, text: str) -> "Future[Findings]":
        """What is known about it so far; one that is asked before it is answered goes instead."""
        question = _Question(text)
        with self._wake:
            before, self._typed = self._typed, None if self._closed else question
            self._wake.notify()
        for unwanted in (before, question if self._closed else None):
            if unwanted is not None:
                unwanted.answer.cancel()
        return question.answer

    def _hand(self, what: _Work) -> None:
        with self._wake:
            self._queue.append(what)
            self._wake.notify()

    # On the library's own thread.

    def _work(self) -> None:
        # Here: a node that nobody asks needs none of it.
        from presencemap.app.knowledge.library import Library  # noqa: PLC0415

        tidy_at: float | None = None
        with closing(Library()) as library:
            while (waiting := self._next(tidy_at)) is not None:
                dropped = [each for each in waiting if self._do(library, each)]
                if dropped and tidy_at is None:
                    tidy_at = monotonic() + TIDY_AFTER
                if tidy_at is not None and monotonic() >= tidy_at and library.tidy():
                    tidy_at = None

    def _next(self, tidy_at: float | None) -> "list[_Work] | None":
        """What to do next, nothing where it is time to tidy; None to end."""
        with self._wake:
            while not (self._closed or self._typed or self._queue):
                wait = None if tidy_at is None else tidy_at - monotonic()
                if wait is not None and wait <= 0:
                    return []
                self._wake.wait(wait)
            if self._closed:
                for each in (self._typed, *self._queue):
                    if isinstance(each, _Question):
                        each.answer.cancel()
                return None
            question, self._typed = self._typed, None
            few = len(self._queue) <= _READ_AT_ONCE
            waits = 0 if question and not few else min(_READ_AT_ONCE, len(self._queue))
            some = [self._queue.popleft() for _ in range(waits)]
            return [*some, question] if question else some

    def _do(self, library: "Library", what: "_Work") -> bool:
        """One thing; whether something was let go of by it."""
        match what:
            case Sheet():
                library.read([what])
                self._count()
            case _Question():
                self._answer(library, what)
            case None:
                self._whole = True
                self._say(0)
            case _:
                return library.drop(what)
        return False

    def _answer(self, library: "Library", question: _Question) -> None:
        from presencemap.app.knowledge.inquiry import findings_in  # noqa: PLC0415 - as above

        if not question.answer.set_running_or_notify_cancel():
            return
        try:
            left = max(self._came - self._read, int(not self._whole))
            me, names = self._replica.person, self._names
            found = findings_in(library, question.text, me, now_ms(), left=left, names=names)
        except Exception as error:  # noqa: BLE001 - it is the asker's to handle
            question.answer.set_exception(error)
        else:
            question.answer.set_result(found)

    def _count(self) -> None:
        self._read += 1
        left = self._came - self._read
        if left % _TELL_EVERY == 0 and (left or self._told):
            self._say(left)

    def _say(self, left: int) -> None:
        self._told = left
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._tell, left, self._came)
