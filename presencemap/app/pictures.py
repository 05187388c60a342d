"""Pictures as files give them: what one is and how large, from its header alone.

Decodes nothing: what is too large, cut short or of another kind is refused before anything looks
into it, whoever it comes from. Only formats that draw and do nothing else.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from
from typing import Final

from presencemap.domain.errors import InvalidInput, PictureTooLarge, PictureUnreadable
from presencemap.domain.floor_plan import MAX_IMAGE, MAX_SIDE
from presencemap.domain.wrong import Wrong

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers of a frame, which say the size."""
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Those without a length."""

_OTHER: Final = "This is no PNG, JPEG or WebP picture; save the plan as one of these."
_CUT: Final = "This picture is cut short or damaged; take a whole copy of it."


@dataclass(frozen=True, slots=True)
class Measure:
    """A picture's format, in Qt's words, and its size in px."""

    format: str
    width: int
    height: int


def measured(data: bytes) -> Measure:
    """What a picture is, by its header.

    Raises:
        PictureUnreadable: no such picture, or cut short.
        PictureTooLarge: over 2 MiB, or over 8000 px either way.
    """
    if len(data) > MAX_IMAGE:
        raise PictureTooLarge(
            "A plan's picture has at most 2 MiB; save it smaller, or as JPEG or WebP."
        )
    try:
        found = _measured(data)
    except struct.error:
        raise PictureUnreadable(_CUT, Wrong.PICTURE_CUT) from None
    if found is None:
        raise PictureUnreadable(_OTHER, Wrong.PICTURE_OTHER)
    if not (found.width and found.height):
        raise PictureUnreadable(_CUT, Wrong.PICTURE_CUT)
    if max(found.width, found.height) > MAX_SIDE:
        raise PictureTooLarge(
            f"A plan's picture has at most {MAX_SIDE} by {MAX_SIDE} pixels; "
            f"this one has {found.width} by {found.height}. Save it smaller."
        )
    return found


def read_picture(path: Path) -> bytes:
    """A file's bytes, no more of them than a picture may have and one.

    Raises:
        InvalidInput: it can't be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_IMAGE + 1)
    except OSError as error:
        raise InvalidInput(
            f"{path} can't be read: {error.strerror}.", Wrong.PICTURE_UNREAD, file=path.name
        ) from None


def _measured(data: bytes) -> Measure | None:
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _png(data: bytes) -> Measure:
    width, height = unpack_from(">II", data, 16)
    if data[12:16] != b"IHDR" or b"IEND" not in data[-64:]:
        raise PictureUnreadable(_CUT, Wrong.PICTURE_CUT)
    return Measure("png", width, height)


def _jpeg(data: bytes) -> Measure:
    at = 2
    while True:
        start, marker = unpack_from(">BB", data, at)
        if start != 0xFF:
            raise PictureUnreadable(_CUT, Wrong.PICTURE_CUT)
        if marker == 0xFF:
            at += 1
        elif marker in _BARE:
            at += 2
        elif marker in _FRAMES:
            height, width = unpack_from(">HH", data, at + 5)
            if b"\xff\xd9" not in data[at:]:
                raise PictureUnreadable(_CUT, Wrong.PICTURE_CUT)
            return Measure("jpeg", width, height)
        else:
            at += 2 + unpack_from(">H", data, at + 2)[0]


def _webp(data: bytes) -> Measure:
    if unpack_from("<I", data, 4)[0] + 8 > len(data):
        raise PictureUnreadable(_CUT, Wrong.PICTURE_CUT)
    match data[12:16]:
        case b"VP8 ":
            width, height = (side & 0x3FFF for side in unpack_from("<HH", data, 26))
        case b"VP8L":
            bits = unpack_from("<I", data, 21)[0]
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            low = unpack_from("<HBHB", data, 24)
            width, height = low[0] + (low[1] << 16) + 1, low[2] + (low[3] << 16) + 1
        case _:
            raise PictureUnreadable(_CUT, Wrong.PICTURE_CUT)
    return Measure("webp", width, height)
