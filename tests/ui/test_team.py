"""The team on the GUI thread."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import (
    CatchingUp,
    FollowsChanged,
    JobsChanged,
    MapServerChanged,
    PostsChanged,
    SharingChanged,
    Started,
    Stopped,
    TopicsRenamed,
    WindowRequested,
)
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.errors import NodeNotRunning, Refused
from presencemap.domain.map_server import MapServer
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.inbox import Inbox
from presencemap.ui.team import Team


def test_it_counts_who_is_live_and_who_is_last_known(stage: Any) -> None:
    assert stage.team.name == "Lerend Collectief"
    assert stage.team.me.me
    assert stage.team.live() == 10
    assert stage.team.last_known() == 1
    assert stage.team.availability is Availability.AVAILABLE


def test_before_the_first_notice_there_is_nobody(qtbot: QtBot) -> None:
    team = Team(Inbox(), lambda: 0)
    assert team.me is None
    assert team.my_status is None
    assert team.availability is Availability.AVAILABLE
    assert (team.live(), team.last_known()) == (0, 0)


def test_what_is_asked_is_answered(stage: Any, qtbot: QtBot) -> None:
    heard: list[object] = []
    stage.team.ask(SetStatus(availability=Availability.BUSY), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert stage.team.availability is Availability.BUSY
    stage.node.error = Refused("no")
    stage.team.ask(SetStatus(availability=Availability.AWAY), failed=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] is stage.node.error


def test_a_stopped_node_refuses_with_a_sentence(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(Stopped())
    heard: list[Exception] = []
    stage.team.ask(SetStatus(), failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], NodeNotRunning)
    assert stage.node.posted == []


def test_the_map_server_and_who_chooses_it_are_known(stage: Any, qtbot: QtBot) -> None:
    assert (stage.team.map_server, stage.team.may_choose_map) == (None, False)
    server = MapServer("https://maps/{z}/{x}/{y}", "© Us")
    with qtbot.waitSignal(stage.team.changed):
        stage.team.take(MapServerChanged(server, mine=True))
    assert (stage.team.map_server, stage.team.may_choose_map) == (server, True)


def test_other_notices_change_nothing(stage: Any) -> None:
    heard: list[None] = []
    stage.team.changed.connect(lambda: heard.append(None))
    stage.team.take(WindowRequested())
    assert heard == []


@pytest.mark.parametrize("stage", [0], indirect=True)
def test_alone(stage: Any) -> None:
    assert list(stage.team.colleagues()) == []


def test_the_network_is_looked_into_by_the_node(stage: Any, qtbot: QtBot) -> None:
    told: list[Any] = []
    stage.team.examine(told.append, told.append)
    qtbot.waitUntil(lambda: told == [stage.node.report])
    stage.team.take(Stopped())
    stage.team.examine(told.append, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[1], NodeNotRunning)


def test_it_knows_whether_i_share_and_since_when(stage: Any) -> None:
    assert stage.team.sharing is Sharing.ON
    stage.team.take(SharingChanged(Sharing.PAUSED))
    # The first word of a node is how it was left: nobody knows since when.
    assert (stage.team.sharing, stage.team.sharing_since) == (Sharing.PAUSED, None)
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    assert stage.team.sharing_since == stage.now


def test_what_is_left_to_catch_up_on_goes_with_the_node(stage: Any) -> None:
    told: list[int] = []
    stage.team.progressed.connect(lambda: told.append(stage.team.left))
    for left in (1240, 3, 0, 7):
        stage.team.take(CatchingUp(left))
    stage.team.take(Stopped())
    assert told == [1240, 3, 0, 7, 0]


def test_it_passes_on_which_posts_changed_and_that_follows_did(stage: Any) -> None:
    told: list[object] = []
    stage.team.posts_changed.connect(told.append)
    stage.team.follows_changed.connect(lambda: told.append("follows"))
    stage.team.take(PostsChanged(frozenset({"a", "b"})))
    stage.team.take(FollowsChanged())
    stage.team.take(Started("Lerend Collectief", "", "", ""))
    assert told == [frozenset({"a", "b"}), "follows", frozenset(), "follows"]


def test_what_topics_are_called_makes_posts_and_follows_be_asked_anew(stage: Any) -> None:
    told: list[object] = []
    stage.team.posts_changed.connect(told.append)
    stage.team.follows_changed.connect(lambda: told.append("follows"))
    names = TopicNames({"pc": "Computer"})
    for _ in range(2):
        stage.team.take(TopicsRenamed(names))
    assert stage.team.roster.names == names
    assert told == [frozenset(), "follows"], "once"


def test_it_knows_the_jobs_and_whose_they_are(stage: Any, factories: ModuleType) -> None:
    told: list[object] = []
    stage.team.jobs_changed.connect(lambda: told.append(stage.team.jobs))
    jobs = factories.jobs()
    stage.team.take(JobsChanged(jobs))
    assert told == [jobs]
    assert stage.team.jobs_of(stage.cards[1].person.id) == list(jobs[:2])
    assert stage.team.jobs_of("") == []
