"""Membership: the same from every order of arrival, and nobody in by a trick."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.errors import PeerError
from presencemap.protocol.charter import certified, founded
from presencemap.protocol.log import Log
from presencemap.protocol.membership import Membership, Standing, prove
from presencemap.protocol.statement import (
    MAX_CHAIN,
    Admission,
    Certificate,
    Genesis,
    Statement,
    Steward,
    invited,
)
from presencemap.protocol.verdict import MAX_DEPTH
from tests.protocol.lan import DAY, NOW, signer
from tests.protocol.statements import (
    ANNA,
    BRAM,
    CLEO,
    DAAN,
    MALLORY,
    ROOT,
    admission,
    admitted,
    device,
    entry,
    invite,
    log_of,
    removal,
    standings,
    team,
    withdrawal,
)

STRANGER, PROVISIONAL, ADMITTED = Standing.STRANGER, Standing.PROVISIONAL, Standing.ADMITTED


def test_a_founder_stands_and_may_invite() -> None:
    membership = Membership(ROOT.id, team())
    assert membership.name == "Lerend Collectief"
    assert standings(membership) == [ADMITTED, STRANGER, STRANGER, STRANGER]
    assert (membership.people, membership.stewards) == ((ANNA.id,), {ANNA.id})
    assert membership.inviter(ANNA.id) is None
    assert membership.devices(ANNA.id) == {device(ANNA).id}
    assert membership.devices(BRAM.id) == frozenset()
    assert membership.may_invite(ANNA.id)
    assert not membership.may_invite(BRAM.id)
    assert membership.may_decide(ANNA.id)
    assert not membership.may_decide(BRAM.id)
    assert len(membership) == 4


def test_nothing_is_known_of_a_team_without_its_genesis() -> None:
    membership = Membership(ROOT.id)
    assert (membership.name, membership.people, membership.chain(ANNA.id)) == ("", (), [])


def test_a_newcomer_is_provisional_till_the_invite_expires() -> None:
    membership = log_of(*entry(ANNA, BRAM))
    assert membership.standing(BRAM.id, NOW + 7 * DAY - 1) is PROVISIONAL
    assert membership.standing(BRAM.id, NOW + 7 * DAY) is STRANGER
    assert membership.inviter(BRAM.id) == ANNA.id


def test_an_edition_is_another_when_the_log_grows_or_an_invite_expires() -> None:
    membership = log_of(*entry(ANNA, BRAM))
    first = membership.edition(NOW)
    assert membership.edition(NOW + 7 * DAY - 1) == first
    assert membership.edition(NOW + 7 * DAY) != first
    assert membership.edition(NOW) == first
    membership.add(entry(ANNA, CLEO))
    assert membership.edition(NOW) != first


def test_an_admission_holds_for_good() -> None:
    membership = log_of(*admitted(ANNA, ANNA, BRAM))
    assert membership.standing(BRAM.id, NOW + 9_999 * DAY) is ADMITTED
    assert membership.people == (ANNA.id, BRAM.id)


def test_through_somebody_provisional_one_is_as_long_as_they_are() -> None:
    statements = [*team(), *entry(ANNA, BRAM, days=1), *entry(BRAM, CLEO, days=7)]
    membership = Membership(ROOT.id, statements)
    assert standings(membership) == [ADMITTED, PROVISIONAL, PROVISIONAL, STRANGER]
    assert standings(membership, NOW + DAY) == [ADMITTED, STRANGER, STRANGER, STRANGER]
    due = membership.admissions_due(ANNA, CLEO.id, NOW)
    assert [s.claim.person for s in due if isinstance(s.claim, Admission)] == [BRAM.id, CLEO.id]
    membership.add(due)
    assert standings(membership, NOW + DAY) == [ADMITTED, ADMITTED, ADMITTED, STRANGER]
    assert membership.admissions_due(ANNA, CLEO.id, NOW) == []


def test_only_members_admit_and_only_in_time() -> None:
    membership = log_of(*entry(ANNA, BRAM), *entry(ANNA, CLEO))
    assert membership.admissions_due(BRAM, CLEO.id, NOW) == []
    assert membership.admissions_due(ANNA, BRAM.id, NOW + 7 * DAY) == []
    assert membership.admissions_due(ANNA, DAAN.id, NOW) == []
    by = entry(ANNA, CLEO)[0]
    membership.add([admission(BRAM, by, CLEO), admission(CLEO, by, CLEO)])
    assert membership.standing(CLEO.id, NOW) is PROVISIONAL


def test_an_overused_invite_lets_nobody_in_but_what_was_admitted_at_once_stands() -> None:
    key = signer("a shared key")
    by = invite(ANNA, key, uses=1)
    newcomers = [invited(key, by, person, NOW) for person in (BRAM, CLEO, DAAN)]
    membership = log_of(by, *newcomers)
    assert standings(membership)[1:] == [PROVISIONAL] * 3
    membership.add([admission(ANNA, by, BRAM)])
    assert standings(membership)[1:] == [ADMITTED, STRANGER, STRANGER]
    assert membership.admissions_due(ANNA, CLEO.id, NOW) == []
    membership.add([admission(ANNA, by, CLEO)])  # signed elsewhere at the same time
    assert standings(membership)[1:] == [ADMITTED, ADMITTED, STRANGER]


def test_two_who_invite_each_other_lead_nowhere() -> None:
    ring = [*admitted(CLEO, BRAM, CLEO), *admitted(BRAM, CLEO, BRAM)]
    membership = log_of(*ring)
    assert standings(membership)[1:3] == [STRANGER, STRANGER]
    assert len(membership) == 4


def test_a_second_invitation_into_a_ring_changes_nothing() -> None:
    straight = [*entry(ANNA, BRAM, days=1), *entry(BRAM, CLEO)]
    membership = log_of(*straight, *entry(CLEO, BRAM))
    assert membership.inviter(BRAM.id) == ANNA.id
    assert standings(membership, NOW + DAY)[1:3] == [STRANGER, STRANGER]


def test_nobody_takes_over_anothers_invite_by_copying_its_key() -> None:
    key = signer("Anna's invite")
    by, copy = invite(ANNA, key), invite(MALLORY, key)
    statements = [*team(), *admitted(ANNA, ANNA, MALLORY), copy, by]
    membership = Membership(ROOT.id, [*statements, invited(key, by, BRAM, NOW)])
    assert membership.inviter(BRAM.id) == ANNA.id
    membership.add([admission(MALLORY, copy, BRAM)])
    assert membership.standing(BRAM.id, NOW) is PROVISIONAL


def test_a_certificate_counts_under_its_own_invites_key_only() -> None:
    by = invite(ANNA, signer("one key"))
    foreign = invited(signer("another key"), by, BRAM, NOW)
    unknown = invited(signer("one key"), invite(BRAM, signer("one key")), BRAM, NOW)
    other_kind = invited(signer("one key"), team()[0], BRAM, NOW)
    membership = log_of(by, foreign, unknown, other_kind)
    assert (len(membership), membership.standing(BRAM.id, NOW)) == (5, STRANGER)


def test_what_doesnt_lead_to_the_root_is_left_out() -> None:
    other = signer("another root")
    claims = [
        Genesis(team=ROOT.id, issuer=BRAM.id, at=NOW, name="Mine", policy="members"),
        Steward(team=ROOT.id, issuer=BRAM.id, at=NOW, person=BRAM.id),
        Certificate(team=ROOT.id, issuer=BRAM.id, at=NOW, person=BRAM.id),
    ]
    forged = [Statement.sign(BRAM, claim) for claim in claims]
    foreign = founded(other, BRAM, device(BRAM), "Elsewhere", NOW)
    membership = Membership(ROOT.id, team())
    assert membership.add([*forged, *foreign, *entry(BRAM, CLEO), *entry(MALLORY, BRAM)]) == []
    assert membership.name == "Lerend Collectief"


def test_where_only_stewards_invite_others_invites_dont_count() -> None:
    genesis = Genesis(team=ROOT.id, issuer=ROOT.id, at=NOW, name="Strict", policy="stewards")
    strict = [Statement.sign(ROOT, genesis), *team()[1:]]
    membership = Membership(ROOT.id, [*strict, *admitted(ANNA, ANNA, BRAM), *entry(BRAM, CLEO)])
    assert standings(membership)[:3] == [ADMITTED, ADMITTED, STRANGER]
    assert membership.invite(signer(f"{BRAM.id} invites {CLEO.id}").id) is None
    steward = Steward(team=ROOT.id, issuer=ROOT.id, at=NOW, person=BRAM.id)
    membership.add([Statement.sign(ROOT, steward)])
    assert standings(membership)[:3] == [ADMITTED, ADMITTED, PROVISIONAL]


def test_eight_invitations_deep_and_no_deeper() -> None:
    people = [ANNA, *(signer(f"person {n}") for n in range(2, MAX_DEPTH + 2))]
    statements = [s for above, below in pairwise(people) for s in admitted(above, above, below)]
    membership = log_of(*statements)
    assert membership.standing(people[MAX_DEPTH - 1].id, NOW) is ADMITTED
    assert not membership.may_invite(people[MAX_DEPTH - 1].id)
    assert membership.standing(people[MAX_DEPTH].id, NOW) is STRANGER
    # A shorter way, found later, lets in who was too deep.
    membership.add(admitted(ANNA, ANNA, people[3]))
    membership.add(statements)
    assert membership.standing(people[MAX_DEPTH].id, NOW) is ADMITTED


def test_of_two_invitations_that_wait_the_longer_counts() -> None:
    short, long = entry(ANNA, BRAM, days=1), entry(MALLORY, BRAM, days=5)
    membership = log_of(*admitted(ANNA, ANNA, MALLORY), *short, *long)
    assert membership.standing(BRAM.id, NOW + 4 * DAY) is PROVISIONAL


class TestChain:
    """What a greeting carries."""

    def test_proves_to_who_knows_the_root_alone(self) -> None:
        statements = [*team(), *admitted(ANNA, ANNA, BRAM), *admitted(BRAM, BRAM, CLEO)]
        membership = Membership(ROOT.id, [*statements, *entry(ANNA, DAAN)])
        newcomer = Membership(ROOT.id, membership.chain(CLEO.id))
        assert standings(newcomer) == [ADMITTED, ADMITTED, ADMITTED, STRANGER]
        assert newcomer.devices(CLEO.id) == {device(CLEO).id}
        assert newcomer.devices(BRAM.id) == frozenset()
        assert newcomer.name == "Lerend Collectief"

    def test_proves_those_who_admitted_too(self) -> None:
        """Cleo was admitted by Daan, of whom who was away for a month has never heard."""
        late = [*admitted(ANNA, ANNA, DAAN), *admitted(DAAN, ANNA, CLEO)]
        membership = log_of(*late)
        away = log_of(*membership.chain(CLEO.id))
        assert away.standing(CLEO.id, NOW + 30 * DAY) is ADMITTED

    def test_fits_in_a_greeting_with_the_newest_devices(self) -> None:
        people = [ANNA, *(signer(f"person {n}") for n in range(60))]
        # Each invited by Anna and admitted by the one before: a proof as long as it can be.
        statements = [s for by, who in pairwise(people) for s in admitted(by, ANNA, who)]
        last = people[-1]
        devices = [certified(ROOT.id, last, signer(f"device {n}"), NOW + n) for n in range(9)]
        membership = log_of(*statements, *reversed(devices))
        chain = membership.chain(last.id)
        assert len(chain) == MAX_CHAIN
        assert devices[-1] in chain
        assert devices[0] not in chain


def test_proof_of_a_device() -> None:
    membership = log_of(*entry(ANNA, BRAM))
    prove(membership, BRAM.id, device(BRAM).id, NOW)
    with pytest.raises(PeerError, match="a stranger"):
        prove(membership, CLEO.id, device(CLEO).id, NOW)
    with pytest.raises(PeerError, match="a device that its person never certified"):
        prove(membership, BRAM.id, device(ANNA).id, NOW)


EVERYTHING = [
    *team(),
    *admitted(ANNA, ANNA, BRAM),
    *admitted(ANNA, BRAM, CLEO),
    *entry(CLEO, DAAN, days=1),
    *entry(BRAM, DAAN, days=2),
    *admitted(CLEO, ANNA, MALLORY),
    *entry(MALLORY, CLEO),
    certified(ROOT.id, BRAM, signer("a new device"), NOW),
    certified(ROOT.id, MALLORY, device(BRAM), NOW),
    invite(ANNA, signer("shared"), uses=1),
    *(
        invited(signer("shared"), invite(ANNA, signer("shared"), uses=1), signer(name), NOW)
        for name in ("Elke", "Finn", "Gust")
    ),
    admission(BRAM, invite(ANNA, signer("shared"), uses=1), signer("Elke")),
    admission(CLEO, invite(ANNA, signer("shared"), uses=1), signer("Finn")),
    Statement.sign(
        ROOT, Genesis(team=ROOT.id, issuer=ROOT.id, at=NOW + 1, name="Anew", policy="stewards")
    ),
    Statement.sign(ROOT, Steward(team=ROOT.id, issuer=ROOT.id, at=NOW, person=BRAM.id)),
    removal(MALLORY, CLEO),
    removal(CLEO, MALLORY),
    removal(BRAM, MALLORY),
    withdrawal(BRAM, entry(CLEO, DAAN, days=1)[0]),
]


@given(order=st.permutations(EVERYTHING), cuts=st.lists(st.integers(1, 9), min_size=1))
def test_every_order_of_arrival_gives_the_same(order: list[Statement], cuts: list[int]) -> None:
    at_once = Membership(ROOT.id, EVERYTHING)
    bit_by_bit = Membership(ROOT.id)
    log = Log(bit_by_bit)
    rest = [*order]
    while rest:
        size = cuts[len(rest) % len(cuts)]
        log.take(rest[:size], "a link")
        rest = rest[size:]
    people = {*at_once.people, *bit_by_bit.people}
    assert {s.hash for s in bit_by_bit} == {s.hash for s in at_once}
    assert bit_by_bit.people == at_once.people
    assert bit_by_bit.name == at_once.name
    for person in people:
        assert bit_by_bit.inviter(person) == at_once.inviter(person)
        assert set(bit_by_bit.chain(person)) == set(at_once.chain(person))
        for now in (NOW, NOW + DAY, NOW + 3 * DAY, NOW + 30 * DAY):
            assert bit_by_bit.standing(person, now) is at_once.standing(person, now)
