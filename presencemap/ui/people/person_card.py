"""The card of one colleague, floating over the map: who, what, where, contact, talents.

Owns what is open and keeps it true while the roster changes. Reads the roster model; must not know
the map or the node.
"""

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.domain.person import Person
from presencemap.domain.plan import day_of
from presencemap.domain.roster import Card, Freshness
from presencemap.ui.controls import Label, Line, PrimaryButton, QuietButton
from presencemap.ui.jobs.job_tags import JobTags
from presencemap.ui.painting.shadow import paint_floating
from presencemap.ui.people import wording
from presencemap.ui.people.card_content import INSET, PAD, Beside, Content, Section, scrolled
from presencemap.ui.people.card_sections import (
    ActivityBox,
    Acts,
    BriefActivity,
    Head,
    LastSeen,
    PlaceLine,
    Talents,
    wants_quiet,
)
from presencemap.ui.people.coming_days import ComingDays
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.contact_row import ContactRow
from presencemap.ui.people.key_note import KeyNote
from presencemap.ui.people.near_acts import NearActs
from presencemap.ui.people.rehearsal import Rehearsal
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.row_facts import heard, row_facts, spoken_row
from presencemap.ui.people.suggestions import Suggestions
from presencemap.ui.theme.appearance import appearance

SHADOW = 12
AIR = 14


