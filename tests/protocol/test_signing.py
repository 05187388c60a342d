"""Keys, signatures and hashes, against published vectors."""

import hashlib

import pytest
import zmq
from hypothesis import given
from hypothesis import strategies as st
from zmq.utils import z85

from presencemap.protocol.signing import (
    SIGNATURE_BYTES,
    Claim,
    CurveKey,
    Signer,
    all_verified,
    beacon_tag,
    digest,
    door_key,
    verified,
)

SECRET = bytes(range(32))


class TestSigner:
    """RFC 8032, section 7.1, tests 1 and 2."""

    @pytest.mark.parametrize(
        ("seed", "public", "message", "signature"),
        [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                (
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
                ),
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                (
                    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
                ),
            ),
        ],
    )
    def test_is_ed25519(self, seed: str, public: str, message: str, signature: str) -> None:
        signer = Signer(bytes.fromhex(seed))
        assert signer.id == public
        assert signer.seed.hex() == seed
        assert signer.sign(bytes.fromhex(message)).hex() == signature
        assert verified(public, bytes.fromhex(message), bytes.fromhex(signature))

    def test_fresh_keys_differ(self) -> None:
        assert len({Signer.fresh().id for _ in range(10)}) == 10

    def test_shows_no_secret(self) -> None:
        signer = Signer(SECRET)
        assert SECRET.hex() not in repr(signer)
        assert repr(SECRET) not in repr(signer)


class TestVerified:
    SIGNER = Signer(SECRET)
    SIGNATURE = SIGNER.sign(b"hello")

    def test_takes_what_was_signed(self) -> None:
        assert len(self.SIGNATURE) == SIGNATURE_BYTES
        assert verified(self.SIGNER.id, b"hello", self.SIGNATURE)

    @pytest.mark.parametrize(
        ("signer", "message", "signature"),
        [
            (SIGNER.id, b"hello!", SIGNATURE),
            (SIGNER.id, b"", SIGNATURE),
            (Signer(bytes(32)).id, b"hello", SIGNATURE),
            (SIGNER.id, b"hello", SIGNATURE[:-1]),
            (SIGNER.id, b"hello", SIGNATURE + b"\0"),
            (SIGNER.id, b"hello", b""),
            (SIGNER.id, b"hello", bytes(64)),
            (SIGNER.id[:-2], b"hello", SIGNATURE),
            (SIGNER.id[:-1], b"hello", SIGNATURE),
            ("", b"hello", SIGNATURE),
            ("x" * 64, b"hello", SIGNATURE),
            ("é" * 64, b"hello", SIGNATURE),
            # The neutral point: anybody could sign for it.
            ("01" + "00" * 31, b"hello", bytes([1]) + bytes(63)),
            ("00" * 32, b"hello", bytes(64)),
        ],
    )
    def test_takes_nothing_else(self, signer: str, message: bytes, signature: bytes) -> None:
        assert not verified(signer, message, signature)

    def test_a_signature_has_one_form(self) -> None:
        """S + L verifies under a lax check: the record would have a second hash."""
        order = 2**252 + 27742317777372353535851937790883648493
        s = int.from_bytes(self.SIGNATURE[32:], "little") + order
        other = self.SIGNATURE[:32] + s.to_bytes(32, "little")
        assert not verified(self.SIGNER.id, b"hello", other)

    @given(st.integers(0, 64 * 8 - 1))
    def test_takes_no_flipped_bit(self, bit: int) -> None:
        flipped = bytearray(self.SIGNATURE)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not verified(self.SIGNER.id, b"hello", bytes(flipped))


@given(st.binary(max_size=200), st.integers(1, 64), st.binary(max_size=64), st.binary(max_size=16))
def test_digest_is_blake2b(data: bytes, size: int, key: bytes, person: bytes) -> None:
    expected = hashlib.blake2b(data, digest_size=size, key=key, person=person).digest()
    assert digest(data, size=size, key=key, person=person) == expected


def test_digest_of_rfc_7693() -> None:
    assert digest(b"abc", size=64).hex().startswith("ba80a53f981c4d0d6a2797b69f12f6e9")
    assert len(digest(b"")) == 32


class TestCurveKey:
    def test_is_what_zeromq_derives(self) -> None:
        from_zmq = zmq.curve_public(z85.encode(SECRET))
        assert z85.decode(from_zmq) == CurveKey.of(SECRET).public
        assert CurveKey.of(SECRET).secret == SECRET

    def test_fresh_keys_differ(self) -> None:
        assert len({CurveKey.fresh().public for _ in range(10)}) == 10

    def test_the_door_is_the_team_s(self) -> None:
        """Golden: a member of another version must find the same door."""
        assert door_key(SECRET) == door_key(SECRET) != door_key(bytes(32))
        assert (
            door_key(SECRET).secret
            == hashlib.blake2b(SECRET, digest_size=32, person=b"pm-door-1").digest()
        )
        assert (
            door_key(SECRET).public.hex()
            == "72374e14ce014acd22e546ae34c91ca7391dbb134ff3c2407260bfdcb6332b69"
        )


class TestBeacon:
    def test_is_golden(self) -> None:
        assert beacon_tag(SECRET, b"nonce", 47800).hex() == "19727321bb3f7c0d"
        assert len(beacon_tag(SECRET, b"", 0)) == 8

    def test_depends_on_all(self) -> None:
        tags = {
            beacon_tag(SECRET, b"nonce", 47800),
            beacon_tag(SECRET, b"nonce", 47801),
            beacon_tag(SECRET, b"other", 47800),
            beacon_tag(bytes(32), b"nonce", 47800),
        }
        assert len(tags) == 4


def test_all_claims_are_true_or_not() -> None:
    signer = Signer(SECRET)
    true = Claim(signer.id, b"said", signer.sign(b"said"))
    assert all_verified([])
    assert all_verified([true, true])
    assert not all_verified([true, true._replace(message=b"not said"), true])
