"""Whose word about the map server counts: the last one's, of those who may decide."""

import pytest

from presencemap.domain.errors import Refused
from presencemap.domain.map_server import MapServer
from presencemap.protocol.bodies import map_server_body
from presencemap.protocol.fields import MAX_REVISION
from presencemap.protocol.map_choice import map_server
from presencemap.protocol.record import DAY
from presencemap.protocol.statement import Genesis, Statement
from tests.protocol.lan import NOW, Lan, Node

OURS = MapServer("https://tiles.example/{z}/{x}/{y}.png", "© Us")
THEIRS = MapServer("https://maps.example/{z}/{x}/{y}.png", "© Them")


@pytest.fixture
def lan() -> Lan:
    return Lan()


def chooses(node: Node, server: MapServer | None) -> None:
    node.do(node.endpoint.owner.choose_map_server(server, node.now))


def claims(node: Node, server: MapServer, rev: int = 1) -> None:
    """Say it without asking whether it is for this one to say, as another program might."""
    node.do(node.endpoint.replica.post(map_server_body(server, rev), node.now))


def seen(node: Node) -> MapServer | None:
    found = map_server(node.endpoint.replica)
    return found and found[0]


def leave_it_to_stewards(lan: Lan) -> None:
    strict = 0
    while lan.anna.endpoint.membership.inviters.value == "members":  # the lowest hash counts
        strict += 1
        genesis = Genesis(
            team=lan.team.id, issuer=lan.team.id, at=NOW + strict, name="S", policy="stewards"
        )
        lan.anna.do(lan.anna.endpoint._log.take([Statement.sign(lan.team, genesis)]))
    lan.settle()


def test_there_is_none_before_somebody_chose(lan: Lan) -> None:
    assert map_server(lan.anna.endpoint.replica) is None


def test_the_last_word_holds_whoever_says_it(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    chooses(anna, OURS)
    lan.settle()
    assert map_server(bram.endpoint.replica) == (OURS, anna.id)
    chooses(bram, THEIRS)
    lan.settle()
    assert map_server(anna.endpoint.replica) == (THEIRS, bram.id)
    chooses(anna, None)
    lan.settle()
    assert (seen(anna), seen(bram)) == (None, None)
    assert (anna.errors, bram.errors) == ([], [])


def test_two_words_at_once_end_alike_everywhere(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    chooses(anna, OURS)
    chooses(bram, THEIRS)
    lan.settle()
    assert seen(anna) == seen(bram) is not None


def test_only_stewards_choose_where_the_team_says_so(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    leave_it_to_stewards(lan)
    with pytest.raises(Refused, match="Only this team's stewards"):
        chooses(bram, THEIRS)
    chooses(anna, OURS)
    claims(bram, THEIRS, MAX_REVISION)
    lan.settle()
    assert (seen(anna), seen(bram)) == (OURS, OURS)
    anna.do(anna.endpoint.authority.appoint(bram.id, lan.team, lan.now))
    lan.settle()
    assert seen(anna) == THEIRS


def test_who_isnt_admitted_yet_doesnt_choose(lan: Lan) -> None:
    bram = lan.join("Bram", inviter=lan.anna)
    with pytest.raises(Refused, match="met you"):
        chooses(bram, THEIRS)
    claims(bram, THEIRS)
    assert seen(bram) is None
    lan.meet()
    assert (seen(bram), seen(lan.anna)) == (THEIRS, THEIRS)


def test_a_removed_ones_word_is_over(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    chooses(anna, OURS)
    lan.settle()
    claims(bram, THEIRS, MAX_REVISION)
    lan.settle()
    assert seen(anna) == THEIRS
    with pytest.raises(Refused, match="too often"):
        chooses(anna, OURS)
    anna.do(anna.endpoint.authority.remove([bram.id], None, lan.now))
    assert seen(anna) == OURS
    chooses(anna, None)
    assert seen(anna) is None


def test_it_stays_as_long_as_who_chose_it_comes_by(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    chooses(anna, OURS)
    lan.settle()
    for _ in range(2):
        lan.now += 61 * DAY
        for node in (anna, bram):
            node.do(node.endpoint.replica.renew(lan.now))
            node.do(node.endpoint.replica.expire(lan.now))
        lan.settle()
        assert (seen(anna), seen(bram)) == (OURS, OURS)
