"""Where the cards of questions have room: on no hub, no name, no face, and near who asks, or what.

The same for the same picture on every computer. A card that still hides nothing stays where it was.
Knows boxes on the screen, not what is in them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF

from presencemap.ui.topics.room import CELL, Room

LONGEST: Final = 150.0
"""Px of a line at most, from a card to the middle of a face, or to a rim."""
FARTHEST: Final = 230.0
"""The same of one to a face that passes over no other hub."""
_APART: Final = 6.0
_INSET: Final = 14.0
"""A line leaves a card that far from its corners."""
_ABOVE_BEFORE: Final = 30.0
"""Px that a card may be nearer below or beside a face, and still hang above it."""
_ASKEW: Final = 0.2
_AT_RIM: Final = 24.0
"""Px between a rim and the middle of a face on it at most."""
_SKIPPED: Final = 40.0
"""Px before the middle of a face that are its own."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What no card may hide, px: hubs by middle and radius, names, faces by person, controls."""

    window: QRectF
    hubs: Sequence[tuple[QPointF, float]] = ()
    names: Sequence[QRectF] = ()
    faces: Mapping[str, QRectF] = field(default_factory=dict)
    controls: Sequence[QRectF] = ()

    @property
    def boxes(self) -> list[QRectF]:
        """All of it that isn't round."""
        return [*self.names, *self.faces.values(), *self.controls]

    def is_hidden_by(self, box: QRectF) -> bool:
        """Whether a box lies on any of it, or out of the window."""
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        return (
            not self.window.contains(inner)
            or any(inner.intersects(each) for each in self.boxes)
            or any(_away(inner, middle) < radius for middle, radius in self.hubs)
        )


class Tie(StrEnum):
    """Where a line leads from a card: to who asks, to the hub it is about, or nowhere."""

    FACE = "face"
    HUB = "hub"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """The box of a card, and where its line leads."""

    box: QRectF
    tie: Tie


@dataclass(frozen=True, slots=True)
class Wish:
    """A card that wants room: ``person`` asks, and has a face or not.

    ``about`` and ``reach``: its hub's middle and radius. ``width``, ``tied`` and ``loose``: of the
    card, its height with a line to a face, and with its topic in words; ``was``: its place. All px.
    A card that can't stay goes to the nearest place that will do.
    """

    person: str
    about: QPointF
    reach: float
    width: float
    tied: float
    loose: float
    was: Place | None = None


def placed(wishes: Sequence[Wish], seen: Seen) -> list[Place | None]:
    """A place for each, None where there is none: who was there first, then in their order."""
    board = _Board(seen)
    found = [board.kept(wish) for wish in wishes]
    board.fill()
    return [was or board.place(wish) for was, wish in zip(found, wishes, strict=True)]


def line(box: QRectF, face: QPointF) -> QLineF:
    """From a card to the middle of a face: out of the side that is turned to it."""
    across = max(box.left() - face.x(), face.x() - box.right())
    down = max(box.top() - face.y(), face.y() - box.bottom())
    dx, dy = (_INSET, 0.0) if down >= across else (0.0, _INSET)
    edge = box.adjusted(dx, dy, -dx, -dy)
    x = min(max(face.x(), edge.left()), edge.right())
    return QLineF(QPointF(x, min(max(face.y(), edge.top()), edge.bottom())), face)


def crosses(string: QLineF, box: QRectF) -> bool:
    """Whether any part of a line is in a box."""
    enter, leave = 0.0, 1.0
    for start, step, low, high in (
        (string.x1(), string.dx(), box.left(), box.right()),
        (string.y1(), string.dy(), box.top(), box.bottom()),
    ):
        if step == 0:
            if not low <= start <= high:
                return False
            continue
        first, last = sorted(((low - start) / step, (high - start) / step))
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave


def rim_line(box: QRectF, middle: QPointF, reach: float) -> QLineF:
    """From a card to the rim of a hub."""
    found = line(box, middle)
    found.setLength(max(0.0, found.length() - reach))
    return found


