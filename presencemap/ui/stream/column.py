"""A column of rows of unlike heights: where each begins, and which is at a height.

Sums are kept for blocks of rows, so that 100,000 rows cost no more than some hundred additions.
What isn't measured yet has the usual height. Knows no widget.
"""

from collections.abc import Iterable
from typing import Final

_BLOCK: Final = 256


class Column:
    """Heights in px, from the top down. `usual`: of a row that nobody measured."""

    def __init__(self, usual: int) -> None:
        self._usual = usual
        self._heights: list[int] = []
        self._measured: list[bool] = []
        self._blocks: list[int] = []

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def height(self) -> int:
        """Of all rows."""
        return sum(self._blocks)

    def reset(self, rows: int, usual: int) -> None:
        """So many rows, none of them measured."""
        self._usual = usual
        self._heights, self._measured = [usual] * rows, [False] * rows
        self._add_up(0)

    def grow(self, rows: int) -> None:
        """So many more at the end."""
        before = len(self)
        self._heights += [self._usual] * rows
        self._measured += [False] * rows
        self._add_up(before)

    def insert(self, rows: int) -> None:
        """So many more at the top."""
        self._heights[:0] = [self._usual] * rows
        self._measured[:0] = [False] * rows
        self._add_up(0)

    def remove(self, row: int) -> int:
        """One less; the height that it had."""
        gone = self._heights.pop(row)
        del self._measured[row]
        self._add_up(row)
        return gone

    def forget(self, row: int) -> None:
        """It is another one: to be measured again, as high as it was until then."""
        self._measured[row] = False

    def is_measured(self, row: int) -> bool:
        """Whether its height is known."""
        return self._measured[row]

    def measure(self, row: int, height: int) -> int:
        """How high it is; by how much that is more than was thought."""
        more = height - self._heights[row]
        self._heights[row], self._measured[row] = height, True
        self._blocks[row // _BLOCK] += more
        return more

    def top(self, row: int) -> int:
        """Where a row begins."""
        block = row // _BLOCK
        return sum(self._blocks[:block]) + sum(self._heights[block * _BLOCK : row])

    def of(self, row: int) -> int:
        """How high a row is, or is thought to be."""
        return self._heights[row]

    def at(self, y: int) -> int:
        """The row at a height; the first above all, the last below all. There must be some."""
        left, row = y, 0
        for high in self._blocks[:-1]:
            if left < high:
                break
            left -= high
            row += _BLOCK
        for high in self._heights[row : row + _BLOCK]:
            if left < high:
                break
            left -= high
            row += 1
        return min(row, len(self) - 1)

    def _add_up(self, first: int) -> None:
        block = first // _BLOCK
        del self._blocks[block:]
        self._blocks += list(_sums(self._heights, block * _BLOCK))


def _sums(heights: list[int], start: int) -> Iterable[int]:
    for first in range(start, len(heights), _BLOCK):
        yield sum(heights[first : first + _BLOCK])
