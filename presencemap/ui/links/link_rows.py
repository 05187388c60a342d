"""Links as rows: what each is called, and a line about it. All text plain.

Owns how they look and are read aloud. Knows the node's answers, not the node.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from presencemap.app.views import Json
from presencemap.ui import assets
from presencemap.ui.controls import plain_tooltip
from presencemap.ui.links.wording import detail_of, title_of
from presencemap.ui.theme import appearance

LINK = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
ROW = 46
"""Px."""
_PAD = 12
_GLYPH = 16


class LinkRows(QListWidget):
    """`show_links`; the chosen one is `link`."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_LinkDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard, the first is chosen: of one row no arrow leads to it."""
        super().focusInEvent(event)
        by_keyboard = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_keyboard and self.link is None:
            self.setCurrentRow(0, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @property
    def link(self) -> Json | None:
        """The chosen one."""
        item = self.currentItem()
        return item.data(LINK) if item is not None and item.isSelected() else None

    def show_links(self, links: Sequence[Json], now: int) -> None:
        """These, in their order; none is chosen, unless it was before."""
        kept = self.link
        self.clear()
        for link in links:
            item = QListWidgetItem(title_of(link))
            detail = detail_of(link, now)
            item.setData(LINK, link)
            item.setData(_DETAIL, detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title_of(link)}, {detail}")
            item.setToolTip(plain_tooltip(link["url"]))
            self.addItem(item)
            if kept is not None and kept["url"] == link["url"]:
                self.setCurrentItem(item)

    def choose(self, url: str) -> None:
        """That link, where it is there; "" for none."""
        self.clearSelection()
        for row in range(self.count()):
            if self.item(row).data(LINK)["url"] == url:
                self.setCurrentRow(row)


class _LinkDelegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, appearance().theme.px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, box = appearance().theme, QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if selected or hovered:
            painter.fillRect(box, theme.colour("accentSoft" if selected else "hover"))
        edge, middle = theme.px(_GLYPH), box.center().y()
        mark = QRectF(box.left() + _PAD, middle - edge / 2, edge, edge)
        icon = "link" if not index.data(LINK)["shared"] else "newspaper"
        assets.draw_icon(painter, icon, theme.colour("ink2"), mark)
        left = mark.right() + 10
        room = box.right() - _PAD - left
        lines = (
            (str(index.data()), "strong", "ink", middle - theme.px(9)),
            (str(index.data(_DETAIL)), "small", "ink2", middle + theme.px(10)),
        )
        for text, role, tone, at in lines:
            font, metrics = theme.typeface(role)
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            base = at + (metrics.ascent() - metrics.descent()) / 2
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, base), shown)
        painter.restore()
