"""The card of one colleague, floating over the map: who, what, where, contact, talents.

Owns what is open and keeps it true while the roster changes. Reads the roster model; must not know
the map or the node.
"""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from presencemap.domain.roster import Card, Freshness
from presencemap.ui.controls import Label, Line, PrimaryButton
from presencemap.ui.painting.shadow import paint_floating
from presencemap.ui.people import wording
from presencemap.ui.people.card_sections import (
    ActivityBox,
    Head,
    LastSeen,
    PlaceLine,
    Talents,
    wants_quiet,
)
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.contact_row import ContactRow
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.row_facts import spoken_row
from presencemap.ui.theme.appearance import appearance

_SHADOW = 12
_PAD = 16
_AIR = 14


class PersonCard(QWidget):
    """`open(id)` shows it, Esc or the cross closes it (`closed`)."""

    closed = Signal()
    change_requested = Signal()

    def __init__(
        self,
        roster: RosterModel,
        parent: QWidget | None = None,
        opener: ContactOpener | None = None,
    ) -> None:
        super().__init__(parent)
        self._roster = roster
        self._opener = opener or ContactOpener(self)
        self._person = ""
        self._shown: tuple[object, ...] = ()
        self._keys: list[QShortcut] = []
        self._room = QRect()
        self.contact: ContactRow | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        edge = _SHADOW + 1
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.hide()
        roster.dataChanged.connect(self._rows_changed)
        roster.updated.connect(self._refresh)
        appearance().changed.connect(self._look_changed)

    @property
    def person(self) -> str:
        """The id of who is shown, "" when closed."""
        return self._person

    def open(self, person: str) -> None:
        """Show a person's card; a stranger's id closes it."""
        self._person = person
        self._shown = ()
        self._refresh()
        if self._person:
            self.show()
            self.raise_()

    def close_card(self) -> None:
        """Close, and say so."""
        if not self._person:
            return
        self._person = ""
        self.hide()
        self.closed.emit()

    def place_in(self, room: QRect) -> None:
        """Stand at the top right of `room` (parent's px), at most as high as that; then scroll."""
        self._room = room
        hint = self.sizeHint()
        height = min(hint.height(), room.height() - 2 * (_AIR - _SHADOW))
        left = room.right() + 1 - hint.width() - _AIR + _SHADOW
        self.setGeometry(left, room.top() + _AIR - _SHADOW, hint.width(), height)

    def sizeHint(self) -> QSize:
        """324 px and the content's height, with the shadow's margin around it."""
        theme = appearance().theme
        width = theme.px(theme.size("personCard"))
        content = self._scroll.widget()
        inner = content.heightForWidth(width - 2) if content is not None else 0
        return QSize(width + 2 * _SHADOW, inner + 2 + 2 * _SHADOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The raised surface and its shadow."""
        theme = appearance().theme
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        paint_floating(QPainter(self), theme, box, theme.radius("card"), spread=10)

    @Slot(QModelIndex, QModelIndex)
    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._person and first.row() <= self._roster.row_of(self._person) <= last.row():
            self._refresh()

    @Slot()
    def _look_changed(self) -> None:
        self._shown = ()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if not self._person:
            return
        card = self._roster.card(self._person)
        if card is None:
            self.close_card()
            return
        now = self._roster.now()
        me = self._roster.me()
        # Built anew only when it would read differently: a button under the pointer stays.
        state = (
            card.person,
            card.status_at(now),
            self._roster.facts(self._person),
            self._roster.my_site,
            me.person.profile.talents if me else (),
            wording.age(now - card.status.since) if card.status else "",
            self._roster.places,
        )
        if state != self._shown:
            self._shown = state
            self._build(card, now)

    def _build(self, card: Card, now: int) -> None:
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        offset = self._scroll.verticalScrollBar().value()
        for shortcut in self._keys:
            shortcut.deleteLater()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.setSpacing(12)
        head = Head(card, now)
        head.close_button.clicked.connect(self.close_card)
        column.addWidget(head)
        self._add_facts(column, card, now)
        column.addWidget(Line())
        self._add_contact(column, card)
        if card.person.profile.talents:
            me = self._roster.me()
            mine = me.person.profile.talents if me is not None and not card.me else ()
            column.addWidget(Line())
            column.addWidget(Talents(card.person, mine))
        if card.me:
            self._add_change(column)
        column.addStretch(1)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(offset)
        self._keys = self.contact.add_keys(self) if self.contact is not None else []
        self.setAccessibleName(card.person.name)
        self.setAccessibleDescription(spoken_row(card, self._roster.places, now))
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        if not self._room.isNull():
            self.place_in(self._room)

    def _add_facts(self, column: QVBoxLayout, card: Card, now: int) -> None:
        freshness = card.freshness(now)
        if freshness in {Freshness.STALE, Freshness.GONE}:
            if card.last_seen is not None:
                column.addWidget(LastSeen(card, self._roster.places, now))
            return
        status = card.status_at(now)
        if status is not None and status.activity is not None:
            column.addWidget(ActivityBox(status.activity, status.since, now))
        if wording.place_path(self._roster.places, card.place_at(now)):
            column.addWidget(PlaceLine(card, self._roster.places, self._roster.my_site, now))

    def _add_contact(self, column: QVBoxLayout, card: Card) -> None:
        ways = card.person.profile.contacts
        name = wording.first_name(card.person)
        quiet = wants_quiet(card)
        self.contact = None
        if quiet and not card.me:
            words = self.tr("Do not disturb: {name} asks for quiet.").format(name=name)
            column.addWidget(Label(words, "small", "avDnd", wrap=True))
        if ways:
            self.contact = ContactRow(ways, self._opener, quiet=quiet or card.me)
            column.addWidget(self.contact)
        elif card.me:
            column.addWidget(
                Label(self.tr("You gave no contact ways."), "small", "ink3", wrap=True)
            )
        else:
            words = self.tr("{name} gave no contact ways.").format(name=name)
            column.addWidget(Label(words, "small", "ink3", wrap=True))

    def _add_change(self, column: QVBoxLayout) -> None:
        column.addWidget(Line())
        column.addWidget(Label(self.tr("This is what colleagues see."), "small", "ink3"))
        change = PrimaryButton(self.tr("Change"), icon="pencil")
        change.clicked.connect(self.change_requested)
        column.addWidget(change)
