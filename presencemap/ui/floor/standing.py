"""Where people stand on a plan: at their desk, or in rows in their room; a count for the rest.

Geometry only: paints nothing, knows no roster and no input.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPolygonF

from presencemap.ui.floor.islands import middles
from presencemap.ui.floor.phrases import state
from presencemap.ui.floor.scene import FloorScene, Seat, drawn
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.map.phrases import first_names
from presencemap.ui.map.scene import Face
from presencemap.ui.theme.tokens import Theme

FACE, SMALL_FACE = 36, 24
RING = 2.5
INSET = 14.0
"""Px from a room's corner to its name."""
_ROOMY = 560
"""Px of width from which a plan has room for names."""
_STEP, _SMALL_STEP = 62.0, 30.0
"""Px from one face to the next; the larger has room for a name."""
_NAME, _LONE_NAME = 58.0, 84.0
_NAME_HEIGHT = 22.0
_BADGE = 20.0
_OVER, _OVER_NUMBER = 4.0, 12.0
"""Px from a face to a name above it, the latter past a number."""
_BADGES = 18.0
"""Px that the badges at both sides of a small face take in all, within the walls."""
_LEAST = 16.0
"""Px that a number is high at least."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A face where it stands: the middle of it, in px of the widget; ``room`` for its name.

    ``lift``: px that its name is above it, as somebody else is below; 0: below.
    """

    face: Face
    at: QPointF
    name: str
    size: int = FACE
    room: float = _LONE_NAME
    lift: float = 0.0

    @property
    def box(self) -> QRectF:
        """What of it can be clicked."""
        return _square(self.at, self.size / 2 + RING)


@dataclass(frozen=True, slots=True)
class Rest:
    """The number of those in a room or at a desk for whom there is no room, and its middle.

    ``all``: nobody of them has a face.
    """

    place: str
    count: int
    at: QPointF
    size: float
    all: bool = False

    @property
    def box(self) -> QRectF:
        """What of it can be clicked."""
        return _square(self.at, self.size / 2 + RING)

    @property
    def text(self) -> str:
        """As it is written."""
        return str(self.count) if self.all else f"+{self.count}"


@dataclass(frozen=True, slots=True)
class Crowd:
    """All people in shapes: as faces, and as numbers."""

    people: list[Standing] = field(default_factory=list)
    rests: list[Rest] = field(default_factory=list)


def crowd(
    scene: FloorScene,
    sheet: Sheet,
    theme: Theme,
    first: str = "",
    lit: frozenset[str] | None = None,
) -> Crowd:
    """Everybody who is in a shape, where they stand.

    ``first``: whom no number may hide; ``lit``: who match the filter and are hidden after others.
    """
    shown, _ = drawn(scene)
    found = Crowd()

    def turn(face: Face) -> tuple[bool, bool]:
        return face.person != first, lit is not None and face.person not in lit

    size = FACE if is_roomy(sheet) else SMALL_FACE
    boxes = {s.place: sheet.outline(s.outline).boundingRect() for s in scene.seats if s.is_desk}
    taken = {place: box for place, box in boxes.items() if shown.get(place)}
    desks = [_desk(box, size, taken=place in taken) for place, box in boxes.items()]
    at_desks, upper = middles(taken, size + 2 * RING)
    rooms = (seat for seat in scene.seats if seat.outline and not seat.is_desk)
    words = [words_of(room, sheet, theme) for room in rooms]
    for seat in scene.seats:
        faces = sorted(shown.get(seat.place, ()), key=turn)
        if not faces:
            continue
        shape = sheet.outline(seat.outline)
        box = shape.boundingRect()
        at_desk = at_desks.get(seat.place)
        spots = [at_desk] if at_desk is not None else []
        spots = spots or _spots(shape, desks, theme, len(faces), size)
        room = min(_LONE_NAME, max(box.width() - 4, FACE)) if len(spots) == 1 else _NAME
        over = len(faces) - len(spots)
        sought = faces[0].person == first or (lit is not None and faces[0].person in lit)
        if over > 0 and seat.is_desk and size == SMALL_FACE:
            # A number at its corner would be as large as the face.
            if not sought:
                high = max(_LEAST, min(box.width(), box.height(), size))
                found.rests.append(Rest(seat.place, len(faces), spots[0], high, all=True))
                continue
        elif over > 0 and len(spots) > 1:
            found.rests.append(Rest(seat.place, over + 1, spots.pop(), size))
        elif over > 0:
            # Inside the desk, clear of what is at the next one.
            right = min(size / 2, box.width() / 2 - _BADGE / 2 - RING)
            corner = spots[0] + QPointF(right, -size / 2)
            found.rests.append(Rest(seat.place, over, corner, _BADGE))
        names = first_names(faces)
        lift = _OVER_NUMBER if over > 0 else _OVER
        name = QRectF(-room / 2, -size / 2 - lift - _NAME_HEIGHT, room, _NAME_HEIGHT)
        if seat.place not in upper or any(map(name.translated(spots[0]).intersects, words)):
            lift = 0.0
        found.people.extend(
            Standing(face, at, names[face.person], size, room, lift)
            for face, at in zip(faces, spots, strict=False)
        )
    return found


