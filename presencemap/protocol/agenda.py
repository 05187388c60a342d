"""Agenda: names, each with a rank, the lowest first; what is crossed off leaves no trace.

So that a hundred thousand records cost nothing until one of them is due.
"""

from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import Generic, TypeVar

R = TypeVar("R", int, tuple[int, int])
_SLACK = 64


class Agenda(Generic[R]):
    """Names in the order of their ranks; put in order when somebody asks for the first."""

    def __init__(self) -> None:
        self._ranks: dict[bytes, R] = {}
        self._heap: list[tuple[R, bytes]] | None = None

    def __len__(self) -> int:
        return len(self._ranks)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._ranks)

    def put(self, name: bytes, rank: R) -> None:
        """Add a name that isn't there."""
        self._ranks[name] = rank
        if self._heap is not None:
            heappush(self._heap, (rank, name))

    def drop(self, name: bytes) -> None:
        """Cross a name off, if it is there."""
        self._ranks.pop(name, None)
        if self._heap is not None and len(self._heap) > 2 * len(self._ranks) + _SLACK:
            self._heap = None

    def first(self) -> tuple[R, bytes] | None:
        """The lowest."""
        if self._heap is None:
            self._heap = [(rank, name) for name, rank in self._ranks.items()]
            heapify(self._heap)
        while self._heap:
            rank, name = self._heap[0]
            if self._ranks.get(name) == rank:
                return rank, name
            heappop(self._heap)
        return None

    def up_to(self, rank: R) -> list[bytes]:
        """The names up to that rank, crossed off."""
        found = []
        while (first := self.first()) is not None and first[0] <= rank:
            del self._ranks[first[1]]
            found.append(first[1])
        return found
