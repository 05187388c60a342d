"""Where I am: the place tree in one field that finds as one types.

Owns what stands in the field and how typed text finds a place. Makes none: it asks for it.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from presencemap.domain.place import PlaceTree, said_by
from presencemap.domain.text import fold
from presencemap.ui.compose.place_list import FOLDED, NEW, PlaceList
from presencemap.ui.controls import ElidedLine, SuggestionList
from presencemap.ui.people.wording import place_path

_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


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

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        makes: bool = True,
        items: PlaceList | None = None,
    ) -> None:
        """``items``: shared with other fields."""
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
        if items is None:
            items = PlaceList(PlaceTree(), None, self, makes=makes)
        self._items = items
        self._said: str | None = None
        """Shared now in place of a place, so it may stay; no other town is offered."""
        self.setModel(self._items)
        self.setCurrentIndex(-1)
        self._finder: _Finder | None = None
        self.setCompleter(None)  # type: ignore[arg-type]
        self._line.setPlaceholderText(self.tr("No place"))
        self._line.textEdited.connect(self._find)
        self._line.textChanged.connect(self._typed)
        self._line.returnPressed.connect(self._entered)
        self.activated.connect(self._picked)

    def set_places(self, places: PlaceTree, items: PlaceList | None = None) -> None:
        """Another tree, as ``items`` where other fields have it too; what stands here stays."""
        if places is not self._items.places:
            self._list(places, items)

    def _list(self, places: PlaceTree, items: PlaceList | None = None) -> None:
        text, said = self.currentText(), said_by(self._said or "")
        if items is None or said is not None:
            items = PlaceList(places, said, self, makes=self._makes)
        self._items = items
        # Its own list before goes by that.
        self.setModel(items)
        if self._finder is not None:
            self._finder.setModel(items)
        self._show(text)

    @property
    def value(self) -> str | None:
        """The id of the place named in the field, None for none."""
        found = self._items.id(self._row(self.currentText()))
        return found if found not in ("", NEW) else None

    @property
    def unknown(self) -> str:
        """What was typed and names no place; "" when all is well."""
        text = self.currentText().strip()
        return "" if not text or self.value is not None or text == self._items.none else text

    def set_value(self, place: str | None) -> None:
        """Show a place; one that isn't known (yet) shows as none."""
        if said_by(place or "") is not None and place != self._said:
            self._said = place
            self._list(self._items.places)
        self._show(place_path(self._items.places, place) if place is not None else "")

    def set_text(self, text: str) -> None:
        """Put back what was typed."""
        self._show(text)

    def setAccessibleName(self, name: str) -> None:
        """The line inside has it too: a screen reader comes to both."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

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

    def _row(self, text: str) -> int:
        """The row of this label: the current one if it bears it, else the first; -1 for none."""
        rows = self._items.rows(text)
        if not rows:
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
        finder.setCompletionRole(FOLDED)
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
        place = self._items.id(row)
        if place in ("", NEW):
            self.setCurrentIndex(-1)
            self.setEditText("")
        if place == NEW:
            self.new_wanted.emit("")
