"""The colleague list with its title, filter and chips, and what it says when there is nothing.

Knows the roster model; must not know the map, the card or the node.
"""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from presencemap.ui import assets
from presencemap.ui.controls import Label, Line, clearable, dress
from presencemap.ui.people import planned
from presencemap.ui.people.filter_bar import FilterBar, SortButton
from presencemap.ui.people.headings import colleagues
from presencemap.ui.people.nobody import Nobody
from presencemap.ui.people.people_view import PeopleView
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme.appearance import appearance

_SKELETON_ROWS = 6
_ANY = 16_777_215
"""Qt's own "no limit"."""


class PeoplePanel(QWidget):
    """`person_selected`, `person_activated`, `place_wanted` carry an id.

    `matches_changed` is RosterList's. `filter_told`: whom the filter keeps, in words, while the
    list isn't in sight; "" while it is, or without one.
    """

    person_selected = Signal(str)
    person_activated = Signal(str)
    place_wanted = Signal(str)
    matches_changed = Signal(object)
    filter_told = Signal(str)

    def __init__(self, roster: RosterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roster = roster
        self._loading = False
        self._filling = False
        self._least = 0
        self._guest: QWidget | None = None
        self._lent_as = self._told = ""
        self._instead: QWidget | None = None
        self._instead_count, self._instead_as = 0, ""
        self._covered: QWidget | None = None
        self.people = RosterList(roster, self)
        self.view = PeopleView(self.people, self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter by name, talent, place"))
        self.field.setAccessibleName(self.tr("Filter colleagues by name, talent, place"))
        clearable(self.field)
        dress(self.field, search=True)
        self._glass = self.field.addAction(
            assets.icon("search", appearance().theme.colour("ink3")),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._glass.setText(self.field.placeholderText())
        self._title = Label("", "title")
        self._count = Label("", "body", "ink3")
        self.filters = FilterBar(self.people, roster)
        self.sort = SortButton(self.people)
        kept = self.sort.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.sort.setSizePolicy(kept)
        self._stack = QStackedWidget()
        self._nobody = Nobody()
        self.clear_button = self._nobody.clear
        self._skeleton = _Skeleton()
        for page in (self.view, self._nobody, self._skeleton):
            self._stack.addWidget(page)
        self._build()
        self.setAccessibleName(self.tr("Colleagues"))
        self._connect()
        self._look_changed()
        self._refresh()

    def sizeHint(self) -> QSize:
        """300 px wide, more with larger text."""
        theme = appearance().theme
        return QSize(theme.px(theme.size("list")), 600)

    def set_loading(self, loading: bool) -> None:  # noqa: FBT001 (Qt's way of setters)
        """Skeleton rows: on the very first start only, before anything is known."""
        self._loading = loading
        self._refresh()

    def select(self, person: str) -> None:
        """Select a person from elsewhere, "" for none; no signal."""
        self.view.select(person)

    def choose_place(self, site: str | None) -> None:
        """Show the people of this site on top, None for nobody."""
        self.people.choose_site(site)
        if site is not None:
            self.view.scrollToTop()

    def choose_floor(self, floor: str) -> None:
        """Be about a floor of that site, "" for the whole of it."""
        self.people.choose_floor(floor)

    def fill(self, *, filling: bool, least: int) -> None:
        """Take all the width there is, or what a list needs: so many px at least."""
        if (filling, least) != (self._filling, self._least):
            self._filling, self._least = filling, least
            self._look_changed()

    def show_now(self) -> None:
        """Everybody as they are now, whatever day was shown."""
        self._roster.show_day(None)

    def cover(self, page: QWidget | None) -> None:
        """Show something else in the list's place; None is the list again."""
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page or self._own)
        self._tell_filter()

    def lend(self, bar: QWidget | None, title: str = "") -> None:
        """Be somebody else's list, with these chips and this title; None: its own again."""
        if bar is not None and bar is not self._guest:
            self._top.addWidget(bar)
            self._covered = self._pages.currentWidget()
            self.cover(None)
        elif bar is None and self._guest is not None:
            self._guest.hide()
            self.cover(self._covered)
        self._guest, self._lent_as = bar, title
        self.filters.setVisible(bar is None)
        if bar is not None:
            bar.show()
        self.show_instead(None)

    def show_instead(self, page: QWidget | None, count: int = 0, title: str = "") -> None:
        """What it is lent for may have rows of its own, so many; None: the colleagues.

        The field stays: what is typed there is for them. ``title``: theirs, where it is another.
        """
        if page is not None and self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._instead, self._instead_count, self._instead_as = page, count, title
        self.sort.setVisible(page is None)
        self._refresh()

    def focus_filter(self) -> None:
        """Put the caret into the filter."""
        self.cover(None)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The list lies on the surface."""
        QPainter(self).fillRect(self.rect(), appearance().theme.colour("surface"))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.sort)
        top = self._top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.field)
        top.addWidget(self.filters)
        self._own = QWidget()
        column = QVBoxLayout(self._own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Line())
        column.addWidget(self._stack, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._own)

    def _connect(self) -> None:
        self.view.person_selected.connect(self.person_selected)
        self.view.person_activated.connect(self.person_activated)
        self.view.place_wanted.connect(self.place_wanted)
        self.people.matches_changed.connect(self.matches_changed)
        self.people.reordered.connect(self._refresh)
        self.people.matches_changed.connect(self._refresh)
        self.people.matches_changed.connect(self._tell_filter)
        self._roster.updated.connect(self._refresh)
        self.field.textChanged.connect(self.people.set_text)
        self.field.returnPressed.connect(self._into_list)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.field)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_list)
        self._nobody.clear.clicked.connect(self.clear_filter)
        appearance().changed.connect(self._look_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """The filter says itself whom it keeps."""
        super().showEvent(event)
        self._tell_filter()

    def hideEvent(self, event: QHideEvent) -> None:
        """Somebody else has to say so."""
        super().hideEvent(event)
        self._tell_filter()

    @Slot()
    def show_everybody(self) -> None:
        """Without filter, or whoever it is lent for."""
        if self._guest is None:
            self.filters.show_all()
        self.field.clear()

    @Slot()
    def clear_filter(self) -> None:
        """Show everybody, and have the caret in the field."""
        self.show_everybody()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell_filter(self) -> None:
        """A window that is hidden is as it was when it shows again."""
        seen = self._own.isVisibleTo(self.window())
        chip = self.filters.word if self._guest is None else ""
        text = self.people.text.strip()
        typed = self.tr("“{text}”").format(text=text) if text else ""
        told = "" if seen else " · ".join(filter(None, [chip, typed]))
        if told != self._told:
            self._told = told
            self.filter_told.emit(told)

    @Slot()
    def _into_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _refresh(self) -> None:
        day = self._roster.day
        floor = self._roster.places.get(self.people.floor)
        if self._guest is not None:
            self._title.setText(self._instead_as or self._lent_as)
            self._title.set_tone("ink")
            count = self.people.shown if self._instead is None else self._instead_count
            self._count.setText(QLocale().toString(count))
        else:
            title = self.tr("Colleagues") if floor is None else floor.name
            self._title.setText(title if day is None else planned.planned_for(day))
            self._title.set_tone("ink" if day is None else "accent")
            number = QLocale().toString(self.people.people)
            there = colleagues(self.people.there)
            self._count.setText(number if floor is None else there)
        page: QWidget = self.view
        if self.people.filtering and self.people.shown == 0:
            page = self._nobody
            text = self.people.text.strip()
            clears = self._guest is None or bool(text)
            self._nobody.say(text, self.people.show_only, clears=clears)
        elif self.people.rowCount() == 0 and (self._loading or self.people.people):
            # Of thousands it takes some turns before the first are listed.
            page = self._skeleton
        elif self._roster.rowCount() and self.people.people == 0:
            page = self._nobody
            self._nobody.say_alone()
        page = self._instead or page
        self._stack.setCurrentWidget(page)

    @Slot()
    def _look_changed(self) -> None:
        theme = appearance().theme
        widest = _ANY if self._filling else theme.px(theme.size("listMax"))
        self.setMinimumWidth(max(self._least, theme.px(theme.size("listMin"))))
        self.setMaximumWidth(widest)
        self._glass.setIcon(assets.icon("search", theme.colour("ink3")))
        self.update()


class _Skeleton(QWidget):
    """Grey rows while nothing is known yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Looking for colleagues"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Discs and bars in the place of faces and lines."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        high, face = theme.row(), theme.row_face()
        left = 14 + face + 11
        for row in range(_SKELETON_ROWS):
            middle = row * high + high / 2
            painter.drawEllipse(QRectF(14, middle - face / 2, face, face))
            room = self.width() - left - 14
            two = ((middle - 13, 0.45), (middle + 4, 0.8))
            for top, part in ((middle - 4, 0.8),) if theme.compact else two:
                painter.drawRoundedRect(QRectF(left, top, room * part, 8), 4, 4)
