"""Where the cards of questions have room: on no hub, no name, no face, and near who asks.

The same for the same picture on every computer. A card that still hides nothing stays where it was.
Knows boxes on the screen, not what is in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF

from presencemap.ui.topics.room import CELL, Room

CARD_WIDTH: Final = 208
LONGEST: Final = 150.0
"""Px of a line at most, from a card to the middle of a face."""
_APART: Final = 6.0
_INSET: Final = 14.0
"""A line leaves a card that far from its corners."""
_ABOVE_BEFORE: Final = 30.0
"""Px that a card may be nearer below or beside a face, and still hang above it."""
_ASKEW: Final = 0.2


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


@dataclass(frozen=True, slots=True)
class Place:
    """The box of a card; ``tied``: a line leads from it to who asks."""

    box: QRectF
    tied: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """A card that wants room: ``person`` asks, and has a face or not; ``about``: its hub's middle.

    ``tied`` and ``loose``: its height with a line, and with its topic in words; ``was``: its place.
    """

    person: str
    about: QPointF
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


class _Board:
    """What is seen, and the cards that have a place by now."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._room = Room(seen.window)
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
        if was.tied and not self._leads(wish.person, was.box):
            return None
        return self._put(was, wish)

    def fill(self) -> None:
        """From here on only what is free is looked at."""
        for box in self._seen.boxes:
            self._room.take(box)
        for middle, radius in self._seen.hubs:
            self._room.take_round(middle, radius)

    def place(self, wish: Wish) -> Place | None:
        """With a line to who asks, else as near as can be to what is asked about."""
        found = self._tied(wish) if wish.person in self._seen.faces else None
        found = found or self._loose(wish)
        return None if found is None else self._put(found, wish)

    def _tied(self, wish: Wish) -> Place | None:
        face = self._seen.faces[wish.person].center()
        near = QRectF(face, face).adjusted(-LONGEST, -LONGEST, LONGEST, LONGEST)
        high, tried = wish.tied, []
        for x, y in self._room.free(CARD_WIDTH, high, near):
            across = max(x - face.x(), face.x() - x - CARD_WIDTH, 0.0)
            down = max(y - face.y(), face.y() - y - high, 0.0)
            askew = _ASKEW * abs(x + CARD_WIDTH / 2 - face.x())
            beneath = 0.0 if y + high <= face.y() else _ABOVE_BEFORE
            tried.append((hypot(across, down) + askew + beneath, x, y))
        boxes = (QRectF(x, y, CARD_WIDTH, high) for _, x, y in sorted(tried))
        return next((Place(box, True) for box in boxes if self._leads(wish.person, box)), None)

    def _loose(self, wish: Wish) -> Place | None:
        high, about = wish.loose, wish.about
        if not self._seen.window.contains(about):
            return None
        tried = (
            (hypot(x + CARD_WIDTH / 2 - about.x(), y + high / 2 - about.y()), x, y)
            for x, y in self._room.free(CARD_WIDTH, high, self._seen.window)
        )
        _, x, y = min(tried, default=(0.0, None, 0.0))
        return None if x is None else Place(QRectF(x, y, CARD_WIDTH, high), False)

    def _leads(self, person: str, box: QRectF) -> bool:
        """Whether a line from there is short, and comes to a face past no name, face or card."""
        face = self._seen.faces.get(person)
        if face is None:
            return False
        string = line(box, face.center())
        others = (each for who, each in self._seen.faces.items() if who != person)
        passed: Iterable[QRectF] = (*self._seen.names, *self._cards, *others)
        return string.length() <= LONGEST and not any(crosses(string, each) for each in passed)

    def _put(self, found: Place, wish: Wish) -> Place:
        self._cards.append(found.box)
        self._room.take(found.box.adjusted(-_APART, -_APART, _APART, _APART))
        if found.tied:
            string = line(found.box, self._seen.faces[wish.person].center())
            self._lines.append(string)
            steps = int(string.length() / CELL) + 1
            for step in range(steps + 1):
                self._room.take_round(string.pointAt(step / steps), CELL / 2)
        return found


def _away(box: QRectF, point: QPointF) -> float:
    """How far a point is from a box; 0 in it."""
    across = max(box.left() - point.x(), point.x() - box.right(), 0.0)
    return hypot(across, max(box.top() - point.y(), point.y() - box.bottom(), 0.0))
