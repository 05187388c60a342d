"""The map window: top bar, the panes with colleagues, map and card, status bar.

Owns what the parts do to each other and what the keys do between them. Opens no dialog
and starts nothing: it says what is wanted.
"""

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QMoveEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.domain.availability import Sharing
from presencemap.ui import stood
from presencemap.ui.banners.banner import Banner
from presencemap.ui.banners.ended_banner import EndedBanner
from presencemap.ui.banners.offline_banner import OfflineBanner
from presencemap.ui.banners.prompt_banner import PromptBanner
from presencemap.ui.find.leads import Leads
from presencemap.ui.ground import Ground
from presencemap.ui.invite_dialog import why_not
from presencemap.ui.lens import Lens
from presencemap.ui.lenses import Lenses
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.map_server.consent import MapConsent
from presencemap.ui.menus.sharing_menu import toggled
from presencemap.ui.motion import Motion
from presencemap.ui.pane_steps import PaneSteps, Parts
from presencemap.ui.panes import Panes
from presencemap.ui.people.asking import Asking
from presencemap.ui.people.colleague_keys import ColleagueKeys
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.person.visits import Visits
from presencemap.ui.ports import Towns
from presencemap.ui.preferences import Preferences
from presencemap.ui.reading_order import ReadingWindow
from presencemap.ui.screen import Screen
from presencemap.ui.status_bar import StatusBar
from presencemap.ui.team import Team
from presencemap.ui.top_bar import TopBar
from presencemap.ui.topics.desk import TopicDesk
from presencemap.ui.visibility import held_back

NARROWEST = 320
LOWEST = 480


