"""Everybody in the list's order, filter aside: who changed is put in place anew, the rest stays.

Pure: knows no model and no filter.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from heapq import merge
from itertools import zip_longest
from operator import itemgetter
from typing import Any

from presencemap.domain.roster import Group
from presencemap.ui.people.row_facts import RowFacts
from presencemap.ui.people.sorting import ORDERS, Sorting
from presencemap.ui.steps import letting_go

_FEW = 200
"""More changes than this, and all are sorted anew."""
_PIECE = 30
"""Rows that are sorted in one step; a tenth of a millisecond."""

_GROUPS = {group: turn for turn, group in enumerate(Group)}
Who = tuple[str, Group]
"""An id, and the group that it is in."""
_Place = tuple[int, tuple[object, ...], Who]
_WHO = itemgetter(2)
Learning = Generator[None, None, bool]


class Ranking:
    """Iterate it for everybody's id and group, in their order. ``learn`` first, with everybody."""

    def __init__(self, group_of: Callable[[RowFacts], Group]) -> None:
        self.sorting = Sorting.RELEVANCE
        self._group_of = group_of
        self._by: tuple[object, ...] = ()
        self._learnt: Sequence[RowFacts] = ()
        self._places: dict[str, _Place] = {}
        self._order: list[_Place] = []
        self._groups: dict[str, Group] | None = {}
        self._past: list[list[Any]] = []

    def __iter__(self) -> Iterator[Who]:
        return map(_WHO, self._order)

    @property
    def groups(self) -> dict[str, Group]:
        """The group of each by id, in their order; not to be altered."""
        if self._groups is None:
            self._groups = dict(self)
        return self._groups

    def let_go(self) -> Iterator[None]:
        """Free what was so before, in steps."""
        return letting_go(self._past)

    def learn(self, everybody: Sequence[RowFacts], by: object = None) -> Learning:
        """Take what each says now: the same object says the same as before.

        ``by``: all else that ``group_of`` goes by. Yields after each step of many; returns whether
        anybody says anything else, or the order is another.
        """
        before, by = self._learnt, (self.sorting, by)
        pairs = zip_longest(everybody, before)
        changed = [facts for facts, was in pairs if facts is not was and facts is not None]
        other = bool(changed) or len(everybody) != len(before) or by != self._by
        if by != self._by or len(changed) > _FEW:
            yield from self._sorted_in(everybody)
        else:
            self._put(changed)
            if len(self._order) != len(everybody):
                # Somebody went.
                yield from self._sorted_in(everybody)
        if len(changed) > _FEW:
            self._past.append(list(before))
        self._learnt, self._by = everybody, by
        return other

    def _put(self, changed: Iterable[RowFacts]) -> None:
        for facts in changed:
            left, place = self._places.get(facts.id), self._place(facts)
            if left == place:
                continue
            self._groups = None
            if left is not None:
                del self._order[bisect_left(self._order, left[:2])]
            self._places[facts.id] = place
            insort(self._order, place)

    def _sorted_in(self, everybody: Sequence[RowFacts]) -> Iterator[None]:
        """In pieces that are merged then: all at once would take as long as some frames."""
        pieces = []
        for first in range(0, len(everybody), _PIECE):
            pieces.append(sorted(map(self._place, everybody[first : first + _PIECE])))
            yield
        order, places, groups = list[_Place](), dict[str, _Place](), dict[str, Group]()
        for place in merge(*pieces):
            order.append(place)
            person, group = place[2]
            places[person], groups[person] = place, group
            yield
        self._past += [list(self._places.values()), self._order]
        self._order, self._places, self._groups = order, places, groups

    def _place(self, facts: RowFacts) -> _Place:
        group = self._group_of(facts)
        return _GROUPS[group], ORDERS[self.sorting](facts), (facts.id, group)
