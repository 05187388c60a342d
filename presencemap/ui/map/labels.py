"""Which names stand where on the backdrop: ranked, never over each other, giving way to the rest.

Owns the placing and its stability from frame to frame. Knows nothing of tiles, plates or data
files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from presencemap.ui.map.label_sprites import DOT_RADIUS, PAD, LabelKind, LabelSprites
from presencemap.ui.map.place_names import Area, Named, PlaceNames
from presencemap.ui.map.projection import View
from presencemap.ui.theme.tokens import Theme

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
RIM = 2.0
"""Air between a name and the edge of the view."""
TOWNS_ARE_WIDE = 10.0
"""The zoom from which a town is an area, whose name may stand beside a plate in its middle."""
FAR = 72.0
"""Px from a hidden dot to a name that still is of that town."""
_OFFSET = DOT_RADIUS + 3.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_Asked = tuple[View, tuple[Box, ...], frozenset[str]]


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A name on the map. `box` bounds its letters; `anchor` is its town's dot.

    None for an area, and for a town whose dot a plate hides.
    """

    text: str
    kind: LabelKind
    box: QRectF
    anchor: QPointF | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A name of the last placing: its world point, and its box from there in pixels.

    `has_dot`: whether the point shows.
    """

    text: str
    kind: LabelKind
    x: float
    y: float
    box: Box
    has_dot: bool


class MapLabels:
    """Places and paints the names of one look."""

    def __init__(self, theme: Theme) -> None:
        self._sprites = LabelSprites(theme)
        self._names: PlaceNames | None = None
        self._sides: dict[Named, int] = {}
        self._last: tuple[_Asked, list[PlacedLabel]] | None = None
        self._kept: list[_Kept] = []

    def set_names(self, names: PlaceNames) -> None:
        """From now on there is something to name."""
        self._names = names
        self._last = None

    def placed(
        self, view: View, occupied: Sequence[QRectF], said: frozenset[str] = frozenset()
    ) -> list[PlacedLabel] | None:
        """The names of the last placing, None where that was of something else."""
        if self._names is None:
            return []
        if self._last is None or self._last[0] != (view, _taken(occupied), said):
            return None
        return self._last[1]

    def placing(
        self, view: View, occupied: Sequence[QRectF], said: frozenset[str] = frozenset()
    ) -> Iterator[None]:
        """Place the names of a view in steps; all have their places with the last one.

        None overlaps another or what is `occupied`, and no edge cuts one. A town that had its name
        at one side keeps it there while that side is free. Those whose name is `said` on the map
        already get none.
        """
        if self._names is None:
            return
        taken = _taken(occupied)
        placing = _Placing(view, taken, said)
        sides: dict[Named, int] = {}
        towns = islice(self._names.towns(view, BEYOND), CANDIDATES)
        yield from self._place_areas(LabelKind.SEA, placing)
        for named in islice(towns, FOREMOST):
            self._place_town(named, placing, sides)
            yield
        yield from self._place_areas(LabelKind.COUNTRY, placing)
        for named in towns:
            self._place_town(named, placing, sides)
            yield
        self._sides = sides
        self._kept = placing.kept
        self._last = (view, taken, said), placing.labels

    def carry(
        self, view: View, occupied: Sequence[QRectF], said: frozenset[str] = frozenset()
    ) -> list[PlacedLabel]:
        """The names of the last placing, each with its point; none new, and none in the way.

        For frames between two placings while the map moves: a tenth of the work, and no name
        changes its side.
        """
        placing = _Placing(view, _taken(occupied), said)
        for name in self._kept:
            x, y = placing.point(name.x, name.y)
            left, top, right, bottom = name.box
            box = (x + left, y + top, x + right, y + bottom)
            if not placing.is_whole(box) or name.text in said:
                continue
            if not name.has_dot:
                if placing.is_free(box):
                    placing.add(PlacedLabel(name.text, name.kind, _rect(box)), box)
                continue
            dot = (x - DOT_RADIUS, y - DOT_RADIUS, x + DOT_RADIUS, y + DOT_RADIUS)
            whole = _joined(box, dot)
            if placing.is_free(whole):
                placing.add(PlacedLabel(name.text, name.kind, _rect(box), QPointF(x, y)), whole)
        return placing.labels

    def drawing(self, labels: Sequence[PlacedLabel], ratio: float) -> Iterator[None]:
        """Draw the names that never were, in steps: each takes half a millisecond."""
        for label in labels:
            if not self._sprites.has(label.text, label.kind, ratio):
                self._sprites.text(label.text, label.kind, ratio)
                yield

    def paint(self, painter: QPainter, labels: Sequence[PlacedLabel], ratio: float) -> bool:
        """Paint the names that are drawn at the painter's origin, on whole device pixels.

        False says that there are others.
        """
        has = self._sprites.has
        ready = [label for label in labels if has(label.text, label.kind, ratio)]
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

    def _place_areas(self, kind: LabelKind, placing: "_Placing") -> Iterator[None]:
        for area in self._names.areas if self._names else ():
            if area.kind == kind and area.from_zoom <= placing.view.zoom <= area.to_zoom:
                self._place_area(area, kind, placing)
                yield

    def _place_area(self, area: Area, kind: LabelKind, placing: "_Placing") -> None:
        width, height = self._sprites.size(area.name, kind)
        x, y = placing.point(area.x, area.y)
        # Large names may wander a little: nobody looks for the exact spot of a sea.
        left = placing.brought_in(x, width)
        for rows in (0.0, -1.2, 1.2, -2.4, 2.4):
            top = y + rows * height - height / 2
            box = (left, top, left + width, top + height)
            whole = placing.is_whole(box) or not placing.is_seen(x, y)
            if whole and placing.is_free(box):
                placing.add(PlacedLabel(area.name, kind, _rect(box)), box)
                placing.keep(_Kept(area.name, kind, area.x, area.y, _from(box, x, y), False))
                return

    def _place_town(self, named: Named, placing: "_Placing", sides: dict[Named, int]) -> None:
        x, y = placing.point(named.x, named.y)
        name, kind = named.town.name, _kind(named.town.population)
        width, height = self._sprites.size(name, kind)
        dot = (x - DOT_RADIUS, y - DOT_RADIUS, x + DOT_RADIUS, y + DOT_RADIUS)
        if name in placing.said:
            placing.reserve(_beside(0, x, y, width, height))
            return
        if not placing.is_free(dot):
            beside = placing.clear_of_cover(dot, width, height)
            if beside is None:
                placing.reserve(_beside(0, x, y, width, height))
            else:
                placing.add(PlacedLabel(name, kind, _rect(beside)), beside)
                placing.keep(_Kept(name, kind, named.x, named.y, _from(beside, x, y), False))
            return
        before, cut = self._sides.get(named, 0), False
        for side in (before, *(side for side in range(_SIDES) if side != before)):
            box = _beside(side, x, y, width, height)
            if not placing.is_free(box):
                continue
            # What is beside the view comes in as it stands.
            cut = placing.is_seen(x, y) and not placing.is_whole(box)
            if not cut:
                label = PlacedLabel(name, kind, _rect(box), QPointF(x, y))
                placing.add(label, _joined(box, dot))
                placing.keep(_Kept(name, kind, named.x, named.y, _from(box, x, y), True))
                sides[named] = side
                return
        if cut:
            placing.reserve(_beside(0, x, y, width, height))


class _Placing:
    """One round of placing: what is taken so far."""

    def __init__(self, view: View, occupied: tuple[Box, ...], said: frozenset[str]) -> None:
        self.view = view
        self.said = said
        self.labels: list[PlacedLabel] = []
        self.kept: list[_Kept] = []
        self._left, self._top, self._scale = view.left, view.top, view.scale
        self._middle = view.left + view.width / view.scale / 2
        self._covers = occupied
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
        if self.is_whole(box):
            self.labels.append(label)

    def is_whole(self, box: Box) -> bool:
        """Whether all of it is in the view."""
        right, bottom = self.view.width - RIM, self.view.height - RIM
        return box[0] >= RIM and box[1] >= RIM and box[2] <= right and box[3] <= bottom

    def is_seen(self, x: float, y: float) -> bool:
        """Whether a point is in the view."""
        return 0 <= x <= self.view.width and 0 <= y <= self.view.height

    def brought_in(self, x: float, width: float) -> float:
        """The left edge of a name about x: whole, where x is in the view."""
        left, most = x - width / 2, self.view.width - RIM - width
        return min(max(left, RIM), most) if 0 <= x <= self.view.width else left

    def clear_of_cover(self, dot: Box, width: float, height: float) -> Box | None:
        """Where the name of a wide town may stand instead, below or above what hides its dot."""
        if self.view.zoom < TOWNS_ARE_WIDE:
            return None
        x, y = (dot[0] + dot[2]) / 2, (dot[1] + dot[3]) / 2
        for _, top, _, bottom in (each for each in self._covers if _meets(each, dot)):
            for start in (bottom, top - height):
                box = (x - width / 2, start, x + width / 2, start + height)
                near = abs(start + height / 2 - y) <= FAR
                if near and self.is_free(box) and self.is_whole(box):
                    return box
        return None

    def keep(self, name: _Kept) -> None:
        """For the frames after this one, those in sight and those just outside."""
        self.kept.append(name)


def _kind(population: int) -> LabelKind:
    if population >= 180_000:
        return LabelKind.CITY
    return LabelKind.TOWN if population >= 25_000 else LabelKind.VILLAGE


_SIDES = 4


def _beside(side: int, x: float, y: float, width: float, height: float) -> Box:
    """Where a town's name may stand: below its dot, above, right, left."""
    # The letters' box has air above and below of its own.
    if side == 0:
        left, top = x - width / 2, y + _OFFSET - 2
    elif side == 1:
        left, top = x - width / 2, y - _OFFSET - height + 2
    elif side == 2:
        left, top = x + _OFFSET + 1, y - height / 2
    else:
        left, top = x - _OFFSET - 1 - width, y - height / 2
    return left, top, left + width, top + height


def _meets(a: Box, b: Box) -> bool:
    return a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]


def _from(box: Box, x: float, y: float) -> Box:
    """The box as seen from a point."""
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _taken(occupied: Sequence[QRectF]) -> tuple[Box, ...]:
    return tuple(_box(rect, CLEARANCE, CLEARANCE) for rect in occupied)


def _box(rect: QRectF, dx: float, dy: float) -> Box:
    return rect.left() - dx, rect.top() - dy, rect.right() + dx, rect.bottom() + dy


def _rect(box: Box) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


def _joined(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _on_pixels(point: QPointF, ratio: float) -> QPointF:
    return QPointF(round(point.x() * ratio) / ratio, round(point.y() * ratio) / ratio)
