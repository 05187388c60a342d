"""The chips over the topic map."""

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from presencemap.domain.status import Kind
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.chips import TopicChips
from presencemap.ui.topics.scene import TopicScene


@pytest.fixture
def chips(qtbot: QtBot, look: Appearance) -> TopicChips:
    made = TopicChips()
    qtbot.addWidget(made)
    return made


def test_they_say_how_many_there_are(chips: TopicChips) -> None:
    chips.learn(TopicScene(kinds={Kind.STRUGGLING_WITH: 6}))
    names = [chip.accessibleName() for chip in chips.kinds.values()]
    assert names == ["Struggling 6", "Thinking 0"]
    chips.learn(TopicScene(kinds={Kind.STRUGGLING_WITH: 1_062}))
    said = chips.kinds[Kind.STRUGGLING_WITH].text()
    assert said == f"Struggling {QLocale().toString(1_062)}"


def test_nobody_is_left_out_unless_asked(chips: TopicChips, qtbot: QtBot) -> None:
    assert chips.kept(TopicScene()) is None
    with qtbot.waitSignal(chips.changed):
        chips.kinds[Kind.STRUGGLING_WITH].click()
    assert chips.kept(TopicScene()) == frozenset()
    chips.followed.click()
    assert chips.only_followed
    chips.clear()
    assert (chips.kept(TopicScene()), chips.only_followed) == (None, False)


def test_their_icons_keep_room_to_the_words(chips: TopicChips) -> None:
    for chip in (*chips.kinds.values(), chips.followed):
        assert chip.iconSize().width() > chip.iconSize().height()