class PersonCard(QWidget):
    """`open(id)` shows it, Esc or the cross closes it (`closed`); `filled`: it says something else.

    `appearing`: it is filled and wants its place before it is seen.
    `question`: what comes of a struggle, and `jobs`: who knows of these fills them.
    """

    appearing = Signal()
    closed = Signal()
    filled = Signal()
    change_requested = Signal()
    days_requested = Signal()
    verify_requested = Signal(str, str)
    follow_requested = Signal(str, bool)
    note_requested = Signal(str)
    link_requested = Signal(str)
    introduction_requested = Signal(str)

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
        self._room = QRect()
        self._brief = False
        self._head = Head()
        self.key_note = KeyNote()
        self._doing = BriefActivity()
        self._activity = ActivityBox(self._known)
        self.question = self._activity.question
        self.jobs = JobTags()
        self._place = PlaceLine()
        self._last_seen = LastSeen()
        self._days = ComingDays()
        self._quiet = Label("", "small", "avDnd", wrap=True)
        self.contact = ContactRow(self._opener)
        self._no_ways = Label("", "small", "ink3", wrap=True)
        self._talents_line = Line()
        self._talents = Talents()
        self._mine = Label("", "small", wrap=True)
        self.acts = Acts()
        self.near = NearActs(self.acts)
        self.suggestions = Suggestions()
        self._connect_acts()
        self.change = PrimaryButton(self.tr("Change"), icon="pencil")
        self.change.clicked.connect(self.change_requested)
        self._own = self._make_own()
        self._content = self._lay_out()
        self._scroll = scrolled(self._content)
        column = QVBoxLayout(self)
        edge = SHADOW + INSET
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.hide()
        self.contact.add_keys(self)
        self._head.close_button.clicked.connect(self.close_card)
        self._content.grown.connect(self._grown)
        self.key_note.compare_wanted.connect(self._compare)
        self._rehearsal = Rehearsal(self, self._rehearse)
        roster.updated.connect(self._rehearsal.ask)
        roster.dataChanged.connect(self._rows_changed)
        roster.updated.connect(self._refresh)
        appearance().changed.connect(self._look_changed)

    @property
    def person(self) -> str:
        """The id of who is shown, "" when closed."""
        return self._person

    def open(self, person: str) -> None:
        """Show a person's card; a stranger's id closes it."""
        if person != self._person:
            self._scroll.verticalScrollBar().setValue(0)
            self.contact.notice.hide()
            focus = self.focusWidget()
            if focus is not None and self.isAncestorOf(focus):
                # A button under the keyboard shall not become another person's.
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rehearsal.stop()
        self._person = person
        self._shown = ()
        self._refresh()
        if self._person:
            # First: what lies over a sheet comes with its place.
            self.raise_()
            self.appearing.emit()
            self.show()

    def close_card(self) -> None:
        """Close, and say so."""
        if not self._person:
            return
        self._person = ""
        self.hide()
        self.closed.emit()

    def hold_back(self, words: str) -> None:
        """On my own card: what colleagues see instead while I don't share, "" while I do."""
        self._mine.setText(words or self.tr("This is what colleagues see."))
        self._mine.set_tone("warn" if words else "ink3")

    def place_in(self, room: QRect) -> None:
        """Stand at the top right of `room` (parent's px), at most as high as that; then scroll."""
        self._room = room
        self._abridge(brief=False)
        hint = self.sizeHint()
        height = min(hint.height(), room.height() - 2 * (AIR - SHADOW))
        self._scrolls(height < hint.height())
        left = room.right() + 1 - hint.width() - AIR + SHADOW
        self.setGeometry(left, room.top() + AIR - SHADOW, hint.width(), height)

    def fill(self, box: QRect, *, brief: bool) -> None:
        """Stand in exactly this box (parent's px), and scroll. ``brief``: but the main things."""
        self._room = QRect()
        self._abridge(brief=brief)
        self._scrolls(True)
        self.setGeometry(box.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def sizeHint(self) -> QSize:
        """324 px and the content's height, with the shadow's margin around it."""
        theme = appearance().theme
        width = theme.px(theme.size("personCard"))
        inner = self._content.heightForWidth(width - 2 * INSET)
        return QSize(width + 2 * SHADOW, inner + 2 * (INSET + SHADOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The raised surface and its shadow; the keyboard's ring."""
        theme = appearance().theme
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter = QPainter(self)
        paint_floating(painter, theme, box, theme.radius("card"), spread=10)
        if self.hasFocus() and self.window().testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        ):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), theme.size("focusRing")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, theme.radius("card"), theme.radius("card"))

    def _connect_acts(self) -> None:
        acts = self.acts
        acts.note.clicked.connect(lambda: self._with_them(self.note_requested))
        acts.link.clicked.connect(lambda: self._with_them(self.link_requested))
        acts.introduce.clicked.connect(lambda: self._with_them(self.introduction_requested))
        acts.follow.clicked.connect(self._follow)

    @Slot(QModelIndex, QModelIndex)
    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._person and first.row() <= self._roster.row_of(self._person) <= last.row():
            self._refresh()

    @Slot()
    def _compare(self) -> None:
        card = self._roster.card(self._person)
        if card is not None:
            self.verify_requested.emit(card.person.id, card.person.name)

    @Slot()
    def _follow(self) -> None:
        card = self._roster.card(self._person)
        if card is not None and not card.me:
            self.follow_requested.emit(card.person.id, not card.followed)

    def _known(self, person: str) -> Person | None:
        card = self._roster.card(person)
        return None if card is None else card.person

    def _with_them(self, wanted: SignalInstance) -> None:
        card = self._roster.card(self._person)
        if card is not None and not card.me:
            wanted.emit(card.person.id)

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
        state = (
            card.person,
            card.status_at(now),
            (card.verified, card.same_name_as, card.new_key, card.cloned, card.followed),
            row_facts(card, self._roster.places, self._roster.my_site, now, self._roster.names),
            self._roster.my_site,
            (card.plans_from(day_of(now)), self._roster.day, day_of(now)),
            me.person.profile.talents if me else (),
            wording.age(now - card.status.since) if card.status else "",
            self._roster.places,
        )
        if state != self._shown:
            self._shown = state
            with self._content.at_once():
                self._fill(card, now)
                self.suggestions.show_card(card, now)
                self.filled.emit()
            self.updateGeometry()
            self._grown()

    def _rehearse(self) -> bool:
        """As with somebody's card, of which nobody else is told."""
        others = (card for card in self._roster.cards() if not card.me)
        card = next(others, None)
        if card is not None:
            with self._content.at_once():
                self._fill(card, self._roster.now())
        return card is not None

    def _fill(self, card: Card, now: int) -> None:
        """Say what the card says now; what stands on it stays, so that focus and pointer do."""
        roster, me, person = self._roster, self._roster.me(), card.person
        name = wording.first_name(person)
        where = wording.place_path(roster.places, card.place_at(now))
        facts = " · ".join(filter(None, [where, "" if card.me else heard(card, now)]))
        self._head.show_card(card, now, facts if self._brief else "")
        self.key_note.show_card(card)
        self._fill_facts(card, now)
        quiet = wants_quiet(card)
        self._quiet.setText(
            self.tr("Do not disturb: {name} asks for quiet.").format(name=name)
            if quiet and not card.me
            else ""
        )
        ways = person.profile.contacts
        # Nobody calls themselves: what the others see of it stands below, on the whole card.
        self.contact.show_ways(() if card.me and self._brief else ways, quiet=quiet or card.me)
        without = (
            self.tr("You gave no contact ways.")
            if card.me
            else self.tr("{name} gave no contact ways.").format(name=name)
        )
        self._no_ways.setText("" if ways else without)
        for label in (self._quiet, self._no_ways):
            label.setVisible(bool(label.text()))
        mine = me.person.profile.talents if me is not None and not card.me else ()
        self._talents.show_person(person, mine)
        self._talents_line.setVisible(bool(person.profile.talents))
        self._talents.setVisible(bool(person.profile.talents))
        self.acts.show_card(card)
        self.near.show_card(card, brief=self._brief)
        for part in (self.change, *self._own):
            part.setVisible(card.me)
        self.setAccessibleName(person.name)
        self.setAccessibleDescription(spoken_row(card, roster.places, now))

    def _fill_facts(self, card: Card, now: int) -> None:
        places = self._roster.places
        here = card.freshness(now) not in {Freshness.STALE, Freshness.GONE}
        status = card.status_at(now)
        activity = status.activity if status is not None and here else None
        if status is not None and activity is not None:
            names = self._roster.names
            self._activity.show_activity(activity, status.since, now, names)
            self._doing.show_activity(activity)
        self._activity.setVisible(activity is not None)
        self._doing.setVisible(activity is not None and self._brief)
        if here:
            self._place.show_card(card, places, self._roster.my_site, now)
        else:
            self._place.hide()
            self._last_seen.show_card(card, places, now)
        self._last_seen.setVisible(not here and card.last_seen is not None)
        today = day_of(now)
        self._days.show_plans(card.plans_from(today), places, today, self._roster.day)

    def _lay_out(self) -> Content:
        content = Content()
        column = QVBoxLayout(content)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(12)
        said = (self._activity, self.jobs, self._place)
        facts = (*said, self._last_seen, self._days, Line(), self._quiet)
        acts = self.acts
        knows = (self._talents_line, self._talents)
        rest = (self._no_ways, acts, self.suggestions, *knows, acts.foot, *self._own)
        self._facts, self._rest = Section(facts), Section(rest)
        parts = (
            self._head,
            self.key_note,
            self._doing,
            self._facts,
            Beside(self.contact, self.near),
            self.change,
            self._rest,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return content

    def _scrolls(self, low: bool) -> None:  # noqa: FBT001
        """Only where the room is low: a bar that comes for a moment wraps lines, and then stays."""
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if low else policy.ScrollBarAlwaysOff
        if wanted is not self._scroll.verticalScrollBarPolicy():
            self._scroll.setVerticalScrollBarPolicy(wanted)

    def _abridge(self, *, brief: bool) -> None:
        """Show the main things only, or all."""
        if brief is not self._brief:
            self._brief = brief
            self._facts.setVisible(not brief)
            self._rest.setVisible(not brief)
            self._content.draw_together(brief=brief)
            self._look_changed()

    def _make_own(self) -> tuple[QWidget, ...]:
        """What my own card has below."""
        self.hold_back("")
        days = QuietButton(self.tr("My coming days …"), icon="calendar", small=True)
        days.clicked.connect(self.days_requested)
        return Line(), self._mine, days

    @Slot()
    def _grown(self) -> None:
        """Something on it came or went: take the height that is wanted, where there is room."""
        if self._person and not self._room.isNull():
            self.place_in(self._room)
