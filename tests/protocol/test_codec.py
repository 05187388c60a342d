"""Frames: limits before decoding, and the biggest of each kind within them."""

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import (
    BATCH,
    DIGEST_PAGE,
    LOG,
    MAX_COUNT,
    MAX_FRAME,
    MAX_HELD,
    PAGE,
    STATEMENTS_PAGE,
    Digest,
    Fetch,
    FrameType,
    Greeting,
    Listing,
    Message,
    Statements,
    Summary,
    frame,
    message_frame,
    opened,
    read_message,
    record_frames,
    relay_frame,
    relayed,
    split_records,
    split_signed,
)
from presencemap.protocol.statement import MAX_CHAIN, MAX_STATEMENT

BIG = (1 << 52) - 1
KEY, NAME = "f" * 64, "f" * 32
STATEMENT = "A" * (4 * -(-MAX_STATEMENT // 3))

DAY = "day 99999999"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "0 bytes"),
        (b"\1", "1 bytes"),
        (bytes((1, 8)) + bytes(MAX_FRAME - 1), "65537 bytes"),
        (b"\0\1", "version 0"),
        (b"\2\1", "version 2"),
        (b"\1\0", "type 0"),
        (b"\1\xff", "type 255"),
    ],
)
def test_what_is_no_frame(data: bytes, why: str) -> None:
    with pytest.raises(PeerError, match=why):
        opened(data)


def test_a_frame_at_its_limit_is_opened() -> None:
    assert opened(bytes((1, 8)) + bytes(MAX_FRAME - 2)) == (FrameType.DIGEST, bytes(MAX_FRAME - 2))


@pytest.mark.parametrize(
    "message",
    [
        Digest(
            sources=tuple(
                Summary(source=f"day {99_999_999 - n}", count=MAX_COUNT, xor=NAME)
                for n in range(DIGEST_PAGE)
            )
        ),
        Listing(source=DAY, entries=((BIG, NAME),) * PAGE, more=False),
        Fetch(source=LOG, hashes=(NAME,) * PAGE),
        Statements(items=(STATEMENT,) * STATEMENTS_PAGE),
    ],
    ids=lambda message: type(message).__name__,
)
def test_the_biggest_message_of_each_kind_fits(message: Message) -> None:
    frame_type, payload = opened(message_frame(message))
    assert read_message(frame_type, payload) == message


def test_the_biggest_greeting_fits() -> None:
    greeting = Greeting(
        person=KEY,
        device=KEY,
        chain=(STATEMENT,) * MAX_CHAIN,
        feed_port=65_535,
        feed_key=KEY,
        subscriber=KEY,
        listen=("x" * 280,) * 8,
        program="x" * 40,
    )
    assert len(greeting.model_dump_json()) + 66 <= MAX_FRAME


def test_out_of_place_or_malformed() -> None:
    with pytest.raises(PeerError, match="a LEASE frame out of place"):
        read_message(FrameType.LEASE, b"{}")
    with pytest.raises(PeerError, match="a malformed Fetch"):
        read_message(FrameType.FETCH, b'{"source":"log","hashes":[]}')
    with pytest.raises(PeerError, match="a malformed Compare"):
        read_message(FrameType.COMPARE, b"[" * 20_000)


def test_records_go_in_batches() -> None:
    records = [bytes([n % 251 + 1]) * (n * 97 % 8192 + 1) for n in range(60)]
    frames = record_frames(records)
    assert [r for data in frames for r in split_records(opened(data)[1])] == records
    assert max(map(len, frames)) <= BATCH + 2
    assert len(frames) < 12
    assert record_frames([]) == []


@pytest.mark.parametrize("payload", [b"", b"\0", b"\0\0", b"\0\2x", b"\0\1x\0", b"\0\1x\0\0"])
def test_records_that_are_cut(payload: bytes) -> None:
    with pytest.raises(PeerError, match="cut"):
        split_records(payload)


def test_a_signature_is_the_last_64_bytes() -> None:
    signed = split_signed(b"{}" + bytes(64))
    assert (signed.payload, signed.signature) == (b"{}", bytes(64))
    assert split_signed(b"short").payload == b""


def test_a_relayed_frame_says_how_long_it_was_held() -> None:
    inner = frame(FrameType.RECORDS, b"x")
    for held, told in ((0, 0), (1_500, 1_500), (-1, 0), (1 << 40, MAX_HELD)):
        frame_type, payload = opened(relay_frame(held, inner))
        assert frame_type is FrameType.RELAY
        assert relayed(payload) == (told, inner)
    assert relayed(b"") == (0, b"")


def test_a_digest_that_has_a_source_twice_is_malformed() -> None:
    """Each was looked at anew."""
    one = Summary(source="day 1", count=1, xor="0" * 32)
    payload = f'{{"sources":[{one.model_dump_json()},{one.model_dump_json()}]}}'
    with pytest.raises(PeerError, match="malformed Digest"):
        read_message(FrameType.DIGEST, payload.encode())