def is_roomy(sheet: Sheet) -> bool:
    """Whether names fit under faces, and a line under the name of a room."""
    return sheet.box.width() >= _ROOMY


def words_of(room: Seat, sheet: Sheet, theme: Theme) -> QRectF:
    """Where a room's name is, and on a plan with room for it the line under that."""
    inset = INSET if is_roomy(sheet) else INSET / 2
    corner = sheet.outline(room.outline).boundingRect().topLeft() + QPointF(inset, inset - 2)
    name = QSizeF(theme.text_width("strong", room.name), theme.line("strong"))
    if not is_roomy(sheet):
        return QRectF(corner, name)
    below = QSizeF(theme.text_width("small", state(room)), theme.line("small"))
    return QRectF(corner, QSizeF(max(name.width(), below.width()), name.height() + below.height()))


def _desk(box: QRectF, size: int, *, taken: bool) -> QRectF:
    """What a desk takes: on a small plan the face at it is the larger, and has a badge."""
    face = _square(box.center(), size / 2 + RING)
    return box.united(face.adjusted(-_BADGE / 4, -_BADGE / 4, 0, 0)) if taken else box


def _square(at: QPointF, half: float) -> QRectF:
    return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)


def _spots(
    shape: QPolygonF, desks: Sequence[QRectF], theme: Theme, count: int, size: int
) -> list[QPointF]:
    """Places in a room below its name and clear of its desks, row by row, as many as fit."""
    named = size == FACE
    box, step = shape.boundingRect(), _STEP if named else _SMALL_STEP
    head = theme.line("strong") + (INSET + theme.line("small") + 6 if named else INSET / 2)
    foot = size / 2 + (_NAME_HEIGHT if named else 4)
    top = min(box.top() + head + size / 2, max(box.center().y(), box.bottom() - foot))
    # A name is as wide as a step; without names only the faces have to be inside.
    wide = box.width() - 4 if named else box.width() - size - _BADGES + step
    columns = max(1, int(wide // step))
    rows = max(1, int((box.bottom() - foot - top) // step) + 1)
    left = box.center().x() - (columns - 1) * step / 2
    grid = [
        [QPointF(left + column * step, top + row * step) for column in range(columns)]
        for row in range(rows)
    ]

    # Most rooms are rectangles, whose walls are looked at in no time.
    has_corners = not QPolygonF(box).subtracted(shape).isEmpty()

    def is_inside(spot: QPointF) -> bool:
        body = _body(spot, step)
        crosses = has_corners and not QPolygonF(body).subtracted(shape).isEmpty()
        return box.contains(body) and not crosses

    def is_free(spot: QPointF) -> bool:
        return _is_clear(spot, step, desks) and is_inside(spot)

    tests = (is_free, is_inside, lambda _: True)
    fits = next(each for each in tests if any(map(each, chain(*grid))))
    spots: list[QPointF] = []
    for line in ([*filter(fits, every)] for every in grid):
        wanted = min(count - len(spots), len(line))
        start = (len(line) - wanted) // 2
        taken = line[start : start + wanted]
        if (len(line) - wanted) % 2:
            # The middle of such a line is between two.
            between = [spot + QPointF(step / 2, 0) for spot in taken]
            taken = between if all(map(fits, between)) else taken
        spots += taken
        if len(spots) == count:
            break
    return spots


def _body(spot: QPointF, step: float) -> QRectF:
    """A face and its name."""
    return QRectF(spot.x() - step / 2, spot.y() - step * 0.3, step, step * 0.95)


def _is_clear(spot: QPointF, step: float, desks: Sequence[QRectF]) -> bool:
    """Whether no desk is under a face and its name."""
    return not any(desk.intersects(_body(spot, step)) for desk in desks)
