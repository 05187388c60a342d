"""The bar over the narrow stream."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.stream.segments import Segments, Tab
from presencemap.ui.theme import Appearance


@pytest.fixture
def segments(qtbot: QtBot, look: Appearance) -> Segments:
    made = Segments({Tab.PEOPLE: "People", Tab.TOPICS: "Topics"})
    qtbot.addWidget(made)
    made.resize(360, made.sizeHint().height())
    made.show()
    return made


def test_posts_come_first_and_keys_go_from_one_to_the_next(
    segments: Segments, qtbot: QtBot
) -> None:
    assert segments.bar.value == "posts"
    told: list[Tab | None] = []
    segments.chosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(segments.bar, key)
    assert told == [Tab.PEOPLE, Tab.TOPICS, None]
    qtbot.keyClick(segments.bar, Qt.Key.Key_Left)
    assert (told.pop(), segments.bar.value) == (Tab.TOPICS, Tab.TOPICS.name)
    segments.show_posts()
    assert (told[-1], segments.bar.value) == (None, "posts"), "nobody is told of that"


def test_a_finger_finds_each_of_them(segments: Segments, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: segments.bar.width() > 300)
    buttons = segments.bar.findChildren(type(segments.bar._keys["posts"]))
    assert [button.height() for button in buttons] == [40] * 3
    assert len({button.width() // 8 for button in buttons}) == 1, "each has as much room"


def test_they_give_way_to_a_thread(segments: Segments) -> None:
    high = segments.sizeHint().height()
    segments.give_way(way=True)
    assert segments.bar.isHidden()
    assert segments.sizeHint().height() == 0
    segments.give_way(way=False)
    assert (segments.bar.isHidden(), segments.sizeHint().height()) == (False, high)
