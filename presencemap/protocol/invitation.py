"""Invitations: the link ``presencemap://join#...`` and what a newcomer makes of it, alone.

The link carries the invite key's seed, the chain of statements up to the root, the team's
discovery secret and address hints: enough to join with nobody online.
"""

import base64
import binascii
import zlib
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, ValidationError

from presencemap.domain.errors import InvalidInput, InviteExpired, InviteUnreadable, PeerError
from presencemap.domain.person import MAX_NAME
from presencemap.domain.wrong import Wrong
from presencemap.protocol.address import Address
from presencemap.protocol.charter import certified
from presencemap.protocol.fields import VERSION, Clean, HexKey, Model, Version
from presencemap.protocol.membership import Membership
from presencemap.protocol.signing import SIGNATURE_BYTES, Signer
from presencemap.protocol.statement import MAX_CHAIN, Device, Invite, Statement, invited

SCHEME = "presencemap://join#"
MAX_LINK = 16_384
MAX_HINTS = 8
_MAX_PLAIN = 65_536
_HELP = "Ask your colleague to send it again, and copy it whole."


class Packed(Model):
    """What the link holds, deflated JSON in base64url."""

    v: Version = VERSION
    team: HexKey
    seed: HexKey
    secret: HexKey
    chain: Annotated[tuple[str, ...], Field(max_length=MAX_CHAIN)]
    """Each the JSON of a statement, then its signature in hex."""
    hints: Annotated[tuple[str, ...], Field(max_length=MAX_HINTS)]
    inviter: Annotated[str, Field(max_length=MAX_NAME), Clean]
    """As the inviter's profile had it; the chain has keys only. Proves nothing."""


@dataclass(frozen=True)
class Invitation:
    """A read and verified link."""

    membership: Membership
    statement: Statement
    invite: Invite
    key: Signer
    secret: bytes
    hints: tuple[Address, ...]
    inviter: str

    @property
    def team(self) -> str:
        """The team's name."""
        return self.membership.name


def new_invite(
    membership: Membership, issuer: Signer, *, expires: int, uses: int, label: str, now: int
) -> tuple[Signer, Statement]:
    """A fresh invite key and the statement that makes it count."""
    key = Signer.fresh()
    claim = Invite(
        team=membership.team,
        issuer=issuer.id,
        at=now,
        key=key.id,
        expires=expires,
        uses=uses,
        label=label,
    )
    return key, Statement.sign(issuer, claim)


def invite_link(
    membership: Membership,
    key: Signer,
    secret: bytes,
    hints: tuple[Address, ...],
    *,
    inviter: str,
) -> str:
    """The link for an invite that is in the log; `inviter` is the name of who made it."""
    invite = membership.invite(key.id)
    if invite is None:
        raise InvalidInput("This invite isn't in the team's log.", Wrong.INVITE_UNKNOWN)
    proof = membership.chain(invite.claim.issuer)
    above = [s for s in proof if not isinstance(s.claim, Device)]
    packed = Packed(
        team=membership.team,
        seed=key.seed.hex(),
        secret=secret.hex(),
        chain=tuple(map(_as_text, (invite, *above))),
        hints=tuple(map(str, hints)),
        inviter=inviter,
    )
    deflated = zlib.compress(packed.model_dump_json().encode(), level=9)
    return SCHEME + base64.urlsafe_b64encode(deflated).decode().rstrip("=")


def read_invitation(link: str, now: int) -> Invitation:
    """What a link offers.

    Raises:
        InviteUnreadable: cut, mistyped, or no invite link at all.
        InviteExpired: its days are over, by this machine's clock.
    """
    text = "".join(link.split()).strip("<>\"'")
    if not text.startswith(SCHEME):
        raise InviteUnreadable(f"This is no invite link: those begin with {SCHEME}. {_HELP}")
    try:
        packed = Packed.model_validate_json(_inflated(text.removeprefix(SCHEME)))
        statements = [Statement.read(_as_bytes(item)) for item in packed.chain]
        hints = tuple(map(Address.parse, packed.hints))
    except (ValueError, ValidationError, binascii.Error, zlib.error, PeerError, InvalidInput):
        raise InviteUnreadable(f"This invite link is cut or mistyped. {_HELP}") from None
    membership = Membership(packed.team, statements)
    key = Signer(bytes.fromhex(packed.seed))
    statement = membership.invite(key.id)
    invite = statement.claim if statement else None
    if statement is None or not isinstance(invite, Invite) or not membership.name:
        raise InviteUnreadable(f"This invite link proves no membership. {_HELP}")
    if now >= invite.expires:
        raise InviteExpired("This invite has expired. Ask your colleague for a new one.")
    secret = bytes.fromhex(packed.secret)
    return Invitation(membership, statement, invite, key, secret, hints, packed.inviter)


def accepted(invitation: Invitation, person: Signer, device: Signer, now: int) -> list[Statement]:
    """The statements of a newcomer: the chain, the own certificate, the own device."""
    membership = invitation.membership
    certificate = invited(invitation.key, invitation.statement, person, now)
    return [*membership, certificate, certified(membership.team, person, device, now)]


def _as_text(statement: Statement) -> str:
    """JSON and a signature in hex: keys that stand in several statements deflate well so."""
    body, signature = statement.data[:-SIGNATURE_BYTES], statement.data[-SIGNATURE_BYTES:]
    return body.decode() + signature.hex()


def _as_bytes(text: str) -> bytes:
    split = -2 * SIGNATURE_BYTES
    return text[:split].encode() + bytes.fromhex(text[split:])


def _inflated(text: str) -> bytes:
    """The packed JSON; a bomb and a cut link both end here."""
    if len(text) > MAX_LINK:
        msg = "too long"
        raise ValueError(msg)
    inflater = zlib.decompressobj()
    deflated = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    plain = inflater.decompress(deflated, _MAX_PLAIN)
    if not inflater.eof:
        msg = "cut"
        raise ValueError(msg)
    return plain