class _Board:
    """What is seen, and the cards that have a place by now."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._room, self._passed = Room(seen.window), Room(seen.window)
        self._cards: list[QRectF] = []
        self._lines: list[QLineF] = []

    def kept(self, wish: Wish) -> Place | None:
        """Where the card was, if it hides nothing there."""
        was = wish.was
        if was is None or self._seen.is_hidden_by(was.box):
            return None
        around = was.box.adjusted(-1, -1, 1, 1)
        if any(around.intersects(other) for other in self._cards):
            return None
        if any(crosses(string, was.box) for string in self._lines):
            return None
        if was.tie is not Tie.NONE:
            string = self._string(was, wish)
            if string is None or not self._leads(string, wish, was.tie):
                return None
        return self._put(was, wish)

    def fill(self) -> None:
        """From here on only what is free is looked at."""
        for box in (*self._seen.names, *self._seen.faces.values()):
            self._passed.take(box)
        self._room.take_all(self._passed)
        for box in self._seen.controls:
            self._room.take(box)
        for middle, radius in self._seen.hubs:
            self._room.take_round(middle, radius)

    def place(self, wish: Wish) -> Place | None:
        """With a line to who asks, else to the hub, else as near to it as can be."""
        found = None
        if wish.person in self._seen.faces:
            found = self._tied(wish, LONGEST) or self._tied(wish, FARTHEST)
        found = found or self._beside(wish) or self._loose(wish)
        return None if found is None else self._put(found, wish)

    def _tied(self, wish: Wish, longest: float) -> Place | None:
        """Rather past no other hub."""
        face = self._seen.faces[wish.person].center()
        over = None
        for box in self._around(face, longest, (wish.width, wish.tied), wish.was):
            string = line(box, face)
            if not self._is_free(string, _SKIPPED):
                continue
            if string.length() > longest or not self._leads(string, wish, Tie.FACE):
                continue
            if self._clear(string, face):
                return Place(box, Tie.FACE)
            over = over or Place(box, Tie.FACE)
        return over

    def _beside(self, wish: Wish) -> Place | None:
        about, reach = wish.about, wish.reach
        for box in self._around(about, reach + LONGEST, (wish.width, wish.loose), wish.was):
            string = rim_line(box, about, reach)
            if self._is_free(string, 0.0) and self._leads(string, wish, Tie.HUB):
                return Place(box, Tie.HUB)
        return None

    def _around(
        self, at: QPointF, far: float, size: tuple[float, float], was: Place | None
    ) -> Iterator[QRectF]:
        """Free boxes so near to a point: those first that hang best, or are nearest to before."""
        wide, high = size
        near = QRectF(at, at).adjusted(-far, -far, far, far)
        tried = []
        for x, y in self._room.free(wide, high, near):
            if was is not None:
                tried.append((hypot(x - was.box.x(), y - was.box.y()), x, y))
                continue
            across = max(x - at.x(), at.x() - x - wide, 0.0)
            down = max(y - at.y(), at.y() - y - high, 0.0)
            askew = _ASKEW * abs(x + wide / 2 - at.x())
            beneath = 0.0 if y + high <= at.y() else _ABOVE_BEFORE
            tried.append((hypot(across, down) + askew + beneath, x, y))
        tried.sort()
        return (QRectF(x, y, wide, high) for _, x, y in tried)

    def _loose(self, wish: Wish) -> Place | None:
        wide, high, about = wish.width, wish.loose, wish.about
        if not self._seen.window.contains(about):
            return None
        goal = about if wish.was is None else wish.was.box.center()
        tried = (
            (hypot(x + wide / 2 - goal.x(), y + high / 2 - goal.y()), x, y)
            for x, y in self._room.free(wide, high, self._seen.window)
        )
        _, x, y = min(tried, default=(0.0, None, 0.0))
        return None if x is None else Place(QRectF(x, y, wide, high), Tie.NONE)

    def _string(self, place: Place, wish: Wish) -> QLineF | None:
        """The line of a card; None where it leads to nobody who is seen."""
        if place.tie is Tie.HUB:
            return rim_line(place.box, wish.about, wish.reach)
        face = self._seen.faces.get(wish.person)
        return None if face is None else line(place.box, face.center())

    def _is_free(self, string: QLineF, end: float) -> bool:
        """Whether no name, face or card is found on a line, quickly; but for its last px."""
        length = string.length()
        steps = int(max(0.0, length - end) / CELL)
        if steps == 0:
            return True
        x, y, dx, dy = string.x1(), string.y1(), string.dx() / length, string.dy() / length
        passes = self._passed.passes
        return all(passes(x + dx * CELL * at, y + dy * CELL * at) for at in range(1, steps + 1))

    def _leads(self, string: QLineF, wish: Wish, tie: Tie) -> bool:
        """Whether a line is short, and comes past no name, face or card; a long one past no hub."""
        length = string.length()
        if length > (FARTHEST if tie is Tie.FACE else LONGEST):
            return False
        skipped = wish.person if tie is Tie.FACE else None
        others = (each for who, each in self._seen.faces.items() if who != skipped)
        passed: Iterable[QRectF] = (*self._seen.names, *self._cards, *others)
        if any(crosses(string, each) for each in passed):
            return False
        if tie is Tie.HUB:
            return self._clear(string, wish.about)
        return length <= LONGEST or self._clear(string, string.p2())

    def _clear(self, string: QLineF, end: QPointF) -> bool:
        """Whether a line passes over no hub but one at its end."""
        return all(
            hypot(end.x() - middle.x(), end.y() - middle.y()) <= radius + _AT_RIM
            or _off(string, middle) >= radius
            for middle, radius in self._seen.hubs
        )

    def _put(self, found: Place, wish: Wish) -> Place:
        self._cards.append(found.box)
        self._room.take(found.box.adjusted(-_APART, -_APART, _APART, _APART))
        self._passed.take(found.box)
        if found.tie is not Tie.NONE and (string := self._string(found, wish)) is not None:
            self._lines.append(string)
            steps = int(string.length() / CELL) + 1
            for step in range(steps + 1):
                self._room.take_round(string.pointAt(step / steps), CELL / 2)
        return found


def _off(string: QLineF, point: QPointF) -> float:
    """How far a point is from a line."""
    dx, dy = string.dx(), string.dy()
    length = dx * dx + dy * dy or 1.0
    part = ((point.x() - string.x1()) * dx + (point.y() - string.y1()) * dy) / length
    part = max(0.0, min(1.0, part))
    return hypot(point.x() - string.x1() - part * dx, point.y() - string.y1() - part * dy)


def _away(box: QRectF, point: QPointF) -> float:
    """How far a point is from a box; 0 in it."""
    across = max(box.left() - point.x(), point.x() - box.right(), 0.0)
    return hypot(across, max(box.top() - point.y(), point.y() - box.bottom(), 0.0))
