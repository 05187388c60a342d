"""Whom to dial and when: addresses found or given, with backoff. Knows no sockets and no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from presencemap.protocol.address import Address

FIRST_RETRY: Final = 500
LONGEST_RETRY: Final = 30_000
GIVE_UP_AFTER: Final = 6
"""Failures until an address where nobody ever answered is forgotten; a beacon brings it back."""
KEEP_TRYING: Final = 2_880
"""The same where somebody did: a day. Nothing announces a peer whose network was away a while."""
MAX_TARGETS: Final = 2_000


@dataclass(slots=True)
class Target:
    """An address to dial. ``device``: who answered there last; ``link``: a dial under way."""

    address: Address
    by_hand: bool
    due: int
    failures: int = 0
    device: str | None = None
    link: str | None = None


class Targets:
    """All the addresses that this node knows."""

    def __init__(self) -> None:
        self._targets: dict[Address, Target] = {}

    def add(self, addresses: Iterable[Address], now: int, *, by_hand: bool = False) -> None:
        """Dial these: new ones at once, known ones soon, whatever pause they were in."""
        for address in addresses:
            target = self._targets.get(address)
            if target is None and len(self._targets) < MAX_TARGETS:
                target = self._targets[address] = Target(address, by_hand, now)
            if target is not None:
                target.by_hand |= by_hand
                target.due = min(target.due, now + FIRST_RETRY)

    def remove(self, address: Address) -> None:
        """Dial this address no more."""
        self._targets.pop(address, None)

    def by_link(self, link: str) -> Target | None:
        """The target that this link was dialled to."""
        return next((t for t in self._targets.values() if t.link == link), None)

    def due(self, now: int, linked: frozenset[str]) -> list[Target]:
        """Those to dial now: not under way, not to a device that is linked already."""
        return [
            target
            for target in self._targets.values()
            if target.link is None
            # A pause longer than any: the clock was put back.
            and not 0 < target.due - now <= LONGEST_RETRY
            and target.device not in linked
        ]

    def met(self, link: str, device: str) -> None:
        """This device answered a dial."""
        target = self.by_link(link)
        if target is not None:
            target.device = device

    def failed(self, link: str, now: int) -> None:
        """A dial came to nothing, or its link ended: later again, with growing pauses."""
        target = self.by_link(link)
        if target is None:
            return
        target.link = None
        target.due = now + min(FIRST_RETRY << min(target.failures, 6), LONGEST_RETRY)
        target.failures += 1
        limit = GIVE_UP_AFTER if target.device is None else KEEP_TRYING
        if target.failures >= limit and not target.by_hand:
            self.remove(target.address)

    def hurry(self, device: str, addresses: Iterable[Address], now: int) -> None:
        """A link to this device that stood for a while was lost: dial where it may be, at once."""
        self.add(addresses, now)
        for target in self._targets.values():
            if target.device == device:
                target.due, target.failures = now, 0
