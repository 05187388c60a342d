"""Membership: who belongs to the team, evaluated from the root down over the log of statements.

The same set of statements gives the same answer in every order of arrival. A newcomer is
*provisional* until a member who met them in time has signed an admission; expiry and number of
uses are judged by those who admit, so they are no part of the evaluation. (Removal comes here.)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum

from presencemap.domain.errors import PeerError
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import (
    Admission,
    Certificate,
    Device,
    Genesis,
    Invite,
    Statement,
    Steward,
)

MAX_DEPTH = 8
"""Invitations between the root and a member."""


class Standing(Enum):
    """What a person is to the team, here and now."""

    STRANGER = 0
    PROVISIONAL = 1
    ADMITTED = 2


class Membership:
    """The log of one team, and what follows from it."""

    def __init__(self, team: str, statements: Iterable[Statement] = ()) -> None:
        self.team = team
        self._log: dict[bytes, Statement] = {}
        self._evaluate()
        self.add(statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._log.values())

    def __contains__(self, statement: bytes) -> bool:
        return statement in self._log

    def get(self, statement: bytes) -> Statement | None:
        """The statement of that hash."""
        return self._log.get(statement)

    @property
    def name(self) -> str:
        """The team's name."""
        return self._genesis.name if self._genesis else ""

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody with a certificate, admitted or not yet."""
        return (*self._admitted, *self._provisional)

    @property
    def stewards(self) -> frozenset[str]:
        """Those whom the root appointed."""
        return frozenset(self._stewards)

    def devices(self, person: str) -> frozenset[str]:
        """The devices that a person certified."""
        return frozenset(self._devices[person]) if person in self._devices else frozenset()

    def invite(self, key: str) -> Invite | None:
        """The invite of that key, if its issuer may invite."""
        return self._invites.get(key)

    def inviter(self, person: str) -> str | None:
        """Who invited a person; None for the founder and for strangers."""
        certificate = self._certificate(person)
        invite = self._invites.get(certificate.issuer) if certificate else None
        return invite.issuer if invite else None

    def standing(self, person: str, now: int) -> Standing:
        """An admitted member's stands for good; a provisional one's until the invite expires."""
        if person in self._admitted:
            return Standing.ADMITTED
        certificate = self._provisional.get(person)
        if certificate is None:
            return Standing.STRANGER
        invite = self._invites[certificate.issuer]
        if now >= invite.expires or self._used(invite.key) >= invite.uses:
            return Standing.STRANGER
        above = self.standing(invite.issuer, now)
        return Standing.STRANGER if above is Standing.STRANGER else Standing.PROVISIONAL

    def add(self, statements: Iterable[Statement]) -> list[Statement]:
        """Take what follows from the root; returns what was new, in an order that follows.

        What doesn't (yet) lead to a member is left out: nobody can make the log grow from outside.
        """
        waiting = {s.hash: s for s in statements if s.hash not in self._log}
        taken: list[Statement] = []
        while True:
            fit = [s for s in waiting.values() if self._follows(s, waiting.values())]
            if not fit:
                return taken
            for statement in fit:
                self._log[statement.hash] = waiting.pop(statement.hash)
            self._evaluate()
            taken += fit

    def chain(self, person: str) -> list[Statement]:
        """What proves a person's membership and devices to anybody who knows the team's key."""
        needed: list[Statement] = [s for s in self if isinstance(s.claim, Genesis)]
        current: str | None = person
        for _ in range(MAX_DEPTH + 1):
            certificate = self._certificate(current) if current else None
            if certificate is None:
                break
            needed += [s for s in self if self._proves(s, certificate)]
            current = self.inviter(certificate.person)
        return list(dict.fromkeys(needed))

    def admissions_due(self, member: Signer, person: str, now: int) -> list[Statement]:
        """Admissions that ``member`` owes: to a newcomer just met, and whom they came through."""
        due: list[Statement] = []
        if member.id not in self._admitted:
            return due
        inviter = self.inviter(person)
        if inviter in self._provisional:
            due += self.admissions_due(member, inviter, now)
        certificate = self._provisional.get(person)
        if certificate is None or self.standing(person, now) is Standing.STRANGER:
            return due
        claim = Admission(
            team=self.team, issuer=member.id, at=now, invite=certificate.issuer, person=person
        )
        return [*due, Statement.sign(member, claim)]

    def _certificate(self, person: str) -> Certificate | None:
        return self._admitted.get(person) or self._provisional.get(person)

    def _used(self, invite: str) -> int:
        return sum(c.issuer == invite for c in self._admitted.values())

    def _may_invite(self, person: str) -> bool:
        policy = self._genesis.policy if self._genesis else "members"
        known = person in self._admitted or person in self._provisional
        return known and (policy == "members" or person in self._stewards)

    def _proves(self, statement: Statement, certificate: Certificate) -> bool:
        match statement.claim:
            case Certificate() as claim:
                return claim == certificate
            case Invite(key=key):
                return key == certificate.issuer
            case Admission(person=person, invite=invite):
                return (person, invite) == (certificate.person, certificate.issuer)
            case Steward(person=person):
                return person == certificate.person
            case Device(issuer=person):
                return person == certificate.person
            case Genesis():
                return False

    def _follows(self, statement: Statement, batch: Iterable[Statement]) -> bool:
        """Whether a statement means something, given the log (and admissions in its batch)."""
        claim = statement.claim
        if claim.team != self.team:
            return False
        match claim:
            case Genesis() | Steward():
                return claim.issuer == self.team
            case Invite():
                return self._may_invite(claim.issuer) and self._depth(claim.issuer) < MAX_DEPTH
            case Certificate():
                return claim.issuer == self.team or self._has_room(claim, batch)
            case Device() | Admission():
                return self._certificate(claim.issuer) is not None

    def _has_room(self, certificate: Certificate, batch: Iterable[Statement]) -> bool:
        """Whether the invite has uses left; an admitted one stands whatever the count says."""
        invite = self._invites.get(certificate.issuer)
        if invite is None:
            return False
        waiting = sum(c.issuer == invite.key for c in self._provisional.values())
        if self._used(invite.key) + waiting < invite.uses:
            return True
        return any(
            isinstance(s.claim, Admission)
            and (s.claim.invite, s.claim.person) == (invite.key, certificate.person)
            for s in (*self, *batch)
        )

    def _depth(self, person: str) -> int:
        inviter = self.inviter(person)
        return 1 if inviter is None else 1 + self._depth(inviter)

    def _evaluate(self) -> None:
        """From the root down, until nothing more follows."""
        self._genesis: Genesis | None = None
        self._stewards: set[str] = set()
        self._invites: dict[str, Invite] = {}
        self._devices: defaultdict[str, set[str]] = defaultdict(set)
        self._admitted: dict[str, Certificate] = {}
        self._provisional: dict[str, Certificate] = {}
        certificates: list[Certificate] = []
        admissions: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        invites: list[Invite] = []
        for _, statement in sorted(self._log.items()):
            match statement.claim:
                case Genesis() as claim:
                    self._genesis = self._genesis or claim
                case Steward(person=person):
                    self._stewards.add(person)
                case Invite() as claim:
                    invites.append(claim)
                case Certificate() as claim:
                    certificates.append(claim)
                case Device(issuer=person, device=device):
                    self._devices[person].add(device)
                case Admission(invite=invite, person=person, issuer=issuer):
                    admissions[invite, person].add(issuer)
        self._admit(certificates, admissions, invites)

    def _admit(
        self,
        certificates: list[Certificate],
        admissions: defaultdict[tuple[str, str], set[str]],
        invites: list[Invite],
    ) -> None:
        """The fixed point: admitted ones first, so that they don't hang on provisional ones."""
        growing = True
        while growing:
            growing = False
            for invite in invites:
                if invite.key not in self._invites and self._may_invite(invite.issuer):
                    self._invites[invite.key] = invite
                    growing = True
            for claim in certificates:
                by_root = claim.issuer == self.team
                open_invite = self._invites.get(claim.issuer)
                if claim.person in self._admitted or not (by_root or open_invite):
                    continue
                above = by_root or (open_invite and open_invite.issuer in self._admitted)
                signed = admissions[claim.issuer, claim.person] & self._admitted.keys()
                if above and (by_root or signed):
                    self._admitted[claim.person] = claim
                    self._provisional.pop(claim.person, None)
                    growing = True
                elif claim.person not in self._provisional:
                    self._provisional[claim.person] = claim
                    growing = True


def founded(team: Signer, person: Signer, device: Signer, name: str, now: int) -> list[Statement]:
    """The first statements of a new team: its name, its founder, the founder's device."""
    root = team.id
    genesis = Genesis(team=root, issuer=root, at=now, name=name, policy="members")
    certificate = Certificate(team=root, issuer=root, at=now, person=person.id)
    steward = Steward(team=root, issuer=root, at=now, person=person.id)
    by_root = [Statement.sign(team, claim) for claim in (genesis, certificate, steward)]
    return [*by_root, certified(root, person, device, now)]


def certified(team: str, person: Signer, device: Signer, now: int) -> Statement:
    """A person's word that a device signs for them."""
    claim = Device(team=team, issuer=person.id, at=now, device=device.id)
    return Statement.sign(person, claim)


def proven(membership: Membership, person: str, device: str, now: int) -> Standing:
    """A peer's standing.

    Raises:
        PeerError: no member, or not that person's device.
    """
    standing = membership.standing(person, now)
    if standing is Standing.STRANGER or device not in membership.devices(person):
        raise PeerError("a stranger")
    return standing
