"""What follows from a log of statements: who is appointed, invited, admitted, provisional, removed.

A function of the set of statements alone: whatever has to be chosen is chosen in the order of their
hashes. Knows no clock; what expires is judged by ``membership``.

How deep somebody is goes by the certificates that count here: the log takes others too, which may
have been withdrawn since.
"""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import Final

from presencemap.domain.team import Inviters
from presencemap.protocol.removals import Order, judged
from presencemap.protocol.statement import (
    Admission,
    Certificate,
    Claim,
    Device,
    Genesis,
    Invite,
    Statement,
    Steward,
    Withdrawal,
)

MAX_DEPTH: Final = 8
"""Invitations between the root and a member."""


class Verdict:
    """Worked out once for a log; a longer log has another."""

    def __init__(self, team: str, log: Iterable[Statement], depths: Mapping[str, int]) -> None:
        ordered = sorted(log, key=lambda s: s.hash)
        self.statements: dict[Claim, Statement] = {}
        """The statement of each claim; of two forms of one the lower hash."""
        for statement in ordered:
            self.statements.setdefault(statement.claim, statement)
        every = [statement.claim for statement in ordered]
        self.genesis = next((c for c in every if isinstance(c, Genesis)), None)
        appointed = frozenset(c.person for c in every if isinstance(c, Steward))
        self.inviters = Inviters(self.genesis.policy) if self.genesis else Inviters.MEMBERS
        by_members = self.inviters is Inviters.MEMBERS
        self.invites = {
            s.hash.hex(): s.claim
            for s in ordered
            if isinstance(s.claim, Invite) and (by_members or s.claim.issuer in appointed)
        }
        self._ends = sorted(invite.expires for invite in self.invites.values())
        self.devices: defaultdict[str, set[str]] = defaultdict(set)
        for claim in every:
            if isinstance(claim, Device):
                self.devices[claim.issuer].add(claim.device)
        certificates = [c for c in every if isinstance(c, Certificate)]
        self.order = Order(team, appointed, self._inviters(certificates), depths)
        self.removed = judged(ordered, self.order)
        self.withdrawn = {
            c.invite for c in every if isinstance(c, Withdrawal) and self._withdraws(c)
        }
        self.stewards = appointed - self.removed.heads.keys()
        self.admissions: defaultdict[tuple[str, str], dict[str, Admission]] = defaultdict(dict)
        for claim in every:
            if isinstance(claim, Admission) and claim.issuer not in self.removed.expelled:
                self.admissions[claim.invite, claim.person].setdefault(claim.issuer, claim)
        self.ever: dict[str, Certificate] = {}
        """Those who were admitted, the removed among them: they may have invited others."""
        self.admission: dict[str, Admission] = {}
        """By which each was admitted."""
        self.depths: dict[str, int] = {}
        """How far from the root each is who was admitted or waits: 1 to ``MAX_DEPTH``."""
        self._admit(certificates)
        self.admitted = {p: c for p, c in self.ever.items() if p not in self.removed.heads}
        self.provisional: dict[str, Certificate] = {}
        self._expect(certificates)
        self.used = Counter(c.invite for c in self.ever.values())
        self._rows: dict[str, str | None] = {}

    def certificate(self, person: str) -> Certificate | None:
        """What makes or made this person a member."""
        return self.ever.get(person) or self.provisional.get(person)

    def row(self, person: str) -> list[tuple[str, str]]:
        """(invite, person) of who waits for an admission, and of who waits above them, in turn."""
        found: list[tuple[str, str]] = []
        while (certificate := self.provisional.get(person)) and certificate.invite:
            found.append((certificate.invite, person))
            person = self.invites[certificate.invite].issuer
        return found

    def inviter(self, certificate: Certificate) -> str | None:
        """Who invited; None for the root's certificate or an invite that doesn't count."""
        invite = self.invites.get(certificate.invite or "")
        return invite.issuer if invite else None

    def row_of(self, person: str) -> str | None:
        """The invite of the founder or a steward through which a person came, however far below.

        None for these two themselves, and for strangers: whom the root vouches for is in no row.
        """
        if person not in self._rows:
            row, current = None, person
            while (certificate := self.certificate(current)) and current not in self.order.stewards:
                row, current = certificate.invite, self.inviter(certificate) or ""
            self._rows[person] = row
        return self._rows[person]

    def ended(self, now: int) -> int:
        """How many invites have expired."""
        return bisect_right(self._ends, now)

    def may_withdraw(self, signer: str, invite: Invite) -> bool:
        """Whose invite it is, a steward, or the root; nobody who was removed by another."""
        above = signer == self.order.root or signer in self.order.stewards
        return (above or signer == invite.issuer) and signer not in self.removed.expelled

    def _inviters(self, certificates: list[Certificate]) -> dict[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for certificate in certificates:
            inviter = self.inviter(certificate)
            if inviter is not None:
                found[certificate.person].add(inviter)
        return {person: frozenset(inviters) for person, inviters in found.items()}

    def _withdraws(self, claim: Withdrawal) -> bool:
        invite = self.invites.get(claim.invite)
        return invite is not None and self.may_withdraw(claim.issuer, invite)

    def _admit(self, certificates: list[Certificate]) -> None:
        """From the root down, the shortest way: looked at when an inviter or admitter is nearer."""
        waiting: defaultdict[str, list[Certificate]] = defaultdict(list)
        for certificate in certificates:
            inviter = self.inviter(certificate)
            if certificate.invite is not None and inviter is not None:
                signed = self.admissions.get((certificate.invite, certificate.person), {})
                for person in (inviter, *signed) if signed else ():
                    waiting[person].append(certificate)
        for certificate in certificates:
            # The root vouches for its stewards: nobody who let them in takes them along.
            vouched = (
                certificate.person in self.order.stewards and certificate.invite in self.invites
            )
            if certificate.invite is None or vouched:
                self.ever.setdefault(certificate.person, certificate)
                self.depths[certificate.person] = 1
        came = deque(self.ever)
        while came:
            for certificate in waiting[came.popleft()]:
                person, depth = certificate.person, self._below(certificate)
                nearer = depth < self.depths.get(person, MAX_DEPTH + 1)
                admission = self._admission(certificate) if nearer else None
                if admission is not None:
                    self.ever[person] = certificate
                    self.admission[person] = admission
                    self.depths[person] = depth
                    came.append(person)

    def _below(self, certificate: Certificate) -> int:
        """How deep one is by this certificate, given who is in so far."""
        return self.depths.get(self.inviter(certificate) or "", MAX_DEPTH) + 1

    def _admission(self, certificate: Certificate) -> Admission | None:
        """What admits under this certificate, given who is admitted so far."""
        signed = self.admissions[certificate.invite or "", certificate.person]
        by_root = signed.get(self.order.root)
        return by_root or next((a for issuer, a in signed.items() if issuer in self.ever), None)

    def _expect(self, certificates: list[Certificate]) -> None:
        """Who waits for an admission; of several invites, by the one that lasts longest."""
        open_ones = [c for c in certificates if self._is_open(c)]
        open_ones.sort(key=lambda c: self.invites[c.invite or ""].expires)
        while new := {c.person: c for c in open_ones if self._expects(c)}:
            self.provisional |= new
            self.depths |= {person: self._below(c) for person, c in new.items()}

    def _is_open(self, certificate: Certificate) -> bool:
        name = certificate.invite or ""
        gone = self.removed.heads.keys()
        return (
            name in self.invites
            and name not in self.withdrawn
            and certificate.person not in gone
            and self.invites[name].issuer not in gone
        )

    def _expects(self, certificate: Certificate) -> bool:
        """Whether this makes a person provisional, given who is so far."""
        people = (self.admitted, self.provisional)
        known = any(certificate.person in found for found in people)
        inviter = self.inviter(certificate)
        waits = not known and any(inviter in found for found in people)
        return waits and self._below(certificate) <= MAX_DEPTH
