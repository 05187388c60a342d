"""Seals: what only two people can read, by a box between their keys.

Source: NaCl's crypto_box (X25519, XSalsa20, Poly1305; https://nacl.cr.yp.to/box.html) with the
persons' Ed25519 keys on Curve25519 (RFC 7748). Either of the two can have made a box, so what is
in it says who did; nobody else can open it, or see for whom it is. Knows no records.
"""

import secrets
from base64 import b64decode, b64encode
from typing import Final

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import Box
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from presencemap.domain.errors import Refused
from presencemap.domain.wrong import Wrong
from presencemap.protocol.receipt import MARK
from presencemap.protocol.signing import Signer, digest

PADDED: Final = 256
"""Bytes, of which a box has a multiple: its length tells little."""


class Seals:
    """The boxes of one person. Sealed things are base64, ids are hex."""

    def __init__(self, person: Signer) -> None:
        self._person = person.id
        self._key = SigningKey(person.seed).to_curve25519_private_key()
        self._own = SecretBox(digest(person.seed, person=b"pm-stub-1"))
        self._boxes: dict[str, Box | None] = {}

    def sealed(self, data: bytes, other: str) -> tuple[str, str]:
        """(box, stub): the data for me and that person; whom it is for, for me alone.

        Raises:
            Refused: their id is no key that anything can be sealed to.
        """
        box = self._box(other)
        if box is None:
            raise Refused("Nothing can be sealed to that person's key.", Wrong.NOTE_UNSEALABLE)
        stub = self._own.encrypt(bytes.fromhex(other), _nonce())
        return _packed(box.encrypt(sodium_pad(data, PADDED), _nonce())), _packed(stub)

    def opened(self, author: str, sealed: str, stub: str) -> tuple[str, bytes] | None:
        """(the other person, the data) of what that author sealed, if it is mine or to me."""
        other = self._addressee(stub) if author == self._person else author
        box = self._box(other) if other is not None else None
        if other is None or box is None:
            return None
        try:
            return other, sodium_unpad(box.decrypt(b64decode(sealed)), PADDED)
        except (CryptoError, ValueError):
            return None

    def mark(self, note: bytes, other: str, rev: int) -> bytes:
        """What stands for a note between me and that person in a receipt of that revision.

        Another in each, and nobody else can make it: not even whether it is one can be seen.
        """
        box = self._box(other)
        assert box is not None, "a letter of theirs was opened"
        data = note + rev.to_bytes(4)
        return digest(data, size=MARK, key=box.shared_key(), person=b"pm-receipt-1")

    def _addressee(self, stub: str) -> str | None:
        try:
            return self._own.decrypt(b64decode(stub)).hex()
        except (CryptoError, ValueError):
            return None

    def _box(self, other: str) -> Box | None:
        if other not in self._boxes:
            try:
                key = VerifyKey(bytes.fromhex(other)).to_curve25519_public_key()
                self._boxes[other] = Box(self._key, key)
            except (CryptoError, ValueError):
                self._boxes[other] = None
        return self._boxes[other]


def _nonce() -> bytes:
    return secrets.token_bytes(Box.NONCE_SIZE)


def _packed(data: bytes) -> str:
    return b64encode(data).decode()