class MainWindow(ReadingWindow):
    """`composer_wanted` with where the status pill is on the screen; `closed` by the person."""

    composer_wanted = Signal(QRect)
    pill_moved = Signal()
    sharing_chosen = Signal(object)
    anew_wanted = Signal()
    closed = Signal()

    def __init__(
        self, team: Team, preferences: Preferences, towns: Towns, language: str = ""
    ) -> None:
        super().__init__()
        self._team = team
        self._preferences = preferences
        self.top = TopBar(team, towns, language)
        self.banner = Banner()
        self.offline = OfflineBanner(team)
        self.ended = EndedBanner(team, preferences)
        self.prompts = PromptBanner(team, preferences, self.ended)
        self.people = PeoplePanel(team.roster)
        self.map = WhereMap()
        self.map.attach(team.roster)
        self.consent = MapConsent(team, preferences, self.map, self)
        self.ground = Ground(team, self.map)
        self.status = StatusBar(team)
        self.motion = Motion(self, less=preferences.less_motion)
        self.top.looks.less_motion.setChecked(preferences.less_motion)
        self.setWindowTitle(self.tr("Presence Map"))
        self.setMinimumSize(NARROWEST, LOWEST)
        self.panes = Panes(self.people, self.ground)
        self.card = PersonCard(team.roster, self.panes)
        self.panes.hold(self.card)
        self.asking = Asking(team, self.card, self)
        self.visits = Visits(team, self, self.panes, self.card, self.people)
        self.desk = TopicDesk(team, self.ground, self.people)
        self.lenses = Lenses(self, self.ground, self.panes, self.people, self.card)
        self._lay_out()
        self._connect()
        self.leads = Leads(team, towns, self)
        self._keys()
        stood.restore(self, self.panes, self.map, self._preferences)
        self.people.set_loading(True)
        self._learn()

    def save(self) -> None:
        """Remember where everything stood."""
        stood.keep(self, self.panes, self.map, self._preferences)

    def stop(self) -> None:
        """Let the map's workers end; the window goes."""
        self.save()
        self.top.find_field.stop()
        self.ground.stop()

    def bring_up(self) -> None:
        """Show it, whatever it was: hidden, minimised, behind others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def open_person(self, person: str) -> None:
        """Show a person's card; the map brings the plate into the free area.

        While a page is shown, theirs in its place.
        """
        if not person or self.visits.go_on(person):
            return
        self.panes.paint_card_later()
        self.people.select(person)
        self.ground.select_person(person)
        self.card.open(person)
        self.panes.keep_clear()

    def show_person(self, person: str) -> None:
        """Go to where a person is shown, and open the card; floors are of now."""
        roster = self._team.roster
        if self.panes.current is not Screen.COLLEAGUES:
            self.panes.show_map()
        card = roster.shown_card(person)
        place = card.place_at(roster.now()) if card is not None else None
        self._go_to(place)
        if roster.day is None:
            self._go_inside(place)
        self.open_person(person)

    def show_place(self, place: str) -> None:
        """Go to a place; the list has the people of its site on top."""
        site = self._team.roster.places.site(place)
        if site is None:
            return
        self.panes.show_map()
        self.ground.look(Lens.WHERE)
        self._go_to(place)
        self.card.close_card()
        self.map.select_place(site.id)
        self._place_chosen(site.id)
        if not self._go_inside(place):
            self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def pill_place(self) -> QRect:
        """Where the status pill is on the screen: the composer opens below it."""
        pill = self.top.pill
        return QRect(pill.mapToGlobal(pill.rect().topLeft()), pill.size())

    def sizeHint(self) -> QSize:
        """As on the mock-ups."""
        return QSize(1280, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What hangs below the pill comes along."""
        super().resizeEvent(event)
        self.pill_moved.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """A window manager places a window after it has shown."""
        super().moveEvent(event)
        self.pill_moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The application decides what closing means."""
        self.save()
        event.accept()
        self.closed.emit()

    def _lay_out(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.offline, self.ended, self.prompts, self.banner, self.panes):
            column.addWidget(part, 1 if part is self.panes else 0)
        column.addWidget(self.status)
        self.setCentralWidget(holder)

    def _connect(self) -> None:
        self.people.person_activated.connect(self.open_person)
        self.people.person_selected.connect(self.ground.select_person)
        self.people.place_wanted.connect(self._place_of_row)
        self.people.matches_changed.connect(self.ground.set_matching)
        self.people.filter_told.connect(self.ground.tell_filter)
        self.ground.everybody_wanted.connect(self.people.show_everybody)
        self.map.person_activated.connect(self.open_person)
        self.map.place_selected.connect(self._place_chosen)
        self.map.cleared.connect(self._clear)
        self.topics = self.ground.topics
        self.topics.person_activated.connect(self.open_person)
        self.topics.cleared.connect(self._clear)
        self.topics.empty.wanted.connect(self._compose)
        self.ground.entered.connect(self.panes.show_map)
        self.ground.entered.connect(self._place_chosen)
        self.ground.floor.person_activated.connect(self.open_person)
        self.ground.floor.shown.connect(self.people.choose_floor)
        self.ground.floor.told.connect(self.banner.tell)
        self.map.days.chosen.connect(self.show_day)
        self.ground.entered.connect(lambda _site: self.show_day(None))
        self.card.closed.connect(self._card_closed)
        self.visits.card_wanted.connect(self.open_person)
        self.visits.map_wanted.connect(self.show_person)
        self.card.change_requested.connect(self._compose)
        self.card.filled.connect(self._show_jobs)
        self._team.jobs_changed.connect(self._show_jobs)
        self.top.pill.clicked.connect(self._pill_clicked)
        self.ground.asking.asked.connect(self.people.people.set_questions)
        for chosen in (self.top.sharing_chosen, self.status.sharing_chosen):
            chosen.connect(self.sharing_chosen)
        self.offline.return_wanted.connect(self._toggle_sharing)
        self.offline.anew_wanted.connect(self.anew_wanted)
        self.ended.elsewhere_wanted.connect(self._compose)
        self.prompts.other_wanted.connect(self._compose)
        self.top.asks.setChecked(self.prompts.remembers)
        self.top.asks.triggered.connect(lambda on: self.prompts.remember(on=on))
        self.prompts.forgotten.connect(lambda: self.top.asks.setChecked(False))
        for part in (self.ended, self.prompts, self.asking, self.visits, self.desk):
            part.told.connect(self.banner.tell)
        self.motion.changed.connect(self.ground.set_reduced_motion)
        self.ground.set_reduced_motion(self.motion.reduced)
        self.motion.ask()
        self.top.looks.motion_chosen.connect(self._choose_motion)
        self._team.changed.connect(self._learn)

    def _keys(self) -> None:
        keys = (
            ("Ctrl+N", self._compose),
            ("Ctrl+Shift+P", self._toggle_sharing),
            ("Ctrl+K", self.top.find_field.seek),
            ("Ctrl+F", self._filter),
            ("Alt+Right", self.ground.enter),
            ("Ctrl+PgDown", self._next_day),
            ("Ctrl+PgUp", self._day_before),
            ("Esc", self._escape),
        )
        for sequence, act in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
        ColleagueKeys(self, self._team.roster, self.card, self.people.view)
        steps = PaneSteps(self, self._parts)
        self.panes.rail.keyed.connect(steps.come_along)

    def _parts(self) -> Parts:
        page = self.panes.page
        return Parts(
            top=(self.top.team_button, self.top),
            people=(self.people.view, self.people),
            panel=(self.desk.panel.close_button, self.desk.panel),
            screen=(self.ground.pane() if page is self.ground else page, page),
            card=(self.card, self.card),
        )

    @Slot()
    def _filter(self) -> None:
        self.panes.show_list()
        self.people.focus_filter()

    @Slot()
    def _compose(self) -> None:
        self.composer_wanted.emit(self.pill_place())

    @Slot()
    def _pill_clicked(self) -> None:
        """While I don't share, what I am on is not the first question."""
        if self._team.removed:
            self.anew_wanted.emit()
        elif self._team.sharing is Sharing.ON:
            self._compose()
        else:
            self.top.open_sharing()

    @Slot()
    def _toggle_sharing(self) -> None:
        if not self._team.removed:
            self.sharing_chosen.emit(toggled(self._team.sharing))

    @Slot(bool)
    def _choose_motion(self, less: bool) -> None:  # noqa: FBT001
        self._preferences.less_motion = less
        self.motion.choose(less=less)

    @Slot(object)
    def show_day(self, day: date | None) -> None:
        """Show everybody as planned for a day, on the map and in the list; None: as it is now."""
        self._team.roster.show_day(day)

    @Slot()
    def _next_day(self) -> None:
        self.map.days.step(1)

    @Slot()
    def _day_before(self) -> None:
        self.map.days.step(-1)

    @Slot()
    def _escape(self) -> None:
        """Close the topmost, then go back to now, clear the selection, and on a map the filter."""
        if self.panes.over is not None:
            self.visits.leave()
        elif self.card.person:
            self.card.close_card()
        elif self.ground.on_floor:
            self.ground.back()
        elif self._team.roster.day is not None:
            self.show_day(None)
        elif self.panes.page is self.ground and self.people.people.filtering and not self._chosen:
            self.people.show_everybody()
        else:
            self._clear()

    @property
    def _chosen(self) -> bool:
        people = self.people
        return bool(people.view.selected or people.people.chosen_site or self.topics.topic)

    @Slot()
    def _clear(self) -> None:
        self.card.close_card()
        self.people.select("")
        self.ground.select_person("")
        self.ground.set_site(None)
        self.topics.choose_topic(None)
        self.map.select_place(None)
        self.people.choose_place(None)

    @Slot(str)
    def _place_chosen(self, site: str) -> None:
        """A plate was picked: the list has its people on top, and a card doesn't hide them."""
        if self.panes.card_covers_list:
            self.card.close_card()
        self.people.choose_place(site)
        self.ground.set_site(site)

    @Slot(str)
    def _place_of_row(self, site: str) -> None:
        """As a click on its plate; the list keeps the keyboard, on the same person."""
        self._place_chosen(site)
        self.map.select_place(site)
        self._go_to(site)
        self.people.select(self.people.view.selected)

    def _go_to(self, place: str | None) -> None:
        spot = self._team.roster.places.coordinates(place)
        if spot is not None:
            self.map.show_spot(*spot)

    def _go_inside(self, place: str | None) -> bool:
        """Onto the floor of a place that is on one, else back to the map."""
        if place is not None and self.ground.is_inside(place) and self.ground.open(place):
            return True
        self.ground.back()
        return False

    @Slot()
    def _show_jobs(self) -> None:
        self.card.jobs.show_jobs(self._team.jobs_of(self.card.person))

    @Slot()
    def _card_closed(self) -> None:
        self.ground.card_closed()
        beside = self.people.view if self.people.isVisible() else self.panes.page
        beside.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _learn(self) -> None:
        held = held_back(self._team.sharing, removed=self._team.removed)
        for part in (self.card, self.visits.page):
            part.hold_back(held)
        self.map.alone.allow(why_not(self._team))
        if self._team.roster.cards():
            self.people.set_loading(False)
        name = self._team.name
        self.setWindowTitle(
            self.tr("{team}, Presence Map").format(team=name) if name else self.tr("Presence Map")
        )
