"""The three-message handshake: who signs what, over which connection.

``Hello`` (dialler) → ``Welcome`` (responder) → ``Ready`` (dialler). Each signature names the
*channel*, the team and the dialler's CURVE key of this very connection, so no message works on
another one: a man in the middle, even one with the team's discovery secret, can't pass them on.
"""

import base64
from collections.abc import Callable
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import FrameType, Greeting, Signed, parsed, signed_frame
from presencemap.protocol.signing import HASH_BYTES, Signer, digest, verified
from presencemap.protocol.statement import Statement

NO_HELLO: Final = bytes(HASH_BYTES)
Known = Callable[[bytes], Statement | None]
"""The statement of that hash, if it was checked before."""

_DOMAIN: Final = b"presencemap/hello/1\0"
_READY_PAYLOAD: Final = b"{}"


def channel_of(team: str, link_key: bytes) -> bytes:
    """What all three signatures name of the connection: 64 bytes."""
    return bytes.fromhex(team) + link_key


def greeting_frame(
    device: Signer,
    frame_type: FrameType,
    greeting: Greeting,
    channel: bytes,
    hello: bytes = NO_HELLO,
) -> tuple[bytes, bytes]:
    """(frame, hash of its payload) of a ``Hello`` or ``Welcome``."""
    payload = greeting.model_dump_json().encode()
    own = digest(payload)
    signature = device.sign(_context(frame_type, channel, own, hello))
    return signed_frame(frame_type, Signed(payload, signature)), own


def read_greeting(
    frame_type: FrameType,
    signed: Signed,
    channel: bytes,
    hello: bytes = NO_HELLO,
    known: Known | None = None,
) -> tuple[Greeting, list[Statement], bytes]:
    """(greeting, its chain, hash of its payload); membership is still to be judged.

    Raises:
        PeerError: malformed, or not signed for this connection.
    """
    greeting = parsed(Greeting, signed.payload)
    own = digest(signed.payload)
    context = _context(frame_type, channel, own, hello)
    if not verified(greeting.device, context, signed.signature):
        raise PeerError(f"a {frame_type.name} that isn't signed for this link")
    return greeting, read_statements(greeting.chain, known), own


def ready_frame(device: Signer, channel: bytes, welcome: bytes, hello: bytes) -> bytes:
    """The dialler's last word: it took this ``Welcome``."""
    signature = device.sign(_context(FrameType.READY, channel, welcome, hello))
    return signed_frame(FrameType.READY, Signed(_READY_PAYLOAD, signature))


def check_ready(device: str, signed: Signed, channel: bytes, welcome: bytes, hello: bytes) -> None:
    """Whether the dialler took our ``Welcome``.

    Raises:
        PeerError: it didn't, or another speaks.
    """
    context = _context(FrameType.READY, channel, welcome, hello)
    if signed.payload != _READY_PAYLOAD or not verified(device, context, signed.signature):
        raise PeerError("a READY that isn't signed for this link")


def read_statements(items: tuple[str, ...], known: Known | None = None) -> list[Statement]:
    """Statements out of base64; the signature of one that is ``known`` isn't checked again.

    Raises:
        PeerError: one of them is malformed or wrongly signed.
    """
    found = known or _unknown
    packed = map(_unpacked, items)
    return [found(digest(data, size=16)) or Statement.read(data) for data in packed]


def names_of(items: tuple[str, ...]) -> list[bytes]:
    """The hashes of statements in base64, before anything is checked.

    Raises:
        PeerError: one of them isn't base64.
    """
    return [digest(_unpacked(item), size=16) for item in items]


def packed_statements(statements: list[Statement]) -> tuple[str, ...]:
    """Statements as base64, for a greeting or a ``Statements`` message."""
    return tuple(base64.b64encode(statement.data).decode() for statement in statements)


def _unpacked(item: str) -> bytes:
    try:
        return base64.b64decode(item, validate=True)
    except ValueError:
        raise PeerError("statements that aren't base64") from None


def _unknown(_: bytes) -> None:
    return None


def _context(frame_type: FrameType, channel: bytes, own: bytes, hello: bytes) -> bytes:
    return _DOMAIN + bytes((frame_type,)) + channel + own + hello
