"""What lies over the topic map: nothing covers another, at any size."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.theme import Appearance
from presencemap.ui.topics.floats import TopicFloats
from presencemap.ui.topics.scene import Hub, TopicScene

SCENE = TopicScene(hubs=(Hub("vat", (0, 0), 60, 2, 0),), rest=(("lean", "#lean", 1),))


@pytest.mark.parametrize("size", [(920, 722), (480, 600), (360, 400), (1800, 1100)])
def test_nothing_covers_another(qtbot: QtBot, look: Appearance, size: tuple[int, int]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(*size)
    floats = TopicFloats(parent)
    parent.show()
    floats.learn(SCENE)
    window = QRectF(0, 0, *size)
    boxes = floats.obstacles()
    assert all(window.contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    free = floats.free()
    assert free.top() >= floats.chips.geometry().bottom()
    assert free.bottom() <= floats.more.covered().y


@pytest.mark.parametrize("size", [(920, 722), (1000, 600), (1800, 1100)])
def test_all_make_room_for_an_open_card(
    qtbot: QtBot, look: Appearance, size: tuple[int, int]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(*size)
    floats = TopicFloats(parent)
    parent.show()
    floats.learn(SCENE)
    before = [box.topLeft() for box in floats.obstacles()]
    floats.make_room(348, 0)
    boxes = floats.obstacles()
    assert boxes[-1] == QRectF(size[0] - 348, 0, 348, size[1])
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert floats.legend.isVisible()
    assert floats.free().right() <= size[0] - 348
    assert floats.free(uncovered=True).right() == size[0]
    floats.make_room(0, 0)
    assert [box.topLeft() for box in floats.obstacles()] == before


def test_a_sheet_takes_the_lower_edge(qtbot: QtBot, look: Appearance) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(480, 600)
    floats = TopicFloats(parent)
    parent.show()
    floats.learn(SCENE)
    floats.make_room(0, 300)
    assert floats.obstacles()[-1] == QRectF(0, 300, 480, 300)
    assert floats.free().bottom() == 300


def test_what_has_no_room_beside_the_zoom_buttons_lies_on_none_of_them(
    qtbot: QtBot, look: Appearance
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(560, 600)
    floats = TopicFloats(parent)
    parent.show()
    floats.learn(SCENE)
    floats.make_room(348, 0)
    zoom, more = floats.zoom_buttons.covered(), floats.more.covered()
    assert more.x >= zoom.x + zoom.w
    assert not floats.legend.isVisible()
