"""Proof that two computers sign with one device's key: two headers of one number that differ.

Headers and signatures alone, so that nothing of what was said is kept. It convinces whoever reads
it, since nobody else can make it.
"""

from dataclasses import dataclass
from typing import Self

from presencemap.domain.errors import PeerError
from presencemap.protocol.record import Header, read_sealed


@dataclass(frozen=True, slots=True)
class Proof:
    """``one``, ``other``: as they were sent; ``found``: when they met here, in ms.

    ``since``: when the earlier of the two was signed.
    """

    one: bytes
    other: bytes
    found: int
    person: str
    device: str
    since: int

    @classmethod
    def read(cls, one: bytes, other: bytes, found: int) -> Self:
        """Two sealed headers.

        Raises:
            PeerError: they prove nothing.
        """
        first, second = read_sealed(one), read_sealed(other)
        if first == second or _number(first) != _number(second):
            raise PeerError("two headers that prove nothing")
        since = min(first.at, second.at)
        return cls(one, other, found, first.author, first.device, since)


def _number(header: Header) -> tuple[str, str, str, int]:
    return header.team, header.author, header.device, header.seq
