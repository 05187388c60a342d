"""The Where map: one widget that paints ground, names and people, and takes mouse and keys.

Owns what the person does with the map. Must not know the node, the list or the person card: it is
given cards and places, and tells by signals what was chosen.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from presencemap.domain.place import PlaceTree
from presencemap.domain.plan import day_of
from presencemap.domain.roster import MINUTE, Card
from presencemap.ui.map import phrases
from presencemap.ui.map.camera import Camera
from presencemap.ui.map.choice import Choice
from presencemap.ui.map.crowd import Crowd
from presencemap.ui.map.floating import Floating
from presencemap.ui.map.floats import Floats
from presencemap.ui.map.following import Following
from presencemap.ui.map.framing import Framing
from presencemap.ui.map.gestures import GestureArea
from presencemap.ui.map.hover import Hover
from presencemap.ui.map.item import Item
from presencemap.ui.map.labels import PlacedLabel
from presencemap.ui.map.marking import Marking
from presencemap.ui.map.picture import Picture
from presencemap.ui.map.pin import PinMover
from presencemap.ui.map.projection import View
from presencemap.ui.map.renewal import Renewal
from presencemap.ui.map.scene import Face
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import appearance
from presencemap.ui.turns import Rounds, alone

_SETTLE_MS = 120


class WhereMap(GestureArea):
    """``attach`` it to the roster. Persons and places in its signals are ids."""

    person_activated = Signal(str)
    place_selected = Signal(str)
    place_opened = Signal(str)
    cleared = Signal()
    invite_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty("ownFocus", True)
        self.setMinimumSize(240, 200)
        self.camera = Camera(self)
        self._picture = Picture(appearance().theme, self)
        self.foreground, self.raster = self._picture.foreground, self._picture.raster
        self.town_mark = self._picture.town_mark
        self.hover = Hover(self)
        self.hover.person_activated.connect(self._activate)
        self._model: RosterModel | None = None
        self._cards: Sequence[Card] = ()
        self._crowd = Crowd()
        self._places = PlaceTree()
        self._now = 0
        self._minute = -1
        self._floats = Floats(self)
        self.zoom_buttons, self.dock = self._floats.zoom_buttons, self._floats.dock
        self.alone, self.days, self.lens = self._floats.alone, self._floats.days, self._floats.lens
        self.filtered = self._floats.filtered
        self._marking = Marking(self, self.foreground, self.dock)
        self.pin = PinMover(self, self.camera, self._floats)
        self._framing = Framing(self.camera, self.foreground, self._floats)
        self._choice = Choice(self, self.camera, self.foreground, self._framing)
        self.plate_buttons, self.enter_chosen = self._choice.buttons, self._choice.enter
        self._refresh_soon = QTimer(self, singleShot=True, interval=0)
        self._refreshing = Rounds(self, self._refreshed)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._following = Following(self, self.camera, self.foreground, self._floats)
        self._renewal = Renewal(
            self,
            self.camera,
            self._picture,
            framing=self._framing,
            floats=self._floats,
            following=self._following,
        )
        self._connect()
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)
        self.setAccessibleName(phrases.map_name(self.foreground.scene))

    def _connect(self) -> None:
        appearance().changed.connect(self._look_changed)
        appearance().hit_changed.connect(self._arrange)
        self.camera.moved.connect(self.update)
        self._picture.changed.connect(self.update)
        self._refresh_soon.timeout.connect(self._refreshing.ask)
        for rest in (self._choice.speak, self._following.rest, self._framing.rest):
            self._settle.timeout.connect(rest)
        for moved in (self.camera.aimed, self._following.changed, self.filtered.changed):
            moved.connect(self._settle.start)
        self._following.changed.connect(self.update)
        self.clicked.connect(self._clicked)
        self.double_clicked.connect(self._double_clicked)
        self.dragged.connect(self._framing.drag)
        self.flung.connect(self.camera.fling)
        self.held.connect(self.camera.catch)
        self.panned.connect(self._framing.pan)
        self.zoomed.connect(self._zoom)
        self.pointed.connect(self._pointed)
        self.pointer_left.connect(self._pointer_left)
        self.everyone_wanted.connect(self.show_everyone)
        self.me_wanted.connect(self.show_me)
        self.chosen_wanted.connect(self.show_chosen)
        self.zoom_buttons.me.connect(self.show_me)
        self.zoom_buttons.closer.connect(self.zoom_in)
        self.zoom_buttons.farther.connect(self.zoom_out)
        self.zoom_buttons.everyone.connect(self.show_everyone)
        self.dock.person_activated.connect(self._activate)
        self._floats.nobody.everyone_wanted.connect(self.show_everyone)
        self.alone.invite_wanted.connect(self.invite_wanted)
        self._choice.person.connect(self._activate)
        self._choice.place.connect(self._choose_place)
        self._choice.changed.connect(self.update)
        self._marking.changed.connect(self.update)

    # What is shown.

    def attach(self, model: RosterModel) -> None:
        """Show this model's people and places from now on; batches of changes cost one pass."""
        self._model = model
        model.updated.connect(self._refresh_soon.start)
        model.day_changed.connect(self._picture.arrivals.forget)
        self._refresh_soon.start()

    def set_places(self, places: PlaceTree) -> None:
        """Without a model: the places."""
        self._places = places
        self._refresh_soon.start()

    def set_cards(self, cards: Iterable[Card], now: int) -> None:
        """Without a model: everybody's cards as they are at ``now`` (ms)."""
        self._cards = tuple(cards)
        self._now = now
        self._refresh_soon.start()

    def set_matching(self, people: frozenset[str] | None) -> None:
        """Dim everybody whose id isn't in here; None shows all."""
        self._marking.lit = people
        self._marking.ask()

    def select_person(self, person: str | None) -> None:
        """Mark the plate of this person, and bring the face to the front."""
        self._marking.person = person
        self._marking.ask()

    def select_place(self, place: str | None) -> None:
        """Mark the plate of this place."""
        self._marking.place = place
        self._marking.ask()

    def place_way(self, way: Floating) -> None:
        """Keep the way to elsewhere in its place, clear of plates and days."""
        self._floats.way = way
        self._floats.arrange()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001
        """Whether things jump where they else glide, and nobody's arrival rings."""
        self.camera.reduced_motion = self._picture.arrivals.reduced_motion = reduced

    def view_to_keep(self) -> tuple[float, float, float] | None:
        """Latitude, longitude and zoom to restore; None while nobody has moved the map."""
        return self._framing.view_to_keep()

    def restore_view(self, lat: float, lon: float, zoom: float) -> None:
        """Show this instead of everyone."""
        self._framing.untouched = False
        self.camera.jump(View(lat, lon, zoom, self.width(), self.height()))

    @Slot()
    def stop(self) -> None:
        """Let the backdrop's workers end; call it before the map goes."""
        self._refreshing.stop()
        self._marking.stop()
        self._following.stop()
        self._picture.close()

    @property
    def labels(self) -> list[PlacedLabel]:
        """The place names of the last frame."""
        return self._picture.labels

    def is_painted(self) -> bool:
        """Whether the ground of this view is there in full."""
        return self._picture.is_complete(self.camera.view, self.devicePixelRatioF())

    def item_at(self, point: QPointF) -> tuple[Item | None, Face | None]:
        """The plate and the face under a point of the widget."""
        return self.foreground.at(point, self.camera.view)

    # Where it looks.

    @Slot()
    def zoom_in(self) -> None:
        """Twice as close."""
        self._zoom(1.0, QPointF(self.rect().center()))

    @Slot()
    def zoom_out(self) -> None:
        """Twice as far."""
        self._zoom(-1.0, QPointF(self.rect().center()))

    @Slot()
    def show_everyone(self) -> None:
        """The closest view of all places with people, at city scale at most."""
        self._framing.show_everyone()
        if self.foreground.zoom == self.camera.goal.zoom:
            # No other zoom brings another layout; what floats is elsewhere over this one.
            self._lay_out()

    @Slot()
    def show_me(self) -> None:
        """Go to where I say that I am, if that is on the map."""
        me = self._crowd.me
        if me is not None:
            self._show_at(me.place_at(self._now))

    @Slot()
    def show_chosen(self) -> None:
        """Go to the chosen person, else to the chosen place."""
        card = self._crowd.card(self._marking.person)
        self._show_at(self._marking.place if card is None else card.place_at(self._now))

    def _show_at(self, place: str | None) -> None:
        spot = self._places.coordinates(place)
        if spot is not None:
            self.show_spot(*spot)

    def show_spot(self, lat: float, lon: float, zoom: float | None = None) -> None:
        """Go there, as close as a city at least, or at this zoom; degrees."""
        self._framing.go_to(lat, lon, zoom)

    def ensure_free(self, person: str, right: int, bottom: int = 0) -> None:
        """Pan so that the person's plate is clear of a card: px at the right or bottom edge."""
        self._floats.cover(right, bottom)
        item = self.foreground.item_of(person=person)
        if item is not None:
            self._framing.uncover(item)

    def card_closed(self) -> None:
        """No card covers an edge any more."""
        self._floats.cover(0, 0)
        self._settle.start()

    # What changes.

    def _refreshed(self) -> Iterator[None]:
        """The picture before stays until all of the next one is known."""
        if self._model is not None:
            self._cards, self._places = self._model.shown(), self._model.places
            self._now = self._model.now()
        scene = yield from self._crowd.taking(self._cards, self._places, self._now)
        yield
        # Who is alone has no need of days.
        there = self._crowd.plans if len(self._cards) > 1 else None
        day = self._model.day if self._model is not None else None
        self._floats.show_days(day_of(self._now), day, there)
        yield
        self.setAccessibleName(phrases.map_name(scene, self.days.day))
        before, minute = self.foreground.scene, self._now // MINUTE
        yield
        if (scene, minute) == (before, self._minute):
            return
        self._minute = minute
        yield
        if (scene.docks, scene.alone) != (before.docks, before.alone):
            yield from self.dock.drawing(scene.docks)
            yield from alone()
            # In one turn with their place: in the old one their words are cut.
            self.dock.show_docks(scene.docks)
            self.dock.set_matching(self._marking.lit)
            self._floats.show_alone(scene.alone and bool(self._cards))
            self._floats.arrange()
            yield
        yield from self._renewal.steps(scene, self._now, self._crowd.came)

    def _lay_out(self) -> None:
        self._following.lay_out()
        self._settle.start()

    @Slot()
    def _arrange(self) -> None:
        self._floats.arrange()
        self._settle.start()

    @Slot()
    def _look_changed(self) -> None:
        self._picture.set_theme(appearance().theme)
        self._floats.arrange()
        self._lay_out()
        self.update()

    # What was chosen.

    @Slot(str)
    def _activate(self, person: str) -> None:
        self.select_person(person)
        self.person_activated.emit(person)

    @Slot(str)
    def _choose_place(self, place: str) -> None:
        self.select_place(place)
        self.place_selected.emit(place)

    # Mouse and keys, as GestureArea tells them.

    @Slot(QPointF)
    def _clicked(self, at: QPointF) -> None:
        """A face opens its card, a plate selects its place, the ground clears."""
        item, face = self.item_at(at)
        if face is not None:
            self._activate(face.person)
        elif item is not None:
            self._choice.open(item)
        else:
            self.select_place(None)
            self.cleared.emit()

    @Slot(QPointF)
    def _double_clicked(self, at: QPointF) -> None:
        item, _ = self.item_at(at)
        if item is None:
            self._zoom(1.0, at)
        elif not (item.merged or item.is_bubble):
            self.place_opened.emit(item.key)

    @Slot(float, QPointF, bool)
    def _zoom(self, steps: float, at: QPointF, at_once: bool = False) -> None:  # noqa: FBT001, FBT002
        self._framing.untouched = False
        self._following.by_fingers = at_once
        self.camera.zoom_by(steps, at.x(), at.y(), at_once=at_once)
        self._following.by_fingers = False

    @Slot(QPointF)
    def _pointed(self, at: QPointF) -> None:
        item, face = self.item_at(at)
        self._hover_over(item)
        self.setCursor(Qt.CursorShape.PointingHandCursor if item else Qt.CursorShape.ArrowCursor)
        card = self._crowd.card(face.person) if face else None
        who = (card, self._places, self._now) if card else None
        text = self.foreground.name_of(item) if item else ""
        self.hover.rest(text, self.mapToGlobal(at.toPoint()), who)

    @Slot()
    def _pointer_left(self) -> None:
        self._hover_over(None)
        self.hover.rest("", QPoint())

    def _hover_over(self, item: Item | None) -> None:
        key = item.key if item else None
        if key != self.foreground.hovered:
            self.foreground.hovered = key
            self.update()

    def update(self) -> None:  # type: ignore[override]
        """What floats is marked first: else Qt paints the map alone, and once more under that."""
        self.lens.update(0, 0, 1, 1)
        super().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything keeps its place; before it was ever moved, the map keeps showing everyone."""
        super().resizeEvent(event)
        self.camera.resize(self.width(), self.height())
        self._floats.arrange()
        if self._framing.untouched and self.foreground.items:
            self._renewal.start_afresh()
            self._settle.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame of the picture."""
        with self._picture.paused():
            self._floats.lines = self._picture.paint(
                QPainter(self),
                self.camera.view,
                self.devicePixelRatioF(),
                self._floats.lying(),
                beside=self._floats.card,
                focused=self.focus_shows,
            )
