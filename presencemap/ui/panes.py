"""Rail, list, the chosen screen and the person card in one area; less at a time where it is narrow.

Owns who is where at which width. Knows no roster and no node; what the panes show is their own.
"""

from enum import Enum

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSplitter, QStackedWidget, QWidget

from presencemap.ui.curtain import Curtain
from presencemap.ui.ground import Ground
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.person_card import AIR, SHADOW, PersonCard
from presencemap.ui.rail import Rail
from presencemap.ui.screen import Screen
from presencemap.ui.theme import appearance

WIDE = 1000
"""Px from which the card floats over the map; below, it covers the list."""
BESIDE = 720
"""Px from which list and screen are side by side; below, the list is one, the card a sheet."""
WITH_MAP = 360
"""Px from which there is more than the list."""
_PEEK = 168
_PULLED = 20
"""Px by which the sheet is pulled to be higher or lower."""


class Form(Enum):
    """How the panes share the width."""

    SIDE_BY_SIDE = "side_by_side"
    CARD_OVER_LIST = "card_over_list"
    TABS = "tabs"


class Panes(QWidget):
    """Give it the card by ``hold`` before it is shown, and the screens beside the map by ``add``.

    `screen_changed`: another screen is shown. `aside_changed`: whether the list is in its place.
    `lifted`: nothing lies over the screens any more.
    """

    screen_changed = Signal(Screen)
    aside_changed = Signal(bool)
    lifted = Signal()

    def __init__(self, people: PeoplePanel, where: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._map = where
        self._pages: dict[Screen, QWidget] = {Screen.MAP: where, Screen.COLLEAGUES: where}
        self._unlisted: set[Screen] = set()
        self._bars: dict[Screen, QWidget] = {}
        self._aside = False
        self._over: QWidget | None = None
        self._card: PersonCard | None = None
        self._curtain: Curtain | None = None
        self._form = Form.SIDE_BY_SIDE
        self._shown = Screen.MAP
        self._step = 0
        self.rail = Rail()
        self.stage = QStackedWidget()
        # Else it is never narrower than the widest of its pages, shown or not.
        self.stage.setMinimumSize(1, 1)
        self.stage.addWidget(where)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(people)
        self.splitter.addWidget(self.stage)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([people.sizeHint().width(), WIDE])
        self.handle = Handle(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.rail)
        self._row.addWidget(self.splitter, 1)
        self.handle.hide()
        self.rail.chosen.connect(self._choose)
        self.handle.stepped.connect(self._resize_sheet)
        self.splitter.splitterMoved.connect(self.place_card)
        appearance().changed.connect(self._share_out)

    @property
    def form(self) -> Form:
        """How the panes share the width now."""
        return self._form

    @property
    def current(self) -> Screen:
        """What is shown; COLLEAGUES only where the list is alone."""
        return self.rail.current

    @property
    def page(self) -> QWidget:
        """The widget of the screen that is shown, or what lies over it."""
        return self._over or self._pages[self.current]

    @property
    def over(self) -> QWidget | None:
        """What lies over the screens, None for nothing."""
        return self._over

    def keep_ready(self, page: QWidget) -> None:
        """A page that will lie over the screens: what is made ready here needn't be made later."""
        self.stage.addWidget(page)

    def lay_over(self, page: QWidget) -> None:
        """Show a page in place of the screen, which stays chosen; the list stays beside it."""
        self._over = page
        self._share_out()

    def lift(self) -> None:
        """Take away what lies over the screens."""
        if self._over is not None:
            self._over = None
            self._share_out()
            self.lifted.emit()

    @property
    def card_covers_list(self) -> bool:
        """Whether an open card stands where the list is."""
        return self._form is Form.CARD_OVER_LIST and self._listed

    def add(self, screen: Screen, page: QWidget, *, listed: bool = True) -> None:
        """One more screen; ``listed``: the colleagues stand beside it where there is room."""
        self._pages[screen] = page
        if not listed:
            self._unlisted.add(screen)
        self.stage.addWidget(page)
        self.rail.add(screen)

    def put_over(self, screen: Screen, bar: QWidget) -> None:
        """A bar over a screen where it is narrow, and over the list when that is in its place."""
        self._bars[screen] = bar
        self._row.addWidget(bar)
        bar.hide()

    @Slot(bool)
    def show_aside(self, aside: bool) -> None:  # noqa: FBT001 - a slot
        """Where it is narrow, have the list in the place of the screen, or no more."""
        aside = aside and self._form is Form.TABS
        if aside is not self._aside:
            self._aside = aside
            self._share_out()
            self.aside_changed.emit(aside)

    def hold(self, card: PersonCard) -> None:
        """The card, made with this as its parent."""
        self._card = card
        self._curtain = Curtain(self, self._people.view, self._map, card)
        card.appearing.connect(self.place_card)
        card.closed.connect(self._sheet_gone)

    def state(self) -> QByteArray:
        """Where the splitter stands."""
        return self.splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        """Put the splitter back."""
        self.splitter.restoreState(state)

    def show_screen(self, screen: Screen) -> None:
        """Bring a screen that there is."""
        self.rail.choose(screen)
        self.show_aside(aside=False)
        self.lift()
        self._share_out()

    def show_map(self) -> None:
        """The map, whatever was shown."""
        self.show_screen(Screen.MAP)

    def show_list(self) -> None:
        """The list: alone where it is narrow, else with what it is shown beside."""
        if self._form is Form.TABS:
            self.show_screen(Screen.COLLEAGUES)
        elif not self._listed:
            self.show_map()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may be shared otherwise."""
        super().resizeEvent(event)
        width = self.width()
        form = Form.SIDE_BY_SIDE if width >= WIDE else Form.CARD_OVER_LIST
        self._form = form if width >= BESIDE else Form.TABS
        appearance().set_narrow(narrow=width < BESIDE)
        self.show_aside(self._aside)
        self._share_out()

    @property
    def _listed(self) -> bool:
        """Whether the list is there now."""
        if self._over is not None and self._form is not Form.SIDE_BY_SIDE:
            return False
        if self._form is Form.TABS:
            alone = self.current is Screen.COLLEAGUES or self.width() < WITH_MAP
            return alone or self._aside
        return self.current not in self._unlisted

    @Slot()
    def _choose(self) -> None:
        """By hand: the screen itself, also where it was chosen already."""
        self.lift()
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        tabs = self._form is Form.TABS
        if self._shown is not self.current:
            self._aside = False
        self.rail.lie(down=tabs)
        self.rail.setVisible(self.width() >= WITH_MAP)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.BottomToTop if tabs else ways.LeftToRight)
        listed = self._listed
        self._people.fill(filling=tabs, least=self._covering())
        self.stage.setCurrentWidget(self.page)
        self._people.setVisible(listed)
        self.stage.setVisible(not (tabs and listed))
        for screen, bar in self._bars.items():
            bare = self._over is None and self.width() >= WITH_MAP
            bar.setVisible(tabs and screen is self.current and bare)
        self.place_card()
        self.keep_clear()
        if self._shown is not self.current:
            self._shown = self.current
            self.screen_changed.emit(self._shown)
            self.aside_changed.emit(False)

    @Slot()
    def place_card(self) -> None:
        """At the map's top right; over the list; or as a sheet from below."""
        card = self._card
        if card is None or not card.person:
            return
        self.handle.setVisible(self._form is Form.TABS)
        if self._form is Form.TABS:
            self._place_sheet(card)
        else:
            over = self._people if self.card_covers_list else self.stage
            card.place_in(self._within(over))

    def paint_card_later(self) -> None:
        """Before it is opened: the row, then it and the map are painted in turns of their own."""
        if self._curtain is not None:
            self._curtain.fall()

    def keep_clear(self) -> None:
        """Tell the map how much of it the card covers."""
        card = self._card
        if card is None or not card.person:
            return
        right = card.sizeHint().width() if self._form is Form.SIDE_BY_SIDE else 0
        bottom = (
            card.height() - 2 * SHADOW + AIR if self._form is Form.TABS and self._step < 2 else 0
        )
        self._map.ensure_free(card.person, right, bottom)

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
        self.handle.stand_on(QPoint(box.center().x(), box.top()))
        self.handle.raise_()
        self.rail.raise_()

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


class Handle(QAbstractButton):
    """Pulls the sheet up and down: by mouse, by Up and Down; a click goes one step higher."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._upper = 0
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Height of the card"))
        self._from: QPoint | None = None
        self.clicked.connect(self._higher)

    def stand_on(self, edge: QPoint) -> None:
        """In the middle of the sheet's upper edge, at both sides of it if there is room above."""
        high = appearance().hit
        top = max(0, edge.y() - high // 2)
        self._upper = edge.y() - top
        self.setGeometry(edge.x() - 36, top, 72, high)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._from = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pulled far enough it is a step, else a click."""
        held, self._from = self._from, None
        way = (event.globalPosition().toPoint() - held).y() if held else 0
        if abs(way) < _PULLED:
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
        painter.drawRoundedRect(QRect(16, self._upper + 8, 40, 4), 2, 2)

    @Slot()
    def _higher(self) -> None:
        self.stepped.emit(1)
