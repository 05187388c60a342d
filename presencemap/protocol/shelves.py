"""Shelves: what is held, source by source, as peers compare it.

Owns which sources there are. Knows no rules, and nothing of peers.
"""

from collections.abc import Iterator
from typing import Final

from presencemap.protocol.codec import Summary
from presencemap.protocol.record import REGISTERS_COMPARED
from presencemap.protocol.shelf import Held, Shelf

_EMPTY: Final = Shelf()


class Shelves:
    """The shelves on which something is held."""

    def __init__(self) -> None:
        self._shelves: dict[str, Shelf] = {}

    def put(self, held: Held) -> None:
        """Hold a record that isn't there."""
        self._shelves.setdefault(held.source, Shelf()).put(held)

    def take_off(self, held: Held) -> None:
        """Hold it no more."""
        shelf = self._shelves[held.source]
        shelf.take_off(held)
        if not shelf.records:
            del self._shelves[held.source]

    def held_in(self, source: str) -> Iterator[Held]:
        """What is held of a source, the newest of a day first."""
        shelf = self._of(source)
        return (shelf.records[name] for _, name in reversed(shelf.order()))

    def days(self) -> list[str]:
        """The days of which something is held, the newest first."""
        found = (source for source in self._shelves if source not in REGISTERS_COMPARED)
        return sorted(found, key=lambda source: -int(source.removeprefix("day ")))

    def sources(self) -> Iterator[Summary]:
        """What is held, source by source."""
        return (shelf.summary(source) for source, shelf in self._shelves.items())

    def summary(self, source: str) -> Summary:
        """Number and XOR of the hashes of a source's live records."""
        return self._of(source).summary(source)

    def listing(self, source: str, below: int) -> tuple[list[tuple[int, bytes]], bool]:
        """(cursor, hash) of a source's live records below a cursor, and if more follow."""
        return self._of(source).listing(below)

    def _of(self, source: str) -> Shelf:
        return self._shelves.get(source, _EMPTY)
