"""The handshake's signatures: for this connection, this team, this role, and nothing else."""

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.charter import founded
from presencemap.protocol.codec import FrameType, Greeting, Signed, opened, split_signed
from presencemap.protocol.handshake import (
    channel_of,
    check_ready,
    greeting_frame,
    packed_statements,
    read_greeting,
    read_statements,
    ready_frame,
)
from tests.protocol.lan import NOW, signer

TEAM, ANNA, DEVICE, OTHER = map(signer, ("root", "Anna", "device", "other"))
CHAIN = founded(TEAM, ANNA, DEVICE, "Lerend Collectief", NOW)
CHANNEL = channel_of(TEAM.id, b"k" * 32)
HELLO, WELCOME = FrameType.HELLO, FrameType.WELCOME


def greeting(**changed: object) -> Greeting:
    fields = {
        "person": ANNA.id,
        "device": DEVICE.id,
        "chain": packed_statements(CHAIN),
        "feed_port": 47801,
        "feed_key": "0" * 64,
        "subscriber": "1" * 64,
        "listen": (),
        "program": "test",
    }
    return Greeting.model_validate({**fields, **changed})


def sent(frame_type: FrameType, hello: bytes = bytes(32), **changed: object) -> Signed:
    data, _ = greeting_frame(DEVICE, frame_type, greeting(**changed), CHANNEL, hello)
    assert opened(data)[0] is frame_type
    return split_signed(opened(data)[1])


def test_greetings_are_read_as_they_were_sent() -> None:
    data, own = greeting_frame(DEVICE, HELLO, greeting(), CHANNEL)
    assert read_greeting(HELLO, split_signed(data[2:]), CHANNEL) == (greeting(), CHAIN, own)
    data, welcome = greeting_frame(DEVICE, WELCOME, greeting(), CHANNEL, own)
    read = read_greeting(WELCOME, split_signed(data[2:]), CHANNEL, own)
    assert read == (greeting(), CHAIN, welcome)


@pytest.mark.parametrize(
    ("frame_type", "channel", "hello"),
    [
        pytest.param(HELLO, channel_of(TEAM.id, b"m" * 32), bytes(32), id="a man in the middle"),
        pytest.param(HELLO, channel_of(OTHER.id, b"k" * 32), bytes(32), id="another team"),
        pytest.param(WELCOME, CHANNEL, bytes(32), id="the other role"),
        pytest.param(HELLO, CHANNEL, b"h" * 32, id="an answer to something else"),
    ],
)
def test_a_hello_holds_for_its_own_connection_only(
    frame_type: FrameType, channel: bytes, hello: bytes
) -> None:
    with pytest.raises(PeerError, match="isn't signed for this link"):
        read_greeting(frame_type, sent(HELLO), channel, hello)


def test_a_welcome_answers_one_hello() -> None:
    with pytest.raises(PeerError, match="isn't signed for this link"):
        read_greeting(WELCOME, sent(WELCOME, b"h" * 32), CHANNEL, b"i" * 32)


def test_another_device_can_not_speak_for_this_one() -> None:
    with pytest.raises(PeerError, match="isn't signed for this link"):
        read_greeting(HELLO, sent(HELLO, device=OTHER.id), CHANNEL)


def test_a_changed_payload_is_noticed() -> None:
    signed = sent(HELLO)
    changed = Signed(signed.payload.replace(b"47801", b"47802"), signed.signature)
    with pytest.raises(PeerError, match="isn't signed for this link"):
        read_greeting(HELLO, changed, CHANNEL)


@pytest.mark.parametrize("chain", [("a",), ("é",), ("AAAA",)])
def test_a_chain_that_is_none(chain: tuple[str, ...]) -> None:
    with pytest.raises(PeerError, match=r"base64|malformed"):
        read_greeting(HELLO, sent(HELLO, chain=chain), CHANNEL)


def test_a_ready_takes_one_welcome() -> None:
    hello, welcome = b"h" * 32, b"w" * 32
    signed = split_signed(ready_frame(DEVICE, CHANNEL, welcome, hello)[2:])
    check_ready(DEVICE.id, signed, CHANNEL, welcome, hello)
    wrong = [
        (OTHER.id, signed, CHANNEL, welcome, hello),
        (DEVICE.id, signed, CHANNEL[::-1], welcome, hello),
        (DEVICE.id, signed, CHANNEL, hello, hello),
        (DEVICE.id, signed, CHANNEL, welcome, welcome),
        (DEVICE.id, Signed(b"{} ", signed.signature), CHANNEL, welcome, hello),
    ]
    for case in wrong:
        with pytest.raises(PeerError, match="READY"):
            check_ready(*case)


def test_statements_travel_as_base64() -> None:
    assert read_statements(packed_statements(CHAIN)) == CHAIN
