"""Which names stand where on the backdrop: ranked, never over each other, giving way to the rest.

Owns the placing and its stability from frame to frame. Knows nothing of tiles, plates or data
files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from presencemap.ui.map.label_sprites import DOT_RADIUS, PAD, LabelKind, LabelSprites
from presencemap.ui.map.place_names import Area, Named, PlaceNames
from presencemap.ui.map.projection import View
from presencemap.ui.theme.tokens import Theme

DRAWING_BUDGET = 0.003
"""Seconds of a frame for names that were never drawn before."""
CANDIDATES = 120
"""Towns looked at in one view; a bound on the work of a frame."""
FOREMOST = 12
"""Towns that come before the countries' large names."""
BEYOND = 90.0
"""Pixels around the view in which names count too: they don't jump as they come in."""
GAP = (20.0, 12.0)
"""Air between two names, across and down."""
CLEARANCE = 3.0
"""Air between a name and what it gives way to."""
_OFFSET = DOT_RADIUS + 3.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A name on the map. `box` bounds its letters; `anchor` is its town's dot, None for an area."""

    text: str
    kind: LabelKind
    box: QRectF
    anchor: QPointF | None = None


class MapLabels:
    """Places and paints the names of one look."""

    def __init__(self, theme: Theme) -> None:
        self._sprites = LabelSprites(theme)
        self._names: PlaceNames | None = None
        self._sides: dict[Named, int] = {}
        self._last: tuple[View, tuple[Box, ...], list[PlacedLabel]] | None = None

    def set_names(self, names: PlaceNames) -> None:
        """From now on there is something to name."""
        self._names = names
        self._last = None

    def place(self, view: View, occupied: Sequence[QRectF]) -> list[PlacedLabel]:
        """The names of a view; none overlaps another or what is `occupied`.

        A town that had its name at one side keeps it there while that side is free.
        """
        if self._names is None:
            return []
        taken = tuple(_box(rect, CLEARANCE, CLEARANCE) for rect in occupied)
        if self._last is not None and self._last[:2] == (view, taken):
            return self._last[2]
        placing = _Placing(view, taken)
        sides: dict[Named, int] = {}
        towns = islice(self._names.towns(view, BEYOND), CANDIDATES)
        self._place_areas(LabelKind.SEA, placing)
        for named in islice(towns, FOREMOST):
            self._place_town(named, placing, sides)
        self._place_areas(LabelKind.COUNTRY, placing)
        for named in towns:
            self._place_town(named, placing, sides)
        self._sides = sides
        self._last = (view, taken, placing.labels)
        return placing.labels

    def paint(self, painter: QPainter, labels: Sequence[PlacedLabel], ratio: float) -> bool:
        """Draw the names at the painter's origin, on whole device pixels.

        A name that was never drawn takes half a millisecond: where many are new, some are left for
        the next frame. False says that there are.
        """
        deadline = perf_counter() + DRAWING_BUDGET
        ready = [
            label
            for label in labels
            if self._sprites.has(label.text, label.kind, ratio)
            or self._draw(label, ratio, deadline)
        ]
        for label in ready:
            if label.anchor is not None:
                half = DOT_RADIUS + PAD
                dot = QPointF(label.anchor.x() - half, label.anchor.y() - half)
                painter.drawPixmap(_on_pixels(dot, ratio), self._sprites.dot(ratio))
        for label in ready:
            corner = QPointF(label.box.left() - PAD, label.box.top() - PAD)
            sprite = self._sprites.text(label.text, label.kind, ratio)
            painter.drawPixmap(_on_pixels(corner, ratio), sprite)
        return len(ready) == len(labels)

    def _draw(self, label: PlacedLabel, ratio: float, deadline: float) -> bool:
        if perf_counter() > deadline:
            return False
        self._sprites.text(label.text, label.kind, ratio)
        return True

    def _place_areas(self, kind: LabelKind, placing: "_Placing") -> None:
        for area in self._names.areas if self._names else ():
            if area.kind == kind and area.from_zoom <= placing.view.zoom <= area.to_zoom:
                self._place_area(area, kind, placing)

    def _place_area(self, area: Area, kind: LabelKind, placing: "_Placing") -> None:
        size = self._sprites.size(area.name, kind)
        x, y = placing.point(area.x, area.y)
        # Large names may wander a little: nobody looks for the exact spot of a sea.
        for rows in (0.0, -1.2, 1.2, -2.4, 2.4):
            away = rows * size.height()
            left, top = x - size.width() / 2, y + away - size.height() / 2
            box = (left, top, left + size.width(), top + size.height())
            if placing.is_free(box):
                placing.add(PlacedLabel(area.name, kind, _rect(box)), box)
                return

    def _place_town(self, named: Named, placing: "_Placing", sides: dict[Named, int]) -> None:
        x, y = placing.point(named.x, named.y)
        kind = _kind(named.town.population)
        size = self._sprites.size(named.town.name, kind)
        boxes = list(_around(x, y, size))
        dot = (x - DOT_RADIUS, y - DOT_RADIUS, x + DOT_RADIUS, y + DOT_RADIUS)
        if not placing.is_free(dot):
            placing.reserve(boxes[0])
            return
        before = self._sides.get(named, 0)
        for side in (before, *(side for side in range(len(boxes)) if side != before)):
            box = boxes[side]
            if placing.is_free(box):
                whole = _joined(box, dot)
                placing.add(PlacedLabel(named.town.name, kind, _rect(box), QPointF(x, y)), whole)
                sides[named] = side
                return


