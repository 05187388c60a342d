"""The way into the log: kept, passed on, told; and what waits."""

import pytest

from presencemap.protocol import log as log_module
from presencemap.protocol.effects import Publish, SaveStatement, TellMember
from presencemap.protocol.log import Log
from presencemap.protocol.membership import Membership
from tests.protocol.statements import ANNA, BRAM, ROOT, entry, team


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
