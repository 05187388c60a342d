"""What of a window is taken, and where a box still has room: a grid of cells, a bit for each.

Owns no meaning of what takes room. A box that begins at a cell and lies on free ones touches
nothing.
"""

from collections.abc import Iterator
from math import ceil, floor, sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF

CELL: Final = 8
"""Px."""
_STEP: Final = 2
"""Cells from one place that is tried to the next."""


class Room:
    """The cells of a window; what is out of it is never free.

    ``rows``: a number for each row, a bit of it for each cell that is taken: fast to search.
    """

    def __init__(self, window: QRectF) -> None:
        self._left, self._top = window.left(), window.top()
        self._columns = max(0, int(window.width() // CELL))
        self.rows = [0] * max(0, int(window.height() // CELL))

    def take(self, box: QRectF) -> None:
        """No box has room there any more."""
        bits = self._bits(box.left(), box.right())
        for row in self._rows_of(box.top(), box.bottom()):
            self.rows[row] |= bits

    def take_all(self, other: "Room") -> None:
        """All that is taken of another, of the same window."""
        self.rows = [one | more for one, more in zip(self.rows, other.rows, strict=True)]

    def take_round(self, middle: QPointF, reach: float) -> None:
        """The same for all that is nearer to a point."""
        for row in self._rows_of(middle.y() - reach, middle.y() + reach):
            upper = self._top + row * CELL
            away = max(0.0, upper - middle.y(), middle.y() - upper - CELL)
            half = sqrt(max(0.0, reach * reach - away * away))
            self.rows[row] |= self._bits(middle.x() - half, middle.x() + half)

    def passes(self, x: float, y: float) -> bool:
        """Whether a point is free, or out of the window."""
        row, column = floor((y - self._top) / CELL), floor((x - self._left) / CELL)
        if not (0 <= row < len(self.rows) and 0 <= column < self._columns):
            return True
        return not self.rows[row] >> column & 1

    def free(self, width: float, height: float, near: QRectF) -> Iterator[tuple[float, float]]:
        """The upper left corners of free boxes of that size which touch ``near``, row by row."""
        wide, high = ceil(width / CELL), ceil(height / CELL)
        first = max(0, ceil((near.left() - width - self._left) / CELL))
        last = min(self._columns - wide, floor((near.right() - self._left) / CELL))
        top = max(0, ceil((near.top() - height - self._top) / CELL))
        bottom = min(len(self.rows) - high, floor((near.bottom() - self._top) / CELL))
        for row in range(top, bottom + 1, _STEP):
            taken = self._taken(row, wide, high)
            for column in range(first, last + 1, _STEP):
                if not taken >> column & 1:
                    yield self._left + column * CELL, self._top + row * CELL

    def _taken(self, row: int, wide: int, high: int) -> int:
        """A bit for each column where a box of so many cells would lie on something."""
        taken = 0
        for each in self.rows[row : row + high]:
            taken |= each
        done = 1
        while done < wide:
            step = min(done, wide - done)
            taken |= taken >> step
            done += step
        return taken

    def _rows_of(self, top: float, bottom: float) -> range:
        first = max(0, floor((top - self._top) / CELL))
        return range(first, min(len(self.rows), ceil((bottom - self._top) / CELL)))

    def _bits(self, left: float, right: float) -> int:
        first = max(0, floor((left - self._left) / CELL))
        end = min(self._columns, ceil((right - self._left) / CELL))
        return ((1 << end - first) - 1) << first if end > first else 0
