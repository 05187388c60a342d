"""The driver, on real sockets over loopback; what it makes of errors and in which order it acts."""

import logging
from pathlib import Path

import pytest

from presencemap.app import driver as driving
from presencemap.app import network, pulse
from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AddPeer,
    AppointSteward,
    ChooseMapServer,
    CreateInvite,
    LeaveTeam,
    RemoveMember,
    SetSharing,
    SetStatus,
    ShowMembers,
)
from presencemap.app.driver import Driver
from presencemap.app.entry import create_team, has_team, join_team
from presencemap.app.notices import (
    Event,
    FaultArisen,
    InvitingChanged,
    KeyCloned,
    LeftTeam,
    MapServerChanged,
    NetworkChanged,
    Noted,
    PeerRefused,
    PlacesChanged,
    Removed,
    WaitingChanged,
)
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost
from presencemap.domain.availability import Availability, Presence, Sharing
from presencemap.domain.errors import RemovedFromTeam
from presencemap.domain.map_server import MapServer
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.post import PostKind
from presencemap.domain.team import Inviters
from presencemap.net.interfaces import Interface
from presencemap.protocol.codec import PAGE
from presencemap.protocol.effects import Effect, TellCloned
from presencemap.protocol.events import FeedReceived, FrameReceived, LinkLost
from presencemap.protocol.peers import MAX_FAULTS
from tests.app.sights import HOUR, on, sees, sees_text, together
from tests.nodes import door_of, eventually, running


