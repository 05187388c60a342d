"""What a picture says it is, before anything decodes it."""

from pathlib import Path
from struct import pack

import pytest

from presencemap.app.pictures import Measure, measured, read_picture
from presencemap.domain.errors import InvalidInput, PictureTooLarge, PictureUnreadable
from presencemap.domain.floor_plan import MAX_IMAGE

END = b"\0\0\0\0IEND\xaeB`\x82"


def png(width: int, height: int, end: bytes = END) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + pack(">II", width, height) + b"\x08\x02" + end


def jpeg(width: int, height: int, end: bytes = b"\xff\xd9") -> bytes:
    start = b"\xff\xd8\xff\xe0\0\x04JF\xff\xff\x01\xff\xdb\0\x03x"
    return start + b"\xff\xc2\0\x0b\x08" + pack(">HH", height, width) + b"\xff\xda" + end


def webp(kind: bytes, rest: bytes, cut: int = 0) -> bytes:
    body = b"WEBP" + kind + pack("<I", len(rest)) + rest
    return b"RIFF" + pack("<I", len(body) + cut) + body


def lossy(width: int, height: int) -> bytes:
    return webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + pack("<HH", width, height))


def lossless(width: int, height: int) -> bytes:
    return webp(b"VP8L", b"\x2f" + pack("<I", width - 1 | (height - 1) << 14))


def extended(width: int, height: int) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp(b"VP8X", b"\0\0\0\0" + sides)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(1584, 1088), "png"),
        (jpeg(1584, 1088), "jpeg"),
        (lossy(1584, 1088), "webp"),
        (lossless(1584, 1088), "webp"),
        (extended(1584, 1088), "webp"),
    ],
)
def test_a_header_says_what_it_is(data: bytes, kind: str) -> None:
    assert measured(data) == Measure(kind, 1584, 1088)


@pytest.mark.parametrize("make", [png, jpeg, extended, lossless])
def test_one_that_would_fill_the_memory_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(PictureTooLarge, match="8001 by 7"):
        measured(make(8_001, 7))


def test_a_file_of_too_many_bytes_is_refused() -> None:
    with pytest.raises(PictureTooLarge, match="2 MiB"):
        measured(png(9, 9) + bytes(MAX_IMAGE))


@pytest.mark.parametrize(
    "data",
    [
        png(9, 9, b""),
        png(0, 9),
        png(9, 9)[:20],
        b"\x89PNG\r\n\x1a\n\0\0\0\rIDAT" + pack(">II", 9, 9) + END,
        jpeg(9, 9, b""),
        jpeg(9, 9)[:12],
        b"\xff\xd8\0\0\0\0",
        webp(b"VP8 ", b"\0" * 20, cut=1),
        webp(b"ALPH", b"\0" * 20),
        webp(b"VP8L", b""),
    ],
)
def test_one_that_is_cut_short_is_said_to_be(data: bytes) -> None:
    with pytest.raises(PictureUnreadable, match="cut short"):
        measured(data)


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + bytes(20), b"RIFF"]
)
def test_other_kinds_are_refused(data: bytes) -> None:
    with pytest.raises(PictureUnreadable, match="no PNG, JPEG or WebP"):
        measured(data)


def test_a_file_is_read_up_to_the_cap(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(MAX_IMAGE + 100))
    assert len(read_picture(tmp_path / "large")) == MAX_IMAGE + 1
    with pytest.raises(InvalidInput, match="No such file"):
        read_picture(tmp_path / "none")
