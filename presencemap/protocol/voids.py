"""Voids: what must not be taken any more, since its author took it back or said it differently.

An index over the retracts and edits that are held; it forgets with them. Judges nothing else.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable

from presencemap.protocol.record import Record, RetractBody
from presencemap.protocol.shelf import Held

VOIDING = ("post", "retract")
NAMED = ("post", "note")
"""Kinds that are ended by name, too."""
RETRACTABLE = (*NAMED, "reaction", "follow")
LAST = b"\xff" * 16


class Voids:
    """Each author's own word about the own records; nobody voids another's."""

    def __init__(self) -> None:
        self._names: Counter[tuple[str, bytes]] = Counter()
        self._upto: dict[tuple[str, str], list[tuple[int, bytes]]] = {}
        """Of a device, up to which numbers its author took back; the highest last."""
        self._numbered: dict[str, dict[str, list[tuple[int, bytes]]]] = {}
        """What may be taken back by number, of the authors who do such: by device, in order."""

    def put(self, held: Held) -> None:
        """A record is held."""
        if (devices := self._numbered.get(held.author)) and held.kind in RETRACTABLE:
            insort(devices.setdefault(held.device, []), (held.seq, held.hash))
        if held.kind not in VOIDING:
            return
        for name in held.voids:
            self._names[held.author, name] += 1
        where, upto = _upto(held)
        if where is not None:
            insort(self._upto.setdefault(where, []), (upto, held.hash))

    def take_off(self, held: Held) -> None:
        """It is no more."""
        if (devices := self._numbered.get(held.author)) and held.kind in RETRACTABLE:
            numbers = devices[held.device]
            del numbers[bisect_left(numbers, (held.seq, held.hash))]
        if held.kind not in VOIDING:
            return
        for name in held.voids:
            self._names[held.author, name] -= 1
            if not self._names[held.author, name]:
                del self._names[held.author, name]
        where, upto = _upto(held)
        if where is not None:
            uptos = self._upto[where]
            del uptos[bisect_left(uptos, (upto, held.hash))]
            if not uptos:
                del self._upto[where]

    def voided(self, record: Record) -> bool:
        """Whether its author ended it."""
        header = record.header
        if header.kind not in RETRACTABLE:
            return False
        named = header.kind in NAMED and (header.author, record.hash) in self._names
        uptos = self._upto.get((header.author, header.device))
        return named or (uptos is not None and header.seq <= uptos[-1][0])

    def ended_by(
        self, held: Held, find: Callable[[bytes], Held | None], of: Callable[[str], Iterable[Held]]
    ) -> list[bytes]:
        """The hashes of what its author takes back, or says differently, by it.

        ``find``: a live record by its hash; ``of``: all those of an author.
        """
        named = (find(name) for name in dict.fromkeys(held.voids))
        theirs = [each for each in named if each is not None and each.author == held.author]
        ended = [each.hash for each in theirs if each.kind in NAMED]
        return [*dict.fromkeys((*ended, *self._up_to(held, of)))]

    def _up_to(self, held: Held, of: Callable[[str], Iterable[Held]]) -> list[bytes]:
        """What it ends by number: looked through once an author, as a frame has sixty of these."""
        where, upto = _upto(held)
        if where is None:
            return []
        author, device = where
        if author not in self._numbered:
            devices = self._numbered[author] = {device: []}
            for other in of(author):
                if other.kind in RETRACTABLE:
                    devices.setdefault(other.device, []).append((other.seq, other.hash))
            for numbers in devices.values():
                numbers.sort()
        numbers = self._numbered[author].get(device, [])
        return [name for _, name in numbers[: bisect_right(numbers, (upto, LAST))]]


def _upto(held: Held) -> tuple[tuple[str, str] | None, int]:
    if held.kind != "retract":
        return None, 0
    body = held.record.body
    if not isinstance(body, RetractBody) or body.device is None:
        return None, 0
    return (held.author, body.device), body.upto
