"""What is said of one colleague, on a card or on a page of their own, kept true while it is open.

Owns who that is, the parts that say it, and what is wanted by them. Reads the roster model; where
each part stands, whoever derives from it says.
"""

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from presencemap.domain.plan import day_of
from presencemap.domain.roster import Card, Freshness
from presencemap.domain.status import Activity
from presencemap.ui.controls import Label, Line, PrimaryButton, QuietButton
from presencemap.ui.jobs.job_tags import JobTags
from presencemap.ui.people import wording
from presencemap.ui.people.card_content import Content, scrolled
from presencemap.ui.people.card_head import Head
from presencemap.ui.people.card_sections import (
    ActivityBox,
    Acts,
    LastSeen,
    PlaceLine,
    Talents,
    wants_quiet,
)
from presencemap.ui.people.coming_days import ComingDays
from presencemap.ui.people.contact_ways import ContactWays
from presencemap.ui.people.key_note import KeyNote
from presencemap.ui.people.known import person_of
from presencemap.ui.people.rehearsal import Rehearsal
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.row_facts import row_facts, spoken_row
from presencemap.ui.steps import whole
from presencemap.ui.theme.appearance import appearance


class AboutPerson(QWidget):
    """`open(id)` shows somebody, `close_card` nobody (`closed`); `filled`: it says something else.

    `question`: what comes of a struggle, and `jobs`: who knows of these fills them.
    """

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
        self, roster: RosterModel, contact: ContactWays, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._roster = roster
        self._person = ""
        self._shown: tuple[object, ...] = ()
        # Before all that comes into it: Qt dresses anew whatever gets another parent.
        self._content = Content()
        self.area = scrolled(self._content, self)
        self.contact = contact
        self.key_note = KeyNote()
        self._activity = ActivityBox(partial(person_of, roster))
        self.question = self._activity.question
        self.jobs = JobTags()
        self._place = PlaceLine()
        self._last_seen = LastSeen()
        self._days = ComingDays()
        self._quiet = Label("", "small", "avDnd", wrap=True)
        self._no_ways = Label("", "small", "ink3", wrap=True)
        self._talents = Talents()
        self._mine = Label("", "small", wrap=True)
        self.acts = Acts()
        self.change = PrimaryButton(self.tr("Change"), icon="pencil")
        self.change.clicked.connect(self.change_requested)
        self._own = self._make_own()
        self._head = self._make_head()
        self._connect_acts()
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
        """Show a person; a stranger's id closes it."""
        if person != self._person:
            self.area.verticalScrollBar().setValue(0)
            self.contact.notice.hide()
            focus = self.focusWidget()
            if focus is not None and self.isAncestorOf(focus):
                # A button under the keyboard shall not become another person's.
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rehearsal.stop()
        self._person = person
        self._shown = ()
        self._refresh()

    def close_card(self) -> None:
        """Close, and say so."""
        if not self._person:
            return
        self._person = ""
        self._withdraw()
        self.closed.emit()

    def hold_back(self, words: str) -> None:
        """About myself: what colleagues see instead while I don't share, "" while I do."""
        self._mine.setText(words or self.tr("This is what colleagues see."))
        self._mine.set_tone("warn" if words else "ink3")

    def _make_head(self) -> Head:
        return Head()

    def _withdraw(self) -> None:
        """Nobody is shown any more."""

    def _settle(self) -> None:
        """It may want another height than before."""

    def _filled_anew(self, card: Card, now: int) -> None:
        """Everything is said; what is to be asked for it may be asked."""

    def _connect_acts(self) -> None:
        acts = self.acts
        acts.note.clicked.connect(lambda: self._with_them(self.note_requested))
        acts.link.clicked.connect(lambda: self._with_them(self.link_requested))
        acts.introduce.clicked.connect(lambda: self._with_them(self.introduction_requested))
        acts.follow.clicked.connect(self._follow)
        self.contact.note_wanted.connect(acts.note.click)
        self.contact.add_keys(self)
        self.key_note.compare_wanted.connect(self._compare)

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
                whole(self._filling(card, now))
                self._filled_anew(card, now)
                self.filled.emit()
            self._settle()

    def _rehearse(self) -> Generator[None, None, bool]:
        """As with somebody's card, of which nobody else is told."""
        others = (card for card in self._roster.cards() if not card.me)
        card = next(others, None)
        if card is not None:
            with self._content.at_once():
                yield from self._filling(card, self._roster.now())
        return card is not None

    def _filling(self, card: Card, now: int) -> Generator[None, None, None]:
        """Say what the card says now; what stands on it stays, so that focus and pointer do."""
        roster, me, person = self._roster, self._roster.me(), card.person
        self._head.show_card(card, now)
        self.key_note.show_card(card)
        yield
        self._fill_facts(card, now)
        yield
        self._fill_contact(card)
        yield
        mine = me.person.profile.talents if me is not None and not card.me else ()
        self._talents.show_person(person, mine)
        self._talents.setVisible(bool(person.profile.talents))
        self.acts.show_card(card)
        for part in (self.change, *self._own):
            part.setVisible(card.me)
        self.setAccessibleName(person.name)
        self.setAccessibleDescription(spoken_row(card, roster.places, now))

    def _fill_contact(self, card: Card) -> None:
        """How they are reached; who asks for quiet is written to."""
        name, ways = wording.first_name(card.person), card.person.profile.contacts
        quiet = wants_quiet(card) and not card.me
        asks = self.tr("Do not disturb: {name} asks for quiet.").format(name=name)
        without = (
            self.tr("You gave no contact ways.")
            if card.me
            else self.tr("{name} gave no contact ways.").format(name=name)
        )
        self._quiet.setText(asks if quiet else "")
        self._no_ways.setText("" if ways else without)
        for label in (self._quiet, self._no_ways):
            label.setVisible(bool(label.text()))
        self.contact.show_ways(ways, quiet=quiet, me=card.me)

    def activity_of(self, card: Card, now: int) -> Activity | None:
        """What they are on; nothing of who isn't reached."""
        status = card.status_at(now)
        here = card.freshness(now) not in {Freshness.STALE, Freshness.GONE}
        return status.activity if status is not None and here else None

    def _fill_facts(self, card: Card, now: int) -> None:
        places = self._roster.places
        here = card.freshness(now) not in {Freshness.STALE, Freshness.GONE}
        status, activity = card.status_at(now), self.activity_of(card, now)
        if status is not None and activity is not None:
            self._activity.show_activity(activity, status.since, now, self._roster.names)
        self._activity.setVisible(activity is not None)
        if here:
            self._place.show_card(card, places, self._roster.my_site, now)
        else:
            self._place.hide()
            self._last_seen.show_card(card, places, now)
        self._last_seen.setVisible(not here and card.last_seen is not None)
        today = day_of(now)
        self._days.show_plans(card.plans_from(today), places, today, self._roster.day)

    def _make_own(self) -> tuple[QWidget, ...]:
        """What my own card has below."""
        self.hold_back("")
        days = QuietButton(self.tr("My coming days …"), icon="calendar", small=True)
        days.clicked.connect(self.days_requested)
        return Line(), self._mine, days
