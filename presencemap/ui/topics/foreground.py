"""The topics and people of a scene, painted over any view, found under a point; it glides along.

Owns which sprite stands where. Knows no widget and no input.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from math import atan2, cos, hypot, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from presencemap.domain.topic_layout import SHOWN, Point
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics.camera import View
from presencemap.ui.topics.cards import PlacedCard, hung
from presencemap.ui.topics.placing import Seen, line
from presencemap.ui.topics.scene import Asked, Hub, Seat, TopicScene
from presencemap.ui.topics.seating import ARC
from presencemap.ui.topics.sprites import TopicSprites
from presencemap.ui.topics.survey import BETWEEN

_CARD_MARGIN: Final = 10
_BOW: Final = 0.16
_HIT: Final = 14.0
_FEW: Final = 2
"""Cards on a narrow map."""
_EDGE: Final = 12
"""Px between a card and the window's edge at least."""
_RIM: Final = 6
"""Px that the badges of a face stand out at most."""
_ON_NAME: Final = 0.6
"""Of a face, what may not lie on a name."""
_BESIDE: Final = 12.0
"""Px between faces on a rim."""


class Target(StrEnum):
    """What can lie under a point."""

    PERSON = "person"
    TOPIC = "topic"
    QUESTION = "question"


class TopicForeground:
    """``lay_out`` after each change of scene or zoom; ``progress`` 0 to 1 while it glides."""

    def __init__(self, theme: Theme) -> None:
        self.sprites = TopicSprites(theme)
        self.scene = TopicScene()
        self.cards: tuple[PlacedCard, ...] = ()
        self.lit: frozenset[str] | None = None
        self.person: str | None = None
        self.topic: str | None = None
        self.hovered: str | None = None
        self.focused: str | None = None
        self.progress = 1.0
        self._from: dict[str, Point] = {}
        self._at: dict[str, Point] = {}
        self._dim: frozenset[str] = frozenset()
        self._hubs: dict[str, Hub] = {}
        self._seen: tuple[float, str | None, list[Seat]] = (0.0, None, [])
        self._laid_out = (0.0, 0.0, 0.0)

    def set_theme(self, theme: Theme) -> None:
        """Take another look; lay out again."""
        self.sprites = TopicSprites(theme)

    def show(self, scene: TopicScene, came_from: Mapping[str, Point] | None = None) -> None:
        """Take another scene; who was elsewhere glides. ``came_from``: where persons start."""
        before = {key: self._now(key) for key in self._at}
        self.scene = scene
        self._hubs = {hub.name: hub for hub in scene.hubs}
        self._seen = (0.0, None, [])
        self._at = {f"#{hub.name}": hub.at for hub in scene.hubs}
        self._at |= {seat.person: seat.at for seat in scene.seats}
        self._from = before | dict(came_from or {})
        self.progress = 0.0 if any(self._from.get(k, at) != at for k, at in self._at.items()) else 1
        self.mark(self.lit)

    @property
    def places(self) -> dict[str, Point]:
        """The middle of each hub, by its topic: what the next layout goes on from."""
        return {hub.name: hub.at for hub in self.scene.hubs}

    def mark(self, lit: frozenset[str] | None) -> None:
        """Who matches the filter; None is all."""
        self.lit = lit
        if lit is None:
            self._dim = frozenset()
            return
        on = {topic.name: topic.people for topic in self.scene.topics}
        self._dim = frozenset(
            hub.name for hub in self.scene.hubs if lit.isdisjoint(on.get(hub.name, ()))
        )

    def lay_out(self, view: View, obstacles: Iterable[QRectF] = ()) -> None:
        """Find room for the cards at the zoom of a view; obstacles in its px."""
        scale = view.zoom, view.width, view.height
        before = self.cards if scale == self._laid_out else ()
        self._laid_out = scale
        narrow = self.scene.most < SHOWN
        shown = self.scene.asked[:_FEW] if narrow else self.scene.asked
        middles = {key: view.to_screen(*at) for key, at in self._at.items()}
        seen = self._seen_in(view, middles, obstacles)
        self.cards = hung(self.sprites.theme, shown, middles, seen, before)

    def extent(self) -> list[QRectF]:
        """The room that hubs and faces take on the plane."""
        return [
            *(_round(hub.at, max(hub.radius, 60.0)) for hub in self.scene.hubs),
            *(_round(seat.at, 34.0) for seat in self.scene.seats),
        ]

    def box(self, key: str, view: View) -> QRectF:
        """The room of ``#topic``, a person or a card on the screen; empty where it isn't."""
        card = next((card for card in self.cards if card.key == key), None)
        if card is not None:
            return self._card_box(card, view)
        if key not in self._at:
            return QRectF()
        hub = self._hubs.get(key[1:]) if key[0] == "#" else None
        middle = view.to_screen(*self._now(key))
        if hub is None:
            return _round((middle.x(), middle.y()), self.sprites.face_size(view.zoom) / 2 + 4)
        if hub.is_label:
            return self.sprites.name_box(hub, view.zoom, middle)
        return _round((middle.x(), middle.y()), hub.radius * view.zoom)

    def at(self, point: QPointF, view: View) -> tuple[Target, str] | None:
        """What lies on top under a point: the person, the question's key or the topic."""
        for card in reversed(self.cards):
            if self._card_box(card, view).contains(point):
                return Target.QUESTION, card.key
        for seat in reversed(self._drawn(view)):
            middle = view.to_screen(*self._now(seat.person))
            reach = max(_HIT, self.sprites.face_size(view.zoom) / 2 + 3)
            if hypot(point.x() - middle.x(), point.y() - middle.y()) <= reach:
                return Target.PERSON, seat.person
        for hub in self.scene.hubs:
            box = self.box(f"#{hub.name}", view)
            middle = box.center()
            away = hypot(point.x() - middle.x(), point.y() - middle.y())
            if box.contains(point) and (hub.is_label or away <= box.width() / 2):
                return Target.TOPIC, hub.name
        return None

    def card(self, key: str) -> Asked | None:
        """The question of a card."""
        return next((card.asked for card in self.cards if card.key == key), None)

    def paint(self, painter: QPainter, view: View, scale: float) -> None:
        """Lines, hubs over them, names, faces, then cards with their own lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window = QRectF(-60, -60, view.width + 120, view.height + 120)
        hubs = [hub for hub in self.scene.hubs if self.box(f"#{hub.name}", view).intersects(window)]
        seats = sorted(self._drawn(view), key=lambda each: each.person == self.person)
        for seat in seats:
            self._paint_edges(painter, seat, view)
        for hub in hubs:
            self._paint_disc(painter, hub, view, scale)
        drawn = {seat.person for seat in seats}
        for card in self.cards:
            # On the way to another zoom a face may be gone before its card.
            if card.tied and card.owner in drawn:
                self._paint_string(painter, card, view)
        for hub in hubs:
            sprite = self.sprites.name(hub, view.zoom, scale, dim=hub.name in self._dim)
            _centred(painter, sprite, self.box(f"#{hub.name}", view).center(), scale)
        size = self.sprites.face_size(view.zoom)
        for seat in seats:
            middle = view.to_screen(*self._now(seat.person))
            if window.contains(middle):
                self._paint_face(painter, seat, middle, size, scale)
        for card in self.cards:
            strong = card.key in (self.hovered, self.focused)
            corner = self._card_box(card, view).topLeft() - QPointF(_CARD_MARGIN, _CARD_MARGIN)
            sprite = self.sprites.card(card.text, scale, chosen=strong)
            painter.drawPixmap(_whole(corner, scale), sprite)
        self._paint_focus(painter, view)

    def _paint_face(
        self, painter: QPainter, seat: Seat, middle: QPointF, size: int, scale: float
    ) -> None:
        dim = self.lit is not None and seat.person not in self.lit
        chosen = seat.person == self.person
        sprite = self.sprites.face(seat, size, scale, chosen=chosen, dim=dim)
        _centred(painter, sprite, middle, scale)

    def _drawn(self, view: View) -> list[Seat]:
        """The faces that there is room for: all from nearby, from afar the first of each hub."""
        if self._seen[:2] != (view.zoom, self.person):
            self._seen = view.zoom, self.person, list(self._with_room(view))
        return self._seen[2]

    def _with_room(self, view: View) -> Iterator[Seat]:
        size = self.sprites.face_size(view.zoom)
        room = {
            hub.name: 2 * (int(ARC * hub.radius * view.zoom / (size + _BESIDE)) + 1)
            for hub in self.scene.hubs
        }
        across = round(min(1.0, view.zoom) ** 2 * BETWEEN)
        half = _ON_NAME * size / 2
        names = {
            hub.name: self.sprites.name_box(hub, view.zoom, QPointF(*hub.at) * view.zoom)
            for hub in self.scene.hubs
            if not hub.is_label
        }
        for seat in self.scene.seats:
            most = across if seat.between else room[seat.hubs[0]]
            if seat.person == self.person:
                yield seat
            elif seat.turn < most:
                # From afar the rim is close to the name: no face shall lie on it.
                name = names.get(seat.hubs[0]) if not seat.between else None
                x, y = seat.at
                if name is None or not name.intersects(
                    _round((x * view.zoom, y * view.zoom), half)
                ):
                    yield seat

    def _paint_disc(self, painter: QPainter, hub: Hub, view: View, scale: float) -> None:
        if hub.is_label:
            return
        strong = hub.name == self.topic or self.hovered == f"#{hub.name}"
        dim = hub.name in self._dim
        sprite = self.sprites.disc(hub, hub.radius * view.zoom, scale, strong=strong, dim=dim)
        middle = view.to_screen(*self._now(f"#{hub.name}"))
        _centred(painter, sprite, middle, scale)

    def _paint_edges(self, painter: QPainter, seat: Seat, view: View) -> None:
        """From a face to the rim of each of its hubs, bowed, with a dot where it ends."""
        if not seat.between:
            return
        theme = self.sprites.theme
        line = theme.colour("accent")
        near = seat.person in (self.person, self.hovered)
        dim = self.lit is not None and seat.person not in self.lit
        line.setAlphaF(0.12 if dim else 0.95 if near else 0.6)
        pen = QPen(line, 2.0 if near else 1.4)
        x, y = self._now(seat.person)
        face = view.to_screen(x, y)
        window = QRectF(0, 0, view.width, view.height)
        for turn, name in enumerate(seat.hubs):
            hub = self._hubs[name]
            hub_x, hub_y = self._now(f"#{name}")
            way = atan2(y - hub_y, x - hub_x) + (_BOW if turn % 2 else -_BOW)
            reach = hub.reach(way)
            end = view.to_screen(hub_x + reach * cos(way), hub_y + reach * sin(way))
            if not QRectF(face, end).normalized().intersects(window):
                continue
            step = end - face
            control = face + step / 2 + QPointF(-step.y(), step.x()) * (_BOW if turn % 2 else -_BOW)
            path = QPainterPath(face)
            path.quadTo(control, end)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(line)
            painter.drawEllipse(end, 3.2, 3.2)

    def _paint_string(self, painter: QPainter, card: PlacedCard, view: View) -> None:
        """Dashes from a card to who asks."""
        pen = QPen(self.sprites.theme.colour("struggle"), 1.6)
        pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.drawLine(line(self._card_box(card, view), view.to_screen(*self._now(card.owner))))

    def _paint_focus(self, painter: QPainter, view: View) -> None:
        if self.focused is None:
            return
        box = self.box(self.focused, view)
        if box.isEmpty():
            return
        theme = self.sprites.theme
        painter.setPen(QPen(theme.colour("focus"), theme.size("focusRing")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = box.adjusted(-4, -4, 4, 4)
        corner = 12.0 if self.focused[0] in "#?" and box.height() < box.width() else box.height()
        painter.drawRoundedRect(around, corner, corner)

    def _card_box(self, card: PlacedCard, view: View) -> QRectF:
        return card.box(view.to_screen(*self._now(card.owner)))

    def _seen_in(
        self, view: View, middles: Mapping[str, QPointF], controls: Iterable[QRectF]
    ) -> Seen:
        """What a card must not hide."""
        window = QRectF(0, 0, view.width, view.height)
        half = self.sprites.face_size(view.zoom) / 2 + _RIM
        hubs = [(hub, middles[f"#{hub.name}"]) for hub in self.scene.hubs]
        faces = [(seat.person, middles[seat.person]) for seat in self._drawn(view)]
        return Seen(
            window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE),
            [(at, hub.radius * view.zoom + 2) for hub, at in hubs if not hub.is_label],
            [self.sprites.name_box(hub, view.zoom, at) for hub, at in hubs],
            {p: _round((at.x(), at.y()), half) for p, at in faces if window.contains(at)},
            tuple(controls),
        )

    def _now(self, key: str) -> Point:
        """Where something is on its way."""
        goal = self._at[key]
        start = self._from.get(key)
        if start is None or self.progress >= 1.0:
            return goal
        part = self.progress
        return start[0] + (goal[0] - start[0]) * part, start[1] + (goal[1] - start[1]) * part


def _round(at: Point, reach: float) -> QRectF:
    return QRectF(at[0] - reach, at[1] - reach, 2 * reach, 2 * reach)


def _whole(at: QPointF, scale: float) -> QPointF:
    """On whole device pixels: a sprite between them is blurred."""
    return QPointF(round(at.x() * scale) / scale, round(at.y() * scale) / scale)


def _centred(painter: QPainter, sprite: QPixmap, middle: QPointF, scale: float) -> None:
    size = sprite.deviceIndependentSize()
    corner = middle - QPointF(size.width() / 2, size.height() / 2)
    painter.drawPixmap(_whole(corner, scale), sprite)
