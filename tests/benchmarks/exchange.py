"""One exchange: a speaker and a listener in two fresh processes, and how long each message took.

Both stamp with the machine's monotonic clock: the speaker just before it hands a message over, the
listener when it has it. Messages are matched by their number. Knows nothing of who is measured.
"""

import multiprocessing
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import monotonic_ns, sleep
from typing import Any, Protocol

WARM_UP = 200
MEASURED = 1000
PACE_NS = 5_000_000
CALL_EVERY = 0.05
WITHIN = 30.0

Say = Callable[[int], int]
"""Sends the message of that number; answers the nanoseconds of it that aren't the wire's."""

Heard = Callable[[int], None]


class Contender(Protocol):
    """A way for one process to tell another something."""

    def speaking(self) -> AbstractContextManager[tuple[Any, Say]]:
        """The speaker's side: its address, and how to say something."""

    def hearing(self, address: Any, heard: Heard) -> AbstractContextManager[None]:
        """The listener's side; ``heard`` is called for each message, on any one thread."""


@dataclass(frozen=True, slots=True)
class Series:
    """Nanoseconds by message. ``whole``: all of it; ``wire``: without the speaker's commit."""

    whole: list[int]
    wire: list[int]
    lost: int


class Failed(Exception):
    """A side could not do its part; the sentence says which and why."""


def exchange(contender: Contender) -> Series:
    """Run one series.

    Raises:
        Failed: a side ended early or was not heard in time.
    """
    speaker = _Side(_speak, contender)
    listener: _Side | None = None
    try:
        listener = _Side(_listen, contender, speaker.told())
        listener.told()
        speaker.tell("go")
        spoken: dict[int, tuple[int, int]] = speaker.told()
        listener.tell("over")
        heard: dict[int, int] = listener.told()
    finally:
        for side in filter(None, (listener, speaker)):
            side.end()
    both = [(heard[n] - at, off) for n, (at, off) in spoken.items() if n in heard]
    whole = [took for took, _ in both]
    return Series(whole, [took - off for took, off in both], len(spoken) - len(both))


class _Side:
    """One of the two processes; killed if it doesn't end by itself."""

    def __init__(self, work: Callable[..., None], contender: Contender, *more: Any) -> None:
        fresh = multiprocessing.get_context("spawn")
        self._pipe, other = fresh.Pipe()
        self._process = fresh.Process(
            target=_guarded, args=(work, other, contender, *more), daemon=True
        )
        self._process.start()
        other.close()

    def tell(self, word: Any) -> None:
        """Say something to it."""
        self._pipe.send(word)

    def told(self) -> Any:
        """What it says next."""
        if not self._pipe.poll(WITHIN):
            raise Failed(f"nothing within {WITHIN:.0f} s")
        try:
            answer = self._pipe.recv()
        except EOFError:
            raise Failed("its process ended") from None
        if isinstance(answer, Failed):
            raise answer
        return answer

    def end(self) -> None:
        """Let it end, or end it."""
        with suppress(OSError):
            self._pipe.send("end")
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._pipe.close()


def _guarded(work: Callable[..., None], pipe: Connection, *more: Any) -> None:
    try:
        work(pipe, *more)
    except Exception as error:
        with suppress(OSError):
            pipe.send(Failed(f"{type(error).__name__}: {error}"))


def _speak(pipe: Connection, contender: Contender) -> None:
    with contender.speaking() as (address, say):
        pipe.send(address)
        calls = 0
        while not pipe.poll(CALL_EVERY):  # until the listener hears
            calls += 1
            say(-WARM_UP - calls)
        if pipe.recv() != "go":
            return
        spoken = {}
        due = monotonic_ns()
        for number in range(-WARM_UP, MEASURED):
            due += PACE_NS
            sleep(max(0, due - monotonic_ns()) / 1e9)
            at = monotonic_ns()
            off = say(number)
            if number >= 0:
                spoken[number] = at, off
        pipe.send(spoken)
        pipe.poll(WITHIN)  # what was said last still has to leave


def _listen(pipe: Connection, contender: Contender, address: Any) -> None:
    arrived: dict[int, int] = {}
    first, last = threading.Event(), threading.Event()

    def heard(number: int) -> None:
        arrived.setdefault(number, monotonic_ns())
        first.set()
        if number == MEASURED - 1:
            last.set()

    with contender.hearing(address, heard):
        if not first.wait(WITHIN):
            raise Failed("the listener heard nothing")
        pipe.send("heard")
        if pipe.recv() == "over":
            last.wait(2)
            pipe.send(dict(arrived))
