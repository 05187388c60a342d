"""The first statements of a team, and those about who belongs to it."""

import pytest

from presencemap.domain.team import Inviters
from presencemap.protocol.charter import appointment, founded, removal
from presencemap.protocol.membership import Membership
from presencemap.protocol.statement import MAX_HEADS, Removal
from tests.protocol.lan import NOW, signer
from tests.protocol.statements import ANNA, BRAM, ROOT, admitted, device, team


@pytest.mark.parametrize("inviters", [*Inviters])
def test_who_may_invite_is_laid_down_by_the_founder_and_counts(inviters: Inviters) -> None:
    log = founded(ROOT, ANNA, device(ANNA), "Lerend Collectief", NOW, inviters=inviters)
    membership = Membership(ROOT.id, [*log, *admitted(ANNA, ANNA, BRAM)])
    assert (membership.name, membership.inviters) == ("Lerend Collectief", inviters)
    assert membership.may_invite(ANNA.id), "the founder is a steward"
    assert membership.may_invite(BRAM.id) is (inviters is Inviters.MEMBERS)
    membership.add([appointment(ROOT, BRAM.id, NOW)])
    assert membership.may_invite(BRAM.id)


def test_without_a_word_every_member_may() -> None:
    assert Membership(ROOT.id).inviters is Inviters.MEMBERS
    assert Membership(ROOT.id, team()).inviters is Inviters.MEMBERS


def test_a_removal_names_the_devices_that_spoke_most() -> None:
    heads = {signer(f"device {n}").id: n for n in range(1, MAX_HEADS + 3)}
    claim = removal(ROOT, Membership(ROOT.id, team()), BRAM.id, heads, NOW).claim
    assert isinstance(claim, Removal)
    assert [head.seq for head in claim.heads] == [*range(MAX_HEADS + 2, 2, -1)]
