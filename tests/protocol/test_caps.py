"""A member's part of the log has an end."""

import pytest

from presencemap.protocol import caps
from presencemap.protocol.charter import certified
from presencemap.protocol.membership import Membership
from presencemap.protocol.statement import (
    Admission,
    Certificate,
    Device,
    Invite,
    Statement,
    invited,
)
from tests.protocol.lan import NOW, signer
from tests.protocol.statements import ANNA, BRAM, ROOT, admitted, invite, team


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
    return Membership(ROOT.id, [*team(), *admitted(ANNA, ANNA, BRAM)])


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
