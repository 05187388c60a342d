"""Which removals count: the one rule for all orders of arrival, also where two remove each other.

Removals are looked at from the highest signer down (the root, stewards, members; nearer to the root
first; then by hash), and whoever was removed by another on the way removes nobody any more. Knows
nothing of certificates and admissions; ``verdict`` says who stands how.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from presencemap.protocol.statement import Removal, Statement


class Rank(IntEnum):
    """Who may remove whom: the higher the lower."""

    MEMBER = 1
    STEWARD = 2
    ROOT = 3


@dataclass(frozen=True, slots=True)
class Order:
    """The order of the team before anybody is removed. ``inviters``: by any certificate."""

    root: str
    stewards: frozenset[str]
    inviters: Mapping[str, frozenset[str]]
    depths: Mapping[str, int]
    _found: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    """Who is above each that was asked for: many removals may name one at the end of a long row."""

    def rank(self, signer: str) -> Rank:
        """How high a signer stands."""
        if signer == self.root:
            return Rank.ROOT
        return Rank.STEWARD if signer in self.stewards else Rank.MEMBER

    def may_remove(self, signer: str, person: str) -> bool:
        """Oneself; who ranks lower; as a member, members who came through oneself."""
        rank, target = self.rank(signer), self.rank(person)
        if signer == person or rank > target:
            return True
        return rank == target == Rank.MEMBER and signer in self._above(person)

    def _above(self, person: str) -> frozenset[str]:
        if person not in self._found:
            found: set[str] = set()
            waiting = [person]
            for current in waiting:
                above = self.inviters.get(current, frozenset()) - found
                found |= above
                waiting += above
            self._found[person] = frozenset(found)
        return self._found[person]


@dataclass(slots=True)
class Removed:
    """``expelled``: by another; nothing they signed counts. Those who left signed what they did."""

    heads: dict[str, dict[str, int]] = field(default_factory=dict)
    """Each who was removed, with the last seq of each device that counts."""
    expelled: set[str] = field(default_factory=set)
    counting: list[Removal] = field(default_factory=list)


def judged(statements: list[Statement], order: Order) -> Removed:
    """The removals that count, of all that were signed."""
    removals = [(s.claim, s.hash) for s in statements if isinstance(s.claim, Removal)]
    removals.sort(
        key=lambda r: (-order.rank(r[0].issuer), order.depths.get(r[0].issuer, 0), r[1]),
    )
    removed = Removed()
    for removal, _ in removals:
        allowed = order.may_remove(removal.issuer, removal.person)
        if not allowed or removal.issuer in removed.expelled:
            continue
        if removal.issuer != removal.person and removal.person not in removed.expelled:
            # Who left may have named any seq since: what another names goes before.
            removed.heads.pop(removal.person, None)
            removed.expelled.add(removal.person)
        removed.counting.append(removal)
        heads = removed.heads.setdefault(removal.person, {})
        for head in removal.heads:
            heads[head.device] = max(heads.get(head.device, 0), head.seq)
    return removed
