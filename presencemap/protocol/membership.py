"""Membership: who belongs to the team, evaluated from the root down over the log of statements.

The log takes every statement whose issuer the root leads to, so it only grows, and the same set
gives the same log and the same answer in every order of arrival. A newcomer is *provisional* until
a member who met them in time has signed an admission; expiry and number of uses are judged by
those who admit, so they don't change what is in the log. What follows from it is ``verdict``'s.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, assert_never

from presencemap.domain.errors import PeerError
from presencemap.domain.team import Inviters
from presencemap.protocol.caps import Caps
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import (
    MAX_CHAIN,
    Admission,
    Certificate,
    Claim,
    Device,
    Genesis,
    Invite,
    Removal,
    Statement,
    Steward,
    Withdrawal,
)
from presencemap.protocol.verdict import MAX_DEPTH, Verdict

MAX_DEVICES: Final = 4
"""Devices of one person in a chain, the newest."""


class Standing(Enum):
    """What a person is to the team, here and now."""

    STRANGER = 0
    PROVISIONAL = 1
    ADMITTED = 2


@dataclass(frozen=True, slots=True)
class InviteState:
    """An invite and what became of it. ``overshoot``: admissions beyond its uses, at once."""

    id: str
    issuer: str
    label: str
    expires: int
    uses: int
    used: int
    withdrawn: bool

    @property
    def overshoot(self) -> int:
        """How many more were admitted than it was meant for: several members at the same time."""
        return max(0, self.used - self.uses)

    def is_open(self, now: int) -> bool:
        """Whether it still lets somebody in."""
        return not self.withdrawn and now < self.expires and self.used < self.uses


class Membership:
    """The log of one team, and what follows from it."""

    def __init__(self, team: str, statements: Iterable[Statement] = ()) -> None:
        self.team = team
        self._log: dict[bytes, Statement] = {}
        self.hashes: list[bytes] = []
        """Of the statements, in the order in which they were taken."""
        self.xor = 0
        """Of the hashes, as numbers."""
        self._caps = Caps()
        self._depths: dict[str, int] = {}
        self._invites_by: defaultdict[str, list[str]] = defaultdict(list)
        self._certified_by: defaultdict[str, list[str]] = defaultdict(list)
        self._worked_out: Verdict | None = None
        self.add(statements)

    def restore(self, statements: Iterable[Statement]) -> None:
        """Hold these and nothing else: what couldn't be kept was never said."""
        self._log.clear()
        self.hashes.clear()
        self.xor = 0
        self._caps = Caps()
        self._depths.clear()
        self._invites_by.clear()
        self._certified_by.clear()
        self._worked_out = None
        self.add(statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._log.values())

    def __len__(self) -> int:
        return len(self._log)

    def __contains__(self, statement: bytes) -> bool:
        return statement in self._log

    def get(self, statement: bytes) -> Statement | None:
        """The statement of that hash."""
        return self._log.get(statement)

    @property
    def name(self) -> str:
        """The team's name."""
        genesis = self._verdict.genesis
        return genesis.name if genesis else ""

    @property
    def inviters(self) -> Inviters:
        """Who may invite, as it was laid down."""
        return self._verdict.inviters

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody with a certificate, admitted or not yet."""
        return (*self._verdict.admitted, *self._verdict.provisional)

    @property
    def stewards(self) -> frozenset[str]:
        """Those whom the root appointed."""
        return self._verdict.stewards

    def devices(self, person: str) -> frozenset[str]:
        """The devices that a person certified."""
        return frozenset(self._verdict.devices.get(person, ()))

    def invite(self, key: str) -> Statement | None:
        """The invite of that key, if its issuer may invite."""
        found = (name for name, invite in self._verdict.invites.items() if invite.key == key)
        name = next(found, None)
        return None if name is None else self._log[bytes.fromhex(name)]

    def inviter(self, person: str) -> str | None:
        """Who invited a person; None for the founder and for strangers."""
        certificate = self._verdict.certificate(person)
        return self._verdict.inviter(certificate) if certificate else None

    def row_of(self, person: str) -> str | None:
        """Of the people whom one invite of the founder or a steward brought in, all told."""
        return self._verdict.row_of(person)

    def may_invite(self, person: str) -> bool:
        """Whether invites by this person count: by policy, at most 8 deep, in a row with room."""
        near = self._verdict.depths.get(person, MAX_DEPTH) < MAX_DEPTH
        room = near and self._caps.lets_in(person)
        return room and self._has_a_say(person) and not self.is_removed(person)

    def may_decide(self, person: str) -> bool:
        """Whether what this person lays down for all counts: by the same policy, once admitted."""
        return person in self._verdict.admitted and self._has_a_say(person)

    def may_remove(self, signer: str, person: str) -> bool:
        """Whether a removal of that person by this one (or by the root) counts."""
        verdict = self._verdict
        return signer not in verdict.removed.heads and verdict.order.may_remove(signer, person)

    def may_withdraw(self, signer: str, invite: str) -> bool:
        """Whether a withdrawal of that invite by this one (or by the root) counts."""
        verdict = self._verdict
        return signer not in verdict.removed.heads and verdict.may_withdraw(
            signer, verdict.invites[invite]
        )

    def invites(self) -> list[InviteState]:
        """All the invites that counted, but those of people who were removed."""
        verdict = self._verdict
        return [
            InviteState(
                id=name,
                issuer=claim.issuer,
                label=claim.label,
                expires=claim.expires,
                uses=claim.uses,
                used=verdict.used[name],
                withdrawn=name in verdict.withdrawn,
            )
            for name, claim in verdict.invites.items()
            if claim.issuer not in verdict.removed.heads
        ]

    def is_removed(self, person: str) -> bool:
        """Whether this person was removed, or left."""
        return person in self._verdict.removed.heads

    def last_word(self, person: str, device: str) -> int | None:
        """The last seq of a removed person's device that counts; None for everybody else."""
        heads = self._verdict.removed.heads.get(person)
        return None if heads is None else heads.get(device, 0)

    def standing(self, person: str, now: int) -> Standing:
        """An admitted member's stands until removed; a provisional one's until the invite's end."""
        verdict = self._verdict
        if person in verdict.admitted:
            return Standing.ADMITTED
        row = verdict.row(person)
        over = (
            now >= verdict.invites[name].expires or verdict.used[name] >= verdict.invites[name].uses
            for name, _ in row
        )
        return Standing.PROVISIONAL if row and not any(over) else Standing.STRANGER

    def edition(self, now: int) -> tuple[Verdict, int]:
        """As long as it is equal, so is everybody's standing."""
        return self._verdict, self._verdict.ended(now)

    def would_add(self, statements: Iterable[Statement]) -> bool:
        """Whether any of these follows and isn't there; whether there is room is another matter."""
        ours = (s for s in statements if s.claim.team == self.team and s.hash not in self._log)
        return any(self._follows(statement.claim) for statement in ours)

    def add(self, statements: Iterable[Statement]) -> list[Statement]:
        """Take what follows from the root; returns what was new, in an order that follows.

        What doesn't (yet) lead to the root is left out: nobody makes the log grow from outside. In
        the order in which it was taken, a log is taken whole again, full or not.
        """
        waiting = {
            s.hash: s for s in statements if s.claim.team == self.team and s.hash not in self._log
        }
        taken: list[Statement] = []
        followed = True
        while followed:
            followed = False
            for statement in [*waiting.values()]:
                if not self._follows(statement.claim):
                    continue
                followed = True
                del waiting[statement.hash]
                invite = self._invite_of(statement.claim)
                if self._caps.has_room(statement.claim, invite):
                    self._caps.count(statement.claim, invite)
                    self._take(statement)
                    taken.append(statement)
        if taken:
            self._worked_out = None
        return taken

    def chain(self, person: str) -> list[Statement]:
        """What proves a person's membership and devices to anybody who knows the team's key.

        Whoever admitted somebody on the way is proven as well: they may be new to the reader.
        """
        verdict, stated = self._verdict, self._verdict.statements
        proof = [s for c, s in stated.items() if isinstance(c, Genesis)]
        appointed: defaultdict[str, list[Statement]] = defaultdict(list)
        for claim, statement in stated.items():
            if isinstance(claim, Steward):
                appointed[claim.person].append(statement)
        wanted = [person]
        for current in wanted:
            certificate = verdict.certificate(current)
            if certificate is None:
                continue
            proof.append(stated[certificate])
            proof += appointed.get(current, [])
            above = [verdict.inviter(certificate)]
            if certificate.invite is not None:
                proof.append(self._log[bytes.fromhex(certificate.invite)])
                admission = verdict.admission.get(current)
                proof += [stated[admission]] if admission else []
                above.append(admission.issuer if admission else None)
            wanted += [p for p in dict.fromkeys(above) if p is not None and p not in wanted]
        devices = [s for s in self if isinstance(s.claim, Device) and s.claim.issuer == person]
        devices.sort(key=lambda s: s.claim.at, reverse=True)
        unique = {s.hash: s for s in (*devices[:MAX_DEVICES], *proof)}
        return list(unique.values())[:MAX_CHAIN]

    def admissions_due(self, member: Signer, person: str, now: int) -> list[Statement]:
        """Admissions that ``member`` owes: to a newcomer just met, and whom they came through."""
        verdict = self._verdict
        waits = self.standing(person, now) is Standing.PROVISIONAL
        if member.id not in verdict.admitted or not waits:
            return []
        claims = (
            Admission(team=self.team, issuer=member.id, at=now, invite=name, person=came)
            for name, came in reversed(verdict.row(person))
        )
        return [Statement.sign(member, claim) for claim in claims]

    def taken_over(self, member: Signer, people: Iterable[str], now: int) -> list[Statement]:
        """What those who are to be removed signed and what is to stay, signed anew by ``member``.

        Nothing that a removed person signed counts any more: whom they alone admitted would be out
        with them, and whom they removed back in.
        """
        going = set(people)
        verdict = self._verdict
        claims: list[Admission | Removal | Withdrawal] = [
            admission for admission in verdict.admission.values() if admission.issuer in going
        ]
        claims += [r for r in verdict.removed.counting if r.issuer in going]
        claims += [
            c
            for c in verdict.statements
            if isinstance(c, Withdrawal) and c.issuer in going and c.invite in verdict.withdrawn
        ]
        changed = {"issuer": member.id, "at": now}
        return [
            Statement.sign(member, claim.model_copy(update=changed))
            for claim in claims
            if not isinstance(claim, Removal) or claim.person not in going
        ]

    @property
    def _verdict(self) -> Verdict:
        """What follows from the log as it is; a page of a log comes in many at once."""
        if self._worked_out is None:
            self._worked_out = Verdict(self.team, self._log.values(), self._depths)
        return self._worked_out

    def _has_a_say(self, person: str) -> bool:
        return self.inviters is Inviters.MEMBERS or person in self.stewards

    # The log: what is taken depends on what it follows from, never on what came first.

    def _follows(self, claim: Claim) -> bool:
        match claim:
            case Genesis() | Steward():
                return claim.issuer == self.team
            case Invite():
                return self._depths.get(claim.issuer, MAX_DEPTH) < MAX_DEPTH
            case Device():
                return claim.issuer in self._depths
            case Admission() | Removal() | Withdrawal():
                return claim.issuer == self.team or claim.issuer in self._depths
            case Certificate(invite=name):
                by = self._invite_of(claim)
                by_invite = by is not None and by.key == claim.issuer
                return by_invite or (name is None and claim.issuer == self.team)
            case _:
                assert_never(claim)

    def _invite_of(self, claim: Claim) -> Invite | None:
        """The invite that a certificate stands under."""
        name = claim.invite if isinstance(claim, Certificate) else None
        found = self._log.get(bytes.fromhex(name or ""))
        return found.claim if found and isinstance(found.claim, Invite) else None

    def _take(self, statement: Statement) -> None:
        """Into the log; a certificate may bring people nearer to the root, whatever the policy."""
        self._log[statement.hash] = statement
        self.hashes.append(statement.hash)
        self.xor ^= int.from_bytes(statement.hash)
        match statement.claim:
            case Invite(issuer=issuer):
                self._invites_by[issuer].append(statement.hash.hex())
            case Certificate(invite=None, person=person) | Steward(person=person):
                self._reach(person, 1)
            case Certificate(invite=str(name), person=person):
                self._certified_by[name].append(person)
                inviter = self._log[bytes.fromhex(name)].claim.issuer
                self._reach(person, self._depths[inviter] + 1)
            case _:
                pass

    def _reach(self, person: str, depth: int) -> None:
        """This person is that near to the root; who came through them may be nearer now, too."""
        nearer = [(person, depth)]
        for current, near in nearer:
            if self._depths.get(current, near + 1) <= near:
                continue
            self._depths[current] = near
            nearer += [
                (below, near + 1)
                for name in self._invites_by[current]
                for below in self._certified_by[name]
            ]


def prove(membership: Membership, person: str, device: str, now: int) -> None:
    """Judge a peer by the log.

    Raises:
        PeerError: no member, or not that person's device.
    """
    if membership.standing(person, now) is Standing.STRANGER:
        raise PeerError("a stranger")
    if device not in membership.devices(person):
        raise PeerError("a device that its person never certified")
