"""Where I am: the place tree in one field that finds as one types.

Owns the order of the places and how typed text finds them. Makes no place itself: it asks for it.
"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from presencemap.domain.place import HOME, ROAD, Place, PlaceTree, said_by
from presencemap.domain.text import fold
from presencemap.ui import assets
from presencemap.ui.controls import ElidedLine, SuggestionList
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people.wording import place_path
from presencemap.ui.theme import appearance

ID = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1
_NEW = "+new"
_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def in_order(places: PlaceTree) -> Iterator[Place]:
    """Home and On the road, then every site by name with what is in it below it."""
    yield HOME
    yield ROAD
    others = [place for place in places if place.id not in (HOME.id, ROAD.id)]
    yield from sorted(others, key=lambda place: [fold(name) for name in places.path(place.id)])


class _Finder(QCompleter):
    """Finds without case, accents and punctuation: "sint n" finds "Sint-Niklaas"."""

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class PlaceField(QComboBox):
    """`changed` after every change; `new_wanted` with the name typed so far, if it `makes` any."""

    changed = Signal()
    new_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, makes: bool = True) -> None:
        super().__init__(parent)
        self._makes = makes
        self._line = ElidedLine()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setAccessibleName(self.tr("Place"))
        self.setIconSize(QSize(16, 16))
        self._items = QStandardItemModel(self)
        self._tree = PlaceTree()
        self._said: str | None = None
        """Shared now in place of a place, so it may stay; no other town is offered."""
        self.setModel(self._items)
        self._finder: _Finder | None = None
        self.setCompleter(None)  # type: ignore[arg-type]
        self._line.setPlaceholderText(self.tr("No place"))
        self._line.textEdited.connect(self._find)
        self._line.textChanged.connect(self._typed)
        self._line.returnPressed.connect(self._entered)
        self.activated.connect(self._picked)
        appearance().changed.connect(self._redraw)
        self._list()

    def set_places(self, places: PlaceTree) -> None:
        """Another tree; what stands in the field stays."""
        if places is not self._tree:
            self._tree = places
            self._list()

    def _list(self) -> None:
        text = self.currentText()
        places = self._tree
        self._items.clear()
        self._add(self.tr("No place"), "", "x")
        for place in in_order(places):
            self._add_place(place)
        said = said_by(self._said or "")
        if said is not None:
            self._add_place(said)
        if self._makes:
            self._add(self.tr("New place …"), _NEW, "plus")
        self._show(text)

    @property
    def value(self) -> str | None:
        """The id of the place named in the field, None for none."""
        row = self._row(self.currentText())
        found = self._items.item(row).data(ID) if row >= 0 else ""
        return str(found) if found not in ("", _NEW) else None

    @property
    def unknown(self) -> str:
        """What was typed and names no place; "" when all is well."""
        text = self.currentText().strip()
        return "" if not text or self.value is not None or text == self.tr("No place") else text

    def set_value(self, place: str | None) -> None:
        """Show a place; one that isn't known (yet) shows as none."""
        if said_by(place or "") is not None and place != self._said:
            self._said = place
            self._list()
        self._show(place_path(self._tree, place) if place is not None else "")

    def set_text(self, text: str) -> None:
        """Put back what was typed."""
        self._show(text)

    def showPopup(self) -> None:
        """As wide as the longest path, within reason."""
        width = min(360, self.view().sizeHintForColumn(0) + 32)
        self.view().setMinimumWidth(max(self.width(), width))
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what stands there, not what is being typed when the list goes."""
        self._find()
        super().focusInEvent(event)
        if event.reason() not in _BACK:
            self._line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list, as in a field that can't be typed into."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.showPopup()
            return
        super().keyPressEvent(event)

    def _add(self, label: str, place: str, icon: str) -> None:
        item = QStandardItem(label)
        item.setData(place, ID)
        item.setData(fold(label), _FOLDED)
        item.setData(icon, ID + 2)
        item.setIcon(self._icon(icon))
        self._items.appendRow(item)

    def _add_place(self, place: Place) -> None:
        self._add(place_path(self._tree, place.id), place.id, place_icon(place.kind))

    def _icon(self, name: str) -> QIcon:
        return assets.icon(name, appearance().theme.colour("ink2"))

    def _row(self, text: str) -> int:
        """The row of this label: the current one if it bears it, else the first; -1 for none."""
        wanted = fold(text)
        rows = [n for n in range(self.count()) if self._items.item(n).data(_FOLDED) == wanted]
        if not wanted or not rows:
            return -1
        return self.currentIndex() if self.currentIndex() in rows else rows[0]

    def _show(self, text: str) -> None:
        row = self._row(text)
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText(text)
        self._line.setCursorPosition(0)

    @Slot()
    def _find(self) -> None:
        """Have something that finds: a week has seven such fields, and one of them is typed in."""
        if self._finder is not None:
            return
        finder = self._finder = _Finder(self._items, self)
        finder.setCompletionRole(_FOLDED)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        finder.setMaxVisibleItems(8)
        finder.setPopup(SuggestionList(finder))
        self.setCompleter(finder)

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.changed.emit()

    @Slot()
    def _entered(self) -> None:
        if self._makes and self.unknown:
            self.new_wanted.emit(self.unknown)

    @Slot(int)
    def _picked(self, row: int) -> None:
        place = self._items.item(row).data(ID)
        if place in ("", _NEW):
            self.setCurrentIndex(-1)
            self.setEditText("")
        if place == _NEW:
            self.new_wanted.emit("")

    @Slot()
    def _redraw(self) -> None:
        for row in range(self.count()):
            item = self._items.item(row)
            item.setIcon(self._icon(str(item.data(ID + 2))))
