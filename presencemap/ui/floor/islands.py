"""Desks that stand head to head: faces at both that part, and which of them has its name above.

Geometry only: knows no roster, no room and no look.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF

_MOST = 12.0
"""Px that a face moves at most: it stays at its desk."""
_BESIDE = 0.5
"""Of its width, how far beside it another is that is above or below."""


def middles(taken: Mapping[str, QRectF], size: float) -> tuple[dict[str, QPointF], frozenset[str]]:
    """(middles, upper) of desks that somebody sits at, by place; ``size``: a face's with its ring.

    ``upper``: those right above another, whose face would hide a name between the two, and below
    none.
    """
    found = {place: QPointF(box.center()) for place, box in taken.items()}
    upper, lower = set[str](), set[str]()
    for above, below in _pairs(taken, size):
        upper.add(above)
        lower.add(below)
        gap = taken[below].center().y() - taken[above].center().y()
        aside = QPointF(0, min(_MOST, max(0.0, size - gap) / 2))
        found[above] -= aside
        found[below] += aside
    return found, frozenset(upper - lower)


def _pairs(taken: Mapping[str, QRectF], size: float) -> Iterator[tuple[str, str]]:
    """Those so near that two faces and a name have no room."""
    rows = sorted(taken, key=lambda place: taken[place].center().y())
    for at, above in enumerate(rows):
        one = taken[above].center()
        for below in rows[at + 1 :]:
            other = taken[below].center()
            if other.y() - one.y() >= 1.5 * size:
                break
            if other.y() > one.y() and abs(other.x() - one.x()) < _BESIDE * size:
                yield above, below
