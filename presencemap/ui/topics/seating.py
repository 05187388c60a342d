"""Where who is on several topics sits: between their hubs, and never a jump.

The same on every computer for the same people, once all have come where they belong. Lengths are
those of the plane at 100 %.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, inf, pi, sin
from typing import Final

from presencemap.domain.topic_layout import STEP, Point
from presencemap.ui.topics.routing import crossings
from presencemap.ui.topics.scene import Hub

_APART: Final = 46.0
_AROUND: Final = 36.0
"""Between a rim and the middle of a face that isn't on it: half of one on the rim, and its own."""
_RINGS: Final = 4
_WAYS: Final = 8


class Seating:
    """Who sits where between hubs: a place is chosen clear of others', so one who comes moves some.

    They are led to their new place in steps, as hubs are. I sit where others leave room: my face
    is drawn on my computer in any case, and the others' are where everybody sees them.
    """

    def __init__(self) -> None:
        self._sat: dict[str, tuple[frozenset[str], Point]] = {}
        self.settled = True
        """Whether all are where they belong."""

    def forget(self) -> None:
        """Whoever sits down next does so where they belong, at once."""
        self._sat.clear()

    def places(
        self, people: Mapping[str, Sequence[Hub]], all_hubs: Sequence[Hub], me: str | None = None
    ) -> dict[str, Point]:
        """The places of people by id, each between their hubs; one step on from the last time."""
        goal: dict[str, Point] = {}
        for person in sorted(people, key=lambda each: (each == me, each)):
            # Not by who counts most: whoever is chosen moves nobody else.
            goal[person] = between(people[person], all_hubs, tuple(goal.values()))
        before, self._sat = self._sat, {}
        for person, wanted in goal.items():
            names = frozenset(hub.name for hub in people[person])
            sat, at = before.get(person, (names, wanted))
            self._sat[person] = names, _nearer(at, wanted) if sat == names else wanted
        found = {person: at for person, (_, at) in self._sat.items()}
        self.settled = found == goal
        return found


def between(hubs: Sequence[Hub], all_hubs: Sequence[Hub], taken: Sequence[Point]) -> Point:
    """A free place between hubs, as near to the middle of their edges as others leave room.

    One from which no other hub lies on the straight ways to its own, if there is any. ``taken``: by
    others who are between hubs.
    """
    best, most = (0.0, 0.0), (-inf, 0.0)
    for tried in _around(_middle(hubs), hubs):
        room = min(0.0, _room(tried, all_hubs, taken))
        if room < most[0]:
            continue
        score = room, -crossings(tried, hubs, all_hubs)
        if score == (0.0, 0):
            return tried
        if score > most:
            best, most = tried, score
    return best


def _middle(hubs: Sequence[Hub]) -> Point:
    first, second = hubs[0], hubs[1]
    if len(hubs) == 2:
        far = _far(first.at, second.at) or 1.0
        part = (first.radius + (far - first.radius - second.radius) / 2) / far
        x, y = (a + (b - a) * part for a, b in zip(first.at, second.at, strict=True))
        return x, y
    count = len(hubs)
    return sum(hub.at[0] for hub in hubs) / count, sum(hub.at[1] for hub in hubs) / count


def _around(middle: Point, hubs: Sequence[Hub]) -> Iterator[Point]:
    """The middle, then rings round it; across the line between the first two before along it."""
    yield middle
    (x, y), (other_x, other_y) = hubs[0].at, hubs[1].at
    far = _far(hubs[0].at, hubs[1].at) or 1.0
    ux, uy = -(other_y - y) / far, (other_x - x) / far
    for ring in range(1, _RINGS + 1):
        for way in (0, 4, 1, 3, 5, 7, 2, 6):
            turn = way * 2 * pi / _WAYS
            dx, dy = ux * cos(turn) - uy * sin(turn), ux * sin(turn) + uy * cos(turn)
            yield middle[0] + dx * ring * _APART, middle[1] + dy * ring * _APART


def _room(at: Point, hubs: Sequence[Hub], taken: Sequence[Point]) -> float:
    """How much room is left round a place; negative: what it lacks."""
    beside = min((_far(at, hub.at) - hub.radius - _AROUND for hub in hubs), default=0.0)
    return min(beside, min((_far(at, other) - _APART for other in taken), default=0.0))


def _nearer(at: Point, wanted: Point) -> Point:
    """One step from a place to another."""
    far = _far(at, wanted)
    if far <= STEP:
        return wanted
    x, y = (a + (b - a) * STEP / far for a, b in zip(at, wanted, strict=True))
    return x, y


def _far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
