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
