"""What can be done with the topic whose posts are shown."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.notices import TopicsRenamed
from presencemap.app.post_commands import Follow, ShowFollows
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.stream.following import Following
from presencemap.ui.stream.topic_bar import TopicBar


@pytest.fixture
def bar(stage: Any, factories: ModuleType, qtbot: QtBot) -> Iterator[TopicBar]:
    stage.node.answers[ShowFollows] = factories.follows()
    around = QWidget()
    qtbot.addWidget(around)
    following = Following(stage.team, around)
    made = TopicBar(stage.team, following, around)
    made.setParent(around)
    with qtbot.waitSignal(following.changed):
        following.ask()
    yield made
    around.close()


def test_it_is_there_while_a_topic_is_shown(bar: TopicBar) -> None:
    assert bar.isHidden()
    bar.show_topic("vat")
    assert not bar.isHidden()
    assert bar.follow.text() == "Follow #vat"
    bar.show_topic("")
    assert bar.isHidden()


def test_a_topic_is_followed_by_its_key_in_any_spelling(bar: TopicBar, stage: Any) -> None:
    bar.show_topic("Peppol")
    assert bar.follow.text() == "Unfollow #Peppol"
    bar.follow.click()
    assert stage.node.posted[-1] == Follow(topic="#peppol", on=False)
    stage.team.take(TopicsRenamed(TopicNames({"vat": "Tax"})))
    bar.show_topic("Tax")
    bar.follow.click()
    assert stage.node.posted[-1] == Follow(topic="#tax", on=True)


def test_what_is_joined_in_it_can_be_parted(bar: TopicBar, stage: Any, qtbot: QtBot) -> None:
    bar.menu.learn()
    assert bar.menu.parts == []
    stage.team.take(TopicsRenamed(TopicNames({"vat": "Tax", "btw": "vat"})))
    bar.show_topic("Tax")
    bar.menu.learn()
    assert [action.text() for action in bar.menu.parts] == ["Part #btw again", "Part #vat again"]
    with qtbot.waitSignal(bar.menu.part_wanted) as wanted:
        bar.menu.parts[0].trigger()
    assert wanted.args == ["btw"]
