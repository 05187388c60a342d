"""Statements: what is refused before membership is even asked."""

import json

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.charter import certified, founded
from presencemap.protocol.statement import (
    MAX_STATEMENT,
    Certificate,
    Invite,
    Statement,
    invited,
)
from tests.protocol.lan import DAY, NOW, signer

ROOT, ANNA, BRAM, KEY = map(signer, ("root", "Anna", "Bram", "invite"))
DEVICE = signer("device")


def invite(**changed: object) -> Statement:
    fields = {"team": ROOT.id, "issuer": ANNA.id, "at": NOW, "key": KEY.id}
    rest = {"expires": NOW + DAY, "uses": 3, "label": "", **changed}
    return Statement.sign(ANNA, Invite.model_validate({**fields, **rest}))


def forged(certificate: Certificate, **changed: object) -> bytes:
    """A certificate as the holder of the invite's key may sign it."""
    body = json.dumps({**certificate.model_dump(), **changed}).encode()
    signer_ = ROOT if changed.get("issuer") == ROOT.id else KEY
    return body + signer_.sign(b"presencemap/statement/1\0" + body)


def certificate() -> Certificate:
    claim = invited(KEY, invite(), BRAM, NOW).claim
    assert isinstance(claim, Certificate)
    return claim


def test_each_kind_survives_the_wire() -> None:
    statements = [
        *founded(ROOT, ANNA, DEVICE, "Lerend Collectief", NOW),
        invite(),
        invited(KEY, invite(), BRAM, NOW),
        certified(ROOT.id, BRAM, DEVICE, NOW),
    ]
    for statement in statements:
        read = Statement.read(statement.data)
        assert (read, read.hash) == (statement, statement.hash)


@pytest.mark.parametrize("data", [b"", bytes(64), b"{}" + bytes(64), b'{"kind":"x"}' + bytes(64)])
def test_what_is_no_statement_is_the_peers_error(data: bytes) -> None:
    with pytest.raises(PeerError, match="a malformed statement"):
        Statement.read(data)


def test_a_byte_over_the_limit() -> None:
    data = invite().data
    padded = data[:-64] + b" " * (MAX_STATEMENT - len(data)) + data[-64:]
    with pytest.raises(PeerError, match="wrong signature"):
        Statement.read(padded)
    with pytest.raises(PeerError, match="a statement of 1025 bytes"):
        Statement.read(b" " + padded)


def test_the_longest_invite_fits() -> None:
    assert len(invite(label="\U0001f600" * 60, uses=10_000).data) <= MAX_STATEMENT


def test_another_may_not_sign_in_the_issuers_name() -> None:
    claim = invite().claim
    with pytest.raises(PeerError, match="wrong signature"):
        Statement.read(Statement.sign(BRAM, claim).data)


@pytest.mark.parametrize(
    "changed",
    [
        {"person": ANNA.id},  # nobody becomes the inviter of who never took the invitation
        {"invite": "0" * 32},
        {"consent": "0" * 128},
        {"consent": None},
        {"invite": None},
        {"invite": None, "consent": None},
        {"issuer": ROOT.id, "invite": None},
    ],
)
def test_a_certificate_needs_the_newcomers_consent_to_this_invite(changed: dict[str, str]) -> None:
    assert Statement.read(forged(certificate())).claim == certificate()
    with pytest.raises(PeerError, match="didn't agree"):
        Statement.read(forged(certificate(), **changed))


def test_the_roots_certificate_needs_none() -> None:
    data = forged(certificate(), issuer=ROOT.id, invite=None, consent=None)
    assert Statement.read(data).claim.issuer == ROOT.id
