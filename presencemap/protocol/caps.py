"""Caps: how many statements one person, one invite and one row of invitations may have in the log.

Far above what anybody needs; so that a member with a changed program can't make everybody's log
grow without end, alone or by people who don't exist. What was taken stays; which of too many a node
holds depends on what came first.
"""

from collections import Counter
from typing import Final

from presencemap.protocol.statement import (
    Admission,
    Certificate,
    Claim,
    Device,
    Invite,
    Steward,
)

MAX_OWN: Final[dict[type, int]] = {Device: 64, Invite: 1_000, Admission: 5_000}
MAX_OTHER: Final = 2_000
"""Of each further kind, of one issuer."""
MAX_CERTIFIED: Final = 5_000
"""Certificates under all invites of one person."""
SPARE: Final = 16
"""Certificates under one invite, beyond twice its uses."""

SHARE: Final = 16
"""Statements that a person has of their own, whatever others in the same row say."""
MAX_ROW: Final = 10_000
"""Statements of one row beyond that; who comes in by an invite of somebody in it takes a share."""


class Caps:
    """Counts what is in one log.

    A *row* is everybody who came in by one invite of the founder or a steward, or by theirs. Those
    two are in none: the root vouches for them, and there are no more of them than it says.
    """

    def __init__(self) -> None:
        self._taken: Counter[tuple[type, str]] = Counter()
        self._under: Counter[str | None] = Counter()
        self._said: Counter[str] = Counter()
        self._row_of: dict[str, str | None] = {}
        self._vouched: set[str] = set()
        self._rows: Counter[str | None] = Counter()

    def has_room(self, claim: Claim, invite: Invite | None) -> bool:
        """Whether one more of this kind fits; ``invite``: what a certificate stands under."""
        kind = type(claim)
        if isinstance(claim, Certificate) and invite is not None:
            fits = self._under[claim.invite] < 2 * invite.uses + SPARE
            fits &= self._taken[kind, invite.issuer] < MAX_CERTIFIED
        else:
            fits = self._taken[kind, claim.issuer] < MAX_OWN.get(kind, MAX_OTHER)
        row, price = self._due(claim, invite)
        return fits and (not price or self._rows[row] + price <= MAX_ROW)

    def count(self, claim: Claim, invite: Invite | None) -> None:
        """One more was taken."""
        row, price = self._due(claim, invite)
        self._rows[row] += price
        if isinstance(claim, Certificate) and invite is not None:
            self._row_of.setdefault(claim.person, row or claim.invite)
            self._under[claim.invite] += 1
            self._taken[Certificate, invite.issuer] += 1
            return
        if isinstance(claim, Certificate | Steward):
            self._vouched.add(claim.person)
        self._taken[type(claim), claim.issuer] += 1
        self._said[claim.issuer] += 1

    def lets_in(self, person: str) -> bool:
        """Whether an invite by this person still lets anybody in, as far as their row goes."""
        row = None if person in self._vouched else self._row_of.get(person)
        return row is None or self._rows[row] + 1 + SHARE <= MAX_ROW

    def _due(self, claim: Claim, invite: Invite | None) -> tuple[str | None, int]:
        """The row that pays for this, if any does, and how much."""
        who = claim.issuer if invite is None else invite.issuer
        row = None if who in self._vouched else self._row_of.get(who)
        if row is None:
            return None, 0
        if invite is not None:
            return row, 1 + SHARE
        return row, int(self._said[who] >= SHARE)
