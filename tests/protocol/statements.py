"""Statements of a team of five, as the tests of membership and records need them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from presencemap.protocol.charter import certified, founded
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import (
    Admission,
    Head,
    Invite,
    Removal,
    Statement,
    Steward,
    Withdrawal,
    invited,
)
from tests.protocol.lan import DAY, NOW, signer

ROOT = signer("root")
ANNA, BRAM, CLEO, DAAN, MALLORY = map(signer, ("Anna", "Bram", "Cleo", "Daan", "Mallory"))


def device(person: Signer) -> Signer:
    return signer(f"device of {person.id}")


def team() -> list[Statement]:
    return founded(ROOT, ANNA, device(ANNA), "Lerend Collectief", NOW)


def log_of(*statements: Statement) -> Membership:
    """The log of Anna's team with these in it."""
    return Membership(ROOT.id, [*team(), *statements])


def standings(membership: Membership, now: int = NOW) -> list[Standing]:
    """Anna's, Bram's, Cleo's and Daan's."""
    return [membership.standing(p.id, now) for p in (ANNA, BRAM, CLEO, DAAN)]


def invite(
    issuer: Signer, key: Signer, *, uses: int = 50, expires: int = NOW + 7 * DAY
) -> Statement:
    claim = Invite(
        team=ROOT.id, issuer=issuer.id, at=NOW, key=key.id, expires=expires, uses=uses, label=""
    )
    return Statement.sign(issuer, claim)


def entry(issuer: Signer, person: Signer, *, uses: int = 50, days: int = 7) -> list[Statement]:
    """An invite for one person, their certificate and their device."""
    key = signer(f"{issuer.id} invites {person.id}")
    by = invite(issuer, key, uses=uses, expires=NOW + days * DAY)
    return [by, invited(key, by, person, NOW), certified(ROOT.id, person, device(person), NOW)]


def admission(member: Signer, by: Statement, person: Signer) -> Statement:
    claim = Admission(
        team=ROOT.id, issuer=member.id, at=NOW, invite=by.hash.hex(), person=person.id
    )
    return Statement.sign(member, claim)


def admitted(member: Signer, issuer: Signer, person: Signer) -> list[Statement]:
    statements = entry(issuer, person)
    return [*statements, admission(member, statements[0], person)]


def removal(signer_: Signer, person: Signer, *heads: tuple[str, int]) -> Statement:
    claim = Removal(
        team=ROOT.id,
        issuer=signer_.id,
        at=NOW,
        person=person.id,
        heads=tuple(Head(device=name, seq=seq) for name, seq in heads),
    )
    return Statement.sign(signer_, claim)


def withdrawal(signer_: Signer, by: Statement) -> Statement:
    claim = Withdrawal(team=ROOT.id, issuer=signer_.id, at=NOW, invite=by.hash.hex())
    return Statement.sign(signer_, claim)


def steward(person: Signer) -> Statement:
    claim = Steward(team=ROOT.id, issuer=ROOT.id, at=NOW, person=person.id)
    return Statement.sign(ROOT, claim)


def long_row(people: Sequence[Signer], *, admits: bool = False) -> Iterator[Statement]:
    """Each invites the next, the first of them a member; deeper than the rule allows.

    The log takes it all the same: each fifth is certified near to the root, too, by an invite of
    the first one's that is over and withdrawn. ``admits``: each admits whom they invite.
    """
    keys = [signer(f"near {n} {people[0].id}") for n in range(0, len(people), 400)]
    near = [invite(people[0], key, expires=NOW - 1) for key in keys]
    yield from near
    for number, (above, below) in enumerate(pairwise(people)):
        if number % 5 == 4:
            yield invited(keys[number // 400], near[number // 400], below, NOW)
        yield from admitted(above, above, below) if admits else entry(above, below)
    yield from (withdrawal(people[0], each) for each in near)
