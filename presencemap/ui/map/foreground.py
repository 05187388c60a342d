"""The people on the map: the scene laid out for a zoom, painted over any view, found under a point.

Owns which sprite stands where. Knows no widget, no input and no backdrop.
"""

from collections.abc import Generator, Iterable, Iterator
from copy import copy
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from presencemap.ui.map import phrases
from presencemap.ui.map.contents import Contents
from presencemap.ui.map.item import Item
from presencemap.ui.map.layout import (
    Form,
    Measure,
    Pin,
    Placed,
    Rect,
    Shape,
    lay_out,
    laying_out,
)
from presencemap.ui.map.looks import Looks
from presencemap.ui.map.plates import Plate, PlateSprites, shown_on
from presencemap.ui.map.projection import (
    MAX_ZOOM,
    WORLD,
    View,
    px_per_10km,
    world_x,
    world_y,
)
from presencemap.ui.map.scene import Face, Scene
from presencemap.ui.steps import whole
from presencemap.ui.theme.tokens import Theme

_SPLIT_STEP = 0.25
_TOWN_KM = 4.0
_LEAST_AREA, _MOST_AREA = 16.0, 560.0
"""Px: an area is an area at any zoom."""


_Marks = tuple[frozenset[str] | None, str | None, str | None]


class _Laid(NamedTuple):
    """What changes at once when another scene comes."""

    contents: Contents
    worlds: dict[str, tuple[float, float]]
    zoom: float
    items: tuple[Item, ...]
    marks: _Marks


class _Sight(NamedTuple):
    """A view, its middle in world coordinates and its scale."""

    view: View
    x: float
    y: float
    scale: float


