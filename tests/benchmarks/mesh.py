"""A team on an ordinary morning: all are members, and whoever is there has what all have said.

Made once and handed to every process as seeds and bytes: each may be any of its members.
"""

import secrets
from dataclasses import dataclass
from typing import Self

from presencemap.app.clock import now_ms
from presencemap.app.entry import settle
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability
from presencemap.domain.person import Profile
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.bodies import profile_body, status_body
from presencemap.protocol.charter import certified, founded
from presencemap.protocol.invitation import new_invite
from presencemap.protocol.membership import Membership
from presencemap.protocol.record import MAX_LIFE, Body, Record
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Admission, Statement, invited
from presencemap.store.identity import Identity, TeamKeys

DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's keys, as seeds."""

    person: bytes
    device: bytes

    @classmethod
    def fresh(cls) -> Self:
        """Somebody new."""
        return cls(secrets.token_bytes(32), secrets.token_bytes(32))

    def signers(self) -> tuple[Signer, Signer]:
        """The keys: person, device."""
        return Signer(self.person), Signer(self.device)


@dataclass(frozen=True, slots=True)
class Mesh:
    """``members``: the last one is who joins; ``records``: profile and status of all others."""

    team: str
    secret: bytes
    members: tuple[Member, ...]
    statements: tuple[bytes, ...]
    records: tuple[bytes, ...]

    @classmethod
    def of(cls, number: int) -> Self:
        """A team of so many, and one who joins them."""
        root, now = Signer.fresh(), now_ms()
        founder, *others = members = [Member.fresh() for _ in range(number + 1)]
        person, device = founder.signers()
        statements = founded(root, person, device, "Bench", now)
        membership = Membership(root.id, statements)
        key, invite = new_invite(
            membership, person, expires=now + DAY, uses=number, label="", now=now
        )
        statements.append(invite)
        for each in others:
            statements += _admitted(root.id, person, key, invite, each, now)
        records = [record for each in members[:-1] for record in _said(root.id, each, now)]
        return cls(
            root.id,
            secrets.token_bytes(32),
            tuple(members),
            tuple(statement.data for statement in statements),
            tuple(records),
        )

    def devices(self) -> list[str]:
        """The devices of all who are there."""
        return [Signer(member.device).id for member in self.members[:-1]]

    def settle(self, paths: ProfilePaths, turn: int, name: str) -> None:
        """Make a profile of a member, who has the log and, yet, nobody's records."""
        identity = Identity(*self.members[turn].signers())
        settle(
            paths,
            identity,
            TeamKeys(self.team, self.secret),
            statements=[Statement.read(data) for data in self.statements],
            profile=Profile(name),
            peers=(),
            now=now_ms(),
        )


def _admitted(
    team: str, founder: Signer, key: Signer, invite: Statement, member: Member, now: int
) -> list[Statement]:
    """What makes somebody a member."""
    person, device = member.signers()
    claim = Admission(
        team=team, issuer=founder.id, at=now, invite=invite.hash.hex(), person=person.id
    )
    return [
        invited(key, invite, person, now),
        certified(team, person, device, now),
        Statement.sign(founder, claim),
    ]


def _said(team: str, member: Member, now: int) -> list[bytes]:
    """A profile and a status."""
    person, device = member.signers()
    activity = Activity(Kind.WORKING_ON, "VAT on Peppol invoices")
    bodies: list[Body] = [
        profile_body(Profile(f"Colleague {person.id[:8]}"), 1),
        status_body(Status(Availability.AVAILABLE, now, None, activity), 1),
    ]
    return [
        Record.sign(
            device, team=team, author=person.id, seq=seq, at=now, life=MAX_LIFE, body=body
        ).data
        for seq, body in enumerate(bodies, 1)
    ]
