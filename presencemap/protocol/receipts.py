"""Receipts of this node's person: which notes have come, said at a bounded pace; and theirs, read.

Whoever sends notes without end makes this node sign a few records of a day, and no more. What a
receipt leaves out is never shown as delivered. Opens nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from presencemap.protocol.budget import Allowance, Bucket
from presencemap.protocol.effects import Effect
from presencemap.protocol.membership import Standing
from presencemap.protocol.receipt import MAX_MARKS, ReceiptBody, packed
from presencemap.protocol.record import DAY, MAX_AHEAD, MAX_LIFE
from presencemap.protocol.replica import Replica
from presencemap.protocol.seals import Seals
from presencemap.protocol.shelf import Held

PACE: Final = Allowance(6, 1 / 20)
"""Receipts signed: six at once, then three a minute, for all authors together."""
SHARE: Final = 4
"""An author has marks of a day while they are fewer than that part of what is left of it."""


class Receipts:
    """One person's. ``seals``: theirs. Days are of UTC, counted since 1970."""

    def __init__(self, replica: Replica, seals: Seals, person: str) -> None:
        self._replica = replica
        self._seals = seals
        self._me = person
        self._came: defaultdict[int, dict[bytes, str]] = defaultdict(dict)
        """By day, the notes to me, with their authors."""
        self._due: dict[tuple[bool, int], set[bytes]] = {}
        """By whether their author is a member, and day: what may be to be confirmed."""
        self._said: dict[int, tuple[bytes, set[bytes]]] = {}
        """By day, the receipt that was looked at last, and the notes in it."""
        self._pace = Bucket(PACE, 0)

    def put(self, note: Held) -> None:
        """A note to me is here."""
        self._came[note.at // DAY][note.hash] = note.author
        self._ask(note.at // DAY, note.hash)

    def take_off(self, note: Held) -> None:
        """It is no more."""
        day = note.at // DAY
        self._came[day].pop(note.hash, None)
        if not self._came[day]:
            del self._came[day]
            self._said.pop(day, None)

    def look_again(self, days: Iterable[int]) -> None:
        """Of these a receipt of mine came: another computer of mine may have said less by it."""
        for day in days:
            receipt = self._receipt(self._me, day)
            if receipt is not None and self._looked_at(day) != receipt[0]:
                for name in self._came.get(day, ()):
                    self._ask(day, name)

    def confirms(self, person: str, note: Held) -> bool:
        """Whether that person's node says to have this note."""
        receipt = self._receipt(person, note.at // DAY)
        if receipt is None:
            return False
        _, body = receipt
        return self._seals.mark(note.hash, person, body.rev) in body.says

    def due(self, now: int) -> list[Effect]:
        """Confirm what came, members' notes first; others' where nothing else is to be said."""
        while self._due and self._pace.ready(now):
            member, day = key = max(self._due)
            if not (member or self._pace.full(now)):
                return []
            said = self._known(day)
            new = self._chosen(day, said, self._due.pop(key) - said)
            if new and day * DAY <= now + MAX_AHEAD:  # else the clock was set back meanwhile
                self._pace.spend(1, now)
                return self._confirm(day, said | new, now)
        return []

    def _ask(self, day: int, name: bytes) -> None:
        standing = self._replica.membership.standing(self._came[day][name], day * DAY)
        self._due.setdefault((standing is Standing.ADMITTED, day), set()).add(name)

    def _known(self, day: int) -> set[bytes]:
        """Those of a day that my receipt has."""
        receipt = self._receipt(self._me, day)
        if receipt is None:
            return set()
        name, body = receipt
        if self._looked_at(day) != name:
            marks, seals = body.says, self._seals
            there = self._came.get(day, {}).items()
            found = {n for n, who in there if seals.mark(n, who, body.rev) in marks}
            self._said[day] = name, found
        return self._said[day][1] & self._came.get(day, {}).keys()

    def _looked_at(self, day: int) -> bytes | None:
        name, _ = self._said.get(day, (None, None))
        return name

    def _chosen(self, day: int, said: set[bytes], due: set[bytes]) -> set[bytes]:
        """So many of each author that there is room for others."""
        authors = self._came.get(day, {})
        given = Counter(authors[name] for name in said)
        found: set[bytes] = set()
        for name in sorted(due & authors.keys()):
            room = MAX_MARKS - len(said) - len(found)
            if given[authors[name]] * SHARE < room:
                given[authors[name]] += 1
                found.add(name)
        return found

    def _confirm(self, day: int, names: set[bytes], now: int) -> list[Effect]:
        rev = self._replica.next_revision("receipt", f"{self._me} {day}")
        authors = self._came[day]
        marks = packed(self._seals.mark(name, authors[name], rev) for name in names)
        # As long as the notes of that day live, and never so long that it would be signed anew.
        life = min((day + 1) * DAY + MAX_LIFE - now, MAX_LIFE - 1)
        effects = self._replica.post(ReceiptBody(rev=rev, day=day, marks=marks), now, life)
        receipt = self._receipt(self._me, day)
        if receipt is not None:
            self._said[day] = receipt[0], names
        return effects

    def _receipt(self, person: str, day: int) -> tuple[bytes, ReceiptBody] | None:
        record = self._replica.register("receipt", f"{person} {day}")
        body = record.body if record is not None else None
        return (record.hash, body) if record and isinstance(body, ReceiptBody) else None
