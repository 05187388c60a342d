"""What is asked in the open, learnt from the node."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.notices import FollowsChanged, PostsChanged, Started, Stopped
from presencemap.app.post_commands import ShowFollows, ShowOpenQuestions
from presencemap.ui.topics.asking import OpenQuestions, question_of
from tests.ui import topic_factories


@pytest.fixture
def asking(stage: Any, qtbot: QtBot) -> Iterator[OpenQuestions]:
    stage.node.answers[ShowOpenQuestions] = topic_factories.questions()
    made = OpenQuestions(stage.team)
    qtbot.waitUntil(lambda: bool(made.questions))
    yield made
    stage.team.take(Stopped())


def test_a_question_is_read_from_its_post() -> None:
    found = question_of(topic_factories.asked(1, 3, "who knows #VAT?", 5, ago=14))
    assert (found.topics, len(found.joined), found.text) == (("vat",), 1, "who knows #VAT?")
    assert found.at == found.stirred
    assert found.at > 0


def test_news_of_posts_and_follows_is_asked_for(
    asking: OpenQuestions, stage: Any, qtbot: QtBot
) -> None:
    assert len(asking.questions) == 3
    stage.node.answers[ShowOpenQuestions] = topic_factories.questions()[:1]
    with qtbot.waitSignal(asking.asked) as told, qtbot.waitSignal(asking.changed):
        stage.team.take(PostsChanged(frozenset({"a"})))
        stage.team.take(PostsChanged())
    assert told.args == [asking.questions]
    assert len(asking.questions) == 1
    stage.node.answers[ShowFollows] = {"topics": ["vat"]}
    with qtbot.waitSignal(asking.changed):
        stage.team.take(FollowsChanged())
    assert asking.followed == {"vat"}


def test_it_begins_when_a_node_does_and_ends_with_it(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(Stopped())
    stage.node.answers[ShowOpenQuestions] = topic_factories.questions()
    made = OpenQuestions(stage.team)
    assert not made._anyway.isActive()
    with qtbot.waitSignal(made.changed):
        stage.team.take(Started("Lerend Collectief", "", "", ""))
    assert made._anyway.isActive()
    stage.team.take(Stopped())
    assert not made._anyway.isActive()
