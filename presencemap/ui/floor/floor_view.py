"""The floor view: a floor's plan or its list of rooms, the floors beside it, and the way back.

Owns which floor is seen and what is chosen there. Knows the team; must not know the map, the
colleague list or the person card: it tells by signals what was chosen.
"""

from PySide6.QtCore import QMarginsF, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.app.commands import SetStatus
from presencemap.domain.roster import Card
from presencemap.ui.compose.draft import Draft
from presencemap.ui.controls import Label
from presencemap.ui.floor import phrases
from presencemap.ui.floor.bare import BareFloor
from presencemap.ui.floor.overlay import Overlay
from presencemap.ui.floor.pictures import Pictures
from presencemap.ui.floor.plan_view import PlanView
from presencemap.ui.floor.room_list import RoomList
from presencemap.ui.floor.roughly import roughly
from presencemap.ui.floor.scene import FloorScene, first_floor, floor_scene, floors_of
from presencemap.ui.map.place_names import PlaceNames
from presencemap.ui.map.projection import Margins
from presencemap.ui.moments import local
from presencemap.ui.people.wording import until as until_words
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance


class FloorView(QWidget):
    """``shown``: a floor's id, "" once it is left, which is ``closed``; ``edit_wanted``: to draw.

    ``country_wanted``, ``town_wanted``: the map around the site of this id, less or more close;
    ``told``: what failed, in words.
    """

    person_activated = Signal(str)
    edit_wanted = Signal()
    closed = Signal()
    country_wanted = Signal(str)
    town_wanted = Signal(str)
    shown = Signal(str)
    told = Signal(str)

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.floor = ""
        self.chosen = ""
        self.plan = PlanView(self)
        self.list = RoomList()
        self.pictures = Pictures(team, self)
        self.words = Label("", "body", "ink2", wrap=True)
        self.bare = BareFloor()
        self.listed = _ListSheet(self.list, self.words, self.bare, self)
        self.overlay = Overlay(self)
        self.lens, self.breadcrumb = self.overlay.lens, self.overlay.breadcrumb
        self.switch, self.zoom, self.pill = (
            self.overlay.switch,
            self.overlay.zoom,
            self.overlay.pill,
        )
        self.filtered = self.overlay.filtered
        self.show_as, self.edit = self.overlay.tools.show_as, self.overlay.tools.edit
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def open_site(self, site: str) -> bool:
        """Show a site's floors: mine first; False where it has none."""
        roster = self._team.roster
        floor = first_floor(roster.places, roster.cards(), site, roster.now())
        return floor is not None and self.open_floor(floor)

    def open_floor(self, floor: str, place: str = "") -> bool:
        """Show a floor, with a room or desk of it chosen; False where it isn't there."""
        self.floor, self.chosen = floor, place
        self.refresh()
        self.shown.emit(self.floor)
        return bool(self.floor)

    @property
    def scene(self) -> FloorScene | None:
        """What is shown."""
        return self.plan.scene if self.floor else None

    @Slot()
    def refresh(self) -> None:
        """Show the floor as it is now; one that is gone is left."""
        self._soon.stop()
        if not self.floor:
            return
        roster = self._team.roster
        cards, now = self._people(), roster.now()
        scene = floor_scene(roster.places, self._team.plans, cards, self.floor, now)
        if scene is None:
            self.leave()
            return
        self.pictures.show(scene.plan.image if scene.plan else None)
        self.plan.show_scene(scene, {c.person.id: c for c in cards}, roster.places, now)
        self.list.show_scene(scene)
        self.breadcrumb.show_scene(scene, self._country(scene))
        self.switch.show_levels(scene.levels, scene.floor)
        self.show_as.setVisible(scene.plan is not None)
        self._offer()
        self._say()
        self._show_page()

    def focus(self) -> None:
        """Give the keyboard to what is shown."""
        self.pane.setFocus()

    @property
    def pane(self) -> QWidget:
        """What takes the keyboard: the plan, the list, or where there is nothing the one act."""
        if not self.plan.isHidden():
            return self.plan
        return self.list if self.bare.isHidden() else self.bare.button

    @Slot()
    def leave(self) -> None:
        """Back to the map."""
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """No floor is seen any more."""
        self.floor = self.chosen = ""
        self.shown.emit("")

    def _leave_to(self, wanted: SignalInstance) -> None:
        site = self.scene.site if self.scene else ""
        self.leave()
        wanted.emit(site)

    def _country(self, scene: FloorScene) -> str:
        """Where the site is, as soon as the map has read where towns are."""
        names, spot = PlaceNames.known(), self._team.roster.places.coordinates(scene.site)
        if names is None or spot is None:
            return ""
        return phrases.country(names.country(scene.town, *spot))

    def stop(self) -> None:
        """Let the worker end."""
        self.pictures.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All floats keep their corners."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plan)
        column.addWidget(self.listed)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        # People and places, and how precisely I share mine.
        self._team.changed.connect(self._soon.start)
        self._team.plans_changed.connect(self._soon.start)
        self.pictures.arrived.connect(self._picture_came)
        for shown in (self.plan, self.list):
            shown.person_activated.connect(self.person_activated)
            shown.place_chosen.connect(self.choose)
        self.plan.cleared.connect(self._clear)
        self.switch.chosen.connect(self._go)
        self.breadcrumb.back.connect(self.leave)
        self.breadcrumb.town_wanted.connect(lambda: self._leave_to(self.town_wanted))
        self.breadcrumb.country_wanted.connect(lambda: self._leave_to(self.country_wanted))
        self.pill.sit_wanted.connect(self.sit)
        self.pill.guests_wanted.connect(self._tell_guests)
        self.show_as.chosen.connect(self._show_page)
        self.edit.clicked.connect(self.edit_wanted)
        self.bare.draw_wanted.connect(self.edit_wanted)
        self.zoom.closer.connect(self.plan.zoom_in)
        self.zoom.farther.connect(self.plan.zoom_out)
        self.zoom.everyone.connect(self.plan.fit)
        self.zoom.me.connect(self._go_to_me)
        for key, step in (("PgUp", -1), ("PgDown", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self._step(step))
        self.filtered.changed.connect(self._arrange)
        appearance().changed.connect(self._arrange)
        appearance().hit_changed.connect(self._arrange)

    @Slot(str)
    def choose(self, place: str) -> None:
        """Choose a room or desk: Enter then sits there."""
        self.chosen = place
        self._offer()
        if self.pill.button.isVisible():
            # Whoever came by keyboard goes on seeing where it is.
            keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            reason = Qt.FocusReason
            self.pill.button.setFocus(
                reason.ShortcutFocusReason if keys else reason.OtherFocusReason
            )

    @Slot(str)
    def sit(self, place: str) -> None:
        """Say that I am there, until my default end."""
        self._team.ask(
            SetStatus(place=place, until=self._until()),
            failed=lambda error: self.told.emit(sentence(error)),
        )

    def _people(self) -> list[Card]:
        """Who is in this site: of thousands, the few that a floor is built of."""
        roster = self._team.roster
        site = roster.places.site(self.floor)
        known = ((card, roster.facts(card.person.id)) for card in roster.cards())
        return [card for card, facts in known if site and facts and facts.site == site.id]

    def _until(self) -> int:
        now = local(self._team.clock())
        return Draft.of(self._team.my_status, now).ends(now)

    def _offer(self) -> None:
        scene = self.scene
        seat = scene.seat(self.chosen) if scene else None
        self.chosen = seat.place if seat else ""
        mine = scene is not None and seat is not None and scene.mine == seat.place
        until = until_words(self._until(), self._team.clock())
        held = self.pill.button.hasFocus()
        me = self._team.my_status
        guests = me.guests if me is not None else 0
        here = self._team.places.get(me.place) if me is not None and me.place else None
        rough = roughly(scene, self._team.precision, here) if scene else None
        self.pill.offer(seat, until, mine=mine, rough=rough, guests=guests)
        self.pill.setVisible(scene is not None and bool(scene.seats))
        if held and self.pill.button.isHidden():
            # Else Qt gives the keyboard to whatever button comes next.
            self.focus()
        self.plan.select(self.chosen)
        self.list.select(self.chosen)
        self._arrange()

    @Slot(int)
    def _tell_guests(self, guests: int) -> None:
        self._team.ask(
            SetStatus(guests=guests), failed=lambda error: self.told.emit(sentence(error))
        )

    @Slot()
    def _clear(self) -> None:
        self.chosen = ""
        self._offer()

    @Slot(str)
    def _go(self, floor: str) -> None:
        self.open_floor(floor)

    @Slot()
    def _go_to_me(self) -> None:
        """To my own floor, with my place chosen, where I am in this site."""
        roster, me, scene = self._team.roster, self._team.me, self.scene
        if me is None or scene is None:
            return
        chain = roster.places.ancestry(me.place_at(roster.now()))
        floors = {floor.id for floor in floors_of(roster.places, scene.site)}
        mine = next((place.id for place in chain if place.id in floors), "")
        if mine:
            self.open_floor(mine, chain[-1].id)

    def _step(self, step: int) -> None:
        """One floor up or down."""
        if (scene := self.scene) is None:
            return
        floors = [floor.id for floor in floors_of(self._team.roster.places, scene.site)]
        at = floors.index(scene.floor) + step
        if 0 <= at < len(floors):
            self.open_floor(floors[at])

    @Slot()
    def _picture_came(self) -> None:
        self.plan.show_picture(self.pictures.image)
        self._say()

    def _say(self) -> None:
        """What there is to say above the list."""
        scene = self.scene
        if scene is None:
            return
        words = ""
        if scene.plan is None:
            words = self.tr("This floor has no plan yet. Draw one, or bring in a picture of it.")
        if self.pictures.failed:
            words = self.tr("The picture of this plan is damaged and isn't shown.")
        self.words.setText(words)
        bare = not scene.seats and not scene.elsewhere
        self.words.setVisible(bool(words) and not bare)
        self.list.setVisible(not bare)
        self.bare.setVisible(bare)

    @Slot()
    def _show_page(self) -> None:
        has_plan = self.scene is not None and self.scene.plan is not None
        plan = has_plan and self.show_as.value == "plan"
        self.plan.setVisible(plan)
        self.zoom.setVisible(plan)
        self.listed.setVisible(not plan)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        self.overlay.arrange()
        self.plan.make_room(self.overlay.room, self.overlay.corner)
        self.listed.make_room(self.overlay.room)


class _ListSheet(QWidget):
    """The list on the surface, with a sentence above it, or what a bare floor has to say.

    Clear of what floats.
    """

    def __init__(self, rows: RoomList, words: Label, bare: BareFloor, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(words)
        self._column.addWidget(rows, 1)
        self._column.addWidget(bare, 1)

    def make_room(self, taken: Margins) -> None:
        """Keep so many px clear for what floats."""
        self._column.setContentsMargins(QMarginsF(*taken).toMargins())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface."""
        QPainter(self).fillRect(self.rect(), appearance().theme.colour("surface"))
