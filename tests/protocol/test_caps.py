"""A member's part of the log has an end, and so has that of all who came in by their invites."""

from collections.abc import Iterator
from itertools import count, islice

import pytest

from presencemap.protocol import caps
from presencemap.protocol.charter import certified
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import (
    Admission,
    Certificate,
    Device,
    Invite,
    Statement,
    invited,
)
from tests.protocol.lan import NOW, signer
from tests.protocol.statements import (
    ANNA,
    BRAM,
    CLEO,
    DAAN,
    MALLORY,
    ROOT,
    admission,
    admitted,
    entry,
    invite,
    log_of,
    removal,
    steward,
)


def devices(number: int) -> list[Statement]:
    return [certified(ROOT.id, BRAM, signer(f"device {n}"), NOW) for n in range(number)]


def invites(number: int) -> list[Statement]:
    return [invite(BRAM, signer(f"key {n}")) for n in range(number)]


def admissions(number: int) -> list[Statement]:
    claims = (
        Admission(team=ROOT.id, issuer=BRAM.id, at=NOW + n, invite="0" * 32, person=ANNA.id)
        for n in range(number)
    )
    return [Statement.sign(BRAM, claim) for claim in claims]


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Membership:
    monkeypatch.setattr(caps, "MAX_OWN", dict.fromkeys((Device, Invite, Admission), 5))
    monkeypatch.setattr(caps, "MAX_CERTIFIED", 3)
    return log_of(*admitted(ANNA, ANNA, BRAM))


@pytest.mark.parametrize(("made", "had"), [(devices, 1), (invites, 0), (admissions, 0)])
def test_one_person_s_statements_have_an_end_however_they_come(
    log: Membership, made: object, had: int
) -> None:
    assert callable(made)
    assert len(log.add(made(9))) == 5 - had
    assert log.add(made(20)[9:]) == []


def test_so_have_the_certificates_under_one_person_s_invites_and_others_are_free(
    log: Membership,
) -> None:
    key = signer("one invite")
    by = invite(BRAM, key)
    log.add([by])
    people = [signer(f"puppet {n}") for n in range(6)]
    taken = log.add([invited(key, by, person, NOW) for person in people])
    assert len(taken) == 3
    other = signer("Anna's invite")
    mine = invite(ANNA, other)
    assert len(log.add([mine, invited(other, mine, people[5], NOW)])) == 2


def test_the_root_s_own_certificates_have_the_common_end(
    log: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caps, "MAX_OTHER", 2)
    claims = [
        Certificate(team=ROOT.id, issuer=ROOT.id, at=NOW, person=signer(f"p {n}").id)
        for n in range(4)
    ]
    assert len(log.add([Statement.sign(ROOT, claim) for claim in claims])) == 1


def test_an_invite_has_room_for_twice_its_uses_and_some(log: Membership) -> None:
    key, another = signer("of one use"), signer("of one use, too")
    by, other = invite(ANNA, key, uses=1), invite(ANNA, another, uses=1)
    log.add([by, other])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(caps, "MAX_CERTIFIED", 50)
        patched.setattr(caps, "SPARE", 1)
        people = [signer(f"puppet {n}") for n in range(9)]
        assert len(log.add([invited(key, by, person, NOW) for person in people])) == 3
        assert len(log.add([invited(another, other, person, NOW) for person in people])) == 3


def puppets(by: Signer) -> Iterator[Statement]:
    """One puppet invites three, each of which invites three; admitted by who invited them."""
    inviters = [by]
    for number in count():
        inviter = inviters[number // 3]
        puppet = signer(f"puppet {number} of {by.id}")
        inviters.append(puppet)
        yield from admitted(inviter, inviter, puppet)


class TestRows:
    """Anna founded the team; Bram and Mallory came in by one invite of hers."""

    key = signer("Anna's link")
    link = invite(ANNA, key)

    def came(self, person: Signer) -> list[Statement]:
        device = certified(ROOT.id, person, signer(f"device of {person.id}"), NOW)
        certificate = invited(self.key, self.link, person, NOW)
        return [certificate, device, admission(ANNA, self.link, person)]

    @pytest.fixture
    def log(self, monkeypatch: pytest.MonkeyPatch) -> Membership:
        monkeypatch.setattr(caps, "SHARE", 4)
        monkeypatch.setattr(caps, "MAX_ROW", 40)
        return log_of(self.link, *self.came(BRAM), *self.came(MALLORY))

    def flood(self, log: Membership) -> None:
        log.add(islice(puppets(MALLORY), 400))

    def test_puppets_that_invite_puppets_come_to_an_end(self, log: Membership) -> None:
        before = len(log)
        self.flood(log)
        # 40 of the row, and what Mallory and eight puppets have as their own.
        assert 40 < len(log) - before <= 40 + 9 * 4
        full = len(log)
        log.add(islice(puppets(MALLORY), 1000))
        assert len(log) == full

    def test_nobody_is_thrown_out_and_each_has_their_share(self, log: Membership) -> None:
        log.add(admitted(BRAM, BRAM, CLEO))
        self.flood(log)
        for person in (ANNA, BRAM, CLEO):
            assert log.standing(person.id, NOW) is Standing.ADMITTED
        gone = removal(BRAM, CLEO)
        assert log.add([gone, certified(ROOT.id, BRAM, signer("Bram's laptop"), NOW)])
        assert log.is_removed(CLEO.id)

    def test_a_full_row_lets_in_who_its_founder_or_a_steward_invites(self, log: Membership) -> None:
        self.flood(log)
        assert not log.may_invite(BRAM.id)
        assert log.may_invite(ANNA.id)
        log.add(admitted(BRAM, BRAM, CLEO))
        assert log.standing(CLEO.id, NOW) is Standing.STRANGER
        log.add(self.came(CLEO))
        assert log.standing(CLEO.id, NOW) is Standing.ADMITTED
        log.add([steward(CLEO), *admitted(CLEO, CLEO, DAAN)])
        assert log.may_invite(CLEO.id)
        assert log.standing(DAAN.id, NOW) is Standing.ADMITTED

    def test_another_invite_of_the_founder_s_is_another_row(self, log: Membership) -> None:
        self.flood(log)
        log.add([*admitted(ANNA, ANNA, CLEO), *admitted(CLEO, CLEO, DAAN)])
        assert log.standing(DAAN.id, NOW) is Standing.ADMITTED

    def test_a_steward_speaks_however_full_their_row_is(self, log: Membership) -> None:
        self.flood(log)
        statements = [admission(BRAM, self.link, signer(f"p {n}")) for n in range(20)]
        assert len(log.add(statements)) < 5
        assert log.add([steward(BRAM), *statements[5:]])[-1] == statements[-1]

    def test_a_full_log_is_whole_after_a_restart_whenever_what_had_come(
        self, log: Membership
    ) -> None:
        # Cleo's invite is in the log long before Cleo's people: a log read anew must not change it.
        log.add(entry(BRAM, CLEO))
        self.flood(log)
        log.add([steward(CLEO), *admitted(CLEO, CLEO, DAAN)])
        held = [*log]
        assert [*Membership(ROOT.id, held)] == held
        log.restore(held)
        assert [*log] == held
