"""Budgets: how much of this node's time others may take, and how long who floods stays out.

Token buckets: by person for what comes unasked over their links, by author for records however
they come, by inviter for all whom one invited. What this node asked for and keeps costs nothing.
Time is an argument; knows no links and decodes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from presencemap.protocol.codec import FrameType


@dataclass(frozen=True, slots=True)
class Allowance:
    """So much at once, and so much a second after that."""

    burst: float
    rate: float


WORK: Final = Allowance(500_000, 100_000)
"""Microseconds: what one person's links may take of this node, a tenth of a core in the end."""
RECORDS: Final = Allowance(2_000, 50)
"""Records that one author may push to us, over whomever they come."""
SUBTREE: Final = Allowance(8_000, 200)
"""Records that all whom one person invited, directly or not, may push together."""
ANSWERS: Final = Allowance(64 << 20, 16 << 20)
"""Bytes that one person may have sent by asking: a fetch of 18 KB may bring 4 MB."""
MAX_DROPPED: Final = 1_000
"""Frames dropped in one flood until the link is cut."""
FIRST_BAR: Final = 3_000
LONGEST_BAR: Final = 600_000
FORGIVEN_AFTER: Final = 3_600_000
"""Milliseconds without a fault after which the next bar is a first one again."""
MAX_BARS: Final = 4_096

_COSTS: Final = {
    FrameType.STATEMENTS: (200, 0.3),
    FrameType.DIGEST: (100, 0.5),
    FrameType.COMPARE: (500, 0.0),
    FrameType.LISTING: (100, 0.02),
    FrameType.FETCH: (100, 0.06),
    FrameType.FETCHED: (50, 0.0),
    FrameType.RECORDS: (50, 0.4),
    FrameType.WANT: (200, 0.0),
    FrameType.PIECE: (50, 0.01),
}
"""Microseconds a frame and a byte, as measured; what isn't here is a signature to check."""
_SIGNED: Final = (200, 0.0)


def cost(frame_type: FrameType, size: int, log: int) -> float:
    """What it takes to judge a frame, in µs; ``log``: statements held, all looked at anew."""
    once, by_byte = _COSTS.get(frame_type, _SIGNED)
    return once + by_byte * size + (4 * log if frame_type is FrameType.STATEMENTS else 0)


class Bucket:
    """Fills with time; may be overdrawn by one spending, and then waits until that is paid."""

    __slots__ = ("_at", "_level", "allowance")

    def __init__(self, allowance: Allowance, now: int) -> None:
        self.allowance = allowance
        self._level = allowance.burst
        self._at = now

    def spend(self, amount: float, now: int) -> bool:
        """Take that much; False: there is nothing left."""
        if not self.ready(now):
            return False
        self._level -= amount
        return True

    def ready(self, now: int) -> bool:
        """Whether anything may be spent."""
        # A clock that was set back gives nothing.
        gained = max(now - self._at, 0) * self.allowance.rate / 1_000
        self._level = min(self._level + gained, self.allowance.burst)
        self._at = now
        return self._level > 0

    def full(self, now: int) -> bool:
        """Whether all that was spent is paid."""
        return self.ready(now) and self._level >= self.allowance.burst


class Budgets:
    """The buckets of one node; a full one is forgotten, so that they are as many as the busy."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[Allowance, str], Bucket] = {}
        self._dropped: dict[str, int] = {}

    def work(self, person: str, amount: float, now: int) -> bool:
        """Whether a frame over this person's link may be looked at."""
        return self._bucket(WORK, person, now).spend(amount, now)

    def answers(self, person: str, size: int, now: int) -> bool:
        """Whether so many bytes may go in answer to this person."""
        return self._bucket(ANSWERS, person, now).spend(size, now)

    def pushed(self, author: str, inviters: Iterable[str], now: int) -> bool:
        """Whether a record that nobody asked for may be taken; else nothing is spent."""
        buckets = [self._bucket(RECORDS, author, now)]
        buckets += [self._bucket(SUBTREE, inviter, now) for inviter in inviters]
        if not all(bucket.ready(now) for bucket in buckets):
            return False
        for bucket in buckets:
            bucket.spend(1, now)
        return True

    def dropped(self, link: str) -> int:
        """Count a frame of this link that was dropped; how many in this flood so far."""
        self._dropped[link] = self._dropped.get(link, 0) + 1
        return self._dropped[link]

    def forget(self, link: str) -> None:
        """A link is gone. Its person's buckets stay: who comes back owes what they owed."""
        self._dropped.pop(link, None)

    def tick(self, now: int) -> None:
        """Let go of what is paid; a flood that has stopped is over when nothing is owed."""
        full = [key for key, bucket in self._buckets.items() if bucket.full(now)]
        for key in full:
            del self._buckets[key]
        if not self._buckets:
            self._dropped.clear()

    def _bucket(self, allowance: Allowance, who: str, now: int) -> Bucket:
        key = (allowance, who)
        if key not in self._buckets:
            self._buckets[key] = Bucket(allowance, now)
        return self._buckets[key]


@dataclass(slots=True)
class _Bar:
    """One device's: until when, how long it was, when it was last set."""

    until: int
    length: int


class Bars:
    """Which devices are kept out after a flood or too many faults; each time for twice as long."""

    def __init__(self) -> None:
        self._bars: dict[str, _Bar] = {}

    def bar(self, device: str, now: int) -> int:
        """Keep a device out from now on; for how many ms."""
        last = self._bars.pop(device, None)
        recent = last is not None and abs(now - last.until) < FORGIVEN_AFTER
        length = min(last.length * 2, LONGEST_BAR) if last and recent else FIRST_BAR
        self._bars[device] = _Bar(now + length, length)
        if len(self._bars) > MAX_BARS:
            del self._bars[next(iter(self._bars))]
        return length

    def barred(self, device: str, now: int) -> bool:
        """Whether it is kept out now; no longer than it was told, whatever the clock does."""
        bar = self._bars.get(device)
        return bar is not None and 0 < bar.until - now <= bar.length

    def kept_out(self, now: int) -> frozenset[str]:
        """All that are kept out now."""
        return frozenset(device for device in self._bars if self.barred(device, now))
