"""What a person may sign about the team, and what comes of it at the others'."""

import pytest

from presencemap.domain.errors import Refused
from presencemap.protocol.statement import Genesis, Statement
from presencemap.protocol.verdict import MAX_DEPTH
from tests.protocol.lan import DAY, NOW, Lan


@pytest.fixture
def lan() -> Lan:
    return Lan()


def test_only_stewards_invite_where_the_team_says_so(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    strict = 0
    while lan.anna.endpoint.membership.may_invite(bram.id):  # the lowest hash counts
        strict += 1
        genesis = Genesis(
            team=lan.team.id,
            issuer=lan.team.id,
            at=NOW + strict,
            name="Strict",
            policy="stewards",
        )
        anna.do(anna.endpoint._log.take([Statement.sign(lan.team, genesis)]))
    lan.settle()
    with pytest.raises(Refused, match="stewards"):
        lan.invited(bram)
    assert lan.invited(anna)


def test_nobody_invites_at_the_end_of_the_longest_row(lan: Lan) -> None:
    last = lan.anna
    for n in range(2, MAX_DEPTH + 1):
        last = lan.join(f"Number {n}", inviter=last)
    with pytest.raises(Refused, match="row of invitations"):
        lan.invited(last)


def test_a_withdrawn_invite_lets_in_nobody_who_comes_later() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    link = lan.invited(anna)
    lan.settle()
    newest = max(anna.endpoint.membership.invites(), key=lambda i: (i.used == 0, i.id)).id
    with pytest.raises(Refused, match="Only a steward"):
        bram.do(bram.endpoint.authority.withdraw(newest, None, lan.now))
    bram.do(bram.endpoint.authority.withdraw(newest, lan.team, lan.now))
    lan.settle()
    mallory = lan.join("Mallory", link)
    lan.meet()
    assert anna.links_to(mallory) == bram.links_to(mallory) == 0


def test_a_steward_appointed_by_the_root_removes_members() -> None:
    lan = Lan()
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    anna.do(anna.endpoint.authority.appoint(bram.id, lan.team, lan.now))
    lan.settle()
    bram.do(bram.endpoint.authority.remove([cleo.id], None, lan.now))
    lan.settle()
    assert not anna.endpoint.cards.belongs(cleo.id, lan.now)


def test_who_leaves_is_gone_everywhere_and_whom_they_admitted_stays() -> None:
    lan = Lan()
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    anna.do(anna.endpoint.authority.leave(lan.now))
    lan.settle()
    assert not bram.endpoint.cards.belongs(anna.id, lan.now)
    assert ("profile", anna.id) not in bram.held()
    assert bram.endpoint.cards.belongs(cleo.id, lan.now + 30 * DAY)
