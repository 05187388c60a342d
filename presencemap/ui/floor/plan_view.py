"""The plan of a floor: a widget that shows rooms, desks and people, and tells what was chosen.

Owns what the person does with the plan. Must not know the node, the list or the person card.
"""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from presencemap.domain.floor_plan import FloorPlan
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.floor import phrases
from presencemap.ui.floor.plan_painter import PlanPainter
from presencemap.ui.floor.scene import FloorScene, Seat, drawn
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.floor.small_names import named
from presencemap.ui.floor.standing import Crowd, Rest, Standing, crowd
from presencemap.ui.map.accessible import PlateButtons, Spoken
from presencemap.ui.map.gestures import GestureArea
from presencemap.ui.map.hover import Hover
from presencemap.ui.map.people_menu import people_menu
from presencemap.ui.map.projection import Margins
from presencemap.ui.theme import appearance


class PlanView(GestureArea):
    """Persons and places in its signals are ids."""

    person_activated = Signal(str)
    place_chosen = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ownFocus", True)
        self.setMinimumSize(240, 200)
        self.scene: FloorScene | None = None
        self.sheet: Sheet | None = None
        self.crowd = Crowd()
        self.painter = PlanPainter(appearance().theme)
        self._cards: dict[str, Card] = {}
        self._places = PlaceTree()
        self._now = 0
        self._moved = False
        self._taken = Margins()
        self._corner = QRectF()
        self._focused = ""
        self.hover = Hover(self)
        self.hover.person_activated.connect(self.person_activated)
        self.buttons = PlateButtons(self)
        self.buttons.focus_came.connect(self._focus_came)
        self.buttons.focus_left.connect(self._focus_left)
        self.buttons.opened.connect(self.place_chosen)
        self.buttons.listed.connect(self._list)
        self.clicked.connect(self._clicked)
        self.dragged.connect(self._drag)
        self.panned.connect(self._drag)
        self.zoomed.connect(self._zoom)
        self.pointed.connect(self._pointed)
        self.pointer_left.connect(self._left)
        self.everyone_wanted.connect(self.fit)
        appearance().changed.connect(self._look_changed)

    def show_scene(
        self, scene: FloorScene, cards: dict[str, Card], places: PlaceTree, now: int
    ) -> None:
        """Show a floor as it is; another one is shown whole."""
        before = self.scene
        self.scene, self._cards, self._places, self._now = scene, cards, places, now
        self.setAccessibleName(phrases.plan_name(scene))
        size = scene.plan and (scene.plan.width, scene.plan.height)
        was = before.plan and (before.plan.width, before.plan.height) if before else None
        if before is None or before.floor != scene.floor or size != was:
            self._moved = False
        if not self._moved:
            self.fit()
        self._arrange()

    def show_picture(self, picture: QImage | None) -> None:
        """The picture of the plan, None while there is none."""
        self.painter.picture = picture
        self.update()

    def select(self, place: str) -> None:
        """Mark a room or desk, "" for none."""
        self.painter.selected = place
        self.update()

    def select_person(self, person: str) -> None:
        """Mark a person, "" for nobody."""
        self.painter.person = person
        self._arrange()

    def set_matching(self, people: frozenset[str] | None) -> None:
        """Dim everybody whose id isn't in here; None shows all."""
        self.painter.lit = people
        self._arrange()

    def make_room(self, taken: Margins, corner: QRectF) -> None:
        """Keep the whole floor clear of what floats: px at each side, and a corner at the left."""
        if (taken, corner) != (self._taken, self._corner):
            self._taken, self._corner = taken, corner
            if not self._moved:
                self.fit()

    @Slot()
    def fit(self) -> None:
        """The whole floor."""
        self._moved = False
        if self.scene is not None and self.scene.plan is not None:
            self.sheet = self._fitted(self.scene.plan)
        self._arrange()

    def at(self, point: QPointF) -> tuple[Seat | None, Standing | None]:
        """The room or desk and the face under a point."""
        if self.scene is None or self.sheet is None:
            return None, None
        face = next((s for s in reversed(self.crowd.people) if s.box.contains(point)), None)
        under = [
            seat
            for seat in self.scene.seats
            if seat.outline
            and self.sheet.outline(seat.outline).containsPoint(point, Qt.FillRule.OddEvenFill)
        ]
        # A desk lies in its room.
        return max(under, key=lambda seat: seat.is_desk, default=None), face

    def rest_at(self, point: QPointF) -> Rest | None:
        """The number under a point."""
        return next((rest for rest in self.crowd.rests if rest.box.contains(point)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The floor, and the keyboard's edge."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("floor"))
        if self.scene is None or self.sheet is None:
            return
        self.painter.paint(painter, self.scene, self.sheet, self.crowd)
        seat = self.scene.seat(self._focused)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), theme.size("focusRing")))
        if seat is not None and seat.outline:
            painter.drawPolygon(self.sheet.outline(seat.outline))
        elif self.focus_shows:
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole floor, unless somebody looks at a part of it."""
        super().resizeEvent(event)
        if not self._moved:
            self.fit()

    def _fitted(self, plan: FloorPlan) -> Sheet:
        """The whole plan, beside the corner or above it where it would lie under that."""
        room = QRectF(self.rect()).marginsRemoved(QMarginsF(*self._taken))
        sheet = Sheet.fitted(plan.width, plan.height, room)
        if not sheet.box.intersects(self._corner):
            return sheet
        beside, above = QRectF(room), QRectF(room)
        beside.setLeft(self._corner.right())
        above.setBottom(self._corner.top())
        found = (Sheet.fitted(plan.width, plan.height, each) for each in (beside, above))
        return max(found, key=lambda each: each.scale)

    def _arrange(self) -> None:
        """Faces and buttons go where their shapes are."""
        if self.scene is None or self.sheet is None or self.scene.plan is None:
            self.crowd = Crowd()
            self.buttons.show([], self)
            return
        first, lit, theme = self.painter.person, self.painter.lit, appearance().theme
        found = crowd(self.scene, self.sheet, theme, first, lit)
        self.crowd = named(found, self.scene, self.sheet, theme, first)
        boxes = (
            (seat, self.sheet.outline(seat.outline).boundingRect().toRect())
            for seat in self.scene.seats
            if seat.outline
        )
        self.buttons.show([Spoken(s.place, phrases.spoken(s), box) for s, box in boxes], self)
        self.update()

    @Slot(QPointF)
    def _clicked(self, at: QPointF) -> None:
        """A face opens its card, a desk that somebody has too; a room or free desk is chosen.

        A number lists all who are there.
        """
        seat, standing = self.at(at)
        if (rest := self.rest_at(at)) is not None:
            self._list(rest.place)
        elif standing is None and seat is not None and seat.is_desk and seat.faces:
            self.person_activated.emit(seat.faces[0].person)
        elif standing is not None:
            self.person_activated.emit(standing.face.person)
        elif seat is not None:
            self.place_chosen.emit(seat.place)
        else:
            self.cleared.emit()

    @Slot(QPointF)
    def _drag(self, step: QPointF) -> None:
        if self.sheet is not None:
            self._moved = True
            self.sheet = self.sheet.moved(step)
            self._arrange()

    @Slot(float, QPointF, bool)
    def _zoom(self, steps: float, at: QPointF, _at_once: bool = False) -> None:  # noqa: FBT001, FBT002
        if self.sheet is not None:
            self._moved = True
            self.sheet = self.sheet.zoomed(steps, at)
            self._arrange()

    @Slot(QPointF)
    def _pointed(self, at: QPointF) -> None:
        seat, standing = self.at(at)
        hovered = seat.place if seat is not None else ""
        if hovered != self.painter.hovered:
            self.painter.hovered = hovered
            self.update()
        shape = Qt.CursorShape
        self.setCursor(shape.PointingHandCursor if seat or standing else shape.ArrowCursor)
        card = self._cards.get(standing.face.person) if standing else None
        who = (card, self._places, self._now) if card else None
        text = f"{seat.name}\n{phrases.state(seat)}" if seat else ""
        self.hover.rest(text, self.mapToGlobal(at.toPoint()), who)

    @Slot()
    def _left(self) -> None:
        self.painter.hovered = ""
        self.hover.rest("", self.mapToGlobal(self.rect().center()))
        self.update()

    @Slot(str)
    def _focus_came(self, place: str) -> None:
        self._focused = place
        self.update()

    @Slot()
    def _focus_left(self) -> None:
        self._focused = ""
        self.update()

    @Slot(str)
    def _list(self, place: str) -> None:
        """Who is in a room, as a menu."""
        seat = self.scene.seat(place) if self.scene else None
        faces = drawn(self.scene)[0].get(place, ()) if self.scene else ()
        if seat is None or self.sheet is None or not faces:
            return
        at = self.sheet.outline(seat.outline).boundingRect().center().toPoint()
        menu = people_menu(self, seat.name, faces, self.person_activated.emit)
        menu.popup(self.mapToGlobal(at))

    @Slot()
    def _look_changed(self) -> None:
        self.painter.theme = appearance().theme
        self._arrange()
