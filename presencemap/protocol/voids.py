"""Voids: what must not be taken any more, since its author took it back or said it differently.

An index over the retracts and edits that are held; it forgets with them. Judges nothing else.
"""

from collections import Counter

from presencemap.protocol.record import Record, RetractBody
from presencemap.protocol.shelf import Held

VOIDING = ("post", "retract")
NAMED = ("post", "note")
"""Kinds that are ended by name, too."""
RETRACTABLE = (*NAMED, "reaction", "follow")


class Voids:
    """Each author's own word about the own records; nobody voids another's."""

    def __init__(self) -> None:
        self._names: Counter[tuple[str, bytes]] = Counter()
        self._upto: dict[tuple[str, str], dict[bytes, int]] = {}

    def put(self, held: Held) -> None:
        """A record is held that may end others."""
        for name in held.voids:
            self._names[held.author, name] += 1
        where, upto = _upto(held)
        if where is not None:
            self._upto.setdefault(where, {})[held.hash] = upto

    def take_off(self, held: Held) -> None:
        """It is no more."""
        for name in held.voids:
            self._names[held.author, name] -= 1
            if not self._names[held.author, name]:
                del self._names[held.author, name]
        where, _ = _upto(held)
        if where is not None:
            del self._upto[where][held.hash]
            if not self._upto[where]:
                del self._upto[where]

    def voided(self, record: Record) -> bool:
        """Whether its author ended it."""
        header = record.header
        if header.kind not in RETRACTABLE:
            return False
        named = header.kind in NAMED and (header.author, record.hash) in self._names
        upto = self._upto.get((header.author, header.device), {})
        return named or any(header.seq <= seq for seq in upto.values())

    @staticmethod
    def ends_many(held: Held) -> bool:
        """Whether it ends more than it names."""
        return _upto(held)[0] is not None

    @staticmethod
    def covers(held: Held, other: Held) -> bool:
        """Whether ``held`` ends ``other``."""
        if other.author != held.author or other.kind not in RETRACTABLE:
            return False
        where, upto = _upto(held)
        within = where == (other.author, other.device) and other.seq <= upto
        return within or (other.kind in NAMED and other.hash in held.voids)


def _upto(held: Held) -> tuple[tuple[str, str] | None, int]:
    if held.kind != "retract":
        return None, 0
    body = held.record.body
    if not isinstance(body, RetractBody) or body.device is None:
        return None, 0
    return (held.author, body.device), body.upto
