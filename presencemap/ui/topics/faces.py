"""Which faces of a scene have room at a zoom, and where: round hubs, and between them.

The same for the same scene and zoom on every computer. Owns who gives way to whom. Pure: lengths
are those of the plane at 100 %, but for the sizes of words and faces, in px.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import floor, hypot
from typing import Final

from presencemap.domain.topic_layout import Point
from presencemap.ui.topics.rims import BADGES, seated
from presencemap.ui.topics.scene import LABEL_FACE, Hub, Seat, TopicScene
from presencemap.ui.topics.survey import BETWEEN

_Box = tuple[Point, float, float]
_SLACK: Final = 0.01
"""Who is beside words touches their room."""


def faces(
    scene: TopicScene,
    zoom: float,
    face: float,
    words: Callable[[Hub], tuple[float, float]],
    chosen: str | None = None,
) -> list[Seat]:
    """The seats with a face, each where it is; from afar fewer. ``chosen`` has one in any case."""
    half = face / 2 + BADGES
    said = [(hub, words(hub)) for hub in scene.hubs]
    boxes = [(hub.at, (w / 2 + half) / zoom, (h / 2 + half) / zoom) for hub, (w, h) in said]
    crowd = _Crowd((face + BADGES) / zoom, boxes)
    across = round(min(1.0, zoom) ** 2 * BETWEEN)
    found = []
    rims: defaultdict[str, list[Seat]] = defaultdict(list)
    for seat in scene.seats:
        if not seat.between:
            rims[seat.hubs[0]].append(seat)
        elif (seat.turn < across and crowd.comes(seat.at)) or seat.person == chosen:
            found.append(seat)
    for hub, size in said:
        seats = {seat.person: seat for seat in sorted(rims[hub.name], key=lambda s: s.turn)}
        if chosen in seats:
            seats = {chosen: seats[chosen], **seats}
        for person, at in _round(hub, list(seats), size, face, zoom):
            if crowd.comes(at) or person == chosen:
                seat = seats[person]
                # Written out: `replace` takes thrice as long.
                found.append(Seat(seat.facts, at, seat.hubs, seat.turn, seat.me, seat.lines))
    return found


def _round(
    hub: Hub, people: list[str], words: tuple[float, float], face: float, zoom: float
) -> Iterator[tuple[str, Point]]:
    if hub.is_label:
        # Above its name.
        off = max(LABEL_FACE, (words[1] / 2 + face / 2 + BADGES) / zoom)
        spots = dict.fromkeys(people[:1], (0.0, -off))
    else:
        spots = seated(hub, people, words, face, zoom)
    for person, (x, y) in spots.items():
        yield person, (hub.at[0] + x, hub.at[1] + y)


class _Crowd:
    """Who is where: who would lie on another, or on words, doesn't come.

    ``words``: their middles, and how far off them a face is clear of them, across and down.
    """

    def __init__(self, apart: float, words: Sequence[_Box]) -> None:
        self._apart = apart
        self._cells: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
        self._words: defaultdict[tuple[int, int], list[_Box]] = defaultdict(list)
        for box in words:
            (x, y), across, down = box
            columns = range(floor((x - across) / apart), floor((x + across) / apart) + 1)
            for row in range(floor((y - down) / apart), floor((y + down) / apart) + 1):
                for column in columns:
                    self._words[column, row].append(box)

    def comes(self, at: Point) -> bool:
        """Whether there is room at a point, which is taken then."""
        column, row = floor(at[0] / self._apart), floor(at[1] / self._apart)
        for (x, y), across, down in self._words.get((column, row), ()):
            if abs(at[0] - x) < across - _SLACK and abs(at[1] - y) < down - _SLACK:
                return False
        for x in (column - 1, column, column + 1):
            for y in (row - 1, row, row + 1):
                for other in self._cells.get((x, y), ()):
                    if hypot(at[0] - other[0], at[1] - other[1]) < self._apart:
                        return False
        self._cells[column, row].append(at)
        return True
