"""The ground of the window: a map, Where or On what, or a floor of a site, and the ways between.

Owns which of them is seen. Knows the team; must not know the list or the person card.
"""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from presencemap.domain.place import Place, PlaceKind
from presencemap.ui.controls import Button, plain
from presencemap.ui.cross_fade import CrossFade
from presencemap.ui.floor.floor_view import FloorView
from presencemap.ui.floor.plan_drop import PlanDrop
from presencemap.ui.floor.scene import first_floor, floors_of
from presencemap.ui.lens import Lens
from presencemap.ui.map.floating import Floating
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.people.wording import place_name
from presencemap.ui.team import Team
from presencemap.ui.topics.asking import OpenQuestions
from presencemap.ui.topics.topic_map import TopicMap

_GLIDING = 60
"""People at most whose faces move from one map to the other."""
_INSIDE = frozenset({PlaceKind.FLOOR, PlaceKind.ROOM, PlaceKind.DESK})
_DRAWN = frozenset({PlaceKind.FLOOR, PlaceKind.OFFICE, PlaceKind.CLIENT})
"""What a plan may be dropped on."""

_COUNTRY_ZOOM = 7.0
_DIM_AFTER = 20
"""Ms after a letter in the filter."""


class Ground(QStackedWidget):
    """``entered`` with a site's id, when a floor of it is seen; ``looked`` through another lens.

    ``first_floor_wanted`` with an office's id: it was opened and has none. ``everybody_wanted``:
    no filter.
    """

    entered = Signal(str)
    first_floor_wanted = Signal(str)
    looked = Signal(Lens)
    everybody_wanted = Signal()

    def __init__(self, team: Team, where_map: WhereMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.map = where_map
        self.floor = FloorView(team)
        self.topics = TopicMap()
        self.topics.attach(team.roster)
        self.asking = OpenQuestions(team, self)
        for page in (self.map, self.floor, self.topics):
            self.addWidget(page)
        self._lens = Lens.WHERE
        self._site: str | None = None
        self._matching: frozenset[str] | None = None
        self._dim_soon = QTimer(self, singleShot=True, interval=_DIM_AFTER)
        self._dim_soon.timeout.connect(self._dim)
        self._way = Floating(self.map)
        row = QHBoxLayout(self._way)
        row.setContentsMargins(self._way.air(4))
        self.button = Button("", icon="layers", small=True)
        row.addWidget(self.button)
        self._way.hide()
        self.button.clicked.connect(self.enter)
        self.map.place_opened.connect(self._opened)
        self.floor.closed.connect(self._leave)
        self.asking.changed.connect(self._learn_questions)
        self.floor.town_wanted.connect(self._show_town)
        self.floor.country_wanted.connect(partial(self._show_town, zoom=_COUNTRY_ZOOM))
        team.jobs_changed.connect(self._learn_jobs)
        self._learn_jobs()
        for each in (self.map, self.floor, self.topics):
            each.lens.chosen.connect(self.look)
            each.filtered.everybody_wanted.connect(self.everybody_wanted)
        self.map.topic_wanted.connect(lambda: self._show_chosen(Lens.WHAT))
        self.topics.chosen_wanted.connect(lambda: self._show_chosen(Lens.WHERE))
        team.roster.updated.connect(self._offer)
        self.drop = PlanDrop(self, self._floor_at)
        self.fade = CrossFade(self)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back)

    def shows(self, person: str, lens: Lens) -> bool:
        """Whether somebody has a place through a lens: a site, or a topic or job they are on."""
        facts = self._team.roster.facts(person)
        if facts is None:
            return False
        if lens is Lens.WHERE:
            return facts.site is not None
        return bool(facts.topics) or bool(not facts.stale and self._team.jobs_of(person))

    @property
    def lens(self) -> Lens:
        """How people are looked at; a floor is of Where."""
        return self._lens

    @Slot(Lens)
    def look(self, lens: Lens) -> None:
        """Show the same people through this lens: a floor stays, where Where is on already.

        From a floor through the other one, and Where is the map again.
        """
        if lens is self._lens:
            return
        before = self.pane()
        focused = before.hasFocus() or before.isAncestorOf(self.window().focusWidget() or self)
        self._lens = lens
        if lens is Lens.WHAT:
            self.topics.came_from(self._faces())
        self.fade.keep(self)
        if self.on_floor:
            self.floor.forget()
        self.setCurrentWidget(self.topics if lens is Lens.WHAT else self.map)
        self.fade.begin()
        if focused:
            self.pane().setFocus(Qt.FocusReason.OtherFocusReason)
        self.looked.emit(lens)

    def _faces(self) -> dict[str, QPointF]:
        """Where faces are drawn, of few people: many would cross each other to no use."""
        if self.on_floor or len(self._team.roster.cards()) > _GLIDING:
            return {}
        return self.map.foreground.face_places(self.map.camera.view)

    def _show_chosen(self, lens: Lens) -> None:
        """Whom is chosen, on the other map."""
        self.look(lens)
        if lens is Lens.WHERE:
            self.map.show_chosen()

    @Slot()
    def _learn_questions(self) -> None:
        self.topics.set_questions(self.asking.questions, self.asking.followed)

    @Slot()
    def _learn_jobs(self) -> None:
        self.topics.set_jobs(self._team.jobs)

    def ensure_free(self, person: str, right: int, bottom: int = 0) -> None:
        """Keep a person clear of a card, on both maps: px at the right or bottom edge."""
        self.map.ensure_free(person, right, bottom)
        self.topics.ensure_free(person, right, bottom)

    def card_closed(self) -> None:
        """No card covers an edge any more."""
        self.map.card_closed()
        self.topics.card_closed()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001
        """Whether things jump where they else glide."""
        self.map.set_reduced_motion(reduced)
        self.topics.set_reduced_motion(reduced)
        self.fade.reduced_motion = reduced

    @property
    def on_floor(self) -> bool:
        """Whether a floor is seen."""
        return self.currentWidget() is self.floor

    def set_site(self, site: str | None) -> None:
        """The site that the way leads into; None: the one where I am."""
        self._site = site
        self._offer()

    @Slot(str)
    def open(self, place: str) -> bool:
        """Go into a site, onto a floor, or to a room or desk of it; False where there is none."""
        chain = self._team.roster.places.ancestry(place)
        floor = next((each.id for each in chain if each.kind is PlaceKind.FLOOR), "")
        if floor:
            opened = self.floor.open_floor(floor, place if place != floor else "")
        else:
            opened = bool(chain) and self.floor.open_site(chain[0].id)
        if opened:
            self.look(Lens.WHERE)
            self.setCurrentWidget(self.floor)
            self.floor.focus()
            self.entered.emit(chain[0].id)
        return opened

    @Slot(str)
    def _opened(self, place: str) -> None:
        """A plate was opened; what is no office has floors only where somebody wants them."""
        site = self._team.roster.places.get(place)
        if not self.open(place) and site is not None and site.kind is PlaceKind.OFFICE:
            self.first_floor_wanted.emit(place)

    def is_inside(self, place: str) -> bool:
        """Whether a place is a floor, or a room or desk on one."""
        chain = self._team.roster.places.ancestry(place)
        inside = bool(chain) and chain[-1].kind in _INSIDE
        return inside and any(each.kind is PlaceKind.FLOOR for each in chain)

    def pane(self) -> QWidget:
        """What takes the keyboard: a map, or what is shown of a floor."""
        if self._lens is Lens.WHAT:
            return self.topics
        return self.floor.pane if self.on_floor else self.map

    def select_person(self, person: str) -> None:
        """Mark a person on all of them, "" for nobody."""
        self.topics.select_person(person or None)
        self.map.select_person(person or None)
        self.floor.plan.select_person(person)

    def set_matching(self, people: frozenset[str] | None) -> None:
        """Dim everybody whose id isn't in here, on all of them; None shows all.

        It comes a frame later: the list, over which somebody types, is painted first.
        """
        self._matching = people
        self._dim_soon.start()

    @Slot(str)
    def tell_filter(self, kept: str) -> None:
        """Say on all of them whom the filter keeps; "" where that is to be seen elsewhere."""
        for each in (self.map, self.floor, self.topics):
            each.filtered.show_filter(kept)

    @Slot()
    def _dim(self) -> None:
        self.topics.set_matching(self._matching)
        self.map.set_matching(self._matching)
        self.floor.plan.set_matching(self._matching)

    @Slot()
    def back(self) -> None:
        """To the map, where a floor is seen."""
        if self.on_floor:
            self.floor.leave()

    def stop(self) -> None:
        """Let the workers of all end."""
        self.topics.stop()
        self.map.stop()
        self.floor.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way stays in its corner."""
        super().resizeEvent(event)
        self.fade.end()
        self._offer()

    @Slot()
    def enter(self) -> None:
        """Where the way leads, if it leads anywhere."""
        if not self.on_floor and (site := self._leads_to()) is not None:
            self.open(site)

    @Slot()
    def _leave(self) -> None:
        self.setCurrentWidget(self.map)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _show_town(self, site: str, zoom: float | None = None) -> None:
        """The map around a site, where it is on it; as close as a town, or at another zoom."""
        spot = self._team.roster.places.coordinates(site)
        if spot is not None:
            self.map.show_spot(*spot, zoom)

    def _leads_to(self) -> str | None:
        """The chosen site, else mine, where it has floors."""
        roster = self._team.roster
        for site in (self._site, roster.my_site):
            if site is not None and floors_of(roster.places, site):
                return site
        return None

    def _floor_at(self, point: QPoint) -> Place | None:
        """The floor that is seen, or of the site whose plate is there: one without a plan first.

        A site that has no floor itself: there one is to be made.
        """
        roster = self._team.roster
        if self.on_floor:
            return roster.places.get(self.floor.floor)
        item, _ = self.map.item_at(QPointF(point))
        if item is None or item.merged or roster.day is not None:
            return None
        drawn = {plan.floor for plan in self._team.plans}
        floors = floors_of(roster.places, item.key)
        bare = next((floor for floor in reversed(floors) if floor.id not in drawn), None)
        first = first_floor(roster.places, roster.cards(), item.key, roster.now())
        found = bare or roster.places.get(first or item.key)
        return found if found is not None and found.kind in _DRAWN else None

    @Slot()
    def _offer(self) -> None:
        """Show the way into the site that is chosen, or where I am; floors are of now."""
        roster, site = self._team.roster, self._leads_to()
        place = roster.places.get(site) if roster.day is None else None
        self._way.setVisible(place is not None)
        if place is None:
            return
        name = self.button.fontMetrics().elidedText(
            place_name(place), Qt.TextElideMode.ElideRight, max(60, self.width() // 2)
        )
        self.button.setText(plain(self.tr("Floor plan of {place}").format(place=name)))
        self._way.resize(self._way.sizeHint())
        self.map.place_way(self._way)
