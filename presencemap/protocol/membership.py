"""Membership: who belongs to the team, evaluated from the root down over the log of statements.

The log takes every statement whose issuer the root leads to, so it only grows, and the same set
gives the same log and the same answer in every order of arrival. A newcomer is *provisional* until
a member who met them in time has signed an admission; expiry and number of uses are judged by
those who admit, so they don't change what is in the log. (Removal comes here.)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final, assert_never

from presencemap.domain.errors import PeerError
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import (
    MAX_CHAIN,
    Admission,
    Certificate,
    Claim,
    Device,
    Genesis,
    Invite,
    Statement,
    Steward,
)

MAX_DEPTH: Final = 8
"""Invitations between the root and a member."""

MAX_DEVICES: Final = 4
"""Devices of one person in a chain, the newest."""


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
        self._depths: dict[str, int] = {}
        self._evaluate()
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

    def invite(self, key: str) -> Statement | None:
        """The invite of that key, if its issuer may invite."""
        found = (name for name, invite in self._invites.items() if invite.key == key)
        name = next(found, None)
        return None if name is None else self._log[bytes.fromhex(name)]

    def inviter(self, person: str) -> str | None:
        """Who invited a person; None for the founder and for strangers."""
        certificate = self._certificate(person)
        return self._issuer(certificate) if certificate else None

    def may_invite(self, person: str) -> bool:
        """Whether invites by this person count: by the team's policy, at most 8 deep."""
        policy = self._genesis.policy if self._genesis else "members"
        near = self._depths.get(person, MAX_DEPTH) < MAX_DEPTH
        return near and (policy == "members" or person in self._stewards)

    def standing(self, person: str, now: int) -> Standing:
        """An admitted member's stands for good; a provisional one's until the invite is over."""
        if person in self._admitted:
            return Standing.ADMITTED
        certificate = self._provisional.get(person)
        if certificate is None or certificate.invite is None:
            return Standing.STRANGER
        invite = self._invites[certificate.invite]
        if now >= invite.expires or self._used[certificate.invite] >= invite.uses:
            return Standing.STRANGER
        above = self.standing(invite.issuer, now)
        return Standing.STRANGER if above is Standing.STRANGER else Standing.PROVISIONAL

    def add(self, statements: Iterable[Statement]) -> list[Statement]:
        """Take what follows from the root; returns what was new, in an order that follows.

        What doesn't (yet) lead to the root is left out: nobody makes the log grow from outside.
        """
        waiting = {
            s.hash: s for s in statements if s.claim.team == self.team and s.hash not in self._log
        }
        taken: list[Statement] = []
        while fit := [s for s in waiting.values() if self._follows(s.claim)]:
            for statement in fit:
                self._log[statement.hash] = waiting.pop(statement.hash)
            taken += fit
            self._depths = self._reach()
        if taken:
            self._evaluate()
        return taken

    def chain(self, person: str) -> list[Statement]:
        """What proves a person's membership and devices to anybody who knows the team's key.

        Whoever admitted somebody on the way is proven as well: they may be new to the reader.
        """
        proof = [s for s in self if isinstance(s.claim, Genesis)]
        wanted = [person]
        for current in wanted:
            certificate = self._certificate(current)
            if certificate is None:
                continue
            proof += [s for s in self if s.claim == certificate]
            proof += [s for s in self if isinstance(s.claim, Steward) and s.claim.person == current]
            above = [self._issuer(certificate)]
            if certificate.invite is not None:
                proof.append(self._log[bytes.fromhex(certificate.invite)])
                admission = self._admission(certificate)
                proof += [s for s in self if s.claim == admission]
                above.append(admission.issuer if admission else None)
            wanted += [p for p in dict.fromkeys(above) if p is not None and p not in wanted]
        devices = [s for s in self if isinstance(s.claim, Device) and s.claim.issuer == person]
        devices.sort(key=lambda s: s.claim.at, reverse=True)
        unique = {s.hash: s for s in (*devices[:MAX_DEVICES], *proof)}
        return list(unique.values())[:MAX_CHAIN]

    def admissions_due(self, member: Signer, person: str, now: int) -> list[Statement]:
        """Admissions that ``member`` owes: to a newcomer just met, and whom they came through."""
        certificate = self._provisional.get(person)
        if member.id not in self._admitted or certificate is None or certificate.invite is None:
            return []
        if self.standing(person, now) is Standing.STRANGER:
            return []
        above = self.admissions_due(member, self._invites[certificate.invite].issuer, now)
        claim = Admission(
            team=self.team, issuer=member.id, at=now, invite=certificate.invite, person=person
        )
        return [*above, Statement.sign(member, claim)]

    # The log: what is taken depends on what it follows from, never on what came first.

    def _follows(self, claim: Claim) -> bool:
        match claim:
            case Genesis() | Steward():
                return claim.issuer == self.team
            case Invite():
                return self._depths.get(claim.issuer, MAX_DEPTH) < MAX_DEPTH
            case Device() | Admission():
                return claim.issuer in self._depths
            case Certificate(invite=name):
                invite = self._log.get(bytes.fromhex(name or ""))
                by = invite.claim if invite else None
                by_invite = isinstance(by, Invite) and by.key == claim.issuer
                return by_invite or (name is None and claim.issuer == self.team)
            case _:
                assert_never(claim)

    def _reach(self) -> dict[str, int]:
        """How far from the root each person is, by the shortest way and whatever the policy."""
        invites: defaultdict[str, list[str]] = defaultdict(list)
        certified: defaultdict[str | None, list[str]] = defaultdict(list)
        for name, statement in self._log.items():
            if isinstance(statement.claim, Invite):
                invites[statement.claim.issuer].append(name.hex())
            elif isinstance(statement.claim, Certificate):
                certified[statement.claim.invite].append(statement.claim.person)
        depths = dict.fromkeys(certified[None], 1)
        reached = list(depths)
        for person in reached:
            below = [p for name in invites[person] for p in certified[name] if p not in depths]
            depths |= dict.fromkeys(below, depths[person] + 1)
            reached += dict.fromkeys(below)
        return depths

    # What follows from the log.

    def _evaluate(self) -> None:
        """Who is appointed, invited, admitted and provisional, in the order of hashes."""
        claims = {name.hex(): self._log[name].claim for name in sorted(self._log)}
        every = claims.values()
        self._genesis = next((c for c in every if isinstance(c, Genesis)), None)
        self._stewards = {c.person for c in every if isinstance(c, Steward)}
        self._invites = {
            name: claim
            for name, claim in claims.items()
            if isinstance(claim, Invite) and self.may_invite(claim.issuer)
        }
        self._devices: defaultdict[str, set[str]] = defaultdict(set)
        self._admissions: defaultdict[tuple[str | None, str], dict[str, Admission]]
        self._admissions = defaultdict(dict)
        for claim in every:
            if isinstance(claim, Device):
                self._devices[claim.issuer].add(claim.device)
            elif isinstance(claim, Admission):
                self._admissions[claim.invite, claim.person].setdefault(claim.issuer, claim)
        self._admitted: dict[str, Certificate] = {}
        self._provisional: dict[str, Certificate] = {}
        certificates = [c for c in every if isinstance(c, Certificate)]
        while new := {c.person: c for c in reversed(certificates) if self._admits(c)}:
            self._admitted |= new
        # Of several invites that still wait for an admission, the one that lasts longest.
        certificates.sort(key=self._end)
        while new := {c.person: c for c in certificates if self._expects(c)}:
            self._provisional |= new
        self._used = Counter(c.invite for c in self._admitted.values())

    def _end(self, certificate: Certificate) -> int:
        invite = self._invites.get(certificate.invite or "")
        return invite.expires if invite else 0

    def _admits(self, certificate: Certificate) -> bool:
        """Whether a person is admitted by this, given who is so far."""
        if certificate.person in self._admitted:
            return False
        if certificate.invite is None:
            return True
        above = self._issuer(certificate) in self._admitted
        return above and self._admission(certificate) is not None

    def _expects(self, certificate: Certificate) -> bool:
        """Whether this makes a person provisional, given who is so far."""
        inviter = self._issuer(certificate)
        people = (self._admitted, self._provisional)
        known = any(certificate.person in found for found in people)
        return not known and any(inviter in found for found in people)

    def _admission(self, certificate: Certificate) -> Admission | None:
        """The admission under this invite by whoever was admitted first."""
        signed = self._admissions.get((certificate.invite, certificate.person))
        if not signed:
            return None
        return next((signed[issuer] for issuer in self._admitted if issuer in signed), None)

    def _certificate(self, person: str) -> Certificate | None:
        return self._admitted.get(person) or self._provisional.get(person)

    def _issuer(self, certificate: Certificate) -> str | None:
        """Who invited; None for the root's certificate or an invite that doesn't count."""
        invite = self._invites.get(certificate.invite or "")
        return invite.issuer if invite else None


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


def prove(membership: Membership, person: str, device: str, now: int) -> None:
    """Judge a peer by the log.

    Raises:
        PeerError: no member, or not that person's device.
    """
    if membership.standing(person, now) is Standing.STRANGER:
        raise PeerError("a stranger")
    if device not in membership.devices(person):
        raise PeerError("a device that its person never certified")
