"""Restraint: each frame of a standing link is weighed before it is looked at.

What nobody asked for and is over the sender's budget is dropped, and asked for when the budget
allows it; who goes on all the same is cut and kept out for a while. Knows no contents.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.protocol.budget import MAX_DROPPED, Budgets, cost
from presencemap.protocol.codec import LOG, FrameType
from presencemap.protocol.effects import Effect, Send, SendPiece, TellOffence
from presencemap.protocol.link import Link
from presencemap.protocol.membership import Membership
from presencemap.protocol.peers import MAX_FAULTS
from presencemap.protocol.record import Header
from presencemap.protocol.statement import Statement

LIVE: Final = "live"
"""Stands for all sources of what was said of late."""
MAX_OWED: Final = 4096
"""Sources that are to be asked for after a flood; the next digest has the others."""


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
        if self._budgets.work(link.person, cost(frame_type, size, 0), now):
            return None
        return self._drop(link, LOG if frame_type is FrameType.STATEMENTS else LIVE)

    def push(self, link: Link, header: Header, now: int) -> list[Effect] | None:
        """The same for a record that nobody asked for, once its author is known for sure."""
        if self._budgets.pushed(header.author, self._inviters(header.author), now):
            return None
        return self._drop(link, LIVE)

    def learnt(self, link: Link, statements: Iterable[Statement], now: int) -> None:
        """The log is looked at anew for these, unless it has them: who passes on pays little."""
        if any(statement.hash not in self._membership for statement in statements):
            self._budgets.work(
                link.person, cost(FrameType.STATEMENTS, 0, len(self._membership)), now
            )

    def charge(self, link: Link, now: int) -> None:
        """What was asked for and wasn't worth keeping is paid after all."""
        self._budgets.work(link.person, cost(FrameType.RECORDS, 0, 0), now)

    def answered(self, link: Link, effects: list[Effect], now: int) -> list[Effect]:
        """The answer to a question, or nothing from who asks without end: they ask again later."""
        size = sum(len(each.frame) for each in effects if isinstance(each, Send))
        size += sum(each.size for each in effects if isinstance(each, SendPiece))
        if not size or self._budgets.answers(link.person, size, now):
            return effects
        return self._drop(link, None)

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
            if self._budgets.work(person, 0, now)
        ]
        for key in due:
            del self._owed[key]
        return due

    def forget(self, link: str) -> None:
        """A link is gone; the digest of the next one has what was dropped of it."""
        self._budgets.forget(link)
        self._owed = {key: person for key, person in self._owed.items() if key[0] != link}

    def _drop(self, link: Link, source: str | None) -> list[Effect]:
        number = self._budgets.dropped(link.id)
        if number > MAX_DROPPED:
            link.faults = MAX_FAULTS
            raise PeerError("went on sending more than this node takes; cut off for a while")
        if source is not None and len(self._owed) < MAX_OWED:
            self._owed[link.id, source] = link.person
        if number > 1:
            return []
        return [TellOffence(link.person, "sends more than this node takes; the rest is dropped")]

    def _inviters(self, person: str) -> Iterator[str]:
        """Whoever answers for a person: all above but those whom the root certified itself."""
        above = self._membership.inviter(person)
        seen = {person}
        while above is not None and above not in seen:
            seen.add(above)
            further = self._membership.inviter(above)
            if further is not None:
                yield above
            above = further
