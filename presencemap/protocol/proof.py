"""Proof that two computers sign with one device's key: two headers of one number that differ.

Headers and signatures alone, so that nothing of what was said is kept. It convinces whoever reads
it, since nobody else can make it.
"""

from dataclasses import dataclass
from typing import Self

from pydantic import ValidationError

from presencemap.domain.errors import PeerError
from presencemap.protocol.record import Header, claim
from presencemap.protocol.signing import SIGNATURE_BYTES, verified


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


def sealed(data: bytes) -> bytes:
    """The header of a record with its signature, as they were sent; without what is said."""
    return data[: 2 + int.from_bytes(data[:2]) + SIGNATURE_BYTES]


def read_sealed(data: bytes) -> Header:
    """A sealed header.

    Raises:
        PeerError: malformed, or not signed by the device it names.
    """
    split = 2 + int.from_bytes(data[:2])
    try:
        header = Header.model_validate_json(data[2:split])
    except ValidationError as error:
        raise PeerError(f"a malformed header: {error.error_count()} faults") from None
    if data != sealed(data) or not verified(*claim(header, data)):
        raise PeerError("a header with a wrong signature")
    return header


def _number(header: Header) -> tuple[str, str, str, int]:
    return header.team, header.author, header.device, header.seq