class _Placing:
    """One round of placing: what is taken so far."""

    def __init__(self, view: View, occupied: tuple[Box, ...]) -> None:
        self.view = view
        self.labels: list[PlacedLabel] = []
        self._left, self._top, self._scale = view.left, view.top, view.scale
        self._middle = view.left + view.width / view.scale / 2
        self._taken: list[Box] = list(occupied)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Screen pixels of a world point, in the copy of the world nearest to the centre."""
        x -= round(x - self._middle)
        return (x - self._left) * self._scale, (y - self._top) * self._scale

    def is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        for a, b, c, d in self._taken:  # a plain loop: twice as quick as any(), in every frame
            if left < c and right > a and top < d and bottom > b:
                return False
        return True

    def reserve(self, box: Box) -> None:
        """Keep smaller names out: what a plate hides is not replaced by its suburb."""
        self._taken.append((box[0] - GAP[0], box[1] - GAP[1], box[2] + GAP[0], box[3] + GAP[1]))

    def add(self, label: PlacedLabel, box: Box) -> None:
        self.reserve(box)
        inside = (
            box[2] > 0 and box[3] > 0 and box[0] < self.view.width and box[1] < self.view.height
        )
        if inside:
            self.labels.append(label)


def _kind(population: int) -> LabelKind:
    if population >= 180_000:
        return LabelKind.CITY
    return LabelKind.TOWN if population >= 25_000 else LabelKind.VILLAGE


def _around(x: float, y: float, size: QSizeF) -> Iterator[Box]:
    """Where a town's name may stand: below its dot, above, right, left."""
    width, height = size.width(), size.height()
    # The letters' box has air above and below of its own.
    for left, top in (
        (x - width / 2, y + _OFFSET - 2),
        (x - width / 2, y - _OFFSET - height + 2),
        (x + _OFFSET + 1, y - height / 2),
        (x - _OFFSET - 1 - width, y - height / 2),
    ):
        yield left, top, left + width, top + height


def _box(rect: QRectF, dx: float, dy: float) -> Box:
    return rect.left() - dx, rect.top() - dy, rect.right() + dx, rect.bottom() + dy


def _rect(box: Box) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


def _joined(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _on_pixels(point: QPointF, ratio: float) -> QPointF:
    return QPointF(round(point.x() * ratio) / ratio, round(point.y() * ratio) / ratio)
