"""The way into the membership log: what is new is kept, passed on and told.

Statements that don't follow from the root yet wait with the link they came over: a peer's log
comes in pages, newest first.
"""

from collections.abc import Iterable
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.protocol.budget import Allowance, Bucket
from presencemap.protocol.codec import Greeting
from presencemap.protocol.effects import Effect, Publish, SaveStatement, TellGone, TellMember
from presencemap.protocol.membership import Membership, prove
from presencemap.protocol.statement import Certificate, Removal, Statement, Withdrawal
from presencemap.protocol.sync import statement_frames

MAX_WAITING: Final = 4096
"""Statements that may wait with one link; the newest stay."""

JUDGED_ANEW: Final = 12
"""Microseconds for each statement of the log, where a greeting brings statements that are new."""
JUDGING: Final = Allowance(1_000_000, 100_000)
"""Of this node's time for such greetings, true or not: a tenth of a core in the end. Who is known,
and whom others have told of, waits for nobody."""


class Log:
    """The log of one node as its peers see it."""

    def __init__(self, membership: Membership) -> None:
        self._membership = membership
        self._waiting: dict[str, tuple[int, dict[bytes, Statement]]] = {}
        """Each with how long the log was when it was last tried."""
        self._judging = Bucket(JUDGING, 0)

    def take(self, statements: Iterable[Statement], link: str | None = None) -> list[Effect]:
        """Keep and pass on what is new; with a link, what doesn't follow yet waits."""
        length, held = self._waiting.pop(link or "", (0, {}))
        offered = {s.hash: s for s in statements}
        before = self._people_before(held | offered)
        grown = length != len(self._membership)
        taken = self._membership.add((held | offered if grown else offered).values())
        if taken and not grown:
            taken += self._membership.add((held | offered).values())
        rest = [(n, s) for n, s in (held | offered).items() if n not in self._membership]
        if link is not None and rest:
            self._waiting[link] = (len(self._membership), dict(rest[-MAX_WAITING:]))
        saved: list[Effect] = [SaveStatement(statement.data) for statement in taken]
        passed = [Publish(data) for data in statement_frames(taken)]
        newcomers = [s.claim.person for s in taken if isinstance(s.claim, Certificate)]
        left = frozenset(self._membership.people)
        gone = [person for person in before if person not in left]
        return [*saved, *passed, *map(TellMember, newcomers), *map(TellGone, gone)]

    def believe(self, greeting: Greeting, chain: list[Statement], now: int) -> list[Effect]:
        """Judge a greeting by the log and its own chain, which is kept only if it proves it.

        Raises:
            PeerError: it doesn't; or too many newcomers came at once, and this one tries again.
        """
        membership = self._membership
        if membership.would_add(chain):
            if not self._judging.spend(JUDGED_ANEW * len(membership), now):
                raise PeerError("a newcomer's greeting that there is no time for now")
            membership = Membership(membership.team, [*membership, *chain])
        prove(membership, greeting.person, greeting.device, now)
        return self.take(chain)

    def _people_before(self, offered: dict[bytes, Statement]) -> tuple[str, ...]:
        """Who might be gone after these."""
        parts = any(isinstance(s.claim, Removal | Withdrawal) for s in offered.values())
        return self._membership.people if parts else ()

    def forget(self, link: str) -> None:
        """A link is gone, and what waited with it."""
        self._waiting.pop(link, None)
