"""Which first names have room under, or over, the faces of a small plan.

Geometry only: whoever is chosen comes first, and nobody's name lies on a face, a number, another
name or the words of a room, nor across a wall. Paints nothing.
"""

from dataclasses import replace

from PySide6.QtCore import QRectF

from presencemap.ui.floor.scene import FloorScene
from presencemap.ui.floor.sheet import Sheet
from presencemap.ui.floor.standing import Crowd, Standing, is_roomy, words_of
from presencemap.ui.map.phrases import short_name
from presencemap.ui.theme.tokens import Theme

ROLE = "micro"
_AROUND = 8.0
"""Px of a name's ground beside its words."""
_WIDEST = 64.0
_BELOW, _ABOVE = 4.0, 2.0
"""Px between a face and its name."""


def named(crowd: Crowd, scene: FloorScene, sheet: Sheet, theme: Theme, first: str = "") -> Crowd:
    """The same people and numbers, with ``room`` for names, 0 px where there is none.

    ``first``: whose name comes before others. On a plan with room for all nothing changes.
    """
    if is_roomy(sheet):
        return crowd
    rooms = [seat for seat in scene.seats if seat.outline and not seat.is_desk]
    walls = [sheet.outline(room.outline).boundingRect() for room in rooms]
    words = [words_of(room, sheet, theme) for room in rooms]
    taken = [*(each.box for each in crowd.people), *(each.box for each in crowd.rests), *words]
    found: dict[str, Standing] = {}
    for standing in sorted(crowd.people, key=lambda each: each.face.person != first):
        wide = _width(standing.name, theme)
        found[standing.face.person] = replace(standing, room=0.0)
        for lift in _lifts(standing) if wide <= _WIDEST else ():
            lifted = replace(standing, room=wide, lift=lift)
            box = name_box(lifted, wide, theme.line(ROLE))
            around = [each for each in walls if each.contains(standing.at)] or [sheet.box]
            inside = any(each.contains(box) for each in around)
            if inside and not any(map(box.intersects, taken)):
                found[standing.face.person] = lifted
                taken.append(box)
                break
    return Crowd([found[each.face.person] for each in crowd.people], crowd.rests)


def name_box(standing: Standing, wide: float, high: float) -> QRectF:
    """Where a name of that size is, px: below the face, or above where it is lifted."""
    box = QRectF(0, 0, wide, high)
    away = standing.size / 2 + high / 2
    box.moveCenter(standing.at)
    box.translate(0, -away - standing.lift if standing.lift else away + _BELOW)
    return box


def _lifts(standing: Standing) -> tuple[float, ...]:
    """Above the face only where no badge is."""
    badged = standing.face.struggling or standing.face.guests
    return (0.0,) if badged else (0.0, _ABOVE)


def _width(name: str, theme: Theme) -> float:
    """Of the whole name, or of the short one where that is too wide."""
    wide = theme.text_width(ROLE, name) + _AROUND
    return wide if wide <= _WIDEST else theme.text_width(ROLE, short_name(name)) + _AROUND
