"""How soon somebody who starts sees the others, what seeing them costs, and when one is missed.

The others are light speakers, many to a process: they are there, and say no more than their
transport makes them. Who joins them runs in a fresh process, whose figures these are: descriptors
and resident memory at the end, processor time and bytes over some seconds of nothing to do, once
what joining set off has calmed. Knows nothing of who is measured.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic, process_time, sleep
from typing import Any, Protocol, Self

from wire import carried

MOST_A_PROCESS = 50
READY_WITHIN = 300.0
SEEN_WITHIN = 60.0
MISSED_WITHIN = 60.0
SETTLE = 5.0
SETTLED_WITHIN = 60.0
CALM = 400
"""Bytes a second and peer, both ways, under which what joining set off is over."""

Told = Callable[[str], None]
"""Of somebody, under a name that is theirs."""


class Company(Protocol):
    """A way for nodes to be seen by each other."""

    def shared(self, number: int) -> Any:
        """What all of them, so many and who joins, need to know beforehand."""

    def hosting(self, shared: Any, turns: range) -> AbstractContextManager[Any]:
        """These of the speakers, in this process; where they are."""

    def joining(
        self, shared: Any, places: list[Any], seen: Told, gone: Told
    ) -> AbstractContextManager[None]:
        """Somebody who is told of all others; entered when ready."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one who joined so many. Seconds after ready; idle: percent of a core;
    carried: bytes a second by TCP, both ways; settled: seconds from all seen until calm."""

    first: float
    all: float
    descriptors: int
    mebibytes: float
    idle: float
    carried: float
    settled: float


class NoCompany(Exception):
    """They didn't meet; the sentence says why."""


def joined(company: Company, number: int, window: float, within: float = SEEN_WITHIN) -> Figures:
    """Join so many, which takes ``within`` seconds at most, and do nothing for ``window``.

    Raises:
        NoCompany: not all were seen.
    """
    with _Meeting(company, number, within) as meeting:
        first, last = meeting.told(within)
        return Figures(first, last, *meeting.told(SETTLED_WITHIN + window + SEEN_WITHIN, window))


def crashed(company: Company) -> float:
    """Seconds from the killing of the only other process until it is missed.

    Raises:
        NoCompany: it wasn't, within a minute.
    """
    with _Meeting(company, 1) as meeting:
        meeting.told(SEEN_WITHIN)
        sleep(1)
        died = meeting.kill()
        (missed,) = meeting.told(MISSED_WITHIN, None)
        return float(missed - died)


class _Meeting:
    """The processes of one measurement, by ``with``: the crowd's, then who joins it."""

    def __init__(self, company: Company, number: int, within: float = SEEN_WITHIN) -> None:
        self._company = company
        self._within = within
        self._number = number
        self._stack = ExitStack()
        self._pids: list[int] = []
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        try:
            shared = self._company.shared(self._number)
            turns = range(self._number)
            pipes = [
                self._process(_host, self._company, shared, turns[first : first + MOST_A_PROCESS])
                for first in turns[::MOST_A_PROCESS]
            ]
            places = [_answer(pipe, READY_WITHIN) for pipe in pipes]
            self._pipe = self._process(
                _join, self._company, shared, places, self._number, self._within
            )
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def told(self, within: float, *words: Any) -> Any:
        """Ask who joined for the next figures."""
        assert self._pipe is not None
        for word in words:
            self._pipe.send(word)
        return _answer(self._pipe, within)

    def kill(self) -> float:
        """Kill the crowd; when."""
        at = monotonic()
        os.kill(self._pids[0], signal.SIGKILL)
        return at

    def _process(self, work: Callable[..., None], *given: Any) -> Connection:
        fresh = multiprocessing.get_context("spawn")
        ours, theirs = fresh.Pipe()
        process = fresh.Process(target=_guarded, args=(work, theirs, *given), daemon=True)
        process.start()
        theirs.close()
        self._pids.append(process.pid or 0)

        def end() -> None:
            with suppress(OSError):
                ours.send("end")
            process.join(15)
            process.kill()
            process.join()
            ours.close()

        self._stack.callback(end)
        return ours


def _answer(pipe: Connection, within: float) -> Any:
    try:
        if not pipe.poll(within):
            raise NoCompany(f"nothing within {within:.0f} s")
        answer = pipe.recv()
    except EOFError:
        raise NoCompany("a process ended") from None
    if isinstance(answer, NoCompany):
        raise answer
    return answer


def _guarded(work: Callable[..., None], pipe: Connection, *given: Any) -> None:
    try:
        work(pipe, *given)
    except Exception as error:
        with suppress(OSError):
            pipe.send(NoCompany(f"{type(error).__name__}: {error}"))


def _host(pipe: Connection, company: Company, shared: Any, turns: range) -> None:
    with company.hosting(shared, turns) as places:
        pipe.send(places)
        pipe.recv()


def _join(
    pipe: Connection,
    company: Company,
    shared: Any,
    places: list[Any],
    number: int,
    within: float,
) -> None:
    seen: dict[str, float] = {}
    missed: list[float] = []
    all_seen, one_missed = threading.Event(), threading.Event()

    def see(who: str) -> None:
        seen.setdefault(who, monotonic())
        if len(seen) == number:
            all_seen.set()

    def miss(_who: str) -> None:
        missed.append(monotonic())
        one_missed.set()

    with company.joining(shared, places, see, miss):
        ready = monotonic()
        if not all_seen.wait(within - 5):
            raise NoCompany(f"saw {len(seen)} of {number}")
        at = sorted(seen.values())
        pipe.send((max(0.0, at[0] - ready), max(0.0, at[-1] - ready)))
        while (window := pipe.recv()) != "end":
            if window is None:
                if not one_missed.wait(MISSED_WITHIN - 5):
                    raise NoCompany("a killed process wasn't missed")
                pipe.send((missed[0],))
            else:
                pipe.send(_costs(window, number))


def _costs(window: float, number: int) -> tuple[int, float, float, float, float]:
    seen = monotonic()
    while True:
        settled, bytes_before = monotonic() - seen, carried()
        sleep(SETTLE)
        calm = carried() - bytes_before < CALM * number * SETTLE
        if calm or settled > SETTLED_WITHIN - SETTLE or not window:
            break
    bytes_before = carried()  # not in the processor's time: it looks at each descriptor
    before, began = process_time(), monotonic()
    sleep(window)
    took = monotonic() - began or 1.0
    idle = 100 * (process_time() - before) / took
    by_wire = (carried() - bytes_before) / took
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    resident = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    return descriptors, resident, idle, by_wire, settled
