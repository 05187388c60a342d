"""Probes between endpoints: delay, clocks, and a dial back that can't be aimed."""

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.address import Outcome
from presencemap.protocol.codec import Dialled, DialMe, FrameType, Ping, Pong, read_message
from presencemap.protocol.effects import DialBack, Send
from presencemap.protocol.events import DialledBack
from presencemap.protocol.link import Link, Stage
from presencemap.protocol.probe import (
    ASKED_BACK,
    DIAL_BACK_EVERY,
    MAX_UNDER_WAY,
    Echo,
    Probe,
)
from tests.protocol.lan import NOW, Lan


def link(name: str, person: str = "") -> Link:
    return Link(name, None, Stage.STANDING, NOW, person=person or name)


def said(effect: object) -> object:
    assert isinstance(effect, Send)
    return read_message(FrameType(effect.frame[1]), effect.frame[2:])


def test_peers_answer_how_far_they_are_and_whether_the_door_opens() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    probe = anna.endpoint.probe
    links = anna.endpoint.peers.standing()
    anna.do(probe.begin(links, 47_800, lan.now))
    assert not probe.answers.complete()
    lan.settle()
    assert probe.answers.complete()
    assert probe.answers.echoes == {links[0].id: Echo(0, 0)}
    answer = probe.answers.dialled[links[0].id]
    assert (answer.outcome, answer.host) == (Outcome.REACHED, anna.address.host)
    lan.now += DIAL_BACK_EVERY
    anna.do(probe.begin(links, 5, lan.now))
    lan.settle()
    assert probe.answers.dialled[links[0].id].outcome is Outcome.REFUSED
    assert (anna.errors, bram.errors) == ([], [])


def test_the_clocks_are_compared_at_the_middle_of_the_way() -> None:
    probe, out = Probe(), link("out-1")
    ping = said(probe.begin([out], 1, NOW)[0])
    assert isinstance(ping, Ping)
    probe.take(out, Pong(number=ping.number, at=NOW + 180_010), NOW + 20)
    assert probe.answers.echoes == {"out-1": Echo(20, 180_000)}


def test_a_clock_put_back_meanwhile_makes_no_delay_below_nothing() -> None:
    probe, out = Probe(), link("out-1")
    ping = said(probe.begin([out], 1, NOW)[0])
    assert isinstance(ping, Ping)
    probe.take(out, Pong(number=ping.number, at=NOW), NOW - 5_000)
    assert probe.answers.echoes == {"out-1": Echo(0, 0)}


def test_answers_to_nothing_are_passed_over() -> None:
    probe, out = Probe(), link("out-1")
    stray = Dialled(number=1, outcome=Outcome.REACHED, host="")
    assert probe.take(out, Pong(number=0, at=NOW), NOW) == []
    assert probe.take(out, stray, NOW) == []
    probe.begin([out], 1, NOW)
    assert probe.take(out, Pong(number=99, at=NOW), NOW) == []
    assert probe.take(out, Dialled(number=99, outcome=Outcome.REACHED, host=""), NOW) == []
    assert not probe.answers.complete()
    assert (probe.answers.echoes, probe.answers.dialled) == ({}, {})


def test_who_leaves_is_not_waited_for() -> None:
    probe = Probe()
    probe.begin([link("out-1")], 1, NOW)
    probe.forget("out-1")
    assert probe.answers.complete()


def test_only_a_few_are_asked_to_dial_back() -> None:
    asked = [said(e) for e in Probe().begin([link(f"out-{n}") for n in range(9)], 1, NOW)]
    assert sum(isinstance(each, Ping) for each in asked) == 9
    assert sum(isinstance(each, DialMe) for each in asked) == ASKED_BACK


def test_a_person_is_dialled_back_seldom_whatever_link_asks() -> None:
    probe, asking = Probe(), DialMe(number=4, port=80)
    assert probe.take(link("in-1", "eve"), asking, NOW) == [DialBack("in-1", 4, 80)]
    for name in ("in-1", "in-2"):
        (refusal,) = probe.take(link(name, "eve"), asking, NOW + 1)
        assert said(refusal) == Dialled(number=4, outcome=Outcome.BUSY, host="")
    probe.forget("in-1")
    later = NOW + DIAL_BACK_EVERY
    assert probe.take(link("in-1", "eve"), asking, later) == [DialBack("in-1", 4, 80)]
    assert len(probe._dialled_at) == 1


def test_one_try_at_a_time_on_a_link_and_few_in_all() -> None:
    probe, asking = Probe(), DialMe(number=4, port=80)
    assert isinstance(probe.take(link("in-0"), asking, NOW)[0], DialBack)
    assert isinstance(probe.take(link("in-0"), asking, NOW + DIAL_BACK_EVERY)[0], Send)
    for n in range(1, MAX_UNDER_WAY):
        assert isinstance(probe.take(link(f"in-{n}"), asking, NOW)[0], DialBack)
    assert isinstance(probe.take(link("in-more"), asking, NOW)[0], Send)
    (told,) = probe.dialled(DialledBack("in-1", 4, Outcome.TIMEOUT, "h" * 80))
    assert said(told) == Dialled(number=4, outcome=Outcome.TIMEOUT, host="h" * 64)
    assert isinstance(probe.take(link("in-more"), asking, NOW)[0], DialBack)


def test_of_a_link_that_ended_nothing_is_told() -> None:
    probe = Probe()
    probe.take(link("in-1"), DialMe(number=4, port=80), NOW)
    probe.forget("in-1")
    assert probe.dialled(DialledBack("in-1", 4, Outcome.REACHED, "10.0.0.1")) == []


@pytest.mark.parametrize(
    "payload", [b'{"number":1,"port":0}', b'{"number":1,"port":80,"host":"x"}']
)
def test_a_question_that_names_a_host_is_none(payload: bytes) -> None:
    with pytest.raises(PeerError):
        read_message(FrameType.DIAL_ME, payload)


def test_who_is_asked_again_too_soon_has_said_it_already() -> None:
    lan = Lan()
    anna, _ = lan.team_of("Bram")
    probe, links = anna.endpoint.probe, anna.endpoint.peers.standing()
    for _ in range(3):
        anna.do(probe.begin(links, 47_800, lan.now))
        assert probe.answers.dialled == {}
        lan.settle()
        assert probe.answers.dialled[links[0].id].outcome is Outcome.REACHED
