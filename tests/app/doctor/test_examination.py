"""A look into the network with real nodes on loopback, and without any."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPeer, CreateInvite, SetSharing, WithdrawInvite
from presencemap.app.doctor import examination
from presencemap.app.doctor.examination import Ground, examined
from presencemap.app.doctor.findings import Cause, Report, State, Subject, cause_of
from presencemap.app.entry import join_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence, Sharing
from presencemap.domain.person import Profile
from presencemap.protocol.address import Address, Outcome
from presencemap.protocol.codec import Dialled
from presencemap.protocol.probe import Answers
from tests.nodes import Witness, door_of, running


def state_of(report: Report, subject: Subject) -> tuple[State, Cause | None]:
    return next((c.state, c.cause) for c in report.checks if c.subject is subject)


def sees(witness: Witness, name: str) -> None:
    witness.until(lambda w: (c := w.named(name)) and c.presence is Presence.ONLINE)


@pytest.fixture
def silent() -> Iterator[Address]:
    """A port of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield Address("127.0.0.1", taken.getsockname()[1])


def test_a_colleague_dials_back_and_says_how_far_it_is(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (node, anna_sees, started), running(bram, door_of(started)):
        sees(anna_sees, "Bram Claeys")
        report = node.examine().result(10)
        assert state_of(report, Subject.DOOR) == (State.WELL, None)
        assert state_of(report, Subject.CLOCK) == (State.WELL, None)
        (answer,) = report.facts.answers
        assert (answer.name, answer.outcome, answer.host) == (
            "Bram Claeys",
            Outcome.REACHED,
            "127.0.0.1",
        )
        (found,) = report.facts.colleagues
        assert (found.name, found.address, found.admitted) == ("Bram Claeys", "127.0.0.1", True)
        assert found.delay is not None
        assert found.delay < 5_000
        assert cause_of(found, report.facts) is None
        again = node.examine().result(10)
        assert again.facts.answers == (answer,), "asked too soon: the verdict stands"


def test_who_left_and_which_address_is_silent(
    anna: ProfilePaths, bram: ProfilePaths, silent: Address
) -> None:
    with running(anna, str(silent)) as (node, anna_sees, started):
        with running(bram, door_of(started)):
            sees(anna_sees, "Bram Claeys")
        anna_sees.until(lambda w: (c := w.named("Bram Claeys")) and c.presence is Presence.OFFLINE)
        report = node.examine().result(10)
        (found,) = report.facts.colleagues
        assert cause_of(found, report.facts) is Cause.GOODBYE
        assert state_of(report, Subject.DOOR) == (State.UNKNOWN, Cause.NOBODY_TO_ASK)


def test_an_address_by_hand_that_refuses_is_said(anna: ProfilePaths, silent: Address) -> None:
    with StoreDesk(anna) as desk:
        desk.team.records.add_peer(str(silent))
        report = asyncio.run(examined(Ground(desk.team, wanted=["127.0.0.1"], discovering=False)))
    (tried,) = report.facts.by_hand
    assert (tried.address, tried.outcome) == (silent, Outcome.REFUSED)
    assert state_of(report, Subject.ELSEWHERE) == (State.FAULT, Cause.ADDRESS_SILENT)


def test_without_a_node_the_machine_and_the_store_tell_what_they_can(
    bram: ProfilePaths,
) -> None:
    with StoreDesk(bram) as desk:
        report = asyncio.run(examined(Ground(desk.team, wanted=["127.0.0.1"])))
    assert not report.facts.running
    assert [network.name for network in report.facts.used] != []
    assert state_of(report, Subject.ANNOUNCEMENTS) == (State.WELL, None)
    assert state_of(report, Subject.DOOR) == (State.FAULT, Cause.NOT_RUNNING)
    (anna,) = report.facts.colleagues
    assert cause_of(anna, report.facts) is Cause.NOT_RUNNING
    assert len(anna.name) == 12, "nothing else is known of who isn't met yet"


def test_without_networks_nothing_is_sent(bram: ProfilePaths) -> None:
    with StoreDesk(bram) as desk:
        report = asyncio.run(examined(Ground(desk.team, wanted=[], door=1)))
    assert report.facts.sounding is None
    assert report.facts.at <= now_ms()
    assert state_of(report, Subject.NETWORK)[0] is State.FAULT
    with StoreDesk(bram) as desk:
        ground = Ground(desk.team, wanted=["127.0.0.1"], without=["127.0.0.1"])
        report = asyncio.run(examined(ground))
    assert report.facts.used == ()


def test_who_never_answers_is_not_waited_for_longer(
    bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "ANSWER_WITHIN", 0.05)
    gone = Dialled(number=1, outcome=Outcome.REACHED, host="10.0.0.1")
    mute = Answers(pings={"in-1": (1, 0)}, calls={"in-1": 2}, dialled={"in-2": gone})
    with StoreDesk(bram) as desk:
        ground = Ground(desk.team, wanted=[], discovering=False, door=1, ask=lambda: mute)
        report = asyncio.run(examined(ground))
    assert (report.facts.asked, report.facts.answers) == (1, ())
    assert state_of(report, Subject.DOOR) == (State.UNKNOWN, Cause.NO_VERDICT)


def test_who_is_off_the_network_sends_nothing_to_find_out(anna: ProfilePaths) -> None:
    with running(anna) as (node, _, _):
        node.post(SetSharing(Sharing.OFF_NETWORK)).result(5)
        report = node.examine().result(5)
    assert report.facts.away
    assert report.facts.sounding is None
    assert state_of(report, Subject.NETWORK) == (State.FAULT, Cause.AWAY)


def test_away_nothing_is_asked_dialled_or_sounded(
    anna: ProfilePaths, silent: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tried", "sounded", "addresses_of"):
        monkeypatch.setattr(examination, name, None)
    with StoreDesk(anna) as desk:
        desk.team.records.add_peer(str(silent))

        def ask() -> Answers:
            raise AssertionError("asked")

        report = asyncio.run(examined(Ground(desk.team, away=True, door=1, ask=ask)))
    assert report.facts.by_hand == ()


def test_who_has_an_invite_that_lets_nobody_in_is_told_so(
    anna: ProfilePaths, tmp_path: Path
) -> None:
    carl = ProfilePaths.at(tmp_path / "carl")
    with StoreDesk(anna) as desk:
        join_team(carl, str(desk.obey(CreateInvite(label="void"))), Profile("Carl"), now_ms())
        [invite] = [i.id for i in desk.team.endpoint.membership.invites() if i.label == "void"]
        desk.obey(WithdrawInvite(invite))
    with running(anna) as (_, _, started), running(carl) as (node, _, _):
        node.post(AddPeer(door_of(started))).result(5)
        report = node.examine().result(10)
    assert not report.facts.admitted
    assert state_of(report, Subject.NEARBY) == (State.FAULT, Cause.TURNED_AWAY)
