"""Frames: one byte of version, one of type, a payload. The wire grammar is in docs/protocol.md.

Caps are checked before anything is decoded. What can't be decoded is the peer's error.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, ValidationError

from presencemap.domain.errors import PeerError
from presencemap.protocol.address import Outcome
from presencemap.protocol.fields import Hash, HexKey, Millis, Model, Version
from presencemap.protocol.record import REGISTERS_COMPARED
from presencemap.protocol.signing import SIGNATURE_BYTES
from presencemap.protocol.statement import MAX_CHAIN, MAX_STATEMENT

VERSION = 1
MAX_FRAME = 64 * 1024
PAGE = 512
"""Entries in one listing or one fetch."""

DIGEST_PAGE = 256
"""Sources in one digest: more could be over the limit of a frame."""

STATEMENTS_PAGE = 32

HEARS_PAGE = 256
MAX_ASKED = 16
"""Devices in one ``Hears``."""

MAX_HELD = (1 << 32) - 1
HASH_BYTES = 32
_PIECE_HEAD = HASH_BYTES + 1

LOG = "log"
"""Names the membership log where a source of records is expected."""

Source = Annotated[
    str, Field(pattern=rf"^({LOG}|{'|'.join(REGISTERS_COMPARED)}|day (0|[1-9][0-9]{{0,7}}))$")
]
"""A kind, or the day (since 1970, UTC) of posts and of what is about them."""

BATCH = MAX_FRAME // 2
"""Bytes in one frame of records: taking one in keeps nothing else waiting for long."""

MAX_BLOB = 2 * 1024 * 1024
PIECE = BATCH
"""Bytes of a blob in one frame; the last piece is what is left."""

MAX_COUNT = 10_000_000
"""Of one source's records: far more than a team has, and a sum of them is a number to be shown."""

