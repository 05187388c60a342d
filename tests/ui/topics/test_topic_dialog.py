"""Renaming a topic, and joining it with another."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.notices import TopicsRenamed
from presencemap.app.topic_commands import JoinTopics, PartTopic, RenameTopic, ShowTopics
from presencemap.domain.errors import Refused
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.topics.topic_dialog import TopicDialog, taken_back

Opened = Callable[..., TopicDialog]


@pytest.fixture
def opened(stage: Any, qtbot: QtBot) -> Opened:
    names = [{"name": name, "joined": []} for name in ("peppol", "VAT", "e-facturatie")]
    stage.node.answers[ShowTopics] = names
    stage.node.answers[RenameTopic] = lambda asked: {"name": asked.name, "joined": []}
    stage.node.answers[JoinTopics] = lambda asked: {"name": asked.whole, "joined": []}

    def open_it(topic: str, *, joins: bool) -> TopicDialog:
        made = TopicDialog(stage.team, topic, joins=joins)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: made.other.count() == 2)
        return made

    return open_it


def test_a_topic_is_renamed_for_everyone(opened: Opened, stage: Any, qtbot: QtBot) -> None:
    dialog = opened("peppol", joins=False)
    assert (dialog.typed, dialog.main.isEnabled()) == ("peppol", False)
    dialog.other.setEditText("#Peppol")
    assert dialog.main.isEnabled(), "written otherwise"
    dialog.other.setEditText(" #E-Invoicing")
    assert dialog.hint.isHidden()
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == RenameTopic("peppol", "E-Invoicing")
    assert (dialog.name, dialog.undo) == ("E-Invoicing", PartTopic("peppol"))


def test_the_name_of_another_topic_is_said_to_make_them_one(opened: Opened) -> None:
    dialog = opened("peppol", joins=False)
    dialog.other.setEditText("vat")
    assert dialog.hint.text() == "#VAT is a topic already: the two become one."
    assert dialog.main.isEnabled()
    for wrong in ("two words", "1", "#", ""):
        dialog.other.setEditText(wrong)
        assert not dialog.main.isEnabled()
    dialog.submit()
    assert dialog.isVisible()


def test_a_topic_is_joined_with_one_that_is_typed_or_chosen(
    opened: Opened, stage: Any, qtbot: QtBot
) -> None:
    dialog = opened("peppol", joins=True)
    assert not dialog.main.isEnabled()
    assert [dialog.other.itemText(n) for n in range(2)] == ["#VAT", "#e-facturatie"], "not itself"
    dialog.other.setEditText("new")
    assert dialog.hint.text() == "Nobody named #new yet."
    dialog.other.setEditText("Peppol")
    assert (dialog.hint.text(), dialog.main.isEnabled()) == ("These are one topic already.", False)
    dialog.other.setCurrentIndex(0)
    assert dialog.hint.isHidden()
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == JoinTopics("peppol", "VAT")
    assert (dialog.name, dialog.undo) == ("VAT", PartTopic("peppol"))


def test_what_the_node_refuses_is_said_and_may_be_tried_again(
    opened: Opened, stage: Any, qtbot: QtBot
) -> None:
    dialog = opened("peppol", joins=True)
    dialog.other.setEditText("vat")
    stage.node.error = Refused("Sharing is paused; share again first")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible()
    assert dialog.main.isEnabled()


def test_what_was_joined_is_no_other_topic(opened: Opened, stage: Any) -> None:
    stage.team.take(TopicsRenamed(TopicNames({"e-facturatie": "peppol", "btw": "VAT"})))
    stage.node.answers[ShowTopics] = [{"name": "a", "joined": []}, {"name": "VAT", "joined": []}]
    dialog = opened("peppol", joins=True)
    dialog.other.setEditText("E-Facturatie")
    assert not dialog.main.isEnabled()
    dialog.other.setEditText("btw")
    assert dialog.hint.isHidden(), "known, by another name"


def test_typing_a_name_that_was_joined_offers_what_the_topic_is_called(
    opened: Opened, stage: Any, qtbot: QtBot
) -> None:
    stage.team.take(TopicsRenamed(TopicNames({"btw": "VAT"})))
    stage.node.answers[ShowTopics] = [{"name": name, "joined": []} for name in ("a", "VAT")]
    dialog = opened("peppol", joins=True)
    line = dialog.other.lineEdit()
    line.clear()
    qtbot.keyClicks(line, "bt")
    finder = dialog.other.completer()
    qtbot.waitUntil(finder.popup().isVisible)
    assert [
        finder.popup().model().index(row, 0).data() for row in range(finder.completionCount())
    ] == ["#VAT"]
    qtbot.keyClick(finder.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(finder.popup(), Qt.Key.Key_Return)
    assert dialog.typed == "VAT"
    assert dialog.main.isEnabled()


def test_taking_back_brings_back_the_name_before() -> None:
    assert taken_back(AS_WRITTEN, "pc", "Computer") == PartTopic("pc")
    assert taken_back(AS_WRITTEN, "pc", "PC") == RenameTopic("pc", "pc")
    names = TopicNames({"pc": "Computer"})
    assert taken_back(names, "Computer", "pc") == RenameTopic("Computer", "Computer")
    assert taken_back(names, "Computer", "mac") == PartTopic("computer")
