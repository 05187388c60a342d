"""Clocks: telling a lease that is old from one whose author's clock is off.

A relayed lease that is young as relays tell, and not by its counter, is *doubted*: it proves
nothing, but it goes on. Our next lease *asks* its device; its next lease *answers* with the counter
of that lease of ours, so it was said after that, and by how much its clock is ahead is known.
"""

from dataclasses import dataclass
from typing import Final, TypeVar

from presencemap.protocol.codec import MAX_ASKED, Answer, Word
from presencemap.protocol.presence import RELAYED_FOR

T = TypeVar("T")
SOON: Final = 2_000
"""A lease that asks or answers somebody anew goes out in that time after the last one."""
ANSWERED_WITHIN: Final = 60_000
"""How long a lease of ours can be answered."""
MAX_WAITING: Final = 256
"""Devices that are doubted, or to be answered, at once; the newest stay."""


@dataclass(slots=True)
class Doubt:
    """A doubted lease: its counter, when it came, when its device was asked, if it was."""

    counter: int
    at: int
    asked: int | None = None


class Clocks:
    """What one node asks and answers. ``device``s are ids."""

    def __init__(self) -> None:
        self._said: dict[int, int] = {}
        self._doubts: dict[str, Doubt] = {}
        self._asked_by: dict[str, int] = {}

    def say(self, counter: int, now: int) -> tuple[tuple[str, ...], tuple[Answer, ...]]:
        """A lease of ours goes out: whom it asks, the longest unasked first; what it answers."""
        self._said = {c: at for c, at in self._said.items() if _within(now - at, ANSWERED_WITHIN)}
        self._said[counter] = now
        waiting = sorted(self._doubts.items(), key=lambda doubted: doubted[1].asked or 0)
        asks = tuple(device for device, _ in waiting[:MAX_ASKED])
        for device in asks:
            self._doubts[device].asked = now
        answers = [*self._asked_by.items()][:MAX_ASKED]
        for device, _ in answers:
            del self._asked_by[device]
        return asks, tuple(Answer(device=device, counter=counter) for device, counter in answers)

    def heard(self, word: Word, me: str) -> None:
        """A lease that is news: it may ask us."""
        if me in word.asks:
            _keep(self._asked_by, word.device, word.counter)

    def answered(self, word: Word, me: str, now: int) -> int | None:
        """Since when at the earliest a lease is known to have been said, by the answer in it."""
        own = (self._said.get(answer.counter) for answer in word.answers if answer.device == me)
        return max((at for at in own if at and _within(now - at, ANSWERED_WITHIN)), default=None)

    def doubt(self, word: Word, now: int) -> bool:
        """A lease of which only relays say that it is young; whether it is news."""
        known = self._doubts.get(word.device)
        if known is not None and word.counter <= known.counter:
            return False
        _keep(self._doubts, word.device, Doubt(word.counter, now, known.asked if known else None))
        return True

    def trust(self, device: str) -> None:
        """Its leases are judged by their counters again."""
        self._doubts.pop(device, None)

    def tick(self, now: int) -> bool:
        """Forget the doubts that grew old; whether the next lease shall go out soon."""
        self._doubts = {d: x for d, x in self._doubts.items() if _within(now - x.at, RELAYED_FOR)}
        unasked = any(doubt.asked is None for doubt in self._doubts.values())
        return unasked or bool(self._asked_by)


def _within(age: int, limit: int) -> bool:
    return 0 <= age < limit


def _keep(held: dict[str, T], device: str, what: T) -> None:
    """As the newest; the oldest goes where there are too many."""
    held.pop(device, None)
    held[device] = what
    if len(held) > MAX_WAITING:
        del held[next(iter(held))]
