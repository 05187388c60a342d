import asyncio
import threading
from concurrent.futures import CancelledError

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import SetStatus
from presencemap.app.control_server import ControlServer
from presencemap.app.doctor import examination
from presencemap.app.doctor.examination import Ground, examined
from presencemap.app.doctor.findings import Report
from presencemap.app.node import Node
from presencemap.app.notices import (
    Notice,
    PostsChanged,
    Reading,
    RosterChanged,
    SharingChanged,
    Started,
    Stopped,
)
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import RetractPost, SayPost
from presencemap.domain.availability import Availability, Presence
from presencemap.domain.errors import NodeNotRunning, NotFound, PortTaken, ProfileInUse
from presencemap.domain.post import PostKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.address import Address
from tests.app.sights import together
from tests.nodes import door_of, running

HOUR = 3_600_000


def test_a_status_posted_in_one_node_is_told_by_the_other(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    on = Activity(Kind.STRUGGLING_WITH, "Peppol bounces #peppol")
    with together(anna, bram) as ((node, _), (_, bram_sees)):
        answer = node.post(SetStatus(activity=on, place="road", until=now_ms() + HOUR)).result(5)
        assert isinstance(answer, Status)
        bram_sees.until(lambda w: (c := w.named("Anna Peeters")) and c.status == answer)
        anna_card = bram_sees.named("Anna Peeters")
        assert anna_card is not None
        assert anna_card.place_at(now_ms()) == "road"
    assert not [t for t in threading.enumerate() if t.name == "presencemap-network"]


def test_a_goodbye_is_told_at_once_and_the_card_is_kept(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(bram) as (_, bram_sees, started):
        with running(anna, door_of(started)):
            bram_sees.until(
                lambda w: (c := w.named("Anna Peeters")) and c.presence is Presence.ONLINE
            )
        bram_sees.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is Presence.OFFLINE)
        states = [
            card.presence
            for notice in bram_sees.told
            if isinstance(notice, RosterChanged)
            for card in notice.cards
            if card.person.name == "Anna Peeters"
        ]
        assert Presence.UNCERTAIN not in states, "a goodbye leaves no doubt"
        last = bram_sees.named("Anna Peeters")
        assert last is not None
        assert last.status is not None
        assert last.last_seen is not None


def test_who_was_offline_at_a_change_sees_it_on_return(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (node, _, started):
        with running(bram, door_of(started)) as (_, sees, _):
            sees.until(lambda w: w.named("Anna Peeters"))
        said = node.post(SetStatus(availability=Availability.DO_NOT_DISTURB)).result(5)
        with running(bram, door_of(started)) as (_, sees, _):
            sees.until(lambda w: (c := w.named("Anna Peeters")) and c.status == said)


def test_a_search_finds_what_a_colleague_says_until_they_take_it_back(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with together(anna, bram) as ((node, _), (bram_node, bram_sees)):
        assert bram_node.search("peppol").result(5).said == ()
        bram_sees.until(lambda w: Reading in map(type, w.told))
        post = str(node.post(SayPost(PostKind.ACTIVITY, "Peppol at last")).result(5))
        bram_sees.until(lambda w: PostsChanged(frozenset({post})) in w.told)
        (said,) = bram_node.search("pepol").result(5).said
        assert (said.post, said.text) == (post, "Peppol at last")
        node.post(RetractPost(post)).result(5)
        bram_sees.until(lambda w: w.told.count(PostsChanged(frozenset({post}))) > 1)
        assert bram_node.search("peppol").result(5).said == ()
    with pytest.raises(RuntimeError, match="stopped"):
        node.search("peppol").result(5)


def test_the_first_notices_are_started_places_and_everybody(anna: ProfilePaths) -> None:
    with running(anna) as (_, sees, started):
        sees.until(lambda w: w.cards)
        assert [type(notice).__name__ for notice in sees.told[:9]] == [
            "Started",
            "SharingChanged",
            "PrecisionChanged",
            "HomeChanged",
            "PlacesChanged",
            "FloorPlansChanged",
            "JobsChanged",
            "TopicsRenamed",
            "RosterChanged",
        ]
        assert started.team == "Lerend Collectief"


@pytest.mark.expects_log("SharingChanged could not be told to who watches")
def test_what_fails_for_those_who_watch_is_told_all_the_same(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_server: ControlServer, notice: Notice) -> None:
        assert not isinstance(notice, SharingChanged), "our bug"

    monkeypatch.setattr(ControlServer, "pass_on", fail)
    with running(anna) as (_, sees, _):
        sees.until(lambda w: w.cards)
        assert "SharingChanged" in [type(notice).__name__ for notice in sees.told]


def test_a_refused_command_answers_with_its_error(anna: ProfilePaths) -> None:
    with running(anna) as (node, _, _), pytest.raises(NotFound):
        node.post(SetStatus(place="f" * 32)).result(5)


def test_a_second_node_on_one_profile_is_refused(anna: ProfilePaths) -> None:
    with running(anna):
        told: list[Notice] = []
        second = Node(anna, Options(mdns=False), told.append)
        with pytest.raises(ProfileInUse, match="already runs"):
            second.start().result(5)
        assert second.stop()
        [stopped] = told
        assert isinstance(stopped, Stopped)
        assert isinstance(stopped.error, ProfileInUse)


def test_a_taken_port_is_said_and_the_profile_is_free_again(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (_, _, started):
        listen = Address.parse(door_of(started))
        node = Node(bram, Options(listen=listen, mdns=False), lambda _: None)
        with pytest.raises(PortTaken, match=str(listen.port)):
            node.start().result(5)
        node.stop()
    with running(bram) as (_, _, again):
        assert isinstance(again, Started)


def test_after_its_end_a_node_refuses_in_words(anna: ProfilePaths) -> None:
    with running(anna) as (node, _, _):
        pass
    with pytest.raises(RuntimeError, match="stopped"):
        node.post(SetStatus()).result(1)
    assert node.stop(), "stopping twice is harmless"


def test_who_asks_while_a_look_is_under_way_gets_the_same(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()

    async def held_up(ground: Ground) -> Report:
        await asyncio.to_thread(may_end.wait, 5)
        return await examined(ground)

    monkeypatch.setattr(examination, "examined", held_up)
    with running(anna) as (node, _, _):
        first, second = node.examine(), node.examine()
        may_end.set()
        assert first.result(10) is second.result(10)


def test_a_node_that_does_not_run_examines_nothing(anna: ProfilePaths) -> None:
    with running(anna) as (node, _, _):
        assert node.examine().result(10)
    for gone in (node, Node(anna, Options(), lambda _: None)):
        with pytest.raises(NodeNotRunning):
            gone.examine().result(1)


def test_a_look_under_way_holds_up_nobody_who_leaves(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    async def without_end(_: Ground) -> Report:
        begun.set()
        return await asyncio.Future[Report]()

    monkeypatch.setattr(examination, "examined", without_end)
    with running(anna) as (node, _, _):
        look = node.examine()
        assert begun.wait(5)
    with pytest.raises(CancelledError):
        look.result(1)
