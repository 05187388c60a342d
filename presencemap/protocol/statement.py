"""Statements: the signed entries of the membership log.

A statement is JSON signed by its ``issuer``; its bytes are kept as received. Who may state what,
and what follows from all of them together, is ``membership``'s matter.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, Literal, Self

from pydantic import Field, TypeAdapter, ValidationError

from presencemap.domain.errors import PeerError
from presencemap.domain.person import MAX_NAME
from presencemap.protocol.fields import VERSION, Clean, Hash, HexKey, Millis, Model, Version
from presencemap.protocol.signing import SIGNATURE_BYTES, Signer, digest, verified

MAX_STATEMENT = 1024
MAX_USES = 10_000
MAX_CHAIN = 40
"""Statements in a greeting or an invite link; the longest of them fit in one frame."""

MAX_HEADS = 6
"""Devices named in a removal: those that spoke last."""

_DOMAIN: Final = b"presencemap/statement/1\0"
_CONSENT: Final = b"presencemap/consent/1\0"

Policy = Literal["members", "stewards"]
TeamName = Annotated[str, Field(min_length=1, max_length=MAX_NAME), Clean]
Signature = Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]


class Stated(Model):
    """What every statement says: its team (the root's public key), its signer, its time."""

    v: Version = VERSION
    team: HexKey
    issuer: HexKey
    at: Millis


class Genesis(Stated):
    """By the root: the team's name, and who may invite."""

    kind: Literal["genesis"] = "genesis"
    name: TeamName
    policy: Policy


class Steward(Stated):
    """By the root: this person may remove members and, by policy, invite."""

    kind: Literal["steward"] = "steward"
    person: HexKey


class Invite(Stated):
    """By a member: who holds the key's seed may certify newcomers. ``expires`` in ms."""

    kind: Literal["invite"] = "invite"
    key: HexKey
    expires: Millis
    uses: Annotated[int, Field(ge=1, le=MAX_USES)]
    label: Annotated[str, Field(max_length=MAX_NAME), Clean]


class Certificate(Stated):
    """By an invite key, or the root: this person is a member.

    Under an invite it names that invite's statement and carries the person's own signature, so
    nobody can become the inviter of somebody who never took the invitation. The root needs neither.
    """

    kind: Literal["certificate"] = "certificate"
    person: HexKey
    role: Literal["member"] = "member"
    invite: Hash | None = None
    consent: Signature | None = None


class Device(Stated):
    """By a person: this device signs for me."""

    kind: Literal["device"] = "device"
    device: HexKey


class Admission(Stated):
    """By a member: the certificate of this person under this invite came in time."""

    kind: Literal["admission"] = "admission"
    invite: Hash
    person: HexKey


class Head(Model):
    """The last record of a device that counts."""

    device: HexKey
    seq: Annotated[int, Field(ge=1, lt=1 << 52)]


class Removal(Stated):
    """By who ranks above, who invited, the root, or the person: they belong to the team no more.

    ``heads``: the newest record of each device that its signer knew; what came before stays.
    """

    kind: Literal["removal"] = "removal"
    person: HexKey
    heads: Annotated[tuple[Head, ...], Field(max_length=MAX_HEADS)]


class Withdrawal(Stated):
    """By who made the invite, a steward or the root: it lets nobody in any more."""

    kind: Literal["withdrawal"] = "withdrawal"
    invite: Hash


Claim = Genesis | Steward | Invite | Certificate | Device | Admission | Removal | Withdrawal
_CLAIM: TypeAdapter[Claim] = TypeAdapter(Annotated[Claim, Field(discriminator="kind")])


@dataclass(frozen=True)
class Statement:
    """A claim whose signature was checked, with its exact bytes."""

    claim: Claim
    data: bytes

    @cached_property
    def hash(self) -> bytes:
        """The 16 bytes that name it."""
        return digest(self.data, size=16)

    @classmethod
    def sign(cls, signer: Signer, claim: Claim) -> Self:
        """A new statement; ``claim.issuer`` must be the signer."""
        body = claim.model_dump_json().encode()
        return cls(claim, body + signer.sign(_DOMAIN + body))

    @classmethod
    def read(cls, data: bytes) -> Self:
        """A peer's statement: JSON, then 64 bytes of signature.

        Raises:
            PeerError: over its limit, malformed or not signed by its issuer.
        """
        body, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
        if len(data) > MAX_STATEMENT:
            raise PeerError(f"a statement of {len(data)} bytes")
        try:
            claim = _CLAIM.validate_json(body)
        except ValidationError as error:
            raise PeerError(f"a malformed statement: {error.error_count()} faults") from None
        if not verified(claim.issuer, _DOMAIN + body, signature):
            raise PeerError("a statement with a wrong signature")
        if isinstance(claim, Certificate) and not _agreed(claim):
            raise PeerError("a certificate that its person didn't agree to")
        return cls(claim, data)


def invited(key: Signer, invite: Statement, person: Signer, now: int) -> Statement:
    """The certificate of a newcomer under an invite, signed by its key and by the newcomer."""
    team, name = invite.claim.team, invite.hash.hex()
    consent = person.sign(_consent(team, key.id, name)).hex()
    claim = Certificate(
        team=team, issuer=key.id, at=now, person=person.id, invite=name, consent=consent
    )
    return Statement.sign(key, claim)


def _agreed(claim: Certificate) -> bool:
    if claim.invite is None or claim.consent is None:
        return claim.issuer == claim.team and claim.invite is claim.consent
    message = _consent(claim.team, claim.issuer, claim.invite)
    return verified(claim.person, message, bytes.fromhex(claim.consent))


def _consent(team: str, key: str, invite: str) -> bytes:
    return _CONSENT + bytes.fromhex(team + key + invite)
