"""The message that everyone carries: a number, and filling to the size of one of our own frames."""

import struct

from presencemap.app.clock import now_ms
from presencemap.domain.availability import Availability
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.bodies import status_body
from presencemap.protocol.codec import record_frames
from presencemap.protocol.record import MAX_LIFE, Record
from presencemap.protocol.signing import Signer

_NUMBER = struct.Struct("!q")


def text_of(number: int) -> str:
    """What a status of ours says, in the length of a usual one."""
    return f"{number:+08d} VAT on Peppol invoices"


def number_in(text: str) -> int:
    """The number of such a text."""
    return int(text.split(maxsplit=1)[0])


def _size() -> int:
    """Bytes of our frame with such a status."""
    device, now = Signer.fresh(), now_ms()
    activity = Activity(Kind.WORKING_ON, text_of(1))
    body = status_body(Status(Availability.AVAILABLE, now, None, activity), 1000)
    made = Record.sign(
        device, team=device.id, author=device.id, seq=1000, at=now, life=MAX_LIFE, body=body
    )
    return len(record_frames([made.data])[0])


SIZE = _size()


def packed(number: int) -> bytes:
    """The others' message."""
    return _NUMBER.pack(number).ljust(SIZE, b".")


def unpacked(message: bytes) -> int:
    """Its number."""
    (number,) = _NUMBER.unpack_from(message)
    return int(number)