class Foreground:
    """Holds the scene and its layout. Lay out after each change of scene or zoom, not per frame."""

    def __init__(self, theme: Theme) -> None:
        self._sprites = PlateSprites(theme)
        self._looks = Looks(self._sprites)
        self._contents = Contents()
        self._worlds: dict[str, tuple[float, float]] = {}
        self._sight: _Sight | None = None
        self._marks: _Marks = None, None, None
        self._zoom = 0.0
        self.items: tuple[Item, ...] = ()
        self.hovered: str | None = None
        self.focused: str | None = None

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._contents.scene

    @property
    def laid(self) -> _Laid:
        """All that shows, and for whom it is marked."""
        return _Laid(self._contents, self._worlds, self._zoom, self.items, self._marks)

    def set_theme(self, theme: Theme) -> None:
        """Take another look; lay out again, texts may be wider."""
        self._sprites = PlateSprites(theme)
        self._looks = Looks(self._sprites)

    def ahead(self, scene: Scene, now: int) -> "Foreground":
        """One with other people or ages, to be laid out and drawn before this one becomes it."""
        made = copy(self)
        made.set_scene(scene, now)
        return made

    def become(self, ahead: "Foreground") -> None:
        """Show what the other does; who is sought or chosen may have changed meanwhile."""
        self._contents, self._worlds, self._zoom, self.items, marks = ahead.laid
        if marks != self._marks:
            self.mark(*self._marks)

    def set_scene(self, scene: Scene, now: int) -> None:
        """Take other people or ages; lay out again."""
        self._contents = self._contents.after(scene, now)
        self._worlds = {s.id: (world_x(s.lon), world_y(s.lat)) for s in scene.spots}

    def mark(
        self, lit: frozenset[str] | None, person: str | None = None, place: str | None = None
    ) -> None:
        """Who matches the filter, and which person and place are selected; moves nothing."""
        whole(self.marking(lit, person, place))

    def marking(
        self, lit: frozenset[str] | None, person: str | None, place: str | None
    ) -> Generator[None, None, None]:
        """``mark`` in steps, which takes effect with the last."""
        self._marks, before, items = (lit, person, place), self.items, list[Item]()
        for item in before:
            if all(key in self._contents for key in item.placed.members):
                items.append(self._item(item.placed))
                yield
        if self.items is before:
            self.items = tuple(items)
        else:
            self.mark(lit, person, place)

    def forget(self) -> None:
        """The next layout owes nothing to this one."""
        self.items = ()

    def lay_out(self, view: View, obstacles: Iterable[Rect] = ()) -> None:
        """Find the places of all plates for the zoom of a view; obstacles in its px."""
        whole(self.laying_out(view, obstacles))

    def laying_out(self, view: View, obstacles: Iterable[Rect] = ()) -> Generator[None, None, None]:
        """``lay_out`` in steps, which takes effect with the last.

        Not to be gone on with once the scene is another.
        """
        window = Rect(view.left * view.scale, view.top * view.scale, view.width, view.height)
        to_lay_out = self._to_lay_out(view, obstacles)
        self._take(view, (yield from laying_out(*to_lay_out, window=window)))

    def drawing(self, view: View, scale: float) -> Iterator[None]:
        """Draw the plates that are in a view, in steps."""
        window = Rect(0, 0, view.width, view.height)
        for item in self.items:
            if self.box(item, view).meets(window):
                self._sprites.prepare(self._look(item), scale)
                yield

    def _take(self, view: View, placed: Iterable[Placed]) -> None:
        self._zoom = view.zoom
        self.items = tuple(self._item(each) for each in placed)

    def previewing(
        self, view: View, obstacles: Iterable[Rect] = ()
    ) -> Generator[None, None, list[Rect]]:
        """The boxes on screen that ``lay_out`` would give, in steps."""
        left, top = view.left * view.scale, view.top * view.scale
        placed = yield from laying_out(*self._to_lay_out(view, obstacles))
        return [each.rect.moved(-left, -top) for each in placed]

    def _to_lay_out(
        self, view: View, obstacles: Iterable[Rect] = ()
    ) -> tuple[list[Pin], Measure, float, list[Placed], list[Rect]]:
        """What a layout goes by; obstacles in px of the view."""
        left, top = view.left * view.scale, view.top * view.scale
        world = view.scale
        pins = [
            Pin(spot.id, x * world, y * world, len(spot.faces), spot.city)
            for spot, (x, y) in zip(self.scene.spots, self._worlds.values(), strict=True)
        ]
        return (
            pins,
            self._measure,
            px_per_10km(view.center_lat, view.zoom),
            [item.placed for item in self.items],
            [obstacle.moved(left, top) for obstacle in obstacles],
        )

    @property
    def zoom(self) -> float:
        """The zoom that is laid out."""
        return self._zoom

    def splitting_zoom(self, item: Item, view: View) -> float | None:
        """The first zoom beyond the view's at which the places of an item part, None for never."""
        zoom = view.zoom
        while item.merged and zoom < MAX_ZOOM:
            zoom = min(MAX_ZOOM, zoom + _SPLIT_STEP)
            placed = lay_out(*self._to_lay_out(replace(view, zoom=zoom)))
            homes = {key: each.members for each in placed for key in each.members}
            if len({homes[spot.id] for spot in item.spots}) > 1:
                return zoom
        return None

    def item_of(self, place: str | None = None, person: str | None = None) -> Item | None:
        """The item that holds a place or a person."""
        for item in self.items:
            if place is not None and place in item.placed.members:
                return item
            if person is not None and person in item.gathering.ids:
                return item
        return None

    def caption_of(self, item: Item) -> str:
        """The words under an item."""
        return phrases.caption(item.spots, self._contents.now)

    def towns_said(self) -> frozenset[str]:
        """The towns whose name stands on a plate or bubble: the ground need not repeat it."""
        return frozenset(
            phrases.city(item.spots)
            for item in self.items
            if item.merged or item.spots[0].area or item.spots[0].name == item.spots[0].city
        )

    def name_of(self, item: Item) -> str:
        """What a screen reader says of an item."""
        return phrases.plate_name(item.spots, self._contents.now)

    def box(self, item: Item, view: View) -> Rect:
        """The room that an item takes on screen, px."""
        x, y = self._on_screen(item.placed.x, item.placed.y, view)
        return item.placed.rect.moved(x - item.placed.x, y - item.placed.y)

    def boxes(self, view: View) -> list[Rect]:
        """The room of every item that is in the view."""
        window = Rect(0, 0, view.width, view.height)
        return [box for box in (self.box(item, view) for item in self.items) if box.meets(window)]

    def body(self, item: Item, view: View) -> QRectF:
        """The visible plate, without its tail."""
        box = self.box(item, view)
        return self._sprites.body(item.plate).translated(box.x, box.y)

    def face_places(self, view: View) -> dict[str, QPointF]:
        """Where each person is drawn, px: in the middle of the face, or of the plate."""
        found: dict[str, QPointF] = {}
        for item in self.items:
            middle, box = self.body(item, view).center(), self.box(item, view)
            found |= dict.fromkeys(item.gathering.ids, middle)
            for face, inner in self._sprites.face_boxes(item.plate):
                found[face.person] = inner.center() + QPointF(box.x, box.y)
        return found

    def at(self, point: QPointF, view: View) -> tuple[Item | None, Face | None]:
        """What lies on top under a point: the item, and the face where one is."""
        for item in reversed(list(self._by_height())):
            box = self.box(item, view)
            local = point - QPointF(box.x, box.y)
            if not self._sprites.hit_area(item.plate).contains(local):
                continue
            for face, face_box in reversed(self._sprites.face_boxes(item.plate)):
                if face_box.adjusted(0, -2, 2, 3).contains(local):
                    return item, face
            return item, None
        return None, None

    def paint(self, painter: QPainter, view: View, scale: float) -> bool:
        """Paint leader lines, then every plate in the view; False: some still look as before."""
        window = Rect(-40, -40, view.width + 80, view.height + 80)
        shown = [
            (item, box) for item in self._by_height() if (box := self.box(item, view)).meets(window)
        ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_areas(painter, [item for item, _ in shown], view)
        for item, _ in shown:
            self._paint_points(painter, item, view)
        looks = self._looks.of({item.placed.members: self._look(item) for item, _ in shown}, scale)
        for item, box in shown:
            plate = looks.get(item.placed.members)
            if plate is None:
                continue
            self._sprites.paint(painter, plate, QPointF(box.x, box.y), scale)
            if item.key == self.focused:
                self._paint_focus(painter, self.body(item, view), plate)
        painter.restore()
        return self._looks.complete

    def _look(self, item: Item) -> Plate:
        return replace(item.plate, hovered=True) if item.key == self.hovered else item.plate

    def _paint_areas(self, painter: QPainter, items: Iterable[Item], view: View) -> None:
        """Where people share a town only: about as wide as one, so that no spot is meant."""
        theme = self._sprites.theme
        areas = [spot for item in items for spot in item.spots if spot.area]
        wide = px_per_10km(view.center_lat, view.zoom) * _TOWN_KM / 10
        fill, edge = theme.colour("accent"), theme.colour("accent")
        fill.setAlphaF(0.12)
        edge.setAlphaF(0.45)
        painter.setPen(QPen(edge, 1.25))
        painter.setBrush(fill)
        for spot in areas:
            middle = QPointF(*self._seen(*self._worlds[spot.id], view))
            radius = min(max(wide, _LEAST_AREA), _MOST_AREA)
            painter.drawEllipse(middle, radius, radius)

    def _paint_points(self, painter: QPainter, item: Item, view: View) -> None:
        """Where the places really are, for plates that don't point at them."""
        theme = self._sprites.theme
        pointed = item.plate.tail and not item.plate.stale and not item.merged
        if not item.placed.leads and (item.placed.form is Form.BUBBLE or pointed):
            return
        x, y = self._on_screen(item.placed.x, item.placed.y, view)
        if item.placed.leads:
            body = self.body(item, view)
            end = QPointF(
                min(max(x, body.left() + 8), body.right() - 8),
                min(max(y, body.top() + 8), body.bottom() - 8),
            )
            painter.setPen(QPen(theme.colour("mapLand"), 3.5))
            painter.drawLine(QLineF(QPointF(x, y), end))
            painter.setPen(QPen(theme.colour("ink2"), 1.5))
            painter.drawLine(QLineF(QPointF(x, y), end))
        points = [
            QPointF(*self._seen(*self._worlds[spot.id], view))
            for spot in item.spots
            if not spot.area
        ]
        if item.placed.form is Form.BUBBLE:
            points = [QPointF(x, y)]
        elif item.plate.tail and not item.plate.stale and not item.spots[0].area:
            points = points[1:]
        painter.setPen(QPen(theme.colour("mapLand"), 1.5))
        painter.setBrush(theme.colour("ink2"))
        for point in points:
            painter.drawEllipse(point, 3.5, 3.5)

    def _paint_focus(self, painter: QPainter, body: QRectF, plate: Plate) -> None:
        theme = self._sprites.theme
        painter.setPen(QPen(theme.colour("focus"), theme.size("focusRing")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        round_off = body.height() / 2 if plate.form is Form.BUBBLE else theme.radius("plate")
        painter.drawRoundedRect(body.adjusted(-4, -4, 4, 4), round_off + 4, round_off + 4)

    def _by_height(self) -> Iterator[Item]:
        """From the bottom up: north to south, the selected and the hovered on top."""

        def height(item: Item) -> int:
            return 2 * (item.key == self.hovered) + item.plate.selected

        return iter(sorted(self.items, key=height))

    def _on_screen(self, x: float, y: float, view: View) -> tuple[float, float]:
        """Pixels of a point of the layout."""
        world = WORLD * 2.0**self._zoom
        return self._seen(x / world, y / world, view)

    def _seen(self, x: float, y: float, view: View) -> tuple[float, float]:
        """Pixels of a world point, as View.to_screen: in the copy of the world that is nearest."""
        sight = self._sight
        if sight is None or sight.view is not view:
            # Every plate and point of a frame asks.
            sight = self._sight = _Sight(
                view, world_x(view.center_lon), world_y(view.center_lat), view.scale
            )
        dx, dy = x - sight.x, y - sight.y
        dx -= round(dx)
        return view.width / 2 + dx * sight.scale, view.height / 2 + dy * sight.scale

    def _measure(self, keys: tuple[str, ...], form: Form) -> Shape:
        return self._sprites.shape(self._contents.plate(keys, form))

    def _item(self, placed: Placed) -> Item:
        """Drawn with the faces there are, the selected person's before the others."""
        gathering = self._contents.gathering(placed.members)
        # Of the many that a layout tries it isn't asked: that is a count of all their people.
        free = gathering.free
        plate = self._contents.plate(placed.members, placed.form)
        (lit, person, place), ids = self._marks, gathering.ids
        if person is not None and person in ids:
            gathering = gathering.led_by(person)
        nobody = lit is not None and lit.isdisjoint(ids)
        faces = gathering.foremost(shown_on(placed.form), lit)
        return Item(
            placed,
            gathering,
            replace(
                plate,
                faces=faces,
                free=free,
                tail=not (placed.leads or gathering.spots[0].area),
                selected=place in placed.members or (person is not None and person in ids),
                nobody=nobody,
                lit=None if lit is None else lit.intersection(face.person for face in faces),
            ),
        )
