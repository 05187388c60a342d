"""Keys and proofs: Ed25519 signatures, BLAKE2b hashes, and what is derived from a team's secret.

Keys travel as 32 raw bytes; ids in records are the hex of a public key. Sources: RFC 8032
(Ed25519), RFC 7693 (BLAKE2b), RFC 7748 (the Curve25519 keys that CURVE uses).
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple, Self

from nacl.bindings import crypto_scalarmult_base, crypto_sign_open
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey

KEY_BYTES = 32
SIGNATURE_BYTES = 64
HASH_BYTES = 32


class Signer:
    """An Ed25519 key pair that signs. ``id``: its public key in hex."""

    def __init__(self, seed: bytes) -> None:
        self._key = SigningKey(seed)
        self.id = bytes(self._key.verify_key).hex()

    @classmethod
    def fresh(cls) -> Self:
        """A new random key."""
        return cls(secrets.token_bytes(32))

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes, to be kept in a file of mode 0600."""
        return bytes(self._key)

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature."""
        return self._key.sign(message).signature


def verified(signer: str, message: bytes, signature: bytes) -> bool:
    """Whether the key of that hex id signed the message; a malformed key signs nothing."""
    try:
        key = bytes.fromhex(signer)
        # PyNaCl's VerifyKey around it takes a ninth more. By itself it looks at no length.
        if len(key) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
            return False
        crypto_sign_open(signature + message, key)
    except (BadSignatureError, ValueError):
        return False
    return True


class Claim(NamedTuple):
    """That the key of that hex id signed the message: true where it is ``verified``."""

    signer: str
    message: bytes
    signature: bytes


Check = Callable[[Sequence[Claim]], bool]
"""``all_verified``, or what does the same sooner."""


def all_verified(claims: Iterable[Claim]) -> bool:
    """Whether all of them are true."""
    return all(verified(*claim) for claim in claims)


def digest(data: bytes, *, size: int = HASH_BYTES, key: bytes = b"", person: bytes = b"") -> bytes:
    """BLAKE2b of ``data``, keyed and personalised where asked."""
    # Python's own, in a twentieth of PyNaCl's time: four of these are on each status's way.
    return blake2b(data, digest_size=size, key=key, person=person).digest()


class CurveKey(NamedTuple):
    """A CURVE key pair, 32 raw bytes each."""

    secret: bytes
    public: bytes

    @classmethod
    def of(cls, secret: bytes) -> Self:
        """The pair of that secret."""
        return cls(secret, crypto_scalarmult_base(secret))

    @classmethod
    def fresh(cls) -> Self:
        """A new random pair."""
        return cls.of(secrets.token_bytes(32))


def door_key(discovery_secret: bytes) -> CurveKey:
    """The team's door: whoever has the discovery secret can dial it, and can prove no more."""
    return CurveKey.of(digest(discovery_secret, person=b"pm-door-1"))


def beacon_tag(discovery_secret: bytes, nonce: bytes, door_port: int) -> bytes:
    """The 8 bytes by which members know each other's mDNS beacons; fresh with each nonce."""
    return digest(nonce + door_port.to_bytes(2), size=8, key=discovery_secret, person=b"pm-mdns-1")
