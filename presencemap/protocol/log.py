"""The way into the membership log: what is new is kept, passed on and told.

Statements that don't follow from the root yet wait with the link they came over: a peer's log
comes in pages, newest first.
"""

from collections.abc import Iterable
from typing import Final

from presencemap.protocol.effects import Effect, Publish, SaveStatement, TellMember
from presencemap.protocol.membership import Membership
from presencemap.protocol.statement import Certificate, Statement
from presencemap.protocol.sync import statement_frames

MAX_WAITING: Final = 4096
"""Statements that may wait with one link; the newest stay."""


class Log:
    """The log of one node as its peers see it."""

    def __init__(self, membership: Membership) -> None:
        self._membership = membership
        self._waiting: dict[str, dict[bytes, Statement]] = {}

    def take(self, statements: Iterable[Statement], link: str | None = None) -> list[Effect]:
        """Keep and pass on what is new; with a link, what doesn't follow yet waits."""
        held = {} if link is None else self._waiting.pop(link, {})
        offered = held | {s.hash: s for s in statements}
        taken = self._membership.add(offered.values())
        rest = [(name, s) for name, s in offered.items() if name not in self._membership]
        if link is not None and rest:
            self._waiting[link] = dict(rest[-MAX_WAITING:])
        saved: list[Effect] = [SaveStatement(statement.data) for statement in taken]
        passed = [Publish(data) for data in statement_frames(taken)]
        newcomers = [s.claim.person for s in taken if isinstance(s.claim, Certificate)]
        return [*saved, *passed, *map(TellMember, newcomers)]

    def forget(self, link: str) -> None:
        """A link is gone, and what waited with it."""
        self._waiting.pop(link, None)
