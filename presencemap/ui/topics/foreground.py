"""The topics and people of a scene, painted over any view, found under a point; it glides along.

Owns which sprite stands where. Knows no widget and no input.
"""

from collections.abc import Iterable, Mapping
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from presencemap.domain.topic_layout import Point
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics.camera import View
from presencemap.ui.topics.cards import CardTexts, PlacedCard, hung
from presencemap.ui.topics.faces import faces
from presencemap.ui.topics.placing import Seen, Tie, line, rim_line
from presencemap.ui.topics.scene import Asked, Curve, Hub, Seat, TopicScene
from presencemap.ui.topics.sprites import TopicSprites, put
from presencemap.ui.topics.strokes import Tone, edge_of, paint_edge, paint_string

_HIT: Final = 14.0
_FEW: Final = 2
"""Cards on a narrow map."""
_EDGE: Final = 12
"""Px between a card and the window's edge at least."""
_AT_WORDS: Final = 5
"""Px between a line's end and the words of a topic without a hub."""
_RIM: Final = 6
"""Px that the badges of a face stand out at most."""


class TopicForeground:
    """``lay_out`` after each change of scene or zoom; ``progress`` 0 to 1 while it glides."""

    def __init__(self, theme: Theme) -> None:
        self.sprites = TopicSprites(theme)
        self._texts = CardTexts(theme)
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
        self._seats: list[Seat] = []
        self._seated: tuple[float, str | None] = (1.0, None)
        self._laid_out = (0.0, 0.0, 0.0)

    def set_theme(self, theme: Theme) -> None:
        """Take another look; lay out again."""
        self.sprites = TopicSprites(theme)
        self._texts = CardTexts(theme)
        self._seat(*self._seated)

    def show(self, scene: TopicScene, came_from: Mapping[str, Point] | None = None) -> None:
        """Take another scene; who was elsewhere glides. ``came_from``: where persons start."""
        before = {key: self._now(key) for key in self._at}
        self.scene = scene
        self._hubs = {hub.name: hub for hub in scene.hubs}
        self._seat(self._seated[0], self.person)
        self._glide(before | dict(came_from or {}))
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
        """Find room for faces and cards at the zoom of a view; obstacles in its px."""
        if (view.zoom, self.person) != self._seated:
            start = {key: self._now(key) for key in self._at}
            self._seat(view.zoom, self.person)
            self._glide(start)
        scale = view.zoom, view.width, view.height
        before = self.cards if scale == self._laid_out else ()
        self._laid_out = scale
        shown = self.scene.asked[:_FEW] if self.scene.narrow else self.scene.asked
        middles = {key: view.to_screen(*at) for key, at in self._at.items()}
        seen = self._seen_in(view, middles, obstacles)
        reach = {hub.name: hub.radius * view.zoom for hub in self.scene.hubs}
        self.cards = hung(self._texts, shown, middles, seen, reach, before=before)

    def card_height(self) -> float:
        """Px of the card of the first question with its topic in words; 0 without a question."""
        if not self.scene.asked:
            return 0.0
        return self._texts.loose_height(self.scene.asked[0])

    def extent(self) -> list[QRectF]:
        """The room that hubs and faces take on the plane."""
        return [
            *(_round(hub.at, max(hub.radius + 12.0, 60.0)) for hub in self.scene.hubs),
            *(_round(seat.at, 34.0) for seat in self.scene.seats if seat.between),
        ]

    def box(self, key: str, view: View) -> QRectF:
        """The room of ``#topic``, a person or a card on the screen; empty where it isn't."""
        card = next((card for card in self.cards if card.key == key), None)
        if card is not None:
            return self._card_box(card, view)
        if key not in self._at:
            # A face that has no room is behind its hub.
            seat = self.scene.seat(key)
            return QRectF() if seat is None else self.box(f"#{seat.hubs[0]}", view)
        hub = self._hubs.get(key[1:]) if key[0] == "#" else None
        middle = view.to_screen(*self._now(key))
        if hub is None:
            return _round((middle.x(), middle.y()), self.sprites.face_size(view.zoom) / 2 + 4)
        if hub.is_label:
            return self.sprites.name_box(hub, view.zoom, middle)
        return _round((middle.x(), middle.y()), hub.radius * view.zoom)

    def at(self, point: QPointF, view: View) -> str | None:
        """The key, as ``box`` takes it, of what lies on top under a point."""
        for card in reversed(self.cards):
            if self._card_box(card, view).contains(point):
                return card.key
        for seat in reversed(self._seats):
            middle = view.to_screen(*self._now(seat.person))
            reach = max(_HIT, self.sprites.face_size(view.zoom) / 2 + 3)
            if hypot(point.x() - middle.x(), point.y() - middle.y()) <= reach:
                return seat.person
        for hub in self.scene.hubs:
            box = self.box(f"#{hub.name}", view)
            middle = box.center()
            away = hypot(point.x() - middle.x(), point.y() - middle.y())
            if box.contains(point) and (hub.is_label or away <= box.width() / 2):
                return f"#{hub.name}"
        return None

    def card(self, key: str) -> Asked | None:
        """The question of a card."""
        return next((card.asked for card in self.cards if card.key == key), None)

    def paint(
        self, painter: QPainter, view: View, scale: float, sharp: float | None = None
    ) -> None:
        """Lines, hubs over them, names, faces, then cards with their own lines.

        ``sharp``: the zoom that the view is on its way to, for which sprites are drawn.
        """
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        sharp = sharp or view.zoom
        window = QRectF(-60, -60, view.width + 120, view.height + 120)
        hubs = [hub for hub in self.scene.hubs if self.box(f"#{hub.name}", view).intersects(window)]
        seats = sorted(self._seats, key=lambda each: each.person == self.person)
        for seat in seats:
            if seat.between:
                self._paint_edges(painter, seat, view)
        for hub in hubs:
            self._paint_disc(painter, hub, view, (scale, sharp))
        drawn = {seat.person for seat in seats}
        for card in self.cards:
            # On the way to another zoom a face may be gone before its card.
            if card.tie is Tie.HUB or card.owner in drawn or self._is_pointed_at(card):
                self._paint_string(painter, card, view)
        for hub in hubs:
            sprite = self.sprites.name(hub, sharp, scale, dim=hub.name in self._dim)
            put(painter, sprite, self.box(f"#{hub.name}", view).center(), scale)
        for seat in seats:
            middle = view.to_screen(*self._now(seat.person))
            if window.contains(middle):
                self._paint_face(painter, seat, middle, (scale, sharp, view.zoom))
        for card in self.cards:
            sprite = self.sprites.card(card.text, scale, chosen=self._is_pointed_at(card))
            put(painter, sprite, self._card_box(card, view).center(), scale)
        self._paint_focus(painter, view)

    def _paint_face(
        self, painter: QPainter, seat: Seat, middle: QPointF, zooms: tuple[float, float, float]
    ) -> None:
        scale, sharp, zoom = zooms
        dim = self.lit is not None and seat.person not in self.lit
        size, chosen = self.sprites.face_size(sharp), seat.person == self.person
        sprite = self.sprites.face(seat, size, scale, chosen=chosen, dim=dim)
        put(painter, sprite, middle, scale, self.sprites.face_size(zoom) / size)

    def _seat(self, zoom: float, person: str | None) -> None:
        """Who has a face at a zoom, and where."""
        self._seated = zoom, person

        def words(hub: Hub) -> tuple[float, float]:
            box = self.sprites.name_box(hub, zoom, QPointF())
            return box.width(), box.height()

        self._seats = faces(self.scene, zoom, self.sprites.face_size(zoom), words, person)
        self._at = {f"#{hub.name}": hub.at for hub in self.scene.hubs}
        self._at |= {seat.person: seat.at for seat in self._seats}

    def _glide(self, start: Mapping[str, Point]) -> None:
        """Everything begins at these places, if it isn't there."""
        self._from = dict(start)
        self.progress = 0.0 if any(start.get(k, at) != at for k, at in self._at.items()) else 1.0

    def _paint_disc(
        self, painter: QPainter, hub: Hub, view: View, zooms: tuple[float, float]
    ) -> None:
        if hub.is_label:
            return
        scale, sharp = zooms
        strong = hub.name == self.topic or self.hovered == f"#{hub.name}"
        dim = hub.name in self._dim
        sprite = self.sprites.disc(hub, hub.radius * sharp, scale, strong=strong, dim=dim)
        middle = view.to_screen(*self._now(f"#{hub.name}"))
        put(painter, sprite, middle, scale, view.zoom / sharp)

    def _paint_edges(self, painter: QPainter, seat: Seat, view: View) -> None:
        near = seat.person in (self.person, self.hovered)
        tone = Tone(near, self.lit is not None and seat.person not in self.lit)
        window = QRectF(0, 0, view.width, view.height)
        for name, curve in zip(seat.hubs, seat.lines, strict=True):
            points = self._moved(curve, seat.person, f"#{name}")
            drawn = [view.to_screen(*point) for point in points]
            if self._hubs[name].is_label:
                # Up to its words: it has no rim.
                words = self.box(f"#{name}", view).adjusted(-_AT_WORDS, -_AT_WORDS, _AT_WORDS, 2)
                drawn[3] = edge_of(words, drawn[2])
            if QPolygonF(drawn).boundingRect().intersects(window):
                paint_edge(painter, self.sprites.theme, drawn, tone)

    def _moved(self, curve: Curve, start: str, end: str) -> list[Point]:
        """A curve while its ends are on their way: each point of it goes with the nearer one."""
        if self.progress >= 1.0:
            return list(curve)
        (ax, ay), (bx, by) = self._off(start), self._off(end)
        return [
            (x + ax + (bx - ax) * turn / 3, y + ay + (by - ay) * turn / 3)
            for turn, (x, y) in enumerate(curve)
        ]

    def _off(self, key: str) -> Point:
        now, goal = self._now(key), self._at[key]
        return now[0] - goal[0], now[1] - goal[1]

    def _paint_string(self, painter: QPainter, card: PlacedCard, view: View) -> None:
        box, middle = self._card_box(card, view), view.to_screen(*self._now(card.owner))
        hub = self._hubs.get(card.asked.hub)
        if card.tie is Tie.FACE or hub is None:
            string = line(box, middle)
        else:
            string = rim_line(box, middle, hub.radius * view.zoom)
        paint_string(painter, self.sprites.theme, string)

    def _is_pointed_at(self, card: PlacedCard) -> bool:
        return card.key in (self.hovered, self.focused)

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
        faces = [(seat.person, middles[seat.person]) for seat in self._seats]
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
