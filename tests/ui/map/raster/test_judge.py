"""What a map server sent is a picture of a tile, or nothing."""

import random
from struct import pack

import pytest
from PySide6.QtGui import QColor, QImage

from presencemap.ui.map.raster.judge import MOST_BYTES, dressed, fitted, judged
from tests.ui.map.raster.tile_server import picture, written


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("side", [256, 512])
def test_a_tile_is_taken(kind: str, side: int) -> None:
    image = judged(picture(side, kind))
    assert image is not None
    assert (image.width(), image.height()) == (side, side)


def bomb() -> bytes:
    data = bytearray(picture())
    data[16:24] = pack(">II", 60_000, 60_000)
    return bytes(data)


def lying() -> bytes:
    """Says 256 by 256, and has less."""
    return picture()[:-40]


def noise() -> bytes:
    """A tile that can't be packed."""
    data = random.Random(7).randbytes(512 * 512 * 4)
    found = written(QImage(data, 512, 512, QImage.Format.Format_RGB32))
    assert len(found) > MOST_BYTES
    return found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>Please log in</html>",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'/>",
        b"GIF89a" + bytes(100),
        picture(255),
        picture(1024),
        bomb(),
        lying(),
        noise(),
    ],
    ids=["nothing", "page", "svg", "gif", "odd", "large", "bomb", "lying", "long"],
)
def test_anything_else_is_nothing(qapp: object, data: bytes) -> None:
    assert judged(data) is None


def test_it_is_opaque_and_the_dark_shades_it() -> None:
    clear = QImage(256, 256, QImage.Format.Format_ARGB32_Premultiplied)
    clear.fill(QColor(0, 0, 0, 0))
    white = QColor("white")
    assert dressed(clear, white).pixelColor(9, 9) == white
    clear.fill(QColor("#804020"))
    assert dressed(clear, white).pixelColor(9, 9) == QColor("#804020")
    assert dressed(clear, QColor("#808080")).pixelColor(9, 9).lightness() in range(38, 43)


def test_it_is_fitted_once() -> None:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    assert fitted(image, 256) is image
    assert fitted(image, 300).width() == 300
