"""Whom and what I follow, as the node last told."""

from types import ModuleType
from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.notices import FollowsChanged
from presencemap.app.post_commands import Follow, ShowFollows
from presencemap.ui.stream.following import Following


def test_it_is_learnt_anew_when_it_changes(stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
    made = Following(stage.team)
    assert not made.nobody, "that isn't known yet"
    nothing = {"people": [], "topics": [], "followers": [], "by_topic": {}}
    stage.node.answers[ShowFollows] = nothing
    with qtbot.waitSignal(made.changed):
        made.ask()
    assert made.nobody
    stage.node.answers[ShowFollows] = factories.follows()
    with qtbot.waitSignal(made.changed):
        stage.team.take(FollowsChanged())
    assert (made.topics, made.nobody) == (("peppol",), False)
    assert made.followers == (factories.person_id(2), factories.person_id(5))


def test_following_is_asked_of_the_node(stage: Any) -> None:
    made = Following(stage.team)
    made.follow("a", on=True)
    made.follow_topic("vat", on=False)
    assert stage.node.posted == [Follow("a"), Follow(topic="#vat", on=False)]
    stage.team.running = False
    made.ask()
    assert len(stage.node.posted) == 2
