"""An endpoint whose store takes nothing: what it goes on with; mirrors no one module."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.protocol.record import MAX_LIFE
from presencemap.protocol.renewals import RENEW_AT
from tests.protocol.lan import Lan, assert_agreed, busy_on

HOUR = 3_600_000


@pytest.fixture
def lan() -> Lan:
    return Lan()


def test_what_could_not_be_kept_was_never_said(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    endpoint, device = anna.endpoint, anna.store.device
    before = anna.log(), endpoint.owner.status(lan.now), dict(endpoint.replica.heads)

    endpoint.owner.set_status(busy_on("Never said"), lan.now)
    endpoint.authority.invite(expires=lan.now + HOUR, uses=1, label="", now=lan.now)
    endpoint._revive(lan.now)
    endpoint.restore(**anna.kept())  # type: ignore[arg-type]

    after = anna.log(), endpoint.owner.status(lan.now), dict(endpoint.replica.heads)
    assert after == before
    assert endpoint.me.device == endpoint.replica.device == endpoint.peers.device == device
    # The number that was given to what was never said is free, and the next one takes it.
    anna.says("Said")
    lan.settle()
    assert bram.sees(anna) == ("online", "Said")
    assert_agreed([anna, bram])


def test_nothing_of_its_own_is_said_anew(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    anna.says(busy_on("Until ten", until=lan.now + HOUR))
    lan.settle()
    for wait in (HOUR + 1_000, MAX_LIFE - RENEW_AT):
        anna.endpoint.read_only = True
        seq = anna.endpoint.replica.heads[anna.store.device.id]
        lan.now += wait
        anna.do(anna.endpoint.tick(lan.now))
        assert anna.endpoint.replica.heads[anna.store.device.id] == seq
        bram.says(f"Heard all the same after {wait}")
        lan.settle()
        assert anna.sees(bram)[1] == f"Heard all the same after {wait}"
        anna.endpoint.read_only = False
        anna.do(anna.endpoint.tick(lan.now))
        assert anna.endpoint.replica.heads[anna.store.device.id] > seq
        assert anna.endpoint.owner.status(lan.now).availability is Availability.BUSY
