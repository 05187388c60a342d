"""Caps: how many statements of a kind one person may have in the log.

Far above what anybody needs; so that a member with a changed program can't make everybody's log
grow without end. Which of too many a node holds depends on what came first.
"""

from collections import Counter
from typing import Final

from presencemap.protocol.statement import (
    Admission,
    Certificate,
    Claim,
    Device,
    Invite,
)

MAX_OWN: Final[dict[type, int]] = {Device: 64, Invite: 1_000, Admission: 5_000}
MAX_OTHER: Final = 2_000
"""Of each further kind, of one issuer."""
MAX_CERTIFIED: Final = 5_000
"""Certificates under all invites of one person."""


class Caps:
    """Counts what is in one log."""

    def __init__(self) -> None:
        self._taken: Counter[tuple[type, str]] = Counter()

    def has_room(self, claim: Claim, inviter: str | None) -> bool:
        """Whether one more of this kind fits; ``inviter``: who pays for a certificate."""
        kind = type(claim)
        if isinstance(claim, Certificate) and inviter is not None:
            return self._taken[kind, inviter] < MAX_CERTIFIED
        return self._taken[kind, claim.issuer] < MAX_OWN.get(kind, MAX_OTHER)

    def count(self, claim: Claim, inviter: str | None) -> None:
        """One more was taken."""
        payer = inviter if isinstance(claim, Certificate) and inviter else claim.issuer
        self._taken[type(claim), payer] += 1
