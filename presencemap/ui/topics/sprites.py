"""What the topic map is painted from, drawn once for each content, size, look and screen scale.

Owns the looks of hubs, names, faces and question cards, and the pixmap cache. Knows no view.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from presencemap.ui import assets
from presencemap.ui.painting.avatar import paint_face, paint_planned_rim
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.painting.shadow import paint_shadow
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics import phrases
from presencemap.ui.topics.cards import CARD_PAD, CardText
from presencemap.ui.topics.placing import CARD_WIDTH
from presencemap.ui.topics.scene import SQUARE, Hub, Seat

_CACHE_SIZE: Final = 900
_MARGIN: Final = 10
_RING: Final = 2.5
_BADGE: Final = 18.0
_SMALLEST: Final = 11.0
_LONGEST: Final = 168.0
_FACES: Final = (22, 44)
_CORNER: Final = 0.34
"""Of its radius, that of a job's corners."""


class TopicSprites:
    """Draws in one look; a new look needs a new one."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._cache: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._sizes: dict[Hashable, tuple[float, float]] = {}

    def face_size(self, zoom: float) -> int:
        """Px of a face at a zoom: never so small that initials can't be read."""
        return max(_FACES[0], min(_FACES[1], 2 * round(18 * zoom)))

    def disc(self, hub: Hub, edge: float, scale: float, *, strong: bool, dim: bool) -> QPixmap:
        """A hub's ground, its middle in the middle; ``edge``: its radius in px."""
        wide = round(edge * 2) / 2
        key = ("disc", wide, hub.warmth, strong, dim, hub.followed, bool(hub.job), scale)
        side = 2 * (wide + _MARGIN)
        return self._sprite(
            key,
            QSizeF(side, side),
            scale,
            lambda p: self._draw_disc(p, hub, wide, strong=strong, dim=dim),
        )

    def name(self, hub: Hub, zoom: float, scale: float, *, dim: bool) -> QPixmap:
        """A topic's name, and under it how many; its middle in the middle."""
        big, small = self._name_fonts(hub, zoom)
        name, count = self._elided(hub.title, big), self._count(hub)
        key = ("name", name, count, big.pixelSize(), hub.questions > 0, bool(hub.job), dim, scale)
        wide, high = self._name_size(hub, zoom)
        return self._sprite(
            key, QSizeF(wide, high), scale, lambda p: self._draw_name(p, hub, (big, small), dim=dim)
        )

    def name_box(self, hub: Hub, zoom: float, middle: QPointF) -> QRectF:
        """The room that the name takes round a point."""
        box = QRectF(QPointF(), QSizeF(*self._name_size(hub, zoom)))
        box.moveCenter(middle)
        return box

    def face(self, seat: Seat, size: int, scale: float, *, chosen: bool, dim: bool) -> QPixmap:
        """A face with its badges, its middle in the middle."""
        facts = seat.facts
        look = (facts.id, facts.initials, facts.availability, facts.freshness, facts.kind)
        side = size + 2 * _MARGIN + _BADGE
        return self._sprite(
            ("face", look, size, chosen, dim, scale),
            QSizeF(side, side),
            scale,
            lambda p: self._draw_face(p, seat, size, chosen=chosen, dim=dim),
        )

    def card(self, card: CardText, scale: float, *, chosen: bool) -> QPixmap:
        """A question's card, a margin wider than its size on each side."""
        size = QSizeF(CARD_WIDTH + 2 * _MARGIN, card.height + 2 * _MARGIN)
        key = ("card", card, chosen, scale)
        return self._sprite(key, size, scale, lambda p: self._draw_card(p, card, chosen=chosen))

    def dots(self, scale: float) -> QPixmap:
        """One square of the ground."""
        return self._sprite(("dots", scale), QSizeF(40, 40), scale, self._draw_dot)

    def _sprite(
        self, key: Hashable, size: QSizeF, scale: float, draw: Callable[[QPainter], None]
    ) -> QPixmap:
        found = self._cache.get(key)
        if found is not None:
            self._cache.move_to_end(key)
            return found
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
            half = edge * SQUARE
            square = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
            painter.drawRoundedRect(square, edge * _CORNER, edge * _CORNER)
        else:
            painter.drawEllipse(middle, edge, edge)

    def _name_fonts(self, hub: Hub, zoom: float) -> tuple[QFont, QFont]:
        large = 12.5 if hub.is_label else 13.5 + 4.0 * (hub.radius - 54) / 38
        scale = self.theme.text_scale
        size = max(_SMALLEST, large * min(1.15, max(zoom, 0.8))) * scale
        return self.theme.face(size, 700), self.theme.face(max(_SMALLEST, size * 0.78), 450)

    def _name_size(self, hub: Hub, zoom: float) -> tuple[float, float]:
        big, small = self._name_fonts(hub, zoom)
        signed = bool(hub.questions or hub.job)
        key = (hub.title, hub.count, signed, big.pixelSize(), small.pixelSize())
        found = self._sizes.get(key)
        if found is None:
            # Asked for some times in a frame, and slow to measure.
            if len(self._sizes) > _CACHE_SIZE:
                self._sizes.clear()
            found = self._sizes[key] = self._measured(hub, big, small, signed=signed)
        return found

    def _measured(self, hub: Hub, big: QFont, small: QFont, *, signed: bool) -> tuple[float, float]:
        count = self._count(hub)
        wide = QFontMetricsF(big).horizontalAdvance(self._elided(hub.title, big))
        below = QFontMetricsF(small).horizontalAdvance(count) + (18 if signed else 0)
        high = big.pixelSize() * 1.35
        if count or hub.questions:
            high += small.pixelSize() * 1.4
        return max(wide, below) + 6, high

    def _draw_name(
        self, painter: QPainter, hub: Hub, fonts: tuple[QFont, QFont], *, dim: bool
    ) -> None:
        theme, (big, small) = self.theme, fonts
        name, count = self._elided(hub.title, big), self._count(hub)
        metrics, few = QFontMetricsF(big), QFontMetricsF(small)
        width = painter.device().width() / painter.device().devicePixelRatio()
        painter.setOpacity(0.4 if dim else 1.0)
        base = big.pixelSize() * 0.68 + metrics.capHeight() / 2
        left = (width - metrics.horizontalAdvance(name)) / 2
        self._haloed(painter, big, name, QPointF(left, base), (hub, "accent"))
        if not (count or hub.questions):
            return
        sign = ("briefcase", "ink2") if hub.job else ("life-buoy", "struggle")
        wide = few.horizontalAdvance(count) + (18 if hub.questions or hub.job else 0)
        left, middle = (width - wide) / 2, big.pixelSize() * 1.35 + small.pixelSize() * 0.62
        if hub.questions or hub.job:
            box = QRectF(left, middle - 7, 14, 14)
            assets.draw_icon(painter, sign[0], theme.colour(sign[1]), box)
            left += 18
        at = QPointF(left, middle + few.capHeight() / 2)
        self._haloed(painter, small, count, at, (hub, "ink2"))

    def _haloed(
        self, painter: QPainter, font: QFont, text: str, at: QPointF, look: tuple[Hub, str]
    ) -> None:
        """On a rim of its ground: lines and faces may lie under it."""
        hub, tone = look
        ground = self.theme.colour("bg" if hub.is_label else "accentSoft")
        path = QPainterPath()
        path.addText(at, font, text)
        painter.strokePath(path, QPen(ground, 3, j=Qt.PenJoinStyle.RoundJoin))
        painter.setFont(font)
        painter.setPen(self.theme.colour(tone))
        painter.drawText(at, text)

    def _count(self, hub: Hub) -> str:
        return "" if hub.is_label and not hub.job else phrases.people(hub.count)

    def _elided(self, text: str, font: QFont) -> str:
        room = _LONGEST * self.theme.text_scale
        return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)

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
            edge = _BADGE if size >= 30 else 14.0
            disc = QRectF(0, 0, edge, edge)
            disc.moveCenter(corner + QPointF(3, 3))
            token = kind_token(facts.kind)
            painter.setPen(QPen(under, 1.5))
            painter.setBrush(theme.colour(f"{token}Soft"))
            painter.drawEllipse(disc)
            inset = edge * 0.2
            box = disc.adjusted(inset, inset, -inset, -inset)
            assets.draw_icon(painter, kind_icon(facts.kind), theme.colour(token), box)

    def _draw_card(self, painter: QPainter, card: CardText, *, chosen: bool) -> None:
        theme = self.theme
        body = QRectF(_MARGIN, _MARGIN, CARD_WIDTH, card.height)
        paint_shadow(painter, theme, body, theme.radius("control"))
        painter.setPen(QPen(theme.colour("struggle"), 2.0 if chosen else 1.25))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        left, top = body.left() + CARD_PAD, body.top() + CARD_PAD - 2
        head, metrics = theme.typeface("small")
        line = theme.line("small")
        icon = QRectF(left, top + (line - 14) / 2, 14, 14)
        assets.draw_icon(painter, "life-buoy", theme.colour("struggle"), icon)
        base = top + line / 2 + metrics.capHeight() / 2
        bold = theme.font("small", 600)
        painter.setFont(bold)
        painter.setPen(theme.colour("struggle"))
        right = body.right() - CARD_PAD
        room = right - left - 20 - metrics.horizontalAdvance(card.joined) - 8
        who = QFontMetricsF(bold).elidedText(card.who, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left + 20, base), who)
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
