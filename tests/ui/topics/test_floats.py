"""What lies over the topic map: nothing covers another, at any size."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.theme import Appearance
from presencemap.ui.topics.floats import TopicFloats
from presencemap.ui.topics.scene import Hub, TopicScene

SCENE = TopicScene(hubs=(Hub("vat", (0, 0), 60, 2, 0),), rest=(("lean", "#lean", 1),))


Make = Callable[[int, int], TopicFloats]


@pytest.fixture
def floats(qtbot: QtBot, look: Appearance) -> Make:
    """Over a map of a size."""

    def made(width: int, height: int) -> TopicFloats:
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.resize(width, height)
        made = TopicFloats(parent)
        parent.show()
        made.learn(SCENE)
        return made

    return made


def lie_apart(boxes: list[QRectF]) -> bool:
    return not any(one.intersects(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("size", [(920, 722), (480, 600), (360, 400), (1800, 1100)])
def test_nothing_covers_another(floats: Make, size: tuple[int, int]) -> None:
    shown = floats(*size)
    boxes = shown.obstacles()
    assert all(QRectF(0, 0, *size).contains(box) for box in boxes)
    assert lie_apart(boxes)
    free = shown.free()
    assert free.top() >= shown.chips.geometry().bottom()
    assert free.bottom() <= shown.more.covered().y


@pytest.mark.parametrize("size", [(920, 722), (1000, 600), (1800, 1100)])
def test_all_make_room_for_an_open_card(floats: Make, size: tuple[int, int]) -> None:
    shown = floats(*size)
    before = [box.topLeft() for box in shown.obstacles()]
    shown.make_room(348, 0)
    boxes = shown.obstacles()
    assert boxes[-1] == QRectF(size[0] - 348, 0, 348, size[1])
    assert lie_apart(boxes)
    assert shown.legend.isVisible()
    assert shown.free().right() <= size[0] - 348
    assert shown.free(uncovered=True).right() == size[0]
    shown.make_room(0, 0)
    assert [box.topLeft() for box in shown.obstacles()] == before


def test_a_sheet_takes_the_lower_edge(floats: Make) -> None:
    shown = floats(480, 600)
    shown.make_room(0, 300)
    assert shown.obstacles()[-1] == QRectF(0, 300, 480, 300)
    assert shown.free().bottom() == 300


def test_what_has_no_room_beside_the_zoom_buttons_lies_on_none_of_them(floats: Make) -> None:
    shown = floats(560, 600)
    shown.make_room(348, 0)
    zoom, more = shown.zoom_buttons.covered(), shown.more.covered()
    assert more.x >= zoom.x + zoom.w
    assert not shown.legend.isVisible()
