"""Restraint: each frame of a standing link is weighed before it is looked at.

What nobody asked for and is over the sender's budget is dropped, and asked for when the budget
allows it; who goes on all the same is cut and kept out for a while. Knows no contents.
"""

from collections.abc import Iterable
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.protocol.budget import (
    ANSWERS,
    ASKED,
    MAX_DROPPED,
    RECORDS,
    WORK,
    Budgets,
    Spent,
    Terms,
    cost,
)
from presencemap.protocol.codec import LOG, FrameType
from presencemap.protocol.effects import Effect, Send, SendPiece, TellOffence
from presencemap.protocol.link import Link
from presencemap.protocol.membership import Membership
from presencemap.protocol.peers import MAX_FAULTS
from presencemap.protocol.record import Header, Record
from presencemap.protocol.statement import Statement

LIVE: Final = "live"
"""Stands for all sources of what was said of late."""
MAX_OWED: Final = 4096
"""Sources that are to be asked for after a flood; the next digest has the others."""
OWN: Final = "sends more than this node takes; the rest is dropped"
ROW: Final = (
    "with others of the same invitation sends more than this node takes; the rest is dropped"
)


class Restraint:
    """What the peers of one node may take of it."""

    def __init__(self, membership: Membership) -> None:
        self._membership = membership
        self._budgets = Budgets()
        self._owed: dict[tuple[str, str], str] = {}

    def weigh(self, link: Link, frame_type: FrameType, size: int, now: int) -> list[Effect] | None:
        """None: go on with this frame. Else it is dropped, and that is to be done instead.

        Raises:
            PeerError: the flood goes on; the link is to be cut.
        """
        spent = self._spend(WORK, link.person, cost(frame_type, size, 0), now)
        if spent is Spent.WITHIN:
            return None
        return self._drop(link, spent, LOG if frame_type is FrameType.STATEMENTS else LIVE)

    def push(self, link: Link, header: Header, now: int) -> list[Effect] | None:
        """The same for a record that nobody asked for, once its author is known for sure."""
        spent = self._spend(RECORDS, header.author, 1, now)
        return None if spent is Spent.WITHIN else self._drop(link, spent, LIVE)

    def learnt(self, link: Link, statements: Iterable[Statement], now: int) -> None:
        """The log is looked at anew for these, unless it has them: who passes on pays little."""
        if any(statement.hash not in self._membership for statement in statements):
            self._spend(
                WORK, link.person, cost(FrameType.STATEMENTS, 0, len(self._membership)), now
            )

    def taken(self, link: Link, record: Record, now: int, *, kept: bool) -> None:
        """What was asked for is paid if it wasn't worth keeping, or if its author has no end."""
        free = self._spend(ASKED, record.header.author, 1, now) is Spent.WITHIN
        if not (kept and free):
            self._spend(WORK, link.person, cost(FrameType.RECORDS, len(record.data), 0), now)

    def answered(self, link: Link, effects: list[Effect], now: int) -> list[Effect]:
        """The answer to a question, or nothing from who asks without end: they ask again later."""
        size = sum(len(each.frame) for each in effects if isinstance(each, Send))
        size += sum(each.size for each in effects if isinstance(each, SendPiece))
        spent = self._spend(ANSWERS, link.person, size, now) if size else Spent.WITHIN
        return effects if spent is Spent.WITHIN else self._drop(link, spent, None)

    @property
    def owes(self) -> bool:
        """Whether something was dropped that is to be asked for."""
        return bool(self._owed)

    def owed(self, now: int) -> list[tuple[str, str]]:
        """(link, source) that was dropped and may be asked for now: asking has its own pace."""
        self._budgets.tick(now)
        due = [
            (link, source)
            for (link, source), person in self._owed.items()
            if self._spend(WORK, person, 0, now) is Spent.WITHIN
        ]
        for key in due:
            del self._owed[key]
        return due

    def forget(self, link: str) -> None:
        """A link is gone; the digest of the next one has what was dropped of it."""
        self._budgets.forget(link)
        self._owed = {key: person for key, person in self._owed.items() if key[0] != link}

    def _spend(self, terms: Terms, person: str, amount: float, now: int) -> Spent:
        return self._budgets.spend(terms, person, self._membership.row_of(person), amount, now)

    def _drop(self, link: Link, spent: Spent, source: str | None) -> list[Effect]:
        own = spent is Spent.OVER_OWN
        number = self._budgets.dropped(link.id, own=own)
        if own and number > MAX_DROPPED:
            link.faults = MAX_FAULTS
            raise PeerError("went on sending more than this node takes; cut off for a while")
        if source is not None and len(self._owed) < MAX_OWED:
            self._owed[link.id, source] = link.person
        if number > 1:
            return []
        return [TellOffence(link.person, OWN if own else ROW)]
