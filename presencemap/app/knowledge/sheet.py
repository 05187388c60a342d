"""Sheets: records on their way to the library, still to be read there.

Knows nothing of what they say: reading them takes time, and who only hands them on needs none of
it.
"""

from dataclasses import dataclass
from typing import Final, Self

from presencemap.protocol.shelf import Held

KINDS: Final = frozenset({"post", "reaction", "profile", "status", "job", "work"})
"""Of what is held, what the library takes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record as it is held: immutable, so that another thread may read it."""

    name: bytes
    post: bytes | None
    data: bytes

    @classmethod
    def of(cls, held: Held) -> Self:
        """What is held."""
        return cls(held.hash, held.post, held.data)
