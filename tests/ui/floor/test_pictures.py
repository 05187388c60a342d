"""Pictures of plans: decoded apart, within bounds."""

from struct import pack
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QImageReader
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowPicture
from presencemap.domain.errors import PictureTooLarge, PictureUnreadable
from presencemap.domain.floor_plan import Image
from presencemap.ui.floor.pictures import ALLOCATION, SHOWN_SIDE, Pictures, decoded

ONE, TWO = Image("1" * 64, 7), Image("2" * 64, 7)


def written(width: int, height: int, kind: str = "png") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_each_kind_is_read(kind: str) -> None:
    image = decoded(written(60, 40, kind))
    assert (image.width(), image.height()) == (60, 40)
    assert QImageReader.allocationLimit() == ALLOCATION


def test_a_large_one_is_shown_smaller() -> None:
    assert decoded(written(6_000, 30)).width() == SHOWN_SIDE


def test_a_bomb_is_refused_unread() -> None:
    bomb = bytearray(written(60, 40))
    bomb[16:24] = pack(">II", 50_000, 50_000)
    with pytest.raises(PictureTooLarge, match="50000 by 50000"):
        decoded(bytes(bomb))


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_damaged_one_is_said_to_be(kind: str) -> None:
    data = written(60, 40, kind)
    with pytest.raises(PictureUnreadable):
        decoded(data[: len(data) // 2])


def test_a_header_without_a_picture_behind_it_is_damaged() -> None:
    data = written(600, 400)
    with pytest.raises(PictureUnreadable, match="damaged"):
        decoded(data[:45] + bytes(len(data) - 61) + data[-16:])


@pytest.mark.parametrize("data", [b"<svg/>", b"GIF89a" + bytes(50), written(9, 9, "bmp")])
def test_other_kinds_are_never_tried(data: bytes) -> None:
    with pytest.raises(PictureUnreadable, match="no PNG, JPEG or WebP"):
        decoded(data)


class TestThoseOfATeam:
    @pytest.fixture
    def pictures(self, stage: Any) -> Any:
        stage.team.pictures = frozenset({ONE, TWO})
        made = Pictures(stage.team)
        yield made
        made.close()

    def test_come_when_they_are_decoded(self, qtbot: QtBot, stage: Any, pictures: Pictures) -> None:
        stage.node.answers[ShowPicture] = written(60, 40)
        pictures.show(ONE)
        qtbot.waitUntil(lambda: pictures.image is not None)
        pictures.show(ONE)
        assert stage.node.posted == [ShowPicture(ONE.hash)]
        pictures.show(None)
        assert pictures.image is None

    def test_that_are_damaged_are_said_to_be(
        self, qtbot: QtBot, stage: Any, pictures: Pictures
    ) -> None:
        stage.node.answers[ShowPicture] = b"rubbish"
        pictures.show(ONE)
        qtbot.waitUntil(lambda: pictures.failed)
        assert pictures.image is None

    def test_that_are_not_here_are_not_asked_for(self, stage: Any, pictures: Pictures) -> None:
        pictures.show(Image("3" * 64, 7))
        assert stage.node.posted == []

    def test_of_a_plan_that_was_left_are_dropped(
        self, qtbot: QtBot, stage: Any, pictures: Pictures
    ) -> None:
        stage.node.answers[ShowPicture] = written(60, 40)
        pictures.show(ONE)
        pictures.show(None)
        qtbot.wait(50)
        assert pictures.image is None
