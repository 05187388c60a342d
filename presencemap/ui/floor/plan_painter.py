"""A floor plan as it is painted: ground, picture, rooms, desks, names, faces, in that order.

Owns where faces stand in a room. Knows no input and no roster.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from presencemap.domain.status import Kind
from presencemap.ui import assets
from presencemap.ui.floor import phrases
from presencemap.ui.floor.scene import FloorScene, Seat, drawn
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.map.phrases import first_names
from presencemap.ui.map.scene import Face
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.theme.tokens import Theme

FACE, SMALL_FACE = 36, 24
_ROOMY = 560
"""Px of width from which a plan has room for names."""
_RING = 2.5
_STEP = 62.0
_BADGE = 18.0
_INSET = 14.0
_GLARE = 0.78
"""How much of a picture without transparency shows in the dark look: most are white."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A face where it stands: the middle of it, in px of the widget."""

    face: Face
    at: QPointF
    name: str
    size: int = FACE

    @property
    def box(self) -> QRectF:
        """What of it can be clicked."""
        half = self.size / 2 + _RING
        return QRectF(self.at.x() - half, self.at.y() - half, 2 * half, 2 * half)


def standings(scene: FloorScene, sheet: Sheet, theme: Theme) -> list[Standing]:
    """Everybody who is in a shape, where they stand."""
    shown, _ = drawn(scene)
    desks = [sheet.outline(s.outline).boundingRect() for s in scene.seats if s.is_desk]
    found: list[Standing] = []
    size = FACE if is_roomy(sheet) else SMALL_FACE
    for seat in scene.seats:
        faces = shown.get(seat.place, ())
        if not faces:
            continue
        names = first_names(faces)
        shape = sheet.outline(seat.outline)
        centre = shape.boundingRect().center()
        spots = [centre] if seat.is_desk else _spots(shape, desks, theme, len(faces), size)
        for number, face in enumerate(faces):
            at = spots[min(number, len(spots) - 1)]
            if number >= len(spots):
                at = at + QPointF(10.0 * (number - len(spots) + 1), 0)
            found.append(Standing(face, at, names[face.person], size))
    return found


def is_roomy(sheet: Sheet) -> bool:
    """Whether names fit under faces, and a line under the name of a room."""
    return sheet.box.width() >= _ROOMY


def _spots(
    shape: QPolygonF, desks: list[QRectF], theme: Theme, count: int, size: int
) -> list[QPointF]:
    """Places in a room below its name and clear of its desks, row by row, as many as fit."""
    box, step = shape.boundingRect(), _STEP * size / FACE
    head = _INSET + theme.line("strong") + (theme.line("small") if size == FACE else 0)
    top = box.top() + head + size / 2 + 6
    top = min(top, max(box.center().y(), box.bottom() - size / 2 - 22))
    columns = max(1, int((box.width() - size - 8) // step) + 1)
    rows = max(1, int((box.bottom() - 24 - size / 2 - top) // step) + 1)
    left = box.center().x() - (columns - 1) * step / 2
    grid = [
        [QPointF(left + column * step, top + row * step) for column in range(columns)]
        for row in range(rows)
    ]
    free = [[spot for spot in line if _is_clear(spot, step, shape, desks)] for line in grid]
    spots: list[QPointF] = []
    for line in free if any(free) else grid:
        wanted = min(count - len(spots), len(line))
        start = (len(line) - wanted) // 2
        spots += line[start : start + wanted]
    return spots


def _is_clear(spot: QPointF, step: float, shape: QPolygonF, desks: list[QRectF]) -> bool:
    """Whether a face and its name fit there."""
    body = QRectF(spot.x() - step / 2, spot.y() - step * 0.3, step, step * 0.95)
    rule = Qt.FillRule.OddEvenFill
    inside = all(shape.containsPoint(c, rule) for c in (body.topLeft(), body.bottomRight()))
    return inside and not any(desk.intersects(body) for desk in desks)


class PlanPainter:
    """Paints one scene; ``hovered`` and ``selected`` are ids of places, ``person`` of one."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.picture: QImage | None = None
        self.hovered = ""
        self.selected = ""
        self.person = ""
        self.lit: frozenset[str] | None = None

    def paint(
        self, painter: QPainter, scene: FloorScene, sheet: Sheet, people: Sequence[Standing]
    ) -> None:
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
        for standing in sorted(people, key=lambda s: s.face.person == self.person):
            self._face(painter, standing)

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
        theme, inset = self.theme, _INSET if whole else _INSET / 2
        left, width = box.left() + inset, box.width() - 2 * inset
        top = box.top() + inset - 2
        lines = (("strong", "ink", room.name), ("small", "ink2", phrases.state(room)))
        for role, tone, text in lines[: 2 if whole else 1]:
            font, metrics = theme.typeface(role)
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
        painter.drawEllipse(at, half + _RING, half + _RING)
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
            self._struggle(painter, at - QPointF(half - 2, half - 2))
        if standing.size == FACE:
            self._name(painter, standing)
        painter.setOpacity(1.0)

    def _struggle(self, painter: QPainter, at: QPointF) -> None:
        theme, tone = self.theme, kind_token(Kind.STRUGGLING_WITH)
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.setBrush(theme.colour(f"{tone}Soft"))
        painter.drawEllipse(at, _BADGE / 2, _BADGE / 2)
        box = QRectF(0, 0, 12, 12)
        box.moveCenter(at)
        assets.draw_icon(painter, kind_icon(Kind.STRUGGLING_WITH), theme.colour(tone), box)

    def _name(self, painter: QPainter, standing: Standing) -> None:
        theme = self.theme
        font, metrics = theme.typeface("small")
        text = metrics.elidedText(standing.name, Qt.TextElideMode.ElideRight, 84)
        width, height = metrics.horizontalAdvance(text) + 10, metrics.height()
        box = QRectF(0, 0, width, height)
        box.moveCenter(standing.at + QPointF(0, FACE / 2 + 4 + height / 2))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _line(tone: QColor, width: float) -> QPen:
    pen = QPen(tone, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen
