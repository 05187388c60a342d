"""Records: a header that is signed, and a body that the header names by its hash.

Bytes are kept as they were received and never encoded again. All models are strict and bounded;
what doesn't fit is the sender's error. Knows no keys of ours and no clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError

from presencemap.domain.availability import Availability
from presencemap.domain.contact import MAX_ADDRESS, ContactKind
from presencemap.domain.errors import PeerError
from presencemap.domain.person import MAX_CONTACTS, MAX_NAME, MAX_TALENT, MAX_TALENTS
from presencemap.domain.place import MAX_CAPACITY
from presencemap.domain.plan import DAYS_AHEAD
from presencemap.domain.post import (
    EDIT_WITHIN,
    MAX_EDITS,
    MAX_HELPERS,
    MAX_LINKS,
    MAX_TITLE,
    PostKind,
    ReactionKind,
)
from presencemap.domain.status import MAX_GUESTS, Kind
from presencemap.protocol.end import EndBody
from presencemap.protocol.fields import (
    VERSION,
    Clean,
    ExactPlaceId,
    Hash,
    HexKey,
    Made,
    Millis,
    Model,
    PlaceId,
    Revision,
    Text,
    Unique,
    Version,
    Whereabouts,
)
from presencemap.protocol.floor_plan import FloorPlanBody
from presencemap.protocol.job import JobBody, WorkBody
from presencemap.protocol.letter import NoteBody
from presencemap.protocol.map_server import MapServerBody
from presencemap.protocol.plan import EARLIEST, LATEST, PlanBody
from presencemap.protocol.receipt import ReceiptBody
from presencemap.protocol.signing import SIGNATURE_BYTES, Check, Claim, Signer, all_verified, digest
from presencemap.protocol.topic import TopicBody

MAX_RECORD = 8 * 1024
DAY = 86_400_000
MAX_LIFE = 90 * DAY
MAX_AHEAD = 3 * DAY
"""How far ahead of the own clock a post may have been said, or a plan: days stay few."""
RETRACT_MARGIN = 3 * DAY
"""How much longer than its target a retract lives: clocks differ."""
REGISTERS_COMPARED = (
    "status", "end", "profile", "place", "plan", "work", "job", "topic", "floor_plan", "follow",
    "map_server", "receipt",
)  # fmt: skip
"""Kinds that are compared as a whole, in this order, before what flows by from day to day."""
_DOMAIN = b"presencemap/record/1\0"


class ContactBody(Model):
    """A typed contact way."""

    kind: ContactKind
    address: Annotated[str, Field(min_length=1, max_length=MAX_ADDRESS), Clean]


class ProfileBody(Model):
    """Kind ``profile``: a register of its author."""

    rev: Revision
    name: Annotated[str, Field(min_length=1, max_length=MAX_NAME), Clean]
    talents: tuple[Annotated[str, Field(min_length=1, max_length=MAX_TALENT), Clean], ...] = Field(
        max_length=MAX_TALENTS
    )
    contacts: tuple[ContactBody, ...] = Field(max_length=MAX_CONTACTS)


class ActivityBody(Model):
    """A kind and at most 140 characters."""

    kind: Kind
    text: Annotated[Text, Field(min_length=1)]


class StatusBody(Model):
    """Kind ``status``: a register of its author."""

    rev: Revision
    availability: Availability
    since: Millis
    place: Whereabouts | None
    activity: ActivityBody | None
    until: Millis | None
    guests: Annotated[int, Field(ge=0, le=MAX_GUESTS)] = 0
    question: Hash | None = None


class PlaceBody(Model):
    """Kind ``place``: a register per key that anyone writes."""

    rev: Revision
    key: ExactPlaceId
    name: Annotated[str, Field(min_length=1, max_length=MAX_NAME), Clean]
    kind: Made
    parent: PlaceId | None
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None
    town: Annotated[str, Field(max_length=MAX_NAME), Clean]
    into: ExactPlaceId | None
    capacity: Annotated[int, Field(ge=1, le=MAX_CAPACITY)] | None


class LinkBody(Model):
    """A web address and what it is called."""

    url: Annotated[str, Field(min_length=1, max_length=MAX_ADDRESS), Clean]
    title: Annotated[str, Field(max_length=MAX_TITLE), Clean]


class PostBody(Model):
    """Kind ``post``. ``replaces``: the whole chain that this edit takes the place of, oldest first.

    ``said``: when it was first said, the header's ``at`` where nothing is replaced.
    """

    kind: PostKind
    text: Text
    links: tuple[LinkBody, ...] = Field(max_length=MAX_LINKS)
    of: Hash | None
    said: Millis
    replaces: Annotated[tuple[Hash, ...], Field(max_length=MAX_EDITS), Unique]


class ReactionBody(Model):
    """Kind ``reaction``: a register of its author for a post and what is done with it.

    ``by``: the persons by whose help a question is solved; left out where it says nobody.
    """

    rev: Revision
    target: Hash
    kind: ReactionKind
    by: tuple[HexKey, ...] = Field(default=(), max_length=MAX_HELPERS)


class FollowBody(Model):
    """Kind ``follow``: a register of its author for a person or a topic."""

    rev: Revision
    target: Annotated[str, Field(max_length=65, pattern=r"^([0-9a-f]{64}|#[\w-]+)$"), Clean]
    on: bool


class RetractBody(Model):
    """Kind ``retract``: these posts of mine, and all adds by that device of mine up to a seq."""

    targets: Annotated[tuple[Hash, ...], Field(max_length=MAX_EDITS + 1), Unique]
    device: HexKey | None
    upto: Millis


RegisterBody = (
    ProfileBody | StatusBody | PlanBody | PlaceBody | FloorPlanBody | JobBody | WorkBody
    | TopicBody | ReactionBody | FollowBody | MapServerBody | ReceiptBody | EndBody
)  # fmt: skip
AddedBody = PostBody | NoteBody | RetractBody
Body = RegisterBody | AddedBody
RecordKind = Literal[
    "profile", "status", "end", "plan", "place", "floor_plan", "job", "work", "topic",
    "post", "note", "reaction", "follow", "map_server", "receipt", "retract",
]  # fmt: skip
_KINDS: dict[type[Body], RecordKind] = {
    ProfileBody: "profile",
    StatusBody: "status",
    EndBody: "end",
    PlanBody: "plan",
    PlaceBody: "place",
    FloorPlanBody: "floor_plan",
    JobBody: "job",
    WorkBody: "work",
    TopicBody: "topic",
    PostBody: "post",
    NoteBody: "note",
    ReactionBody: "reaction",
    FollowBody: "follow",
    MapServerBody: "map_server",
    ReceiptBody: "receipt",
    RetractBody: "retract",
}
_BODIES: dict[str, type[Body]] = {kind: body for body, kind in _KINDS.items()}


class Header(Model):
    """What the device signs. ``at`` and ``life`` in ms; ``body`` is the body's BLAKE2b-256."""

    v: Version
    kind: RecordKind
    team: HexKey
    author: HexKey
    device: HexKey
    seq: Annotated[int, Field(ge=1, lt=1 << 52)]
    at: Millis
    life: Annotated[int, Field(ge=1, le=MAX_LIFE + RETRACT_MARGIN)]
    body: HexKey


@dataclass(frozen=True)
class Record:
    """A record whose shape and signature were checked (membership is the replica's matter)."""

    header: Header
    body: Body
    data: bytes

    @cached_property
    def hash(self) -> bytes:
        """The 16 bytes that name the record in digests and listings."""
        return digest(self.data, size=16)

    @cached_property
    def register(self) -> tuple[str, str] | None:
        """What it replaces: ("status", author) or ("place", key); None for what is added."""
        if isinstance(self.body, AddedBody):
            return None
        return register_of(self.body, self.header.author)

    @property
    def rank(self) -> tuple[int, str, str, bytes]:
        """The winner of a register is the highest, on every machine the same."""
        assert not isinstance(self.body, AddedBody), "no register"
        return self.body.rev, self.header.author, self.header.device, self.hash

    @property
    def source(self) -> str:
        """Under which name it is compared: its kind, or the day of what flows by."""
        kind = self.header.kind
        return kind if kind in REGISTERS_COMPARED else day(self.header.at)

    @property
    def cursor(self) -> int:
        """Its place in its source, below 2^52 and as good as unique: the newest of a day first."""
        if self.header.kind in REGISTERS_COMPARED:
            return int.from_bytes(self.hash[:7]) >> 4
        return cursor_of(self.header.at, self.hash)

    @classmethod
    def sign(
        cls, device: Signer, *, team: str, author: str, seq: int, at: int, life: int, body: Body
    ) -> Self:
        """A new record of ours."""
        data = body.model_dump_json(exclude_defaults=True).encode()
        header = Header(
            v=VERSION,
            kind=_KINDS[type(body)],
            team=team,
            author=author,
            device=device.id,
            seq=seq,
            at=at,
            life=life,
            body=digest(data).hex(),
        )
        head = header.model_dump_json().encode()
        signature = device.sign(_DOMAIN + head)
        return cls(header, body, len(head).to_bytes(2) + head + signature + data)

    @classmethod
    def read(cls, data: bytes) -> Self:
        """A peer's record: u16 header length, header, signature, body.

        Raises:
            PeerError: over its limit, malformed, or not signed by the device it names.
        """
        (record,) = cls.read_all([data])
        return record

    @classmethod
    def read_all(cls, batch: Iterable[bytes], check: Check = all_verified) -> list[Self]:
        """Peers' records, their signatures checked together.

        Raises:
            PeerError: one isn't what ``read`` takes.
        """
        records = [cls.kept(data) for data in batch]
        if not check([claim(record.header, record.data) for record in records]):
            raise PeerError("a record with a wrong signature")
        return records

    @classmethod
    def kept(cls, data: bytes) -> Self:
        """A record from the own store, which took it after ``read``: not verified again.

        Raises:
            PeerError: damaged, or of another version.
        """
        if len(data) > MAX_RECORD:
            raise PeerError(f"a record of {len(data)} bytes")
        split = 2 + int.from_bytes(data[:2])
        rest = data[split + SIGNATURE_BYTES :]
        try:
            header = Header.model_validate_json(data[2:split])
            if digest(rest).hex() != header.body:
                raise PeerError("a record whose body isn't the one signed")
            body = _BODIES[header.kind].model_validate_json(rest)
        except ValidationError as error:
            raise PeerError(f"a malformed record: {error.error_count()} faults") from None
        _check(header, body)
        return cls(header, body, data)


def register_of(body: RegisterBody, author: str) -> tuple[str, str]:
    """The register that a body by this author holds: kind and key."""
    kind = _KINDS[type(body)]
    match body:
        case PlaceBody(key=key) | FloorPlanBody(floor=key) | JobBody(key=key):
            return kind, key
        case TopicBody(topic=topic):
            return kind, topic
        case PlanBody(day=dated) | ReceiptBody(day=dated):
            return kind, f"{author} {dated}"
        case ReactionBody(target=target, kind=done):
            return kind, f"{author} {target} {done.group}"
        case FollowBody(target=target):
            return kind, f"{author} {target}"
        case _:
            return kind, author


def day(at: int) -> str:
    """The name under which what was said on that day (UTC) is compared."""
    return _day(at // DAY)


@lru_cache(maxsize=256)
def _day(number: int) -> str:
    return f"day {number}"


def cursor_of(at: int, name: bytes) -> int:
    """The place in its day of a record of that hash."""
    return (at % DAY) << 25 | int.from_bytes(name[:4]) >> 7


def claim(header: Header, data: bytes) -> Claim:
    """That its device signed a header; ``data`` begins with it, as it was sent."""
    split = 2 + int.from_bytes(data[:2])
    return Claim(header.device, _DOMAIN + data[2:split], data[split : split + SIGNATURE_BYTES])


def _check(header: Header, body: Body) -> None:
    """What no field can say by itself."""
    if header.life > MAX_LIFE and not isinstance(body, RetractBody):
        raise PeerError("a record that would live too long")
    if isinstance(body, FloorPlanBody):
        xs = [x for _, corners in body.shapes for x in corners[::2]]
        ys = [y for _, corners in body.shapes for y in corners[1::2]]
        if max(xs, default=0) > body.width or max(ys, default=0) > body.height:
            raise PeerError("a shape that is not on its plan")
    if isinstance(body, PlanBody):
        _check_day(header, body.begins, LATEST, EARLIEST + DAYS_AHEAD * DAY)
        if body.out and body.place is not None:
            raise PeerError("a plan to be out of office, and somewhere")
    if isinstance(body, ReceiptBody):
        _check_day(header, body.day * DAY, MAX_LIFE, MAX_AHEAD)
    if isinstance(body, PostBody):
        late = header.at - body.said
        if late and not (body.replaces and 0 < late <= EDIT_WITHIN):
            raise PeerError("a post changed after it was said")
        if (body.of is not None) is not body.kind.is_about_another:
            raise PeerError("a post about nothing, or about too much")


def _check_day(header: Header, begins: int, after: int, ahead: int) -> None:
    """What is of a day lives so long after it, and is said so long before it begins, at most."""
    if header.at + header.life > begins + DAY + after:
        raise PeerError(f"a {header.kind} that outlives its day")
    if begins > header.at + ahead:
        raise PeerError(f"a {header.kind} too far ahead")
