"""Notes: those that are held, by whom they are; and which came or went since that was looked at.

An index over what the replica holds, kept as records come and go. Opens nothing.
"""

from collections import defaultdict
from collections.abc import Iterable

from presencemap.protocol.receipt import ReceiptBody
from presencemap.protocol.shelf import Held


class Notes:
    """``alone``: those by this node's person that nobody else is known to hold, by hash."""

    def __init__(self, person: str) -> None:
        self._person = person
        self._by: defaultdict[str, dict[bytes, Held]] = defaultdict(dict)
        self._came: dict[bytes, Held] = {}
        self._gone: set[bytes] = set()
        self.alone: dict[bytes, Held] = {}
        self._receipts: set[int] = set()

    def put(self, held: Held) -> None:
        """A record is held."""
        self._look_at_receipt(held)
        if held.kind != "note":
            return
        self._by[held.author][held.hash] = held
        self._came[held.hash] = held
        if held.author == self._person:
            self.alone[held.hash] = held

    def take_off(self, held: Held) -> None:
        """It is no more."""
        self._look_at_receipt(held)
        if held.kind != "note":
            return
        del self._by[held.author][held.hash]
        if not self._by[held.author]:
            del self._by[held.author]
        self._gone.add(held.hash)
        self._came.pop(held.hash, None)
        self.alone.pop(held.hash, None)

    def news(self, most: int) -> tuple[list[Held], set[bytes]]:
        """(some that came, the hashes of all that went) since this was asked."""
        came = [self._came.pop(name) for name in list(self._came)[:most]]
        gone, self._gone = self._gone, set()
        return came, gone

    def receipts(self) -> set[int]:
        """The days of which a receipt of this person came or went since this was asked."""
        days, self._receipts = self._receipts, set()
        return days

    def by(self, person: str) -> Iterable[Held]:
        """What is held of a person's."""
        return self._by.get(person, {}).values()

    def carried(self, names: Iterable[bytes]) -> bool:
        """Another node holds these; whether that is news of one of mine."""
        found = self.alone.keys() & names
        for name in found:
            del self.alone[name]
        return bool(found)

    def _look_at_receipt(self, held: Held) -> None:
        body = held.record.body if held.kind == "receipt" else None
        if isinstance(body, ReceiptBody) and held.author == self._person:
            self._receipts.add(body.day)
