"""A floor plan as it is painted: ground, picture, rooms, desks, names, faces, in that order.

Where faces stand is said by ``standing``. Knows no input and no roster.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from presencemap.domain.status import Kind
from presencemap.ui import assets
from presencemap.ui.floor import phrases
from presencemap.ui.floor.scene import FloorScene, Seat
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.floor.small_names import ROLE, name_box
from presencemap.ui.floor.standing import FACE, INSET, RING, Crowd, Rest, Standing, is_roomy
from presencemap.ui.map.phrases import short_name
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.theme.tokens import Theme

_BADGE = 18.0
_SMALLEST = 0.8
"""Of a badge: smaller, its sign is a blot."""
_AROUND = 5.0
"""Px beside a number at least."""
_GLARE = 0.78
"""How much of a picture without transparency shows in the dark look: most are white."""


class PlanPainter:
    """Paints one scene; ``hovered`` and ``selected`` are ids of places, ``person`` of one."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.picture: QImage | None = None
        self.hovered = ""
        self.selected = ""
        self.person = ""
        self.lit: frozenset[str] | None = None

    def paint(self, painter: QPainter, scene: FloorScene, sheet: Sheet, crowd: Crowd) -> None:
        """All of it but the ground around the plan."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if scene.plan is None:
            return
        walls = scene.plan.image is None
        painter.fillRect(sheet.box, self.theme.colour("room"))
        rooms = [seat for seat in scene.seats if seat.outline and not seat.is_desk]
        desks = [seat for seat in scene.seats if seat.outline and seat.is_desk]
        # A plan without a ground of its own lies over the rooms' colours, a photograph under them.
        under = self.picture is None or not self.picture.hasAlphaChannel()
        if under:
            self._picture(painter, sheet)
        for room in rooms:
            self._room(painter, room, sheet.outline(room.outline), walls=walls)
        if not under:
            self._picture(painter, sheet)
        if walls:
            painter.setPen(_line(self.theme.colour("wall"), 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(sheet.box)
        for desk in desks:
            self._desk(painter, desk, sheet.outline(desk.outline))
        for room in rooms:
            box = sheet.outline(room.outline).boundingRect()
            self._label(painter, room, box, whole=is_roomy(sheet))
        for standing in sorted(crowd.people, key=lambda s: s.face.person == self.person):
            self._face(painter, standing)
        for rest in crowd.rests:
            self._rest(painter, rest)

    def _picture(self, painter: QPainter, sheet: Sheet) -> None:
        if self.picture is not None:
            glares = self.theme.is_dark and not self.picture.hasAlphaChannel()
            painter.setOpacity(_GLARE if glares else 1.0)
            painter.drawImage(sheet.box, self.picture)
            painter.setOpacity(1.0)

    def _room(self, painter: QPainter, room: Seat, shape: QPolygonF, *, walls: bool) -> None:
        theme = self.theme
        tone = QColor(theme.colour("accentSoft" if room.place == self.selected else "roomAlt"))
        marked = room.place in {self.selected, self.hovered}
        painter.setPen(_line(theme.colour("wall"), 3) if walls else Qt.PenStyle.NoPen)
        if marked or room.faces:
            tone.setAlphaF(0.8 if marked else 0.55)
            painter.setBrush(tone)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)
        if room.place == self.selected:
            self._outlined(painter, shape)

    def _desk(self, painter: QPainter, desk: Seat, shape: QPolygonF) -> None:
        theme, selected = self.theme, desk.place == self.selected
        box = shape.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5)
        hovered = desk.place == self.hovered and not desk.faces
        painter.setPen(QPen(theme.colour("deskLine"), 1))
        painter.setBrush(theme.colour("accentSoft" if selected or hovered else "desk"))
        if len(desk.outline) == 4:
            painter.drawRoundedRect(box, 4, 4)
        else:
            painter.drawPolygon(shape)
        if selected:
            self._outlined(painter, QPolygonF(box))
        if selected or hovered or box.width() >= 72:
            font, metrics = theme.typeface("strong" if selected else "small")
            painter.setFont(font)
            painter.setPen(theme.colour("accent" if selected or hovered else "ink2"))
            text = metrics.elidedText(desk.name, Qt.TextElideMode.ElideRight, box.width() - 6)
            if not desk.faces:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _outlined(self, painter: QPainter, shape: QPolygonF) -> None:
        pen = QPen(self.theme.colour("accent"), 2, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)

    def _label(self, painter: QPainter, room: Seat, box: QRectF, *, whole: bool) -> None:
        """The name, and below it what is going on."""
        theme, inset = self.theme, INSET if whole else INSET / 2
        left, width = box.left() + inset, box.width() - 2 * inset
        top = box.top() + inset - 2
        states = (phrases.state(room), phrases.state(room, brief=True))
        lines = (("strong", "ink", (room.name,)), ("small", "ink2", states))
        for role, tone, texts in lines[: 2 if whole else 1]:
            font, metrics = theme.typeface(role)
            text = next((t for t in texts if metrics.horizontalAdvance(t) <= width), texts[-1])
            if top + metrics.height() > box.bottom() or width < 24:
                return
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QPointF(left, top + metrics.ascent()), shown)
            top += theme.line(role)

    def _face(self, painter: QPainter, standing: Standing) -> None:
        theme, face, at = self.theme, standing.face, standing.at
        if self.lit is not None and face.person not in self.lit:
            painter.setOpacity(0.25)
        surface = theme.colour("surface")
        half = standing.size / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent") if face.person == self.person else surface)
        painter.drawEllipse(at, half + RING, half + RING)
        paint_face(
            painter,
            theme,
            face.person,
            face.initials,
            corner=at - QPointF(half, half),
            size=standing.size,
            availability=face.availability,
            under=surface,
            stale=face.stale,
        )
        if face.struggling:
            scale = max(_SMALLEST, standing.size / FACE)
            self._struggle(painter, at - QPointF(half - 2, half - 2), scale)
        if face.guests:
            self._guests(painter, face.guests, at + QPointF(half, 2 - half))
        if standing.room:
            self._name(painter, standing)
        painter.setOpacity(1.0)

    def _struggle(self, painter: QPainter, at: QPointF, scale: float) -> None:
        theme, tone = self.theme, kind_token(Kind.STRUGGLING_WITH)
        painter.setPen(QPen(theme.colour("surface"), 2 * scale))
        painter.setBrush(theme.colour(f"{tone}Soft"))
        painter.drawEllipse(at, _BADGE / 2 * scale, _BADGE / 2 * scale)
        box = QRectF(0, 0, 12 * scale, 12 * scale)
        box.moveCenter(at)
        assets.draw_icon(painter, kind_icon(Kind.STRUGGLING_WITH), theme.colour(tone), box)

    def _guests(self, painter: QPainter, count: int, at: QPointF) -> None:
        """How many are with them, at the upper right of their face."""
        theme, text = self.theme, f"+{count}"
        font, metrics = theme.typeface("micro")
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height() + 1)
        box.moveCenter(at)
        painter.setPen(QPen(theme.colour("borderStrong"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _name(self, painter: QPainter, standing: Standing) -> None:
        theme = self.theme
        font, metrics = theme.typeface("small" if standing.size == FACE else ROLE)
        text, room = standing.name, standing.room - 8
        if metrics.horizontalAdvance(text) > room:
            # Two Brams are told apart by a letter, not by what is cut off.
            text = short_name(text)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        box = name_box(standing, metrics.horizontalAdvance(text) + 8, metrics.height())
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _rest(self, painter: QPainter, rest: Rest) -> None:
        """How many more there are, on a disc as large as what it stands among, or wider."""
        theme, half = self.theme, rest.size / 2
        font, metrics = theme.typeface("strong" if rest.size == FACE else "micro")
        wide = max(0.0, metrics.horizontalAdvance(rest.text) / 2 + _AROUND - half)
        box = QRectF(rest.at, rest.at).adjusted(-half - wide, -half, half + wide, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        around = box.adjusted(-RING, -RING, RING, RING)
        painter.drawRoundedRect(around, half + RING, half + RING)
        painter.setPen(QPen(theme.colour("borderStrong"), 1))
        painter.drawRoundedRect(box, half, half)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, rest.text)


def _line(tone: QColor, width: float) -> QPen:
    pen = QPen(tone, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen
