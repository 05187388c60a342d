"""Sprites of plates and bubbles: drawn once for each content, look and screen scale.

Owns the anatomy of a plate (sizes, faces, caption, tail, shadow) and the pixmap cache. Knows no
view, no layout and no person beyond the faces it is given.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from presencemap.ui import assets
from presencemap.ui.map import bubbles, phrases
from presencemap.ui.map.layout import Form, Shape
from presencemap.ui.map.scene import Face
from presencemap.ui.painting.availability import paint_availability
from presencemap.ui.painting.avatar import avatar, badge_size, dashes
from presencemap.ui.painting.shadow import paint_shadow
from presencemap.ui.theme.tokens import Theme

SHOWN = 4
"""Faces on a plate; the others are a number."""
FACE = 26
_RING = 2
STEP = FACE + 2 * _RING - 5
"""Faces overlap by 5 px, their rings counted: initials stay whole."""
TAIL = 7
_TAIL_HALF = 7
_PAD = 7
_PAD_TOP = 6
_PAD_BOTTOM = 5
_BETWEEN = 3
_MAX_CAPTION = 150
_SIGN = 12
"""Of an own office before its name, and of guests before their number."""
_BADGE = 20
_BADGE_OUT = 5
_MARGIN = 12
_DIM = 0.25
_CACHE_SIZE = 600
_HIT = 28.0


@dataclass(frozen=True, slots=True)
class Plate:
    """What a sprite shows: the first ``faces`` of ``count`` people, so many of them ``free``.

    ``ending``: until when they are there, short, "" where nobody said. ``guests``: how many are
    with them.
    ``lit``: which faces match the filter, None without; ``nobody``: no one of all who are there.
    """

    form: Form
    caption: str
    faces: tuple[Face, ...]
    count: int
    free: int = 0
    ending: str = ""
    guests: int = 0
    own_office: bool = False
    stale: bool = False
    planned: bool = False
    helps: bool = False
    tail: bool = True
    selected: bool = False
    hovered: bool = False
    lit: frozenset[str] | None = None
    nobody: bool = False

    @property
    def takes(self) -> tuple[object, ...]:
        """All that its size depends on."""
        said = (self.caption, self.count, self.guests, self.ending)
        return self.form, said, self.own_office, self.helps

    @property
    def shown(self) -> tuple[Face, ...]:
        """The faces that are drawn; none where the filter leaves nobody of the place."""
        return () if self.nobody else self.faces[: shown_on(self.form)]


def shown_on(form: Form) -> int:
    """How many faces there is room for."""
    return SHOWN if form is Form.PLATE else bubbles.SHOWN


class _Rows(NamedTuple):
    """How wide faces and caption are, px, and in which of the two it says until when."""

    faces: float
    caption: float
    end_beside: bool


class PlateSprites:
    """Measures and draws plates in one look; a new look needs a new one."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._fonts = {role: theme.font(role) for role in ("micro", "small")}
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self._cache: OrderedDict[tuple[Plate, float], QPixmap] = OrderedDict()
        self._lately: dict[int, tuple[Plate, float, QPixmap]] = {}
        self._shapes: dict[tuple[object, ...], Shape] = {}

    def shape(self, plate: Plate) -> Shape:
        """The room that the plate takes, with its tail; the exact point lies at the tail's tip."""
        key = plate.takes
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) > _CACHE_SIZE:
                self._shapes.clear()
            found = self._shapes[key] = self._measured(plate)
        return found

    def _measured(self, plate: Plate) -> Shape:
        rows = self._rows(plate)
        if plate.form is Form.BUBBLE:
            wide = max(bubbles.WIDTH, rows.caption + 6)
            high = bubbles.HEIGHT + _BETWEEN + self.theme.line("micro")
            return Shape(wide, high, wide / 2, bubbles.DISC / 2)
        out = float(_BADGE_OUT if plate.helps else 0)
        width = max(rows.caption, rows.faces) + 2 * _PAD
        height = self._height(plate) + TAIL + out
        return Shape(width + out, height, out + width / 2, height)

    def _height(self, plate: Plate) -> float:
        faces = FACE + _BETWEEN if plate.count else 0
        return _PAD_TOP + faces + self.theme.line("micro") + _PAD_BOTTOM

    def body(self, plate: Plate) -> QRectF:
        """The plate without tail and badge, relative to the corner of its shape."""
        shape = self.shape(plate)
        if plate.form is Form.BUBBLE:
            return QRectF(shape.point_x - bubbles.WIDTH / 2, 0, bubbles.WIDTH, bubbles.HEIGHT)
        out = float(_BADGE_OUT if plate.helps else 0)
        body = QRectF(out, out, shape.w - out, shape.h - TAIL - out)
        if not plate.nobody:
            return body
        # Nobody matches: the caption alone, where the tail is.
        body.setTop(body.bottom() - _PAD_TOP - _PAD_BOTTOM - self.theme.line("micro"))
        width = self._rows(plate).caption + 2 * _PAD
        return QRectF(body.center().x() - width / 2, body.y(), width, body.height())

    def hit_area(self, plate: Plate) -> QRectF:
        """The body, at least as big as what is clicked must be."""
        body = self.body(plate)
        wide, high = max(0.0, _HIT - body.width()) / 2, max(0.0, _HIT - body.height()) / 2
        return body.adjusted(-wide, -high, wide, high)

    def face_boxes(self, plate: Plate) -> list[tuple[Face, QRectF]]:
        """The faces that can be clicked, relative to the corner of the shape; the top one last.

        A bubble's are too small for that: it is clicked as a whole.
        """
        if plate.form is Form.BUBBLE:
            return []
        body = self.body(plate)
        left = body.center().x() - self._rows(plate).faces / 2
        top = body.y() + _PAD_TOP
        boxes = (QRectF(left + STEP * n, top, FACE, FACE) for n in range(SHOWN))
        return list(zip(plate.shown, boxes, strict=False))

    def paint(self, painter: QPainter, plate: Plate, corner: QPointF, scale: float) -> None:
        """Paint the plate with the corner of its shape there, on whole device pixels."""
        sprite = self.prepare(plate, scale)
        left = round((corner.x() - _MARGIN) * scale) / scale
        top = round((corner.y() - _MARGIN) * scale) / scale
        painter.drawPixmap(QPointF(left, top), sprite)

    def has(self, plate: Plate, scale: float) -> bool:
        """Whether it is drawn for a screen of that scale."""
        return self._lately_drawn(plate, scale) is not None or (plate, scale) in self._cache

    def _lately_drawn(self, plate: Plate, scale: float) -> QPixmap | None:
        """The very plate of the frame before is known without a look at all its faces."""
        lately = self._lately.get(id(plate))
        same = lately is not None and lately[0] is plate and lately[1] == scale
        return lately[2] if lately is not None and same else None

    def prepare(self, plate: Plate, scale: float) -> QPixmap:
        """The sprite, drawn where it isn't yet."""
        sprite = self._lately_drawn(plate, scale)
        if sprite is not None:
            return sprite
        if len(self._lately) > _CACHE_SIZE:
            self._lately.clear()
        sprite = self._cached(plate, scale)
        self._lately[id(plate)] = plate, scale, sprite
        return sprite

    def _cached(self, plate: Plate, scale: float) -> QPixmap:
        key = (plate, scale)
        found = self._cache.get(key)
        if found is not None:
            self._cache.move_to_end(key)
            return found
        shape = self.shape(plate)
        width, height = shape.w + 2 * _MARGIN, shape.h + 2 * _MARGIN
        drawn = QPixmap(int(width * scale) + 1, int(height * scale) + 1)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.translate(_MARGIN, _MARGIN)
        if plate.form is Form.BUBBLE:
            self._draw_bubble(painter, plate, scale)
        else:
            self._draw_plate(painter, plate, scale)
        painter.end()
        self._cache[key] = drawn
        if len(self._cache) > _CACHE_SIZE:
            self._cache.popitem(last=False)
        return drawn

    def _draw_plate(self, painter: QPainter, plate: Plate, scale: float) -> None:
        body = self.body(plate)
        radius = min(self.theme.radius("plate"), body.height() / 2)
        outline = QPainterPath()
        outline.addRoundedRect(body, radius, radius)
        if plate.tail and not plate.stale:
            tail = QPainterPath(QPointF(body.center().x() - _TAIL_HALF, body.bottom() - 1))
            tail.lineTo(body.center().x(), body.bottom() + TAIL)
            tail.lineTo(body.center().x() + _TAIL_HALF, body.bottom() - 1)
            tail.closeSubpath()
            outline = outline.united(tail)
        if not plate.stale:
            paint_shadow(painter, self.theme, body, radius)
        ground = self.theme.colour("surface")
        if plate.stale:
            ground.setAlphaF(0.86)
        painter.setBrush(ground)
        painter.setPen(self._border(plate))
        painter.drawPath(outline)
        self._draw_faces(painter, plate, scale)
        self._draw_caption(painter, plate, body)
        if plate.helps and not plate.nobody:
            # Where nobody matches it would lie on the first letter, and say what isn't sought.
            self._draw_badge(painter, body.topLeft() + QPointF(4, 4))

    def _border(self, plate: Plate) -> QPen:
        theme = self.theme
        if plate.planned:
            return dashes(theme, 2.5 if plate.selected else 1.5)
        if plate.selected:
            return QPen(theme.colour("accent"), 2.0)
        if plate.stale:
            pen = QPen(theme.colour("borderStrong"), 1.5)
            pen.setDashPattern([4 / 1.5, 3 / 1.5])
            return pen
        return QPen(theme.colour("borderStrong" if plate.hovered else "border"), 1.0)

    def _draw_faces(self, painter: QPainter, plate: Plate, scale: float) -> None:
        under = self.theme.colour("surface")
        boxes = self.face_boxes(plate)
        for face, box in boxes:
            self._draw_face(painter, plate, face, box, scale)
        # All badges over all faces: the next face would cover them.
        badge = badge_size(FACE)
        for face, box in boxes:
            if face.planned:
                continue
            painter.setOpacity(_opacity(plate, face))
            centre = box.bottomRight() - QPointF(badge / 2 - 2, badge / 2 - 2)
            paint_availability(
                painter,
                self.theme,
                face.availability,
                centre=centre,
                diameter=badge - 2,
                under=under,
            )
            painter.setOpacity(1.0)
        if not boxes:
            return
        right, middle = boxes[-1][1].right(), boxes[-1][1].center().y()
        if plate.count > SHOWN:
            right = self._text(painter, ("small", "ink2"), _more(plate), right + 6, middle)
        if self._rows(plate).end_beside:
            self._text(painter, ("micro", "ink3"), plate.ending, right + 6, middle)

    def _draw_face(
        self, painter: QPainter, plate: Plate, face: Face, box: QRectF, scale: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("surface"))
        painter.drawEllipse(box.adjusted(-_RING, -_RING, _RING, _RING))
        painter.setOpacity(_opacity(plate, face))
        size = round(box.width())
        picture = avatar(self.theme, face.person, face.initials, size, scale, stale=face.stale)
        painter.drawPixmap(box.topLeft(), picture)
        painter.setOpacity(1.0)

    def _draw_caption(self, painter: QPainter, plate: Plate, body: QRectF) -> None:
        line = self.theme.line("micro")
        middle = body.bottom() - _PAD_BOTTOM - line / 2
        left = body.center().x() - self._rows(plate).caption / 2
        if plate.own_office:
            left = self._sign(painter, "building-2", left, middle) + 4
        text = self._elided(plate.caption)
        tone = "ink3" if plate.stale else "ink"
        left = self._text(painter, ("micro", tone), text, left, middle) + 4
        if plate.count > 1:
            left = self._text(painter, ("micro", "ink2"), str(plate.count), left, middle) + 4
        if plate.guests:
            left = self._sign(painter, "users", left + 2, middle) + 2
            left = self._text(painter, ("micro", "ink2"), _brought(plate), left, middle) + 4
        if not self._rows(plate).end_beside:
            self._text(painter, ("micro", "ink3"), plate.ending, left + 1, middle)

    def _sign(self, painter: QPainter, icon: str, left: float, middle: float) -> float:
        """A small icon in the caption; answers where it ends."""
        edge = self.theme.px(_SIGN)
        box = QRectF(left, middle - edge / 2, edge, edge)
        assets.draw_icon(painter, icon, self.theme.colour("ink3"), box)
        return left + edge

    def _draw_badge(self, painter: QPainter, centre: QPointF) -> None:
        disc = QRectF(0, 0, _BADGE, _BADGE)
        disc.moveCenter(centre)
        painter.setPen(QPen(self.theme.colour("surface"), 2))
        painter.setBrush(self.theme.colour("struggle"))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        ink = self.theme.colour("onAccent" if self.theme.is_dark else "surface")
        assets.draw_icon(painter, "life-buoy", ink, disc.adjusted(4, 4, -4, -4))

    def _draw_bubble(self, painter: QPainter, plate: Plate, scale: float) -> None:
        theme = self.theme
        body = self.body(plate)
        disc = bubbles.disc(body)
        paint_shadow(painter, theme, disc, disc.height() / 2)
        painter.setPen(self._border(plate))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(disc)
        painter.setOpacity(_DIM if plate.nobody else 1.0)
        bubbles.paint_gauge(painter, theme, disc, plate.free / plate.count if plate.count else 0.0)
        bubbles.paint_number(painter, theme, disc, phrases.headcount(plate.count))
        painter.setOpacity(1.0)
        for face, box in reversed(list(zip(plate.shown, bubbles.seats(disc), strict=False))):
            self._draw_face(painter, plate, face, box, scale)
        name = self._elided(plate.caption)
        bubbles.paint_name(painter, theme, name, body.center().x(), body.bottom() + _BETWEEN)
        if plate.helps:
            self._draw_badge(painter, disc.topLeft() + QPointF(5, 5))

    def _text(
        self, painter: QPainter, style: tuple[str, str], text: str, left: float, middle: float
    ) -> float:
        """Answers where it ends."""
        role, tone = style
        metrics = self._metrics[role]
        painter.setFont(self._fonts[role])
        painter.setPen(self.theme.colour(tone))
        painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), text)
        return left + metrics.horizontalAdvance(text)

    def _elided(self, text: str) -> str:
        room = self.theme.px(_MAX_CAPTION)
        return self._metrics["micro"].elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _rows(self, plate: Plate) -> _Rows:
        """The end stands beside the faces where that is narrower than after the name."""
        faces, name = self._faces_width(plate), self._name_width(plate)
        end = self._metrics["micro"].horizontalAdvance(plate.ending) + 6 if plate.ending else 0.0
        beside = bool(faces) and max(name, faces + end) < max(name + end, faces)
        return _Rows(faces + end, name, True) if beside else _Rows(faces, name + end, False)

    def _name_width(self, plate: Plate) -> float:
        metrics = self._metrics["micro"]
        width = metrics.horizontalAdvance(self._elided(plate.caption))
        if plate.form is Form.BUBBLE:
            return width
        sign = self.theme.px(_SIGN)
        icon = sign + 4 if plate.own_office else 0
        count = metrics.horizontalAdvance(str(plate.count)) + 4 if plate.count > 1 else 0
        guests = sign + metrics.horizontalAdvance(_brought(plate)) + 8 if plate.guests else 0
        return width + icon + count + guests

    def _faces_width(self, plate: Plate) -> float:
        faces = min(plate.count, SHOWN)
        more = self._metrics["small"].horizontalAdvance(_more(plate)) + 6
        return FACE + STEP * (faces - 1) + (more if plate.count > SHOWN else 0) if faces else 0.0


def _more(plate: Plate) -> str:
    return f"+{plate.count - SHOWN}"


def _brought(plate: Plate) -> str:
    return f"+{plate.guests}"


def _opacity(plate: Plate, face: Face) -> float:
    return 1.0 if plate.lit is None or face.person in plate.lit else _DIM
