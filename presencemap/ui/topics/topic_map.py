"""The topic map, On what: one widget that paints topics and people, and takes mouse and keys.

Owns what the person does with it. Must not know the node, the list or the person card: it is given
people and questions, and tells by signals what was chosen.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from presencemap.domain.job import Job
from presencemap.domain.text import fold
from presencemap.domain.topic_graph import Question
from presencemap.ui.glide import Glide
from presencemap.ui.lens import Lens
from presencemap.ui.map.accessible import PlateButton
from presencemap.ui.map.gestures import GestureArea
from presencemap.ui.map.hover import Hover
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import appearance
from presencemap.ui.topics import phrases
from presencemap.ui.topics.camera import Camera
from presencemap.ui.topics.choice import TopicChoice
from presencemap.ui.topics.floats import TopicFloats
from presencemap.ui.topics.foreground import TopicForeground
from presencemap.ui.topics.framing import TopicFraming, most_hubs
from presencemap.ui.topics.scene import TopicScene
from presencemap.ui.topics.watch import Looks, TopicWatch

_SETTLE_MS = 120
_GLIDE_MS = 260
"""Of topics and faces, to where they are now."""
DRAWING_MS = 2.5
"""Of a frame, but for what was begun, for sprites that weren't drawn yet."""
AHEAD_MS = 3.0
"""The same between two frames."""


