"""A list of rows of two heights, whose places are reckoned: no row is asked how high it is.

Owns where rows are. Qt's own list asks each of thousands at every letter of a filter, through
Python. Knows which rows are headers, not what any says.
"""

from bisect import bisect_left
from typing import Protocol

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from presencemap.ui.people.roster_model import Index
from presencemap.ui.turns import turn


class Rows(Protocol):
    """Its model, in part."""

    def headers(self) -> list[int]:
        """The rows of all headers, in their order."""


class RowView(QListView):
    """Whoever derives from it says how high a header and any other row is."""

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = rows
        self._headers: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._paint_on)
        self._unpainted = 0
        """The first row that had no turn, while ``_soon`` runs."""
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def header_height(self) -> int:
        """Px of a header."""
        raise NotImplementedError

    def row_height(self) -> int:
        """Px of any other row."""
        raise NotImplementedError

    def is_drawn(self, _option: QStyleOptionViewItem, _index: Index) -> bool:
        """Whether painting a row takes next to no time."""
        return False

    def stand_in(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row as it was before, if it was: it comes in the next turn."""

    def doItemsLayout(self) -> None:
        """Rows came, went or changed their order."""
        self._headers = self._content.headers()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """How far it can be scrolled."""
        QAbstractItemView.updateGeometries(self)
        high, count = self.viewport().height(), self._count()
        bar = self.verticalScrollBar()
        bar.setSingleStep(self.header_height())
        bar.setPageStep(high)
        bar.setRange(0, max(0, self._top(count) - high))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Other rows are in sight. Qt's list moves none, since it didn't lay them out."""
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        """Where a row is, px of the viewport."""
        if not index.isValid():
            return QRect()
        self.executeDelayedItemsLayout()
        row = index.row()
        top = self._top(row)
        y, high = top - self.verticalScrollBar().value(), self._top(row + 1) - top
        return QRect(0, y, self.viewport().width(), high)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        self.executeDelayedItemsLayout()
        y = point.y() + self.verticalScrollBar().value()
        inside = 0 <= point.x() < self.viewport().width() and 0 <= y < self._top(self._count())
        return self.model().index(self._row_at(y), 0) if inside else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight."""
        box, high = self.visualRect(index), self.viewport().height()
        if not index.isValid():
            return
        bar = self.verticalScrollBar()
        top, bottom = bar.value() + box.top(), bar.value() + box.bottom() + 1 - high
        match hint:
            case QListView.ScrollHint.PositionAtTop:
                bar.setValue(top)
            case QListView.ScrollHint.PositionAtBottom:
                bar.setValue(bottom)
            case QListView.ScrollHint.PositionAtCenter:
                bar.setValue((top + bottom) // 2)
            case _:
                bar.setValue(max(bottom, min(bar.value(), top)))

    def moveCursor(
        self, action: QListView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key leads from the current row."""
        self.executeDelayedItemsLayout()
        last, current = self._count() - 1, self.currentIndex()
        if last < 0:
            return QModelIndex()
        moves = QListView.CursorAction
        row, page = max(0, current.row()), self.viewport().height()
        there = {
            moves.MoveUp: row - 1,
            moves.MovePrevious: row - 1,
            moves.MoveDown: row + 1,
            moves.MoveNext: row + 1,
            moves.MoveHome: 0,
            moves.MoveEnd: last,
            moves.MovePageUp: self._row_at(self._top(row + 1) - page),
            moves.MovePageDown: self._row_at(self._top(row) + page),
        }.get(action, row)
        if not current.isValid():
            there = 0
        return self.model().index(max(0, min(last, there)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what the rectangle touches."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        selection = QItemSelection(first, last) if first.isValid() else QItemSelection()
        self.selectionModel().select(selection, command)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows of which something is to be seen anew, which may be two far apart.

        Of those that were never drawn some come right after it.
        """
        self.executeDelayedItemsLayout()
        over, late = turn.drawing(), False
        painter, stale = QPainter(self.viewport()), event.region()
        scrolled, current = self.verticalScrollBar().value(), self.currentIndex()
        first = self._row_at(event.rect().top() + scrolled)
        bottom = event.rect().bottom() + scrolled
        pointed = QModelIndex()
        if self.viewport().underMouse():
            pointed = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        for row in range(first, self._count()):
            if self._top(row) > bottom:
                break
            index = self.model().index(row, 0)
            box = self.visualRect(index)
            if not stale.intersects(box):
                continue
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = box
            state: QStyle.StateFlag = option.state
            if index == pointed:
                state |= QStyle.StateFlag.State_MouseOver
            if index == current and self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            else:
                state &= ~QStyle.StateFlag.State_HasFocus
            if self.selectionModel().isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            option.state = state
            if self.is_drawn(option, index):
                self.itemDelegate().paint(painter, option, index)
            elif late:
                self.stand_in(painter, option, index)
                self._leave_from(row)
            else:
                self.itemDelegate().paint(painter, option, index)
                late = over()

    def rows_in_sight(self, count: int) -> range:
        """The rows that would be in sight, if there were so many, and all as high as most."""
        first = self._row_at(self.verticalScrollBar().value())
        return range(first, min(count, first + self.viewport().height() // self.row_height() + 2))

    def _leave_from(self, row: int) -> None:
        """From this row on they are painted in the next turn."""
        self._unpainted = min(row, self._unpainted) if self._soon.isActive() else row
        self._soon.start()

    @Slot()
    def _paint_on(self) -> None:
        # Not those above once more: where even these take long, the lower ones never came.
        # By rows: what was painted may have been scrolled meanwhile.
        top = self._top(self._unpainted) - self.verticalScrollBar().value()
        self.viewport().update(self.viewport().rect().adjusted(0, max(0, top), 0, 0))

    def _count(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    def _top(self, row: int) -> int:
        """Px above a row."""
        headers = bisect_left(self._headers, row)
        return headers * self.header_height() + (row - headers) * self.row_height()

    def _row_at(self, y: int) -> int:
        """The row that is so far down, the last one below all."""
        low, high = 0, max(0, self._count() - 1)
        while low < high:
            middle = (low + high + 1) // 2
            if self._top(middle) <= y:
                low = middle
            else:
                high = middle - 1
        return low
