"""Whom to dial and when: addresses found or given, with backoff. Knows no sockets and no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from presencemap.protocol.address import Address

FIRST_RETRY: Final = 500
LONGEST_RETRY: Final = 30_000
GIVE_UP_AFTER: Final = 6
"""Failures until an address that nobody gave by hand is forgotten (a beacon brings it back)."""
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
        """Dial these at once, unless a dial is under way or was just refused."""
        for address in addresses:
            target = self._targets.get(address)
            if target is None and len(self._targets) < MAX_TARGETS:
                target = self._targets[address] = Target(address, by_hand, now)
            if target is not None:
                target.by_hand |= by_hand

    def remove(self, address: Address) -> None:
        """Dial this address no more."""
        self._targets.pop(address, None)

    def by_link(self, link: str) -> Target | None:
        """The target that this link was dialled to."""
        return next((t for t in self._targets.values() if t.link == link), None)

    def due(self, now: int, linked: frozenset[str]) -> list[Target]:
        """Those to dial now: not under way, not to somebody who is linked already."""
        return [
            target
            for target in self._targets.values()
            if target.link is None and target.due <= now and target.device not in linked
        ]

    def met(self, link: str, device: str) -> None:
        """This device answered a dial."""
        target = self.by_link(link)
        if target is not None:
            target.device, target.failures = device, 0

    def failed(self, link: str, now: int) -> Target | None:
        """A dial came to nothing, or its link ended: later again, with growing pauses."""
        target = self.by_link(link)
        if target is None:
            return None
        target.link = None
        target.due = now + min(FIRST_RETRY << target.failures, LONGEST_RETRY)
        target.failures = min(target.failures + 1, 16)
        if target.failures >= GIVE_UP_AFTER and not target.by_hand:
            self.remove(target.address)
        return target

    def hurry(self, device: str, addresses: Iterable[Address], now: int) -> None:
        """A link to this device was lost: dial where it may be, at once."""
        self.add(addresses, now)
        for target in self._targets.values():
            if target.device == device or target.address in addresses:
                target.device, target.due, target.failures = device, now, 0
