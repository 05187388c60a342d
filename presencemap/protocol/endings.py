"""Endings: which statuses have ended by what their authors said beforehand.

An index over what the replica holds, kept as records come and go. Drops nothing by itself.
"""

from collections.abc import Iterator, Mapping

from presencemap.protocol.agenda import Agenda
from presencemap.protocol.end import EndBody
from presencemap.protocol.record import Record
from presencemap.protocol.shelf import Held

Rank = tuple[int, str, str, bytes]


class Endings:
    """Of each person up to which rank, and from when on, no status counts."""

    def __init__(self) -> None:
        self._ends: dict[str, tuple[Rank, int]] = {}
        self._due = Agenda[int]()
        self._authors: dict[bytes, str] = {}

    def put(self, held: Held) -> None:
        """A record is held."""
        body = held.record.body if held.kind == "end" else None
        if isinstance(body, EndBody):
            rank = body.upto, held.author, held.device, bytes.fromhex(body.of)
            self._ends[held.author] = rank, body.after
            self._authors[held.hash] = held.author
            self._due.put(held.hash, body.after)

    def take_off(self, held: Held) -> None:
        """It is no more."""
        if self._authors.pop(held.hash, None) is not None:
            del self._ends[held.author]
            self._due.drop(held.hash)

    def upto(self, person: str) -> int:
        """The revision up to which a person's statuses end, or have ended; 0 where none is said."""
        end = self._ends.get(person)
        return 0 if end is None else end[0][0]

    def ended(self, record: Record, now: int) -> bool:
        """Whether it is a status that has ended so."""
        end = self._ends.get(record.header.author) if record.header.kind == "status" else None
        return end is not None and now >= end[1] and record.rank <= end[0]

    def over(self, registers: Mapping[tuple[str, str], Held], now: int) -> Iterator[Held]:
        """The statuses whose ends have come since this was asked last."""
        for name in self._due.up_to(now):
            held = registers.get(("status", self._authors[name]))
            if held is not None and self.ended(held.record, now):
                yield held
