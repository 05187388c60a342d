"""Shelves: the live records of a source, as they are held, summed up and listed.

A record is held as its bytes; what is said in it is read when asked for. Knows no rules.
"""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from sys import intern
from typing import Self

from presencemap.protocol.codec import PAGE, Summary
from presencemap.protocol.record import PostBody, ReactionBody, Record, RetractBody
from presencemap.protocol.signing import digest

_READ_OFTEN = ("profile", "status", "place", "follow")


def post_id(author: str, first: bytes) -> bytes:
    """The id of a post, by the hash of its first version: another's edit of it has another."""
    return digest(bytes.fromhex(author) + first, size=16)


@dataclass(slots=True, eq=False)
class Held:
    """A live record and when it ends here, in ms.

    ``post``: the id of the post that it is a version of, ``about``: of the one that it is about;
    ``voids``: the hashes of the posts of its author that it ends.
    """

    data: bytes
    hash: bytes
    kind: str
    author: str
    device: str
    seq: int
    at: int
    life: int
    expires: int
    source: str
    cursor: int
    register: tuple[str, str] | None
    post: bytes | None = None
    about: bytes | None = None
    voids: tuple[bytes, ...] = ()
    _record: Record | None = None

    @classmethod
    def of(cls, record: Record, expires: int) -> Self:
        """A record to be held."""
        header, body = record.header, record.body
        held = cls(
            record.data,
            record.hash,
            intern(header.kind),
            intern(header.author),
            intern(header.device),
            header.seq,
            header.at,
            header.life,
            expires,
            intern(record.source),
            record.cursor,
            record.register,
        )
        match body:
            case PostBody(of=of, replaces=replaces):
                held.about = None if of is None else bytes.fromhex(of)
                held.voids = tuple(map(bytes.fromhex, replaces))
                held.post = post_id(header.author, (*held.voids, held.hash)[0])
            case ReactionBody(target=target):
                held.about = bytes.fromhex(target)
            case RetractBody(targets=targets):
                held.voids = tuple(map(bytes.fromhex, targets))
            case _:
                pass
        if held.kind in _READ_OFTEN:
            held._record = record
        return held

    @property
    def record(self) -> Record:
        """What was signed."""
        return self._record or Record.kept(self.data)


@dataclass(slots=True)
class Shelf:
    """The live records of one source; its summary costs nothing, however many they are."""

    records: dict[bytes, Held] = field(default_factory=dict)
    order: list[tuple[int, bytes]] = field(default_factory=list)
    xor: int = 0

    def put(self, held: Held) -> None:
        """Hold a record that isn't there."""
        self.records[held.hash] = held
        insort(self.order, (held.cursor, held.hash))
        self.xor ^= int.from_bytes(held.hash)

    def take_off(self, held: Held) -> None:
        """Hold it no more."""
        del self.records[held.hash]
        entry = (held.cursor, held.hash)
        del self.order[bisect_left(self.order, entry)]
        self.xor ^= int.from_bytes(held.hash)

    def summary(self, source: str) -> Summary:
        """Number and XOR of the hashes."""
        return Summary(source=source, count=len(self.records), xor=f"{self.xor:032x}")

    def listing(self, below: int) -> tuple[list[tuple[int, bytes]], bool]:
        """(cursor, hash) below a cursor, the highest first, and if more follow."""
        end = bisect_left(self.order, (below, b""))
        start = max(0, end - PAGE)
        return self.order[start:end][::-1], start > 0
