"""Shelves: the live records of a source, as they are held, summed up and listed.

A record is held as its bytes; what is said in it is read when asked for. Knows no rules.
"""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from functools import lru_cache
from struct import Struct
from sys import intern
from typing import Final, Protocol, Self

from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import PAGE, Summary
from presencemap.protocol.record import (
    REGISTERS_COMPARED,
    PostBody,
    ReactionBody,
    Record,
    RetractBody,
    cursor_of,
    day,
)
from presencemap.protocol.signing import digest

_OUTLINE: Final = Struct(">32s32s16s16sQQQ")
_NOTHING: Final = bytes(16)
_READ_OFTEN = REGISTERS_COMPARED


def post_id(author: str, first: bytes) -> bytes:
    """The id of a post, by the hash of its first version: another's edit of it has another."""
    return digest(bytes.fromhex(author) + first, size=16)


@lru_cache(maxsize=4096)
def _id(key: bytes) -> str:
    """One text for all records of a person or a device."""
    return intern(key.hex())


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

    def outline(self) -> bytes:
        """What ``outlined`` needs of a post to hold it unread, with a check over it all; else none.

        Holds keys, hashes and numbers, no word of a person.
        """
        if self.post is None:
            return b""
        keys = bytes.fromhex(self.author), bytes.fromhex(self.device), self.post, self.about or b""
        packed = _OUTLINE.pack(*keys, self.seq, self.at, self.life) + b"".join(self.voids)
        return digest(packed + self.data, size=16) + packed

    @classmethod
    def kept(cls, data: bytes, name: bytes, expires: int, outline: bytes) -> Self:
        """A record from the own store; a post by its outline, unread.

        Raises:
            PeerError: it is damaged.
        """
        if outline:
            return cls.outlined(data, name, expires, outline)
        record = Record.kept(data)
        if record.hash != name:
            raise PeerError("a damaged record")
        return cls.of(record, expires)

    @classmethod
    def outlined(cls, data: bytes, name: bytes, expires: int, outline: bytes) -> Self:
        """A post to be held, by its outline.

        Raises:
            PeerError: one of them isn't what it was.
        """
        packed = outline[16:]
        if digest(packed + data, size=16) != outline[:16]:
            raise PeerError("a damaged record")
        author, device, post, about, seq, at, life = _OUTLINE.unpack_from(packed)
        ends = range(_OUTLINE.size, len(packed), 16)
        return cls(
            data,
            name,
            "post",
            _id(author),
            _id(device),
            seq,
            at,
            life,
            expires,
            day(at),
            cursor_of(at, name),
            None,
            post,
            about if about != _NOTHING else None,
            tuple(packed[start : start + 16] for start in ends),
        )

    @property
    def record(self) -> Record:
        """What was signed."""
        return self._record or Record.kept(self.data)


class Watcher(Protocol):
    """Who wants to hear what comes and goes, at once; it mustn't take long."""

    def put(self, held: Held) -> None:
        """A record is held."""

    def take_off(self, held: Held) -> None:
        """It is no more."""


@dataclass(slots=True)
class Shelf:
    """The live records of one source; its summary costs nothing, however many they are."""

    records: dict[bytes, Held] = field(default_factory=dict)
    xor: int = 0
    _order: list[tuple[int, bytes]] | None = None
    """By cursor; made when it is first asked for."""

    def put(self, held: Held) -> None:
        """Hold a record that isn't there."""
        self.records[held.hash] = held
        if self._order is not None:
            insort(self._order, (held.cursor, held.hash))
        self.xor ^= int.from_bytes(held.hash)

    def take_off(self, held: Held) -> None:
        """Hold it no more."""
        del self.records[held.hash]
        if self._order is not None:
            del self._order[bisect_left(self._order, (held.cursor, held.hash))]
        self.xor ^= int.from_bytes(held.hash)

    def summary(self, source: str) -> Summary:
        """Number and XOR of the hashes."""
        return Summary(source=source, count=len(self.records), xor=f"{self.xor:032x}")

    def listing(self, below: int) -> tuple[list[tuple[int, bytes]], bool]:
        """(cursor, hash) below a cursor, the highest first, and if more follow."""
        order = self.order()
        end = bisect_left(order, (below, b""))
        start = max(0, end - PAGE)
        return order[start:end][::-1], start > 0

    def order(self) -> list[tuple[int, bytes]]:
        """(cursor, hash) of all, the lowest first."""
        if self._order is None:
            self._order = sorted((held.cursor, held.hash) for held in self.records.values())
        return self._order
