"""The topics one step away."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.topic_graph import Question
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.more import MoreTopics
from presencemap.ui.topics.scene import Asked


@pytest.fixture
def more(qtbot: QtBot, look: Appearance) -> MoreTopics:
    made = MoreTopics()
    qtbot.addWidget(made)
    made.show_topics((("vat", "#vat", 3), ("café", "#café", 2), ("job:a1", "Lean week", 1)))
    return made


def rows(more: MoreTopics) -> list[str]:
    model = more.list.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_says_how_many_and_hides_without_any(more: MoreTopics) -> None:
    assert more.button.text() == "3 more topics"
    assert not more.isHidden()
    more.show_topics((("vat", "#vat", 3),))
    assert more.button.text() == "1 more topic"
    more.show_topics(())
    assert more.isHidden()


def test_a_topic_is_found_by_what_was_joined_with_it(more: MoreTopics) -> None:
    more.list.also = lambda topic: ("btw", "tva") if topic == "vat" else ()
    more.list.field.setText("BTW")
    assert rows(more) == ["#vat  ·  3 people"]


def test_typing_finds_accents_aside_and_keys_take_one(more: MoreTopics, qtbot: QtBot) -> None:
    more.button.click()
    assert rows(more) == ["#vat  ·  3 people", "#café  ·  2 people", "Lean week  ·  1 person"]
    qtbot.keyClicks(more.list.field, "CAF")
    assert rows(more) == ["#café  ·  2 people"]
    with qtbot.waitSignal(more.chosen) as chosen:
        qtbot.keyClick(more.list.field, Qt.Key.Key_Return)
    assert chosen.args == ["café"]
    assert more.list.isHidden()
    more.button.click()
    qtbot.keyClick(more.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(more.chosen) as chosen:
        more.list.view.activated.emit(more.list.view.model().index(2, 0))
    assert chosen.args == ["job:a1"]
    more.button.click()
    qtbot.keyClicks(more.list.field, "zzz")
    qtbot.keyClick(more.list.field, Qt.Key.Key_Return)
    assert not more.list.isHidden()
    more.list.hide()


def test_what_is_asked_is_in_it_too(more: MoreTopics, qtbot: QtBot) -> None:
    ask = Question("q", "anna", "Which code? #vat", ("vat",), 0, ("bram",))
    asked = Asked(ask, "vat", "Anna Peeters", "AP")
    more.show_topics((("lean", "#lean", 2),), (asked,))
    assert more.button.text() == "1 more topic, 1 open question"
    assert rows(more) == ["Anna asks: Which code? #vat, 1 joined", "#lean  ·  2 people"]
    more.button.click()
    qtbot.keyClicks(more.list.field, "code")
    with qtbot.waitSignal(more.chosen) as chosen:
        qtbot.keyClick(more.list.field, Qt.Key.Key_Return)
    assert chosen.args == ["vat"], "the topic that it is asked on"
    more.show_topics((), (asked,))
    assert more.button.text() == "1 open question"
    assert not more.isHidden()
