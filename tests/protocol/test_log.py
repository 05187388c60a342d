"""The way into the log: kept, passed on, told; and what waits."""

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol import log as log_module
from presencemap.protocol.budget import Allowance
from presencemap.protocol.charter import certified
from presencemap.protocol.codec import Greeting
from presencemap.protocol.effects import Publish, SaveStatement, TellMember
from presencemap.protocol.log import Log
from presencemap.protocol.membership import Membership
from presencemap.protocol.signing import Signer
from tests.protocol.lan import DAY, NOW, signer
from tests.protocol.statements import ANNA, BRAM, ROOT, device, entry, team


def test_what_is_new_is_kept_first_then_passed_on_then_told() -> None:
    log = Log(Membership(ROOT.id, team()))
    effects = log.take(entry(ANNA, BRAM))
    kinds = [SaveStatement, SaveStatement, SaveStatement, Publish, TellMember]
    assert [type(effect) for effect in effects] == kinds
    assert effects[-1] == TellMember(BRAM.id)
    assert log.take(entry(ANNA, BRAM)) == []


def test_what_doesnt_follow_yet_waits_with_its_link() -> None:
    membership = Membership(ROOT.id, team())
    log = Log(membership)
    invite, certificate, device = entry(ANNA, BRAM)
    assert log.take([device], "one") == []
    assert log.take([certificate], "one") == []
    assert log.take([invite], "two")
    assert len(membership) == 5
    assert len(log.take([], "one")) == 4
    assert len(membership) == 7


def test_without_a_link_nothing_waits_and_a_lost_link_forgets() -> None:
    membership = Membership(ROOT.id, team())
    log = Log(membership)
    invite, certificate, device = entry(ANNA, BRAM)
    log.take([certificate])
    log.take([device], "one")
    log.forget("one")
    log.take([invite], "one")
    log.take([], "one")
    assert len(membership) == 5


def test_a_stranger_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "MAX_WAITING", 2)
    membership = Membership(ROOT.id, team())
    log = Log(membership)
    invite, *others = entry(ANNA, BRAM)
    log.take([*entry(BRAM, ROOT), *others], "one")
    log.take([invite], "one")
    assert len(membership) == 7


def greeting(person: Signer) -> Greeting:
    return Greeting(
        v=1,
        person=person.id,
        device=device(person).id,
        chain=(),
        feed_port=1,
        feed_key="a" * 64,
        subscriber="b" * 64,
        listen=(),
        program="test",
        paused=False,
    )


def test_a_greeting_with_statements_that_lead_nowhere_costs_no_look_at_the_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A removed member who still has the secret, or a stranger: as often as they dial."""
    log = Log(Membership(ROOT.id, team()))
    junk = certified(ROOT.id, signer("nobody"), signer("a device"), NOW)
    monkeypatch.setattr(log_module, "Membership", None)
    for _ in range(100):
        with pytest.raises(PeerError, match="a stranger"):
            log.believe(greeting(BRAM), [junk], NOW)


def test_newcomers_have_a_tenth_of_a_core_and_who_is_known_waits_for_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    members = team()
    monkeypatch.setattr(log_module, "JUDGING", Allowance(3 * 12 * len(members), 12))
    log = Log(Membership(ROOT.id, members))
    liar, busy = 0, 0
    for turn in range(5):
        void = entry(ANNA, signer(f"{turn}"))[:1]
        with pytest.raises(PeerError) as refused:
            log.believe(greeting(BRAM), void, NOW)
        liar += "stranger" in str(refused.value)
        busy += "no time for now" in str(refused.value)
    assert (liar, busy) == (3, 2)
    assert log.believe(greeting(ANNA), members, NOW) == []
    with pytest.raises(PeerError, match="no time"):
        log.believe(greeting(BRAM), entry(ANNA, BRAM), NOW)
    assert log.believe(greeting(BRAM), entry(ANNA, BRAM), NOW + DAY)
