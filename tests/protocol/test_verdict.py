"""What follows from removals and withdrawals, from every subset the same in every order."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presencemap.protocol.charter import certified
from presencemap.protocol.log import Log
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Certificate, Statement, invited
from presencemap.protocol.verdict import MAX_DEPTH, Verdict
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
    long_row,
    removal,
    standings,
    steward,
    team,
    withdrawal,
)

STRANGER, PROVISIONAL, ADMITTED = Standing.STRANGER, Standing.PROVISIONAL, Standing.ADMITTED


def test_a_removed_person_is_a_stranger_for_good() -> None:
    gone = removal(ANNA, BRAM, (device(BRAM).id, 4))
    membership = log_of(*admitted(ANNA, ANNA, BRAM), gone)
    assert membership.standing(BRAM.id, NOW) is STRANGER
    assert membership.people == (ANNA.id,)
    assert membership.is_removed(BRAM.id)
    assert not membership.is_removed(ANNA.id)
    assert membership.last_word(BRAM.id, device(BRAM).id) == 4
    assert membership.last_word(BRAM.id, device(CLEO).id) == 0
    assert membership.last_word(ANNA.id, device(ANNA).id) is None
    # Invited again under the old key: it stays void. They come back as a new person.
    key = signer("another invite")
    by = invite(ANNA, key)
    membership.add([by, *entry(CLEO, BRAM), admission(ANNA, by, BRAM)])
    assert membership.standing(BRAM.id, NOW) is STRANGER
    assert not membership.may_invite(BRAM.id)
    assert not membership.may_remove(BRAM.id, BRAM.id)


def test_whom_they_invited_stays_once_admitted_and_their_open_invites_are_void() -> None:
    membership = log_of(
        *admitted(ANNA, ANNA, BRAM),
        *admitted(ANNA, BRAM, CLEO),
        *entry(BRAM, DAAN),
        removal(ANNA, BRAM),
    )
    assert standings(membership) == [ADMITTED, STRANGER, ADMITTED, STRANGER]
    assert membership.inviter(CLEO.id) == BRAM.id
    # Who knows the root alone still believes Cleo.
    reader = Membership(ROOT.id, [*membership.chain(CLEO.id), removal(ANNA, BRAM)])
    assert reader.standing(CLEO.id, NOW) is ADMITTED


def test_what_the_removed_sign_afterwards_lets_nobody_in() -> None:
    """Bram goes on with his keys: new invites, own admissions, dated back as he likes."""
    membership = log_of(*admitted(ANNA, ANNA, BRAM), removal(ANNA, BRAM))
    membership.add([*admitted(BRAM, BRAM, CLEO), *admitted(BRAM, ANNA, DAAN)])
    assert standings(membership) == [ADMITTED, STRANGER, STRANGER, PROVISIONAL]


def test_whom_they_alone_admitted_stays_by_the_word_of_who_removes() -> None:
    before = log_of(*admitted(ANNA, ANNA, BRAM), *admitted(BRAM, ANNA, CLEO))
    without = Membership(ROOT.id, [*before, removal(ANNA, BRAM)])
    assert without.standing(CLEO.id, NOW + 30 * DAY) is STRANGER
    over = before.taken_over(ANNA, [BRAM.id], NOW)
    before.add([*over, removal(ANNA, BRAM)])
    assert before.standing(CLEO.id, NOW + 30 * DAY) is ADMITTED


def test_whom_they_removed_stays_out_and_what_they_withdrew_closed() -> None:
    daans = entry(ANNA, DAAN)
    before = log_of(
        *admitted(ANNA, ANNA, BRAM),
        steward(BRAM),
        *admitted(ANNA, ANNA, CLEO),
        removal(BRAM, CLEO),
        *daans,
        withdrawal(BRAM, daans[0]),
        removal(BRAM, BRAM),
    )
    assert standings(before) == [ADMITTED, STRANGER, STRANGER, STRANGER]
    without = Membership(ROOT.id, [*before, removal(ROOT, BRAM)])
    assert standings(without) == [ADMITTED, STRANGER, ADMITTED, PROVISIONAL]
    over = before.taken_over(ANNA, [BRAM.id], NOW)
    assert [s.claim.kind for s in over] == ["removal", "withdrawal"]
    before.add([*over, removal(ROOT, BRAM)])
    assert standings(before) == [ADMITTED, STRANGER, STRANGER, STRANGER]


def test_nothing_is_taken_over_for_those_who_go_too() -> None:
    """But admissions: whom those who go have invited stays by them."""
    before = log_of(*admitted(ANNA, ANNA, BRAM), *admitted(BRAM, BRAM, CLEO), removal(BRAM, CLEO))
    kinds = [s.claim.kind for s in before.taken_over(ANNA, [BRAM.id, CLEO.id], NOW)]
    assert kinds == ["admission"]


def test_a_steward_stays_whoever_had_let_them_in() -> None:
    """Bram, whom Cleo admitted, removes Cleo."""
    before = log_of(*admitted(ANNA, ANNA, CLEO), *admitted(CLEO, CLEO, BRAM), steward(BRAM))
    before.add([*before.taken_over(BRAM, [CLEO.id], NOW), removal(BRAM, CLEO)])
    assert standings(before)[1:3] == [ADMITTED, STRANGER]
    reader = Membership(ROOT.id, before.chain(BRAM.id))
    assert reader.standing(BRAM.id, NOW) is ADMITTED


def test_the_root_admits_whom_the_one_it_removes_had_admitted() -> None:
    before = log_of(*admitted(ANNA, ANNA, BRAM))
    before.add([*before.taken_over(ROOT, [ANNA.id], NOW), removal(ROOT, ANNA)])
    assert standings(before)[:2] == [STRANGER, ADMITTED]
    reader = Membership(ROOT.id, before.chain(BRAM.id))
    assert reader.standing(BRAM.id, NOW) is ADMITTED


def test_who_leaves_leaves_what_they_signed() -> None:
    membership = log_of(
        *admitted(ANNA, ANNA, BRAM),
        *admitted(BRAM, BRAM, CLEO),
        *entry(BRAM, DAAN),
        removal(BRAM, BRAM),
    )
    assert standings(membership) == [ADMITTED, STRANGER, ADMITTED, STRANGER]


def test_a_removal_that_isnt_theirs_to_sign_changes_nothing() -> None:
    membership = log_of(
        *admitted(ANNA, ANNA, BRAM), *admitted(ANNA, ANNA, CLEO), removal(BRAM, CLEO)
    )
    assert membership.standing(CLEO.id, NOW) is ADMITTED
    assert membership.may_remove(ANNA.id, CLEO.id)
    assert not membership.may_remove(BRAM.id, CLEO.id)
    assert membership.add([removal(MALLORY, CLEO)]) == [], "a stranger's isn't even kept"


def test_a_removed_steward_is_none() -> None:
    membership = log_of(*admitted(ANNA, ANNA, BRAM), steward(BRAM), removal(ROOT, BRAM))
    assert membership.stewards == {ANNA.id}


def test_a_withdrawn_invite_lets_in_nobody_but_who_was_admitted() -> None:
    key = signer("shared")
    by = invite(ANNA, key)
    bram, cleo = ([by, *_under(key, by, person)] for person in (BRAM, CLEO))
    membership = log_of(*bram, admission(ANNA, by, BRAM), *cleo, withdrawal(ANNA, by))
    assert standings(membership)[1:3] == [ADMITTED, STRANGER]
    assert membership.admissions_due(ANNA, CLEO.id, NOW) == []
    membership.add([admission(BRAM, by, CLEO)])  # signed before he heard of it
    assert membership.standing(CLEO.id, NOW) is ADMITTED


def test_only_the_issuer_and_stewards_withdraw() -> None:
    brams = entry(BRAM, CLEO)
    common = [*admitted(ANNA, ANNA, BRAM), *admitted(ANNA, ANNA, DAAN), *brams]
    for by in (ANNA, BRAM, ROOT):
        assert log_of(*common, withdrawal(by, brams[0])).standing(CLEO.id, NOW) is STRANGER
    assert log_of(*common, withdrawal(DAAN, brams[0])).standing(CLEO.id, NOW) is PROVISIONAL
    # Nobody withdraws after they were removed, nor what is no invite.
    daans = entry(ANNA, CLEO)
    late = [steward(BRAM), *admitted(ANNA, ANNA, BRAM), *daans, removal(ROOT, BRAM)]
    membership = log_of(*late, withdrawal(BRAM, daans[0]), withdrawal(ANNA, steward(BRAM)))
    assert membership.standing(CLEO.id, NOW) is PROVISIONAL


def _under(key: Signer, by: Statement, person: Signer) -> list[Statement]:
    return [invited(key, by, person, NOW), certified(ROOT.id, person, device(person), NOW)]


def test_the_inviter_sees_how_often_an_invite_was_used_and_beyond() -> None:
    key = signer("one use")
    by = invite(ANNA, key, uses=1)
    in_time = [s for person in (BRAM, CLEO) for s in _under(key, by, person)]
    membership = log_of(by, *in_time, admission(ANNA, by, BRAM))
    (state,) = membership.invites()
    assert (state.id, state.issuer, state.used, state.overshoot) == (by.hash.hex(), ANNA.id, 1, 0)
    assert not state.is_open(NOW), "used up"
    membership.add([admission(BRAM, by, CLEO)])
    assert membership.invites()[0].overshoot == 1
    (open_one,) = log_of(invite(ANNA, key)).invites()
    assert open_one.is_open(NOW)
    assert not open_one.is_open(NOW + 7 * DAY)
    assert (
        not log_of(invite(ANNA, key), withdrawal(ANNA, invite(ANNA, key))).invites()[0].is_open(NOW)
    )
    gone = log_of(*admitted(ANNA, ANNA, BRAM), *entry(BRAM, CLEO), removal(ANNA, BRAM))
    assert [state.issuer for state in gone.invites()] == [ANNA.id]


PEOPLE = [ANNA, *(signer(f"puppet {n}") for n in range(1_100))]
DEEP = PEOPLE[: MAX_DEPTH + 4]


class TestRow:
    """Puppets who invite puppets, deeper than the rule allows, by certificates that are void."""

    @pytest.mark.parametrize("admits", [False, True])
    def test_who_is_deeper_than_eight_is_a_stranger_whoever_invited_them(
        self, *, admits: bool
    ) -> None:
        membership = log_of(*long_row(DEEP, admits=admits))
        below = [membership.standing(person.id, NOW) for person in DEEP[1:]]
        assert below[: MAX_DEPTH - 1] == [ADMITTED if admits else PROVISIONAL] * (MAX_DEPTH - 1)
        assert below[MAX_DEPTH - 1 :] == [STRANGER] * 4
        assert membership.may_invite(DEEP[MAX_DEPTH - 2].id)
        assert not membership.may_invite(DEEP[MAX_DEPTH - 1].id)

    def test_a_row_of_a_thousand_is_judged_and_opened(self) -> None:
        """It was a call for each: a node that had stored one never got ready again."""
        statements = [*long_row(PEOPLE)]
        stored = log_of(*statements)
        assert len(stored) == len(team()) + len(statements)
        membership = Membership(ROOT.id, stored)
        standings = [membership.standing(person.id, NOW) for person in PEOPLE]
        assert standings.count(PROVISIONAL) == MAX_DEPTH - 1
        assert membership.admissions_due(ANNA, PEOPLE[-1].id, NOW) == []
        assert len(membership.admissions_due(ANNA, DEEP[MAX_DEPTH - 1].id, NOW)) == MAX_DEPTH - 1

    def test_what_a_new_statement_costs_doesnt_grow_with_the_row(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It was looked at as often as the row was long, each time at all certificates."""
        looked = 0
        expects = Verdict._expects

        def counted(self: Verdict, certificate: Certificate) -> bool:
            nonlocal looked
            looked += 1
            return expects(self, certificate)

        monkeypatch.setattr(Verdict, "_expects", counted)
        membership = log_of(*long_row(PEOPLE[:200]))
        membership.standing(BRAM.id, NOW)
        assert 0 < looked <= MAX_DEPTH * 200

    def test_the_shortest_way_counts_and_those_below_come_in(self) -> None:
        membership = log_of(*long_row(DEEP, admits=True))
        membership.add(admitted(ANNA, ANNA, DEEP[3]))
        assert membership.inviter(DEEP[3].id) == ANNA.id
        below = [membership.standing(person.id, NOW) for person in DEEP[1:]]
        assert below == [ADMITTED] * (MAX_DEPTH + 1) + [STRANGER] * 2

    def test_whom_the_root_appointed_is_next_to_it(self) -> None:
        membership = log_of(*(s for pair in pairwise(DEEP[:MAX_DEPTH]) for s in entry(*pair)))
        last = DEEP[MAX_DEPTH - 1]
        assert membership.add(entry(last, BRAM)) == []
        membership.add([steward(last), *entry(last, BRAM)])
        assert membership.may_invite(last.id)
        assert membership.standing(BRAM.id, NOW) is PROVISIONAL

    @settings(max_examples=30)
    @given(order=st.permutations([*long_row(DEEP), *entry(ANNA, DEEP[4], days=9)]))
    def test_every_order_gives_the_same(self, order: list[Statement]) -> None:
        at_once, by_one = log_of(*long_row(DEEP), *entry(ANNA, DEEP[4], days=9)), log_of()
        log = Log(by_one)
        for statement in order:
            log.take([statement], "a link")
        assert by_one.people == at_once.people
        for person in DEEP:
            assert by_one.inviter(person.id) == at_once.inviter(person.id)
            assert by_one.standing(person.id, NOW) is at_once.standing(person.id, NOW)


def test_a_row_is_who_came_in_by_one_invite_of_those_whom_the_root_vouches_for() -> None:
    """Bram by Anna, Cleo by Bram, Daan by Cleo, who is a steward: his row begins anew."""
    by_anna, by_cleo = entry(ANNA, BRAM), entry(CLEO, DAAN)
    mallory = entry(BRAM, MALLORY)
    membership = log_of(
        *by_anna,
        admission(ANNA, by_anna[0], BRAM),
        *admitted(ANNA, BRAM, CLEO),
        *by_cleo,
        admission(ANNA, by_cleo[0], DAAN),
        *mallory,
    )
    first = by_anna[0].hash.hex()
    assert [membership.row_of(p.id) for p in (BRAM, CLEO, DAAN, MALLORY)] == [first] * 4
    assert membership.row_of(ANNA.id) is None
    assert membership.row_of(signer("nobody").id) is None
    membership.add([steward(CLEO)])
    rows = [membership.row_of(p.id) for p in (BRAM, CLEO, DAAN, MALLORY)]
    assert rows == [first, None, by_cleo[0].hash.hex(), first]
    membership.add([removal(ANNA, BRAM)])
    assert membership.row_of(BRAM.id) == first, "what is held of them counts where it did"
