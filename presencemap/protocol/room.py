"""Room: how many records are held of each author and of each row, and which goes of too many.

Of one author receipts and the oldest posts go first. Of a row whoever has the most makes way: so
nobody who has little loses anything, however many puppets come in. What is held follows from what
there is, never from what came first. Big records are counted apart, as one is worth many.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from presencemap.protocol.agenda import Agenda
from presencemap.protocol.membership import Membership

BIG: Final = 2_048
"""Bytes; above that are floor plans, the longest notes and who makes them long."""
MAX_HELD: Final = {False: 20_000, True: 1_000}
"""Records of one author, small and big: two hundred a day for ninety days; 48 MiB at worst."""
MAX_ROW: Final = {False: 300_000, True: 20_000}
"""Those of a row together: five hundred people who each have 600 and 40; 740 MiB at worst."""
_LAST_TO_GO: Final = {"receipt": -1, "post": 0, "profile": 2, "status": 2}

Pile = tuple[str, bool]
"""An author's small records, or their big ones; a row's likewise."""


def goes(kind: str, at: int) -> tuple[int, int]:
    """What is let go of first where an author has too much: receipts, then old posts."""
    return _LAST_TO_GO.get(kind, 1), at


class Room:
    """Counts what one node holds."""

    def __init__(self, membership: Membership) -> None:
        self._membership = membership
        self._authors: defaultdict[Pile, Agenda[tuple[int, int]]] = defaultdict(Agenda)
        self._held: Counter[bool] = Counter()
        self._judged_by: object = None
        self._rows: dict[Pile, Agenda[int]] = {}
        """Of each row its authors, who has most first; reckoned where there may be too much."""
        self._totals: Counter[Pile] = Counter()

    def __contains__(self, author: str) -> bool:
        return (author, False) in self._authors or (author, True) in self._authors

    def authors(self) -> set[str]:
        """Of whom something is held."""
        return {author for author, _ in self._authors}

    def of(self, author: str) -> Iterator[bytes]:
        """The hashes of what is held of one."""
        for big in (False, True):
            if (author, big) in self._authors:
                yield from self._authors[author, big]

    def put(self, author: str, name: bytes, size: int, rank: tuple[int, int]) -> None:
        """A record is held."""
        pile = author, size > BIG
        self._authors[pile].put(name, rank)
        self._count(pile, 1)

    def drop(self, author: str, name: bytes, size: int) -> None:
        """It is no more."""
        pile = author, size > BIG
        self._authors[pile].drop(name)
        self._count(pile, -1)
        if not self._authors[pile]:
            del self._authors[pile]

    def has(self, author: str, name: bytes, size: int, rank: tuple[int, int]) -> bool:
        """Whether there is room for it: else there is more than enough of what goes after it."""
        pile = author, size > BIG
        number = self._number(pile)
        if number < MAX_HELD[pile[1]] and not self._gives(pile, number + 1):
            return True
        first = self._authors[pile].first() if number else None
        return first is not None and first < (rank, name)

    def surplus(self, author: str, size: int) -> bytes | None:
        """What is to go since a record of that author came, if anything is."""
        pile = author, size > BIG
        if self._number(pile) > MAX_HELD[pile[1]]:
            return self._first(pile)
        row = self._row(pile)
        return self._too_many(row) if row else None

    def overfull(self) -> bytes | None:
        """What is to go of some row, as the log is now."""
        if all(self._held[big] <= most for big, most in MAX_ROW.items()):
            return None
        found = (self._too_many(row) for row in self._reckoned())
        return next((name for name in found if name is not None), None)

    def _gives(self, pile: Pile, number: int) -> bool:
        """Whether the row is full and this pile would be the highest in it, with so many."""
        row = self._row(pile)
        if row is None or self._totals[row] < MAX_ROW[pile[1]]:
            return False
        most = self._rows[row].first()
        return most is None or (-number, bytes.fromhex(pile[0])) <= most

    def _too_many(self, row: Pile) -> bytes | None:
        most = self._rows[row].first() if self._totals[row] > MAX_ROW[row[1]] else None
        return self._first((most[1].hex(), row[1])) if most else None

    def _first(self, pile: Pile) -> bytes | None:
        first = self._authors[pile].first()
        return first[1] if first else None

    def _number(self, pile: Pile) -> int:
        return len(self._authors[pile]) if pile in self._authors else 0

    def _row(self, pile: Pile) -> Pile | None:
        """The row of an author, where it may be full; rows are reckoned for that alone."""
        if self._held[pile[1]] < MAX_ROW[pile[1]]:
            return None
        row = self._membership.row_of(pile[0])
        if row is None:
            return None
        self._reckoned()
        self._rows.setdefault((row, pile[1]), Agenda())
        return row, pile[1]

    def _reckoned(self) -> dict[Pile, Agenda[int]]:
        verdict, _ = self._membership.edition(0)
        if verdict is not self._judged_by:
            self._judged_by = verdict
            self._rows.clear()
            self._totals.clear()
            for pile, agenda in self._authors.items():
                self._add(pile, len(agenda), len(agenda))
        return self._rows

    def _count(self, pile: Pile, change: int) -> None:
        self._held[pile[1]] += change
        if self._judged_by is not None and self._judged_by is self._membership.edition(0)[0]:
            self._add(pile, change, self._number(pile))

    def _add(self, pile: Pile, change: int, number: int) -> None:
        row = self._membership.row_of(pile[0])
        if row is None:
            return
        author = bytes.fromhex(pile[0])
        self._totals[row, pile[1]] += change
        piles = self._rows.setdefault((row, pile[1]), Agenda())
        piles.drop(author)
        if number:
            piles.put(author, -number)