def test_a_peer_that_keeps_sending_rubbish_is_counted_and_cut_and_may_come_again(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with together(anna, bram) as ((sender, _), (receiver, bram_sees)):
        [link] = receiver.call(lambda d: [k.id for k in d.endpoint.peers.standing()]).result(5)

        def rubbish(times: int) -> None:
            def send(driver: Driver) -> None:
                [other] = driver.endpoint.peers.standing()
                for _ in range(times):
                    driver._network.links.send(other.id, b"\x01\x63rubbish")

            sender.call(send).result(5)

        def counted() -> dict[str, int]:
            def faults(driver: Driver) -> dict[str, int]:
                return {name: link.faults for name, link in driver.endpoint.peers.links.items()}

            return receiver.call(faults).result(5)

        rubbish(MAX_FAULTS - 1)
        eventually(counted, lambda faults: faults == {link: MAX_FAULTS - 1})
        rubbish(1)
        eventually(counted, lambda faults: link not in faults)
        sees(bram_sees, Presence.UNCERTAIN)
        sees(bram_sees, Presence.ONLINE)
        sender.post(on("Behaving again")).result(5)
        sees_text(bram_sees, "Behaving again")
        assert not [n for n in bram_sees.told if isinstance(n, FaultArisen)], "not our own failure"
        refused = [n for n in bram_sees.told if isinstance(n, PeerRefused)]
        assert refused[0] == PeerRefused("Anna Peeters", "a frame of type 99"), "told once"
        assert all(n.what.startswith("kept out") for n in refused[1:])


def test_at_rest_what_happens_makes_it_tick_soon(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "CALM_TICK", 3_600.0)
    with running(anna) as (node, *_):
        eventually(lambda: node.call(lambda d: d._pulse.calm).result(5), bool)
        node.post(on("At rest")).result(5)
        node.call(lambda d: d.take(LinkLost("any"))).result(5)
        assert node.call(lambda d: d._pulse.calm).result(5), "nothing is due by that"
        node.post(AddPeer("127.0.0.1:1")).result(5)

        def tries(driver: Driver) -> int:
            return sum(each.failures for each in driver.endpoint.peers.targets._targets.values())

        eventually(lambda: node.call(tries).result(5), lambda times: times > 2)


def test_the_frames_of_what_was_fetched_are_kept_and_told_together(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = PAGE + 200
    monkeypatch.setattr(driving, "LUMP", 3_600.0)
    monkeypatch.setattr(pulse, "TICK", 3_600.0)  # a tick leaves nothing to wait
    with StoreDesk(anna) as desk:
        put = desk.team.endpoint.owner.put_place
        desks = [Place(f"{n:032x}", f"Desk {n}", PlaceKind.DESK) for n in range(many)]
        desk.team.keeping.commit([e for each in desks for e in put(each, now_ms())])
    with (
        running(anna) as (_, _, started),
        running(bram, door_of(started)) as (_, bram_sees, _),
    ):

        def trees() -> list[int]:
            told = [n.places for n in bram_sees.told if isinstance(n, PlacesChanged)]
            return [len(tree) - len(PlaceTree()) for tree in told]

        bram_sees.until(lambda _: many in trees())
        # Another word between two frames, as a lease, has what came before it told at once.
        assert trees()[-1] == many
        assert len(trees()) <= 5, "the frames of two pages are some twelve"


@pytest.mark.expects_log("could not be")
def test_a_bug_of_ours_is_logged_and_the_network_thread_goes_on(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (node, _, started):

        def break_it(driver: Driver) -> None:
            with pytest.MonkeyPatch.context() as broken:
                broken.setattr(driver.endpoint, "handle", lambda *_: 1 / 0)
                driver.take(LinkLost("any"))
            with pytest.MonkeyPatch.context() as broken:
                broken.setattr(driver.team.keeping, "commit", lambda *_: 1 / 0)
                driver._due += driver.endpoint.goodbye(now_ms())
                driver.flush()

        node.call(break_it).result(5)
        with running(bram, door_of(started)) as (_, bram_sees, _):
            sees(bram_sees, Presence.ONLINE)


@pytest.mark.expects_log("could not be handled")
def test_a_frame_that_a_bug_of_ours_fails_on_leaves_no_trace_and_counts_against_its_sender(
    anna: ProfilePaths, bram: ProfilePaths, caplog: pytest.LogCaptureFixture
) -> None:
    """Of a frame's records the first are taken when a later one raises: in memory, nowhere else."""
    with together(anna, bram) as ((sender, _), (receiver, bram_sees)):
        sender.post(on("Before")).result(5)
        sees_text(bram_sees, "Before")

        def break_it(driver: Driver) -> int:
            endpoint = driver.endpoint
            handle, [link] = endpoint.handle, endpoint.peers.standing()
            status = endpoint.replica.register("status", link.person)
            assert status is not None

            def torn(*_: object) -> list[Effect]:
                endpoint.replica.expire(now_ms() + 100 * 24 * HOUR)
                raise KeyError(status.hash)

            with pytest.MonkeyPatch.context() as broken:
                broken.setattr(endpoint, "handle", torn)
                for _ in range(MAX_FAULTS):
                    driver.take(FeedReceived(link.id, b"a frame"))
                    assert endpoint.replica.register("status", link.person) == status
            assert endpoint.handle == handle
            return len(endpoint.peers.links)

        assert receiver.call(break_it).result(5) == 0, "cut"
        sees(bram_sees, Presence.UNCERTAIN)
        sees(bram_sees, Presence.ONLINE)
        refused = [n for n in bram_sees.told if isinstance(n, PeerRefused)]
        assert refused[0] == PeerRefused("Anna Peeters", "something that this program fails on")
    failed = [r for r in caplog.records if "could not be handled" in r.message]
    assert len(failed) == 1, "said once, with where it was"
    assert failed[0].exc_info


def test_a_status_that_has_ended_is_taken_back_everywhere(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with together(anna, bram) as ((node, anna_sees), (_, bram_sees)):
        node.post(SetStatus(availability=Availability.BUSY)).result(5)
        node.post(on("For a moment", until=now_ms() + 800)).result(5)
        for witness in (anna_sees, bram_sees):
            sees_text(witness, "For a moment")
            sees_text(witness, None)
            card = witness.named("Anna Peeters")
            assert card is not None
            assert card.status is not None
            assert card.status.availability is Availability.BUSY, "that has no end"
            assert card.status.until is None


def test_after_its_goodbye_nothing_is_taken_in_any_more(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(anna) as (node, _, _):

        def leave(driver: Driver) -> list[object]:
            driver._leaving = True
            handled: list[object] = []
            monkeypatch.setattr(driver.endpoint, "handle", lambda event, _: handled.append(event))
            driver.take(FrameReceived("in-1", bytes(32), b"rubbish"))
            return handled

        assert node.call(leave).result(5) == []


def test_after_a_sleep_all_are_met_again_within_three_seconds(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with together(anna, bram) as (_, (node, bram_sees)):
        before = node.call(lambda driver: {*driver.endpoint.peers.links}).result(5)

        def sleeps(driver: Driver) -> None:
            monkeypatch.setattr(driver._network._surroundings, "_asleep", lambda: 2**40)
            monkeypatch.setattr(driving, "now_ms", lambda: now_ms() + 8 * HOUR)

        node.call(sleeps).result(5)

        def new_links(driver: Driver) -> bool:
            standing = {link.id for link in driver.endpoint.peers.standing()}
            return bool(standing) and not standing & before

        eventually(lambda: node.call(new_links).result(5), bool, 3)
        sees(bram_sees, Presence.ONLINE)


def test_a_new_network_is_told_and_dialled_at_once(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(anna) as (node, _, _):

        def arrives(driver: Driver) -> None:
            found = (Interface("lo", 1, "127.0.0.1", 8), Interface("eth9", 9, "10.9.9.9", 24))
            monkeypatch.setattr(driver._network._surroundings, "_look", lambda: found)
            monkeypatch.setattr(network, "listening_addresses", lambda *_: ("10.9.9.9",))

        node.call(arrives).result(5)

        def listens(driver: Driver) -> list[str]:
            here = driver.endpoint.peers.here
            return [address.host for address in here.listen] if here else []

        eventually(lambda: node.call(listens).result(5), lambda hosts: hosts == ["10.9.9.9"], 5)


def test_who_is_removed_hears_it_leaves_the_network_and_can_only_leave_the_team(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (node, _, started):
        with running(bram, door_of(started)) as (theirs, bram_sees, bram_is):
            sees(bram_sees, Presence.ONLINE)
            node.post(on("Before")).result(5)
            sees_text(bram_sees, "Before")
            eventually(
                lambda: node.post(RemoveMember(bram_is.person)).exception(5), lambda e: not e
            )
            node.post(on("After")).result(5)
            bram_sees.until(lambda w: Removed() in w.told)
            eventually(lambda: theirs.call(lambda d: d._network.is_open).result(5), lambda o: not o)
            with pytest.raises(RemovedFromTeam, match="You were removed from this team"):
                theirs.post(on("Me too")).result(5)
            with pytest.raises(RemovedFromTeam):
                theirs.examine().result(5)
            theirs.post(SetSharing(Sharing.PAUSED)).result(5)
            theirs.post(SetSharing(Sharing.ON)).result(5)
            assert not theirs.call(lambda d: d._network.is_open).result(5)
            sees(bram_sees, Presence.UNCERTAIN)
        with running(bram, door_of(started)) as (again, bram_sees, began):
            assert not began.door
            bram_sees.until(lambda w: Removed() in w.told)
            known = bram_sees.named("Anna Peeters")
            assert known
            assert (known.presence, known.status and known.status.activity) == (
                Presence.OFFLINE, on("Before").activity,
            )  # fmt: skip
            assert again.post(ShowMembers()).result(5)
            again.post(LeaveTeam()).result(5)
            bram_sees.until(lambda w: LeftTeam() in w.told)
    assert not has_team(bram)


def test_whether_one_may_invite_is_told_and_when_that_changes(tmp_path: Path) -> None:
    anna, bram = (ProfilePaths.at(tmp_path / name) for name in ("anna", "bram"))
    create_team(anna, "Strict", Profile("Anna Peeters"), now_ms(), inviters=Inviters.STEWARDS)
    with running(anna) as (node, anna_sees, started):
        anna_sees.until(lambda w: InvitingChanged(True, Inviters.STEWARDS) in w.told)
        join_team(bram, str(node.post(CreateInvite()).result(5)), Profile("Bram"), now_ms())
        with running(bram, door_of(started)) as (_, bram_sees, theirs):
            bram_sees.until(lambda w: InvitingChanged(False, Inviters.STEWARDS) in w.told)
            sees(bram_sees, Presence.ONLINE)
            node.post(AppointSteward(theirs.person)).result(5)
            bram_sees.until(lambda w: InvitingChanged(True, Inviters.STEWARDS) in w.told)


def test_a_map_server_is_told_to_all_and_whose_it_is_to_choose(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (node, anna_sees, started):
        anna_sees.until(lambda w: MapServerChanged(None, mine=True) in w.told)
        with running(bram, door_of(started)) as (_, bram_sees, _started):
            bram_sees.until(lambda w: MapServerChanged(None, mine=True) in w.told)
            node.post(ChooseMapServer("https://maps/{z}/{x}/{y}", "© Us")).result(5)
            ours = MapServerChanged(MapServer("https://maps/{z}/{x}/{y}", "© Us"), mine=True)
            anna_sees.until(lambda w: ours in w.told)
            bram_sees.until(lambda w: ours in w.told)


def test_a_cloned_key_is_in_the_log_once(
    anna: ProfilePaths, bram: ProfilePaths, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "presencemap.app.driver")
    with running(anna) as (node, anna_sees, started), running(bram, door_of(started)):
        anna_sees.until(lambda w: w.named("Bram Claeys"))
        card = anna_sees.named("Bram Claeys")
        assert card is not None
        node.call(lambda d: d._do_all([TellCloned(card.person.id)])).result(5)
        anna_sees.until(lambda w: KeyCloned("Bram Claeys") in w.told)
    said = [r.getMessage() for r in caplog.records if "two computers" in r.getMessage()]
    assert said == ["two computers use the key of Bram Claeys"]


def test_a_network_that_is_lost_is_told_once_and_again_when_it_is_back(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = False
    monkeypatch.setattr(network.Network, "connected", property(lambda _: there))
    with running(anna) as (_, anna_sees, _):
        anna_sees.until(lambda w: NetworkChanged(False) in w.told)
        there = True
        anna_sees.until(
            lambda w: any(isinstance(n, NetworkChanged) and n.connected for n in w.told)
        )
        there = False
        anna_sees.until(lambda w: sum(isinstance(n, NetworkChanged) for n in w.told) == 3)
    told = [n for n in anna_sees.told if isinstance(n, NetworkChanged)]
    assert [n.since is None for n in told] == [True, False, False]
    events = [n.event for n in anna_sees.told if isinstance(n, Noted)]
    noted = [e for e in events if e in (Event.NETWORK, Event.NO_NETWORK)]
    assert noted == [Event.NO_NETWORK, Event.NETWORK, Event.NO_NETWORK]


def test_off_the_network_what_is_said_is_counted_as_waiting(anna: ProfilePaths) -> None:
    with running(anna) as (node, anna_sees, _):
        node.post(SetSharing(Sharing.OFF_NETWORK)).result(5)
        for number in (1, 2):
            node.post(SayPost(PostKind.QUESTION, f"Who knows #tax{number}?")).result(5)
            waiting = WaitingChanged(statuses=1, posts=number)
            anna_sees.until(lambda w, waiting=waiting: waiting in w.told)
