"""List, map and person card in one area: side by side, or one at a time where it is narrow.

Owns who is where at which width. Knows no roster and no node; what the panes show is their own.
"""

from enum import Enum

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from presencemap.ui.controls import dress
from presencemap.ui.controls.themed import ThemedIcon
from presencemap.ui.floor.ground import Ground
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.person_card import AIR, SHADOW, PersonCard
from presencemap.ui.theme import appearance

WIDE = 1000
"""Px from which the card floats over the map; below, it covers the list."""
BESIDE = 720
"""Px from which list and map are side by side; below, they are tabs, and the card a sheet."""
WITH_MAP = 360
"""Px from which there is a map at all."""
_PEEK = 168


class Form(Enum):
    """How the panes share the width."""

    SIDE_BY_SIDE = "side_by_side"
    CARD_OVER_LIST = "card_over_list"
    TABS = "tabs"


class Panes(QWidget):
    """Give it the card by ``hold`` before it is shown."""

    def __init__(self, people: PeoplePanel, where: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._map = where
        self._card: PersonCard | None = None
        self._form = Form.SIDE_BY_SIDE
        self._step = 0
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(people)
        self.splitter.addWidget(where)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([people.sizeHint().width(), WIDE])
        self.tabs = Tabs()
        self.handle = Handle(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.tabs)
        self.tabs.hide()
        self.handle.hide()
        self.tabs.chosen.connect(self._share_out)
        self.handle.stepped.connect(self._resize_sheet)
        self.splitter.splitterMoved.connect(self.place_card)
        appearance().changed.connect(self._share_out)

    @property
    def form(self) -> Form:
        """How the panes share the width now."""
        return self._form

    @property
    def card_covers_list(self) -> bool:
        """Whether an open card stands where the list is."""
        return self._form is Form.CARD_OVER_LIST

    def hold(self, card: PersonCard) -> None:
        """The card, made with this as its parent."""
        self._card = card
        card.closed.connect(self._sheet_gone)
        before: QWidget = _last_stop(self._map)
        for each in (self.handle, card, *_stops(card)):
            self.setTabOrder(before, each)
            before = each

    def state(self) -> QByteArray:
        """Where the splitter stands."""
        return self.splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        """Put the splitter back."""
        self.splitter.restoreState(state)

    def show_map(self) -> None:
        """Where only one of them is there, the map."""
        self.tabs.choose(self.tabs.map)
        self._share_out()

    def show_list(self) -> None:
        """Where only one of them is there, the list."""
        self.tabs.choose(self.tabs.list)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may be shared otherwise."""
        super().resizeEvent(event)
        width = self.width()
        form = Form.SIDE_BY_SIDE if width >= WIDE else Form.CARD_OVER_LIST
        self._form = form if width >= BESIDE else Form.TABS
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        tabs = self._form is Form.TABS
        alone = self.width() < WITH_MAP
        self.tabs.setVisible(tabs and not alone)
        listed = not tabs or self.tabs.list.isChecked() or alone
        self._people.fill(filling=tabs, least=self._covering())
        self._people.setVisible(listed)
        self._map.setVisible(not tabs or not listed)
        self.place_card()
        self.keep_clear()

    @Slot()
    def place_card(self) -> None:
        """At the map's top right; over the list; or as a sheet from below."""
        card = self._card
        if card is None or not card.person:
            return
        self.handle.setVisible(self._form is Form.TABS)
        if self._form is Form.TABS:
            self._place_sheet(card)
        elif self._form is Form.SIDE_BY_SIDE:
            card.place_in(self._within(self._map))
        else:
            card.place_in(self._within(self._people))

    def keep_clear(self) -> None:
        """Tell the map how much of it the card covers."""
        card = self._card
        if card is None or not card.person:
            return
        right = card.sizeHint().width() if self._form is Form.SIDE_BY_SIDE else 0
        bottom = (
            card.height() - 2 * SHADOW + AIR if self._form is Form.TABS and self._step < 2 else 0
        )
        self._map.map.ensure_free(card.person, right, bottom)

    def _covering(self) -> int:
        """Px that a list needs so that a card over it hides nothing of the map."""
        if self._form is not Form.CARD_OVER_LIST or self._card is None:
            return 0
        return self._card.sizeHint().width() - 2 * SHADOW + 2 * AIR

    def _place_sheet(self, card: PersonCard) -> None:
        room = self._within(self.splitter)
        high = (min(_PEEK, room.height()), room.height() // 2, room.height())[self._step]
        box = QRect(room.left(), room.bottom() + 1 - high, room.width(), high)
        card.fill(box, brief=self._step == 0)
        self.handle.move(box.center().x() - self.handle.width() // 2, box.top())
        self.handle.raise_()
        self.tabs.raise_()

    @Slot()
    def _sheet_gone(self) -> None:
        self._step = 0
        self.handle.hide()

    @Slot(int)
    def _resize_sheet(self, step: int) -> None:
        self._step = max(0, min(2, self._step + step))
        self.place_card()
        self.keep_clear()

    def _within(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self, part.rect().topLeft()), part.size())


def _stops(part: QWidget) -> list[QWidget]:
    """What Tab may come to inside a part, in its order."""
    chain: list[QWidget] = []
    each = part.nextInFocusChain()
    while each is not None and each is not part:
        if part.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(each)
        each = each.nextInFocusChain()
    return chain


def _last_stop(part: QWidget) -> QWidget:
    return _stops(part)[-1]


class Tabs(QWidget):
    """Map and list as tabs at the bottom."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._icons: list[ThemedIcon] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 4)
        row.setSpacing(8)
        self.map = self._tab(self.tr("Map"), "map")
        self.list = self._tab(self.tr("Colleagues"), "users")
        for tab in (self.map, self.list):
            row.addWidget(tab, 1)
        self.map.setChecked(True)
        self._group.buttonClicked.connect(self.chosen)

    def choose(self, tab: QToolButton) -> None:
        """Choose without a signal."""
        tab.setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, with the separator above."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))

    def _tab(self, text: str, icon: str) -> QToolButton:
        tab = QToolButton()
        tab.setText(text)
        tab.setAccessibleName(text)
        tab.setCheckable(True)
        tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tab.setMinimumSize(QSize(64, 46))
        dress(tab, variant="tab")
        self._icons.append(ThemedIcon(tab, icon, "ink2", checked="accent"))
        self._group.addButton(tab)
        return tab


class Handle(QAbstractButton):
    """Pulls the sheet up and down: by mouse, by Up and Down; a click goes one step higher."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(72, 20)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Height of the card"))
        self._from: QPoint | None = None
        self.clicked.connect(self._higher)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._from = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pulled far enough it is a step, else a click."""
        held, self._from = self._from, None
        way = (event.globalPosition().toPoint() - held).y() if held else 0
        if abs(way) < self.height():
            super().mouseReleaseEvent(event)
            return
        self.setDown(False)
        self.stepped.emit(-1 if way > 0 else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A short bar."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("focus" if self.hasFocus() else "borderStrong"))
        painter.drawRoundedRect(QRect(16, 8, 40, 4), 2, 2)

    @Slot()
    def _higher(self) -> None:
        self.stepped.emit(1)
