"""The list view of colleagues: keyboard, pointer and calm. Knows the list model, not the node."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from presencemap.domain.roster import Group
from presencemap.domain.text import fold
from presencemap.ui.controls import ENTER
from presencemap.ui.controls.labels import plain_tooltip
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import Index, Role
from presencemap.ui.people.row_delegate import HEADER, RESTING, SELECTED, RowDelegate
from presencemap.ui.people.row_facts import RowFacts
from presencemap.ui.people.row_view import RowView
from presencemap.ui.people.wording import with_guests
from presencemap.ui.theme.appearance import appearance

_TYPING_PAUSE = 1000


def _group(index: QModelIndex) -> Group | None:
    """The group of a row; on its way through Qt an enum became its text."""
    value = index.data(Role.GROUP)
    return None if value is None else Group(value)


class PeopleView(RowView):
    """Up, Down, letters move; Enter opens, Space goes to the place; Left and Right fold groups.

    Ids go out as str.
    """

    person_selected = Signal(str)
    person_activated = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, people: RosterList, parent: QWidget | None = None) -> None:
        super().__init__(people, parent)
        self._people = people
        self._typed = ""
        self._pause = QElapsedTimer()
        self._wanted = ""
        # All rows are painted anew then: after what it was selected for has shown.
        self._going = QTimer(self, singleShot=True, interval=0)
        self._going.timeout.connect(self._go_there)
        self.setModel(people)
        self._painter = RowDelegate(self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Colleagues"))
        people.reordered.connect(self._keep_selection)
        people.shown_by = self
        # The list may outlive it.
        self.destroyed.connect(partial(setattr, people, "shown_by", None))
        appearance().changed.connect(self._look_changed)

    @property
    def selected(self) -> str:
        """The id of the selected person, "" for none."""
        return self._wanted

    def select(self, person: str) -> None:
        """Select without a signal, "" for none; then scrolls there where the row is far off."""
        self._wanted = person
        self._keep_selection()
        row = self._people.row_of(person)
        selection = self.selectionModel()
        if row >= 0:
            at = self._people.index(row)
            scrolled = self.verticalScrollBar().value()
            selection.setCurrentIndex(at, selection.SelectionFlag.NoUpdate)
            self.verticalScrollBar().setValue(scrolled)
        self._going.start()

    def header_height(self) -> int:
        """As the text is large."""
        return appearance().theme.px(HEADER)

    def row_height(self) -> int:
        """As the text is large."""
        return appearance().theme.row()

    def is_drawn(self, option: QStyleOptionViewItem, index: Index) -> bool:
        """From a picture made before, or no person's."""
        return self._painter.is_drawn(option, index, self.devicePixelRatioF())

    def stand_in(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """As the person's row was painted last."""
        self._painter.paint_last(painter, option, index)

    def draw_ahead(self, facts: RowFacts) -> None:
        """A person's row, before it is in sight."""
        ground = SELECTED if facts.id == self._wanted else RESTING
        size = QSizeF(self.viewport().width(), self.row_height())
        self._painter.picture(facts, ground, size, self.devicePixelRatioF())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """No row's height depends on what it says: Qt's list would lay out all of them anew."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space goes to the place; Left and Right fold; letters are the list's."""
        index = self.currentIndex()
        group = _group(index)
        key = Qt.Key(event.key())
        if key in ENTER and index.isValid():
            self._activate(index)
        elif key == Qt.Key.Key_Space:
            self._want_place(index)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and group is not None:
            if key == Qt.Key.Key_Left:
                # First, else Qt moves on to the group below when the row goes.
                selection = self.selectionModel()
                selection.setCurrentIndex(self._header(group), selection.SelectionFlag.NoUpdate)
            self._people.collapse(group, collapsed=key == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)
            self._tell()

    def keyboardSearch(self, search: str) -> None:
        """Letters find the next name with a word that begins so, accents aside."""
        if not self._pause.isValid() or self._pause.elapsed() > _TYPING_PAUSE:
            self._typed = ""
        self._pause.start()
        again = bool(self._typed) and set(self._typed + search) == {search}
        self._typed = search if again else self._typed + search
        start = self.currentIndex().row() + (1 if len(self._typed) == 1 else 0)
        wanted = f" {fold(self._typed)}"
        count = self._people.rowCount()
        for offset in range(count):
            index = self._people.index((max(0, start) + offset) % count)
            if index.data(Role.ID) and wanted in f" {fold(str(index.data()))}":
                self.setCurrentIndex(index)
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens a person, folds a group."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._tell()
            self._activate(index)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Nothing moves under the pointer."""
        super().enterEvent(event)
        self._people.hold(held=True)

    def leaveEvent(self, event: QEvent) -> None:
        """What waited may move now, unless the keyboard is here."""
        super().leaveEvent(event)
        self._people.hold(held=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Nothing moves under the focus."""
        self._people.hold(held=True)
        if not self.currentIndex().isValid():
            # Before Qt picks the header above: the first colleague, not yet selected.
            first = next((i for i in self._indexes() if i.data(Role.ID)), QModelIndex())
            selection = self.selectionModel()
            selection.setCurrentIndex(first, selection.SelectionFlag.NoUpdate)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What waited may move now, unless the pointer is here."""
        super().focusOutEvent(event)
        self._people.hold(held=self.underMouse())

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole row as a tooltip, since lines are elided."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            facts = self.indexAt(event.pos()).data(Role.FACTS)
            if isinstance(facts, RowFacts):
                end = self.tr("until {time}").format(time=facts.until) if facts.until else ""
                where = with_guests(facts.place, facts.guests)
                known = [facts.name, where, end, facts.age, facts.heard]
                place = " · ".join(dict.fromkeys(filter(None, known)))
                text = plain_tooltip(f"{place}\n{facts.line}")
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return super().viewportEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        person, group = index.data(Role.ID), _group(index)
        if person:
            self.person_activated.emit(person)
        elif group is not None:
            self._people.collapse(group, collapsed=not self._people.is_collapsed(group))

    def _want_place(self, index: QModelIndex) -> None:
        self._tell()
        facts = index.data(Role.FACTS)
        if isinstance(facts, RowFacts) and facts.site is not None:
            self.place_wanted.emit(facts.site)

    def _indexes(self) -> list[QModelIndex]:
        return [self._people.index(row) for row in range(self._people.rowCount())]

    def _header(self, group: Group) -> QModelIndex:
        headers = (i for i in self._indexes() if not i.data(Role.ID))
        return next((i for i in headers if _group(i) is group), QModelIndex())

    def _tell(self) -> None:
        """Say whom the person selected; rows that move or go, and headers, select nobody."""
        person = self.currentIndex().data(Role.ID)
        if person and person != self._wanted:
            self._wanted = person
            self.person_selected.emit(person)
        elif not person:
            self._keep_selection()

    @Slot()
    def _go_there(self) -> None:
        row = self._people.row_of(self._wanted)
        if row >= 0 and self.isVisible():
            # The first row of a group brings its header along.
            header = self._people.index(max(0, row - 1))
            if not header.data(Role.ID):
                self.scrollTo(header)
            self.scrollTo(self._people.index(row))

    @Slot()
    def _keep_selection(self) -> None:
        """Selection is a person, not a row: it outlives filters, folding and headers."""
        row = self._people.row_of(self._wanted) if self._wanted else -1
        selection = self.selectionModel()
        if row >= 0:
            selection.select(self._people.index(row), selection.SelectionFlag.ClearAndSelect)
        else:
            # Where the row went, Qt selected its neighbour.
            selection.clearSelection()

    @Slot()
    def _look_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
