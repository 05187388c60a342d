"""Budgets: how much of this node's time others may take, and how long who floods stays out.

Token buckets: by person for what comes unasked over their links, by author for records however
they come, by row for all who came in by one invitation. What this node asked for and keeps costs
nothing. Time is an argument; knows no links and decodes nothing.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from presencemap.protocol.codec import FrameType


@dataclass(frozen=True, slots=True)
class Allowance:
    """So much at once, and so much a second after that."""

    burst: float
    rate: float


@dataclass(frozen=True, slots=True)
class Terms:
    """What one has at most, what of it whatever their row takes, and all of a row beyond that.

    ``share`` is small: a row may be hundreds of people who don't exist.
    """

    own: Allowance
    share: Allowance
    row: Allowance


WORK: Final = Terms(
    Allowance(500_000, 100_000), Allowance(5_000, 500), Allowance(1_000_000, 250_000)
)
"""Microseconds of this node. One person's links get a tenth of a core in the end, a row a quarter.
The share is a digest and the rest of a handshake, then two statuses a second."""
RECORDS: Final = Terms(Allowance(2_000, 50), Allowance(50, 1), Allowance(8_000, 200))
"""Records that an author may push to us, over whomever they come."""
ASKED: Final = Terms(Allowance(25_000, 10), Allowance(2_000, 1), Allowance(400_000, 100))
"""Records of an author that are taken for nothing since they were asked for: somewhat more than is
held of one and of a row, so that catching up is free, and signing without end is paid."""
ANSWERS: Final = Terms(
    Allowance(64 << 20, 16 << 20), Allowance(1 << 20, 64 << 10), Allowance(128 << 20, 32 << 20)
)
"""Bytes sent by asking: a fetch of 18 KB may bring 4 MB. 32 MiB a second is what a node can say."""
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
    FrameType.HEARS: (50, 0.01),
    FrameType.WANT: (200, 0.0),
    FrameType.PIECE: (50, 0.01),
}
"""Microseconds a frame and a byte, as measured; what isn't here is a signature to check."""
_SIGNED: Final = (200, 0.0)


def cost(frame_type: FrameType, size: int, log: int) -> float:
    """What it takes to judge a frame, in µs; ``log``: statements held, all looked at anew."""
    once, by_byte = _COSTS.get(frame_type, _SIGNED)
    return once + by_byte * size + (4 * log if frame_type is FrameType.STATEMENTS else 0)


class Spent(Enum):
    """Whether something was within a budget, or over which."""

    WITHIN = auto()
    OVER_OWN = auto()
    OVER_ROW = auto()


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

    def covers(self, amount: float, now: int) -> bool:
        """Whether that much may be spent without being overdrawn."""
        return self.ready(now) and self._level >= amount

    def full(self, now: int) -> bool:
        """Whether all that was spent is paid."""
        return self.ready(now) and self._level >= self.allowance.burst


class Budgets:
    """The buckets of one node; a full one is forgotten, so that they are as many as the busy."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[Allowance, str], Bucket] = {}
        self._dropped: dict[tuple[str, bool], int] = {}

    def spend(self, terms: Terms, who: str, row: str | None, amount: float, now: int) -> Spent:
        """Take that much for a person; ``row``: whose share of what they are in, if they are.

        Who goes on when the row has nothing left is soon over their own.
        """
        if not self._bucket(terms.own, who, now).spend(amount, now):
            return Spent.OVER_OWN
        if row is None:
            return Spent.WITHIN
        share, shared = self._bucket(terms.share, who, now), self._bucket(terms.row, row, now)
        # Hundreds who overdraw their shares once each would be a flood.
        paying = share if share.covers(amount, now) else shared
        return Spent.WITHIN if paying.spend(amount, now) else Spent.OVER_ROW

    def dropped(self, link: str, *, own: bool) -> int:
        """Count a frame of this link that was dropped; how many in this flood so far.

        ``own``: over their own budget. The others of a row answer for nobody's flood.
        """
        self._dropped[link, own] = self._dropped.get((link, own), 0) + 1
        return self._dropped[link, own]

    def forget(self, link: str) -> None:
        """A link is gone. Its person's buckets stay: who comes back owes what they owed."""
        for own in (True, False):
            self._dropped.pop((link, own), None)

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
