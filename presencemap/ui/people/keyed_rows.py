"""Rows that are told apart by a key, and how one order of them becomes another.

Owns the order. Knows nothing of what the keys stand for.
"""

from collections.abc import Generator
from itertools import compress, count, filterfalse
from operator import ne
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from presencemap.ui.people.roster_model import Index
from presencemap.ui.steps import whole

_NO_PARENT = QModelIndex()


class Change(NamedTuple):
    """How the keys of ``before`` become the target: who is wanted, who of them is here."""

    before: list[str]
    target: list[str]
    wanted: set[str]
    staying: list[str]
    """In the order of before."""
    here: set[str]
    order: list[str]
    """In the order of the target."""


class KeyedRows(QAbstractListModel):
    """Whoever derives from it says what a row answers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._known_rows: dict[str, int] | None = {}

    @property
    def _rows(self) -> dict[str, int]:
        """The row of each key; reckoned when somebody asks: one order leads to another by steps."""
        if self._known_rows is None:
            self._known_rows = dict(zip(self._keys, count(), strict=False))
        return self._known_rows

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """A row a key."""
        return 0 if parent.isValid() else len(self._keys)

    def changing(self, target: list[str]) -> Generator[None, None, Change]:
        """What leads to the target, reckoned in steps."""
        keys, wanted = self._keys, set(target)
        yield
        staying = list(filter(wanted.__contains__, keys))
        yield
        here = wanted if len(staying) == len(target) else set(staying)
        order = target if here is wanted else list(filter(here.__contains__, target))
        return Change(keys, target, wanted, staying, here, order)

    def become(self, change: Change) -> None:
        """Reach the target by one removal, reorderings and one insertion: selection survives.

        Reckoned anew where there are other rows by now. Whom a letter leaves out stood here and
        there among thousands: they are brought together before they go. Else all that looks at the
        list would look again for each of them.
        """
        if change.before is not self._keys:
            change = whole(self.changing(change.target))
        if len(change.staying) < len(self._keys):
            self._drop(change.staying, change.wanted)
        if change.order != self._keys:
            self._reorder(change.order)
        if change.order is not change.target:
            self._take_in(change.target, change.here)

    def _drop(self, staying: list[str], wanted: set[str]) -> None:
        """Leave only those; they are in the order that is here."""
        first, many = _parting(self._keys, staying), len(self._keys) - len(staying)
        if self._keys[first + many :] != staying[first:]:
            leaving = filterfalse(wanted.__contains__, self._keys)
            self._reorder([*staying[:first], *leaving, *staying[first:]])
        self.beginRemoveRows(QModelIndex(), first, first + many - 1)
        self._have(staying)
        self.endRemoveRows()

    def _take_in(self, target: list[str], here: set[str]) -> None:
        """Have the others too; those who are here are in the target's order."""
        first, many = _parting(self._keys, target), len(target) - len(self._keys)
        together = target[first + many :] == self._keys[first:]
        if not together:
            first = len(self._keys)
        self.beginInsertRows(QModelIndex(), first, first + many - 1)
        others = filterfalse(here.__contains__, target)
        self._have(list(target) if together else [*self._keys, *others])
        self.endInsertRows()
        if not together:
            self._reorder(target)

    def _have(self, keys: list[str]) -> None:
        self._keys, self._known_rows = keys, None

    def _reorder(self, order: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._keys[index.row()] for index in before]
        self._have(list(order))
        # Few hold on to a row: who is selected, and who has the keyboard.
        after = [self.index(order.index(key)) for key in keys]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _parting(one: list[str], other: list[str]) -> int:
    """The first row at which they differ."""
    return next(compress(count(), map(ne, one, other)), min(len(one), len(other)))
