"""Rows that are told apart by a key, and how one order of them becomes another.

Owns the order. Knows nothing of what the keys stand for.
"""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from presencemap.ui.people.roster_model import Index

_NO_PARENT = QModelIndex()


class KeyedRows(QAbstractListModel):
    """Whoever derives from it says what a row answers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._rows: dict[str, int] = {}

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """A row a key."""
        return 0 if parent.isValid() else len(self._keys)

    def become(self, target: list[str]) -> None:
        """Reach the target by one removal, reorderings and one insertion: selection survives.

        Whom a letter leaves out stood here and there among thousands: they are brought together
        before they go. Else all that looks at the list would look again for each of them.
        """
        wanted = set(target)
        going = [row for row, key in enumerate(self._keys) if key not in wanted]
        if not _is_run(going):
            first, leaving = going[0], [self._keys[row] for row in going]
            staying = [key for key in self._keys[first:] if key in wanted]
            self._reorder([*self._keys[:first], *leaving, *staying])
            going = [first, first + len(leaving) - 1]
        if going:
            self.beginRemoveRows(QModelIndex(), going[0], going[-1])
            del self._keys[going[0] : going[-1] + 1]
            self.endRemoveRows()
        here = set(self._keys)
        order = [key for key in target if key in here]
        if order != self._keys:
            self._reorder(order)
        coming = [row for row, key in enumerate(target) if key not in here]
        if coming:
            first = coming[0] if _is_run(coming) else len(order)
            self.beginInsertRows(QModelIndex(), first, first + len(coming) - 1)
            self._keys[first:first] = [target[row] for row in coming]
            self.endInsertRows()
        if target != self._keys:
            self._reorder(target)
        self._rows = {key: row for row, key in enumerate(self._keys)}

    def _reorder(self, order: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        rows = {key: row for row, key in enumerate(order)}
        before = self.persistentIndexList()
        after = [self.index(rows[self._keys[index.row()]]) for index in before]
        self._keys = order
        self._rows = rows
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _is_run(rows: list[int]) -> bool:
    """Whether they follow each other, as none and one do."""
    return not rows or rows[-1] - rows[0] == len(rows) - 1