Packed = Annotated[str, Field(max_length=4 * -(-MAX_STATEMENT // 3))]
"""A statement in base64."""

Count = Annotated[int, Field(ge=0, lt=1 << 52)]


class FrameType(IntEnum):
    """The second byte of a frame."""

    HELLO = 1
    WELCOME = 2
    READY = 3
    RECORDS = 4
    STATEMENTS = 5
    LEASE = 6
    GOODBYE = 7
    DIGEST = 8
    COMPARE = 9
    LISTING = 10
    FETCH = 11
    FETCHED = 12
    RELAY = 13
    HEARS = 14
    WANT = 15
    PIECE = 16
    PING = 20
    PONG = 21
    DIAL_ME = 22
    DIALLED = 23


class Summary(Model):
    """What a node holds of one source: number and XOR of its records' hashes."""

    source: Source
    count: Annotated[int, Field(ge=0, le=MAX_COUNT)]
    xor: Hash


def _each_once(sources: tuple[Summary, ...]) -> tuple[Summary, ...]:
    if len({summary.source for summary in sources}) < len(sources):
        msg = "a source twice"
        raise ValueError(msg)
    return sources


class Digest(Model):
    """Summaries of everything a node holds, in pages of at most 256 sources, none of them twice."""

    sources: Annotated[
        tuple[Summary, ...], Field(max_length=DIGEST_PAGE), AfterValidator(_each_once)
    ]


class Compare(Model):
    """Which records do you hold of this source, below this seq?"""

    source: Source
    below: Count


class Listing(Model):
    """Those records, newest first; ``more`` where the page ended before the source did."""

    source: Source
    entries: Annotated[tuple[tuple[Count, Hash], ...], Field(max_length=PAGE)]
    more: bool


class Fetch(Model):
    """Send me these; the answer ends with ``Fetched``."""

    source: Source
    hashes: Annotated[tuple[Hash, ...], Field(min_length=1, max_length=PAGE)]


class Fetched(Model):
    """All that you fetched of this source and that I hold has been sent."""

    source: Source


class Statements(Model):
    """Entries of the membership log, in base64; taken together, in whatever order."""

    items: Annotated[
        tuple[Packed, ...],
        Field(min_length=1, max_length=STATEMENTS_PAGE),
    ]


class Hears(Model):
    """Devices that the sender has a link to from now on, or no more."""

    devices: Annotated[tuple[HexKey, ...], Field(min_length=1, max_length=HEARS_PAGE)]
    heard: bool


class Answer(Model):
    """``counter``: that of a lease by this device, which asked us, and was heard."""

    device: HexKey
    counter: Count


class Word(Model):
    """A lease or a goodbye: ephemeral, signed, never stored. The higher counter wins.

    ``asks``: devices whose next lease shall answer this one.
    """

    team: HexKey
    person: HexKey
    device: HexKey
    counter: Count
    head: Count
    addresses: Annotated[tuple[Annotated[str, Field(max_length=280)], ...], Field(max_length=8)]
    asks: Annotated[tuple[HexKey, ...], Field(max_length=MAX_ASKED)]
    answers: Annotated[tuple[Answer, ...], Field(max_length=MAX_ASKED)]


class Greeting(Model):
    """The payload of ``Hello`` and ``Welcome``. ``chain``: statements in base64."""

    v: Version = VERSION
    person: HexKey
    device: HexKey
    chain: Annotated[tuple[Packed, ...], Field(max_length=MAX_CHAIN)]
    feed_port: Annotated[int, Field(ge=1, le=65_535)]
    feed_key: HexKey
    subscriber: HexKey
    listen: Annotated[tuple[Annotated[str, Field(max_length=280)], ...], Field(max_length=8)]
    program: Annotated[str, Field(max_length=40)]
    paused: bool = False


class Want(Model):
    """Send me this piece of a blob, which has that hash and that many bytes."""

    blob: HexKey
    size: Annotated[int, Field(ge=1, le=MAX_BLOB)]
    piece: Annotated[int, Field(ge=0, lt=MAX_BLOB // PIECE)]


class Ping(Model):
    """Are you there? ``number``: the asker's own, to know the answer by."""

    number: Count


class Pong(Model):
    """Yes; ``at`` is the answerer's clock."""

    number: Count
    at: Millis


class DialMe(Model):
    """Please dial my door, on the host that this link comes from."""

    number: Count
    port: Annotated[int, Field(ge=1, le=65_535)]


class Dialled(Model):
    """What came of it; ``host`` is where the asker was dialled, as the answerer sees it."""

    number: Count
    outcome: Outcome
    host: Annotated[str, Field(max_length=64)]


M = TypeVar("M", bound=Model)
Query = Digest | Compare | Listing | Fetch | Fetched
"""What is said over a link about what either side holds."""

Probing = Ping | Pong | DialMe | Dialled
"""What is said over a link about the link itself."""

Message = Query | Statements | Probing | Hears | Want
_MESSAGES: dict[FrameType, type[Message]] = {
    FrameType.DIGEST: Digest,
    FrameType.COMPARE: Compare,
    FrameType.LISTING: Listing,
    FrameType.FETCH: Fetch,
    FrameType.FETCHED: Fetched,
    FrameType.STATEMENTS: Statements,
    FrameType.PING: Ping,
    FrameType.PONG: Pong,
    FrameType.DIAL_ME: DialMe,
    FrameType.DIALLED: Dialled,
    FrameType.HEARS: Hears,
    FrameType.WANT: Want,
}
_TYPES = {model: frame_type for frame_type, model in _MESSAGES.items()}


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed frame's two halves: the JSON as it was sent, and the signature over it."""

    payload: bytes
    signature: bytes


def frame(frame_type: FrameType, payload: bytes) -> bytes:
    """A frame of that type."""
    return bytes((VERSION, frame_type)) + payload


def opened(data: bytes) -> tuple[FrameType, bytes]:
    """A frame's type and payload.

    Raises:
        PeerError: over its limit, or of a version or type that isn't ours.
    """
    if not 2 <= len(data) <= MAX_FRAME:
        raise PeerError(f"a frame of {len(data)} bytes")
    if data[0] != VERSION:
        raise PeerError(f"a frame of version {data[0]}")
    try:
        return FrameType(data[1]), data[2:]
    except ValueError:
        raise PeerError(f"a frame of type {data[1]}") from None


def relay_frame(held: int, data: bytes) -> bytes:
    """A live frame over a link; ``held``: ms that it took here and at relays before."""
    return frame(FrameType.RELAY, min(max(held, 0), MAX_HELD).to_bytes(4) + data)


def relayed(payload: bytes) -> tuple[int, bytes]:
    """How long a relayed frame was held in ms, and the frame."""
    return int.from_bytes(payload[:4]), payload[4:]


def record_frames(records: Iterable[bytes]) -> list[bytes]:
    """``RECORDS`` frames, as many as are needed: each record behind its length."""
    batches: list[bytearray] = []
    for data in records:
        if not batches or len(batches[-1]) + 2 + len(data) > BATCH:
            batches.append(bytearray())
        batches[-1] += len(data).to_bytes(2) + data
    return [frame(FrameType.RECORDS, bytes(batch)) for batch in batches]


def split_records(payload: bytes) -> list[bytes]:
    """The records of a ``RECORDS`` frame.

    Raises:
        PeerError: none, or one that is cut.
    """
    records, at = [], 0
    while at < len(payload):
        end = at + 2 + int.from_bytes(payload[at : at + 2])
        records.append(payload[at + 2 : end])
        at = end
    if at != len(payload) or not records or not all(records):
        raise PeerError("records that are cut")
    return records


def piece_frame(blob: str, piece: int, data: bytes) -> bytes:
    """A ``PIECE`` frame; without data: that blob isn't here."""
    return frame(FrameType.PIECE, bytes.fromhex(blob) + bytes((piece,)) + data)


def split_piece(payload: bytes) -> tuple[str, int, bytes]:
    """The blob's hash, which piece it is, and its bytes.

    Raises:
        PeerError: too short, or too long.
    """
    if not _PIECE_HEAD <= len(payload) <= _PIECE_HEAD + PIECE:
        raise PeerError(f"a piece of {len(payload)} bytes")
    return payload[:HASH_BYTES].hex(), payload[HASH_BYTES], payload[_PIECE_HEAD:]


def message_frame(message: Message) -> bytes:
    """The frame of a message over a link."""
    return frame(_TYPES[type(message)], message.model_dump_json().encode())


def read_message(frame_type: FrameType, payload: bytes) -> Message:
    """The message of a frame.

    Raises:
        PeerError: malformed, or of a type that is no such message.
    """
    model = _MESSAGES.get(frame_type)
    if model is None:
        raise PeerError(f"a {frame_type.name} frame out of place")
    return parsed(model, payload)


def parsed(model: type[M], payload: bytes) -> M:
    """A payload as that model.

    Raises:
        PeerError: it isn't one.
    """
    try:
        return model.model_validate_json(payload)
    except ValidationError as error:
        raise PeerError(f"a malformed {model.__name__}: {error.error_count()} faults") from None


def signed_frame(frame_type: FrameType, signed: Signed) -> bytes:
    """The frame of a signed payload: JSON, then the signature."""
    return frame(frame_type, signed.payload + signed.signature)


def split_signed(payload: bytes) -> Signed:
    """The halves of a signed payload; too short a one fails its signature."""
    return Signed(payload[:-SIGNATURE_BYTES], payload[-SIGNATURE_BYTES:])
