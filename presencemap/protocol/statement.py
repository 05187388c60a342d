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
from presencemap.protocol.record import VERSION, Clean, HexKey, Millis, Model, Version
from presencemap.protocol.signing import SIGNATURE_BYTES, Signer, digest, verified

MAX_STATEMENT = 1024
MAX_USES = 10_000
_DOMAIN: Final = b"presencemap/statement/1\0"

Policy = Literal["members", "stewards"]
TeamName = Annotated[str, Field(min_length=1, max_length=MAX_NAME), Clean]


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
    """By an invite key, or the root: this person is a member."""

    kind: Literal["certificate"] = "certificate"
    person: HexKey
    role: Literal["member"] = "member"


class Device(Stated):
    """By a person: this device signs for me."""

    kind: Literal["device"] = "device"
    device: HexKey


class Admission(Stated):
    """By a member: the certificate of this person under this invite came in time."""

    kind: Literal["admission"] = "admission"
    invite: HexKey
    person: HexKey


Claim = Genesis | Steward | Invite | Certificate | Device | Admission
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
        return cls(claim, data)
