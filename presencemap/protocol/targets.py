"""Whom to dial and when: addresses found or given, with backoff. Knows no sockets and no clock."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from ipaddress import ip_address
from typing import Final

from presencemap.protocol.address import Address

FIRST_RETRY: Final = 500
LONGEST_RETRY: Final = 30_000
GIVE_UP_AFTER: Final = 6
"""Failures until an address where nobody ever answered is forgotten; a beacon brings it back."""
KEEP_TRYING: Final = 2_880
"""The same where somebody did: a day. Nothing announces a peer whose network was away a while."""
MAX_TARGETS: Final = 2_000
MAX_LEARNED: Final = 1_000
"""Addresses from others' leases; the oldest are forgotten first."""
LEARNED_AT_ONCE: Final = 16
"""So many of them are dialled at a time: nobody aims many dials by what they say."""
FOUND_AT_ONCE: Final = 128
"""The same of addresses from beacons and leases of the linked, as long as nobody answered there."""
LEARN_AGAIN: Final = 300_000
LEARN_OTHERS: Final = 30_000
"""How long after a person's addresses were learned the same, or others, are learned again."""


class Answer(StrEnum):
    """What came of the last dial."""

    UNTRIED = "untried"
    NOBODY = "nobody"
    TURNED_AWAY = "turned_away"
    """A door with this team's key is there, and didn't let us in."""


class Hint(Enum):
    """How an address is known where nobody ever answered, and that nobody gave by hand."""

    FOUND = auto()
    LEARNED = auto()


@dataclass(slots=True)
class Target:
    """An address to dial. ``device``: who answered there last; ``link``: a dial under way."""

    address: Address
    by_hand: bool
    due: int
    failures: int = 0
    device: str | None = None
    expected: str | None = None
    """Who is said to be there."""
    learned: bool = False
    """Whether that is all there is to it: an address in a lease."""
    link: str | None = None
    answer: Answer = Answer.UNTRIED

    @property
    def hint(self) -> Hint | None:
        """What it is known by; None where it is more than a hint."""
        if self.learned:
            return Hint.LEARNED
        return None if self.by_hand or self.device is not None else Hint.FOUND


class Targets:
    """All the addresses that this node knows."""

    def __init__(self) -> None:
        self._targets: dict[Address, Target] = {}
        self._learned: dict[str, tuple[int, tuple[Address, ...]]] = {}

    def add(self, addresses: Iterable[Address], now: int, *, by_hand: bool = False) -> None:
        """Dial these: new ones at once, known ones soon, whatever pause they were in."""
        for address in addresses:
            target = self._targets.get(address)
            if target is None and (by_hand or self._has_room()):
                target = self._targets[address] = Target(address, by_hand, now)
            if target is not None:
                target.by_hand |= by_hand
                target.learned = False
                target.due = min(target.due, now + FIRST_RETRY)

    def expect(self, device: str, addresses: Iterable[Address], now: int) -> None:
        """This device says to be there: dial what is new of it, at once."""
        new = [address for address in addresses if address not in self._targets]
        self.add(new, now)
        for target in filter(None, map(self._targets.get, new)):
            target.expected = device

    def learn(self, person: str, device: str, addresses: tuple[Address, ...], now: int) -> None:
        """Addresses of a person's lease: a hint that counts less than any other."""
        at, before = self._learned.get(person, (-LEARN_AGAIN, ()))
        pause = LEARN_AGAIN if addresses == before else LEARN_OTHERS
        if 0 <= now - at < pause:
            return
        self._learned[person] = (now, addresses)
        for address in filter(_dialable, addresses):
            if address in self._targets:
                continue
            learned = [each for each in self._targets.values() if each.learned]
            if len(learned) >= MAX_LEARNED:
                self.remove(learned[0].address)
            if len(self._targets) < MAX_TARGETS:
                self._targets[address] = Target(
                    address, by_hand=False, due=now, expected=device, learned=True
                )

    def remove(self, address: Address) -> None:
        """Dial this address no more."""
        self._targets.pop(address, None)

    def by_link(self, link: str) -> Target | None:
        """The target that this link was dialled to."""
        return next((t for t in self._targets.values() if t.link == link), None)

    def due(self, now: int, spared: frozenset[str]) -> list[Target]:
        """Those to dial now: not under way, not to one of the devices that are spared.

        Of where nobody ever answered only so many at once, the newest of what was found, lest who
        makes addresses up keeps a colleague waiting who comes after.
        """
        under_way = Counter(t.hint for t in self._targets.values() if t.link is not None)
        due: dict[Hint | None, list[Target]] = {None: [], Hint.FOUND: [], Hint.LEARNED: []}
        for target in self._targets.values():
            # A pause longer than any: the clock was put back.
            waits = target.link is not None or 0 < target.due - now <= LONGEST_RETRY
            if not waits and target.device not in spared and target.expected not in spared:
                due[target.hint].append(target)
        found, learned = due[Hint.FOUND], due[Hint.LEARNED]
        room = max(0, FOUND_AT_ONCE - under_way[Hint.FOUND])
        return [
            *due[None],
            *found[max(0, len(found) - room) :],
            *learned[: max(0, LEARNED_AT_ONCE - under_way[Hint.LEARNED])],
        ]

    def met(self, link: str, device: str) -> None:
        """This device answered a dial."""
        target = self.by_link(link)
        if target is not None:
            target.device = device

    def answer(self, address: Address) -> Answer:
        """What came of dialling it, as far as no link stands there now."""
        target = self._targets.get(address)
        return Answer.UNTRIED if target is None else target.answer

    def failed(self, link: str, now: int, answer: Answer = Answer.NOBODY) -> None:
        """A dial came to nothing, or its link ended: later again, with growing pauses."""
        target = self.by_link(link)
        if target is None:
            return
        target.link, target.answer = None, answer
        target.due = now + min(FIRST_RETRY << min(target.failures, 6), LONGEST_RETRY)
        target.failures += 1
        limit = GIVE_UP_AFTER if target.device is None else KEEP_TRYING
        if target.failures >= limit and not target.by_hand:
            self.remove(target.address)

    def hurry(self, device: str, addresses: Iterable[Address], now: int) -> None:
        """A link to this device that stood for a while was lost: dial where it may be, at once."""
        found = tuple(addresses)
        self.expect(device, found, now)
        self.add(found, now)
        self.hurry_all(now, device)

    def hurry_all(self, now: int, device: str | None = None) -> None:
        """The network is another (or that device's link is gone): dial at once, as if anew."""
        for target in self._targets.values():
            if device is None or device in (target.device, target.expected):
                target.due, target.failures = now, 0

    def _has_room(self) -> bool:
        """Whether there is; what was only learned makes way, then the oldest that was found."""
        if len(self._targets) < MAX_TARGETS:
            return True
        for hint in (Hint.LEARNED, Hint.FOUND):
            oldest = next((each for each in self._targets.values() if each.hint is hint), None)
            if oldest is not None:
                self.remove(oldest.address)
                return True
        return False


def _dialable(address: Address) -> bool:
    """Whether a lease may name it: nobody's own machine, no single wire's, no name to look up."""
    try:
        host = ip_address(address.host)
    except ValueError:
        return False
    special = host.is_loopback or host.is_link_local or host.is_multicast or host.is_unspecified
    return not special and not host.is_reserved and address.port > 0
