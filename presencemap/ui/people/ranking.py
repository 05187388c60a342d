"""Everybody in the list's order, filter aside: who changed is put in place anew, the rest stays.

Pure: knows no model and no filter.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from presencemap.domain.roster import Group
from presencemap.ui.people.row_facts import RowFacts
from presencemap.ui.people.sorting import ORDERS, Sorting

_FEW = 200
"""More changes than this are sorted in at once."""


_GROUPS = {group: turn for turn, group in enumerate(Group)}
_Place = tuple[int, tuple[object, ...], RowFacts]


class Ranking:
    """Iterate it for all facts in their order. ``learn`` first, with everybody each time."""

    def __init__(self, group_of: Callable[[RowFacts], Group]) -> None:
        self.sorting = Sorting.RELEVANCE
        self._group_of = group_of
        self._by: tuple[object, ...] = ()
        self._learnt: Sequence[RowFacts] = ()
        self._places: dict[str, _Place] = {}
        self._order: list[_Place] = []

    def __iter__(self) -> Iterator[RowFacts]:
        return (facts for _, _, facts in self._order)

    def learn(self, everybody: Sequence[RowFacts], by: object = None) -> bool:
        """Take what each says now: the same object says the same as before.

        ``by``: all else that ``group_of`` goes by. Whether anybody says anything else, or the
        order is another.
        """
        before, self._learnt = self._learnt, everybody
        before_by, self._by = self._by, (self.sorting, by)
        pairs = zip_longest(everybody, before)
        changed = [facts for facts, was in pairs if facts is not was and facts is not None]
        if before_by != self._by or len(changed) > _FEW:
            self._sort()
            return True
        for facts in changed:
            left = self._places.get(facts.id)
            if left is not None:
                del self._order[bisect_left(self._order, left[:2])]
            place = self._places[facts.id] = self._place(facts)
            insort(self._order, place)
        if len(self._order) != len(everybody):
            # Somebody went.
            self._sort()
        return bool(changed) or len(everybody) != len(before)

    def _sort(self) -> None:
        self._order = sorted(self._place(facts) for facts in self._learnt)
        self._places = {place[2].id: place for place in self._order}

    def _place(self, facts: RowFacts) -> _Place:
        return _GROUPS[self._group_of(facts)], ORDERS[self.sorting](facts), facts
