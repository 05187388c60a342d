"""What the topic map is painted from, drawn once for each content, size, look and screen scale.

What isn't drawn yet is drawn in turns, some in each frame; until then another size of it stands in.
Owns the looks of hubs, faces and question cards, and the pixmap cache. Knows no view.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil, inf
from time import perf_counter
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from presencemap.domain.status import Kind
from presencemap.ui import assets
from presencemap.ui.painting.avatar import paint_face, paint_planned_rim
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.painting.shadow import paint_shadow
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics.cards import CARD_FACE, CARD_PAD, CARD_SIGN, CardText
from presencemap.ui.topics.scene import BOX, Hub, Seat
from presencemap.ui.topics.words import HubWords

_CACHE_SIZE: Final = 900
_MARGIN: Final = 10
_RING: Final = 2.5
_BADGE: Final = 18.0
_FACES: Final = (22, 44)
_Draw = Callable[[QPainter], None]
_CORNER: Final = 0.34
"""Of its radius, that of a job's corners."""


class Sprite(NamedTuple):
    """A picture, and the size that it shall have, px.

    Not ``exact``: one of another size stands in, or None where there is none yet.
    """

    picture: QPixmap | None
    size: QSizeF
    exact: bool = True


class TopicSprites:
    """Draws in one look; a new look needs a new one."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._left = inf
        self._lacking: list[tuple[Hashable, Hashable, QSizeF, float, _Draw]] = []
        self._cache: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._newest: dict[Hashable, Hashable] = {}
        self._words = HubWords(theme)

    def begin(self, budget: float) -> None:
        """A frame begins: so many ms of it are for what isn't drawn yet."""
        self._lacking.clear()
        self._left = budget / 1000

    @property
    def lacking(self) -> bool:
        """Whether the last frame did without some, and they still aren't drawn."""
        return bool(self._lacking)

    def draw_ahead(self, budget: float) -> None:
        """Between two frames: draw what the last one lacked, for so many ms."""
        self._left = budget / 1000
        while self._lacking and self._left > 0:
            key, kin, size, scale, draw = self._lacking.pop(0)
            self._newest[kin] = key
            self._drawn(key, size, scale, draw)

    def face_size(self, zoom: float) -> int:
        """Px of a face at a zoom: never so small that initials can't be read."""
        return max(_FACES[0], min(_FACES[1], 2 * round(18 * zoom)))

    def disc(self, hub: Hub, edge: float, scale: float, *, strong: bool, dim: bool) -> Sprite:
        """A hub's ground, its middle in the middle; ``edge``: its radius in px."""
        wide = round(edge * 2) / 2
        kin = ("disc", hub.warmth, strong, dim, hub.followed, bool(hub.job))
        side = 2 * (wide + _MARGIN)
        return self._sprite(
            kin,
            (wide, scale),
            QSizeF(side, side),
            lambda p: self._draw_disc(p, hub, wide, strong=strong, dim=dim),
        )

    def name(self, hub: Hub, zoom: float, scale: float, *, dim: bool) -> Sprite:
        """A topic's name, and under it how many; its middle in the middle."""
        words, label = self._words.of(hub, zoom), hub.is_label
        return self._sprite(
            ("name", hub.title, words.count, words.sign, label, dim),
            (words, scale),
            QSizeF(words.width, words.height),
            lambda p: self._words.draw(p, words, label=label, dim=dim),
        )

    def name_box(self, hub: Hub, zoom: float, middle: QPointF) -> QRectF:
        """The room that the name takes round a point."""
        words = self._words.of(hub, zoom)
        box = QRectF(0, 0, words.width, words.height)
        box.moveCenter(middle)
        return box

    def face(self, seat: Seat, size: int, scale: float, *, chosen: bool, dim: bool) -> Sprite:
        """A face with its badges, its middle in the middle."""
        facts = seat.facts
        look = (facts.id, facts.initials, facts.availability, facts.freshness, facts.kind)
        side = size + 2 * _MARGIN + _BADGE
        return self._sprite(
            ("face", look, chosen, dim),
            (size, scale),
            QSizeF(side, side),
            lambda p: self._draw_face(p, seat, size, chosen=chosen, dim=dim),
        )

    def card(self, card: CardText, scale: float, *, chosen: bool) -> Sprite:
        """A question's card, a margin wider than its size on each side."""
        size = QSizeF(card.width + 2 * _MARGIN, card.height + 2 * _MARGIN)
        return self._sprite(
            ("card", card, chosen),
            ((), scale),
            size,
            lambda p: self._draw_card(p, card, chosen=chosen),
        )

    def dots(self, scale: float) -> QPixmap:
        """One square of the ground."""
        return self._drawn(("dots", scale), QSizeF(40, 40), scale, self._draw_dot)

    def _sprite(
        self,
        kin: Hashable,
        own: tuple[Hashable, float],
        size: QSizeF,
        draw: _Draw,
    ) -> Sprite:
        """``kin``: what it has in common with its other sizes; ``own``: its size, and the scale."""
        key = (kin, own)
        if key not in self._cache and self._left <= 0:
            self._lacking.append((key, kin, size, own[1], draw))
            other = self._newest.get(kin)
            return Sprite(self._cache.get(other) if other is not None else None, size, exact=False)
        if self._newest.get(kin) != key:
            if len(self._newest) > 2 * _CACHE_SIZE:
                self._newest.clear()
            self._newest[kin] = key
        return Sprite(self._drawn(key, size, own[1], draw), size)

    def _drawn(self, key: Hashable, size: QSizeF, scale: float, draw: _Draw) -> QPixmap:
        found = self._cache.get(key)
        if found is not None:
            self._cache.move_to_end(key)
            return found
        began = perf_counter()
        drawn = QPixmap(ceil(size.width() * scale), ceil(size.height() * scale))
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        draw(painter)
        painter.end()
        self._cache[key] = drawn
        if len(self._cache) > _CACHE_SIZE:
            self._cache.popitem(last=False)
        self._left -= perf_counter() - began
        return drawn

    def _draw_dot(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("border"))
        painter.drawEllipse(QPointF(20, 20), 0.9, 0.9)

    def _draw_disc(
        self, painter: QPainter, hub: Hub, edge: float, *, strong: bool, dim: bool
    ) -> None:
        theme = self.theme
        middle = QPointF(edge + _MARGIN, edge + _MARGIN)
        ground, rim = theme.colour("accentSoft"), theme.colour("accent")
        painter.setOpacity(0.45 if dim else 1.0)
        ground.setAlphaF((0.75 if theme.is_dark else 0.85) * hub.warmth)
        if not (strong or theme.high_contrast):
            rim.setAlphaF(0.45 * hub.warmth)
        painter.setPen(QPen(rim, 2.0 if strong or theme.high_contrast else 1.0))
        painter.setBrush(ground)
        if hub.job:
            half = QPointF(*BOX) * edge
            box = QRectF(middle - half, middle + half)
            painter.drawRoundedRect(box, edge * _CORNER, edge * _CORNER)
        else:
            painter.drawEllipse(middle, edge, edge)

    def _draw_face(
        self, painter: QPainter, seat: Seat, size: int, *, chosen: bool, dim: bool
    ) -> None:
        theme, facts = self.theme, seat.facts
        middle = QPointF(1, 1) * ((size + 2 * _MARGIN + _BADGE) / 2)
        half = size / 2
        painter.setOpacity(0.25 if dim else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(middle, half + _RING + 2, half + _RING + 2)
        under = theme.colour("surface")
        painter.setBrush(under)
        painter.drawEllipse(middle, half + _RING, half + _RING)
        corner = middle - QPointF(half, half)
        paint_face(
            painter,
            theme,
            facts.id,
            facts.initials,
            corner=corner,
            size=size,
            availability=facts.availability,
            under=under,
            stale=facts.stale,
            badge=not facts.planned,
        )
        if facts.planned:
            paint_planned_rim(painter, theme, corner, size)
        if facts.kind is not None:
            self._draw_kind(painter, facts.kind, corner, size, under)

    def _draw_kind(
        self, painter: QPainter, kind: Kind, corner: QPointF, size: int, under: QColor
    ) -> None:
        """At the upper left of a face; a small face's stands out more, or it hid the initials."""
        edge, inside = (_BADGE, 3.0) if size >= 30 else (12.0, 1.5)
        disc = QRectF(0, 0, edge, edge)
        disc.moveCenter(corner + QPointF(inside, inside))
        token = kind_token(kind)
        painter.setPen(QPen(under, 1.5))
        painter.setBrush(self.theme.colour(f"{token}Soft"))
        painter.drawEllipse(disc)
        inset = edge * 0.2
        box = disc.adjusted(inset, inset, -inset, -inset)
        assets.draw_icon(painter, kind_icon(kind), self.theme.colour(token), box)

    def _draw_card(self, painter: QPainter, card: CardText, *, chosen: bool) -> None:
        theme = self.theme
        body = QRectF(_MARGIN, _MARGIN, card.width, card.height)
        paint_shadow(painter, theme, body, theme.radius("control"))
        painter.setPen(QPen(theme.colour("struggle"), 2.0 if chosen else 1.25))
        ground = theme.colour("raised")
        painter.setBrush(ground)
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        left, top = body.left() + CARD_PAD, body.top() + CARD_PAD - 2
        head, metrics = theme.typeface("small")
        line = theme.line("small")
        person, initials = card.asker
        said = left + CARD_SIGN
        if person:
            corner = QPointF(left, top + (line - CARD_FACE) / 2)
            paint_face(
                painter,
                theme,
                person,
                initials,
                corner=corner,
                size=CARD_FACE,
                availability=None,
                under=ground,
                badge=False,
            )
            self._draw_kind(painter, Kind.STRUGGLING_WITH, corner, CARD_FACE, ground)
            said += CARD_FACE - 14
        else:
            icon = QRectF(left, top + (line - 14) / 2, 14, 14)
            assets.draw_icon(painter, "life-buoy", theme.colour("struggle"), icon)
        base = top + line / 2 + metrics.capHeight() / 2
        bold = theme.font("small", 600)
        painter.setFont(bold)
        painter.setPen(theme.colour("struggle"))
        right = body.right() - CARD_PAD
        room = right - said - metrics.horizontalAdvance(card.joined) - 8
        who = QFontMetricsF(bold).elidedText(card.who, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(said, base), who)
        painter.setFont(head)
        painter.setPen(theme.colour("ink3"))
        painter.drawText(QPointF(right - metrics.horizontalAdvance(card.joined), base), card.joined)
        font, metrics = theme.typeface("body")
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        top += line + 4
        for number, text in enumerate(card.lines):
            at = top + theme.line("body") * (number + 0.5) + metrics.capHeight() / 2
            painter.drawText(QPointF(left, at), text)
        if card.topic:
            top += len(card.lines) * theme.line("body") + 2
            font, metrics = theme.typeface("small")
            text = metrics.elidedText(card.topic, Qt.TextElideMode.ElideRight, right - left)
            painter.setFont(font)
            painter.setPen(theme.colour("accent"))
            painter.drawText(QPointF(left, top + line / 2 + metrics.capHeight() / 2), text)


def put(
    painter: QPainter, sprite: Sprite, middle: QPointF, scale: float, times: float = 1.0
) -> None:
    """A sprite with its middle at a point, so many times as large: while it is on its way."""
    if sprite.picture is None:
        return
    size = sprite.picture.deviceIndependentSize()
    if not sprite.exact or times != 1.0:
        size = sprite.size * times
    corner = middle - QPointF(size.width() / 2, size.height() / 2)
    # On whole device pixels: a sprite between them is blurred.
    corner = QPointF(round(corner.x() * scale) / scale, round(corner.y() * scale) / scale)
    if sprite.exact and times == 1.0:
        painter.drawPixmap(corner, sprite.picture)
    else:
        whole = QRectF(QPointF(), QSizeF(sprite.picture.size()))
        painter.drawPixmap(QRectF(corner, size), sprite.picture, whole)