class TopicMap(GestureArea):
    """``attach`` it to the roster. Persons in its signals are ids, topics names."""

    person_activated = Signal(str)
    topic_changed = Signal(str)
    cleared = Signal()
    surveyed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty("ownFocus", True)
        self.setMinimumSize(240, 200)
        self.camera = Camera(self)
        self.foreground = TopicForeground(appearance().theme)
        self.hover = Hover(self, Lens.WHERE)
        self._floats = TopicFloats(self)
        floats = self._floats
        self.lens, self.chips, self.empty = floats.lens, floats.chips, floats.empty
        self.zoom_buttons, self.more = floats.zoom_buttons, floats.more
        self.filtered = floats.filtered
        self._framing = TopicFraming(self.camera, self.foreground, self._floats)
        self._choice = TopicChoice(self, self.camera, self.foreground, self._framing)
        self._watch = TopicWatch(self.foreground, self._looks, self)
        self._matching: frozenset[str] | None = None
        self._came_from: dict[str, QPointF] = {}
        self._first = True
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._next_frame = QTimer(self, singleShot=True, interval=0)
        self._glide = Glide(self, _GLIDE_MS)
        self._connect()
        if (app := QApplication.instance()) is not None:
            app.aboutToQuit.connect(self.stop)
        self.setAccessibleName(phrases.map_name(self.scene))

    def _connect(self) -> None:
        appearance().changed.connect(self._look_changed)
        appearance().hit_changed.connect(self._arrange)
        self.camera.moved.connect(self.update)
        self.camera.aimed.connect(self._settle.start)
        self._watch.surveyed.connect(self._surveyed)
        self._settle.timeout.connect(self._settled)
        self._next_frame.timeout.connect(self._draw_ahead)
        self._glide.advanced.connect(self._advance)
        self.hover.person_activated.connect(self._activate)
        self.clicked.connect(self._clicked)
        framing = self._framing
        self.double_clicked.connect(lambda at: framing.zoom(1.0, at))
        self.dragged.connect(framing.drag)
        self.flung.connect(framing.fling)
        self.held.connect(self.camera.catch)
        self.panned.connect(framing.pan)
        self.zoomed.connect(lambda steps, at, once: framing.zoom(steps, at, at_once=once))
        self.pointed.connect(self._pointed)
        self.pointer_left.connect(self._pointer_left)
        self.everyone_wanted.connect(self.show_everything)
        self.me_wanted.connect(self.show_me)
        self.topic_wanted.connect(self.show_chosen)
        self.empty.all_wanted.connect(self.chips.clear)
        buttons = self.zoom_buttons
        buttons.closer.connect(self.zoom_in)
        buttons.farther.connect(self.zoom_out)
        buttons.everyone.connect(self.show_everything)
        buttons.me.connect(self.show_me)
        self.chips.changed.connect(self._filter_changed)
        self.more.chosen.connect(self.choose_topic)
        self._choice.person.connect(self._activate)
        self._choice.topic.connect(self.choose_topic)
        self._choice.changed.connect(self.update)

    # What is shown.

    @property
    def scene(self) -> TopicScene:
        """What is shown."""
        return self.foreground.scene

    @property
    def buttons(self) -> tuple[PlateButton, ...]:
        """One over each topic, face and question, as Tab goes."""
        return self._choice.buttons.buttons

    @property
    def topic(self) -> str | None:
        """The topic that is chosen."""
        return self.foreground.topic

    def attach(self, model: RosterModel) -> None:
        """Show this model's people from now on, while the map is to be seen."""
        self._watch.attach(model)

    def set_questions(self, questions: Iterable[Question], followed: Iterable[str]) -> None:
        """What is asked in the open, and the topics that I follow."""
        self._watch.set_questions(questions, followed)

    def set_jobs(self, jobs: Iterable[Job]) -> None:
        """The team's jobs: those that don't rest are places too."""
        self._watch.set_jobs(jobs)

    def set_matching(self, people: frozenset[str] | None) -> None:
        """Dim everybody whose id isn't in here; None shows all."""
        self._matching = people
        self._mark()

    def select_person(self, person: str | None) -> None:
        """Bring this person's face out."""
        self.foreground.person = person
        if person and self.scene.seat(person) is None:
            self.refresh()
        self._settle.start()
        self.update()

    def choose_topic(self, name: str | None) -> None:
        """Mark a topic, and bring it to the map where it isn't; None marks none."""
        known = (*(hub.name for hub in self.scene.hubs), *(each[0] for each in self.scene.rest))
        name = next((each for each in known if fold(each) == fold(name or "")), name or None)
        if name is None and self.foreground.topic is None:
            return
        self.foreground.topic = name
        if self.scene.hub(name) is not None:
            self._framing.uncover(f"#{name}")
        self.refresh()
        self.update()
        self.topic_changed.emit(name or "")

    def came_from(self, places: dict[str, QPointF]) -> None:
        """Where each person's face was on another picture, px: from there it glides."""
        self._came_from = places

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001
        """Whether things jump where they else glide."""
        self.camera.reduced_motion = reduced

    def ensure_free(self, person: str, right: int, bottom: int = 0) -> None:
        """Show all, or at least the person's face, clear of a card: px at the right or bottom."""
        self._floats.make_room(right, bottom)
        self._framing.make_room(person)
        self._settle.start()

    def card_closed(self) -> None:
        """No card covers an edge any more."""
        self._floats.make_room(0, 0)
        self._framing.card_closed()
        self._settle.start()

    @Slot()
    def refresh(self) -> None:
        """Survey anew, soon; while nobody looks, when somebody does."""
        self._watch.refresh()

    @Slot()
    def stop(self) -> None:
        """Let the worker end; call it before the map goes."""
        self._watch.stop()

    @Slot()
    def show_everything(self) -> None:
        """The closest view of all topics."""
        self._framing.show_everything()

    @Slot()
    def show_me(self) -> None:
        """Go to my own face, if I am on a topic."""
        seat = next((seat for seat in self.scene.seats if seat.me), None)
        if seat is not None:
            self._framing.go_to(seat.at)

    @Slot()
    def show_chosen(self) -> None:
        """Go to the chosen person's face, else to the chosen topic."""
        scene, shown = self.scene, self.foreground
        found = scene.seat(shown.person) or scene.hub(shown.topic)
        if found is not None:
            self._framing.go_to(found.at)

    # What changes.

    def _looks(self) -> Looks:
        return Looks(self.isVisible(), self.chips.only_followed, self._most())

    def _most(self) -> int:
        return most_hubs(self.width(), self.height())

    @Slot(object)
    def _surveyed(self, scene: TopicScene) -> None:
        anew = scene.most != self.scene.most and (scene.narrow or self.scene.narrow)
        first, self._first = self._first or anew or not self.scene.hubs, False
        if scene == self.scene and not (first or self._came_from):
            self.surveyed.emit()
            return
        self.chips.learn(scene)
        self._floats.learn(scene)
        if first:
            self.foreground.show(scene)
            self._framing.begin(anew=anew)
        view, came_from = self.camera.view, self._came_from
        self.foreground.show(scene, {p: view.on_plane(at) for p, at in came_from.items()})
        self._came_from = {}
        self.setAccessibleName(phrases.map_name(scene))
        self._mark()
        self._framing.keep_all()
        self.foreground.lay_out(self.camera.goal, self._floats.obstacles())
        self._glide_there(at_once=first and not came_from)
        self._settle.start()
        self.surveyed.emit()

    def _glide_there(self, *, at_once: bool = False) -> None:
        still = self.foreground.progress >= 1.0
        self._glide.begin(at_once=still or at_once or self.camera.reduced_motion)

    @Slot(object)
    def _advance(self, done: float) -> None:
        self.foreground.progress = done
        if done >= 1.0:
            self._settle.start()
        self.update()

    @Slot()
    def _filter_changed(self) -> None:
        self._mark()
        self.refresh()

    def _mark(self) -> None:
        kept = self.chips.kept(self.scene)
        lit = self._matching
        if kept is not None:
            lit = kept if lit is None else lit & kept
        self.foreground.mark(lit)
        self.update()

    @Slot()
    def _settled(self) -> None:
        """All stands still: find room for cards, and tell keyboard and screen reader where."""
        self.foreground.lay_out(self.camera.goal, self._floats.obstacles())
        if self.foreground.progress < 1.0 and not self._glide.running:
            self._glide_there()
        self._choice.speak()
        self.update()

    @Slot()
    def _draw_ahead(self) -> None:
        sprites = self.foreground.sprites
        sprites.draw_ahead(AHEAD_MS)
        self.update()
        if sprites.lacking:
            # A screen that shows few frames a second needn't wait for so many.
            self._next_frame.start()

    @Slot()
    def _look_changed(self) -> None:
        self.foreground.set_theme(appearance().theme)
        self._floats.arrange()
        self._settle.start()
        self.update()

    # Mouse and keys, as GestureArea tells them.

    @Slot(QPointF)
    def _clicked(self, at: QPointF) -> None:
        key = self.foreground.at(at, self.camera.view)
        if key is None:
            self.choose_topic(None)
            self.cleared.emit()
        else:
            self._choice.open(key)

    @Slot(str)
    def _activate(self, person: str) -> None:
        self.select_person(person)
        self.person_activated.emit(person)

    @Slot(QPointF)
    def _pointed(self, at: QPointF) -> None:
        key, model = self._choice.hover(at), self._watch.model
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        card = model.card(key) if model is not None and key else None
        who = (card, model.places, model.now()) if model is not None and card else None
        text = self._choice.name_of(key) if key and who is None else ""
        self.hover.rest(text, self.mapToGlobal(at.toPoint()), who)

    @Slot()
    def _pointer_left(self) -> None:
        self._choice.hover(None)
        self.hover.rest("", QPoint())

    @Slot()
    def _arrange(self) -> None:
        self._floats.arrange()
        self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Before it was ever moved, the map keeps showing everything."""
        super().resizeEvent(event)
        self.camera.resize(self.width(), self.height())
        self._floats.arrange()
        if self.scene.hubs:
            self._framing.begin()
        if self._most() != self.scene.most:
            self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dotted ground, then topics and people."""
        theme, scale = appearance().theme, self.devicePixelRatioF()
        view = self.camera.view
        sprites = self.foreground.sprites
        sprites.begin(DRAWING_MS)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        origin = view.to_screen(0, 0)
        offset = QPointF(-origin.x() % 40, -origin.y() % 40)
        painter.drawTiledPixmap(QRectF(self.rect()), sprites.dots(scale), offset)
        self.foreground.paint(painter, view, scale, self.camera.goal.zoom)
        if sprites.lacking:
            self._next_frame.start()
        if self.focus_shows:
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
