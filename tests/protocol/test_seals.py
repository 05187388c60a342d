"""Boxes: for two people, and nobody else."""

from base64 import b64decode, b64encode

import pytest

from presencemap.domain.errors import Refused
from presencemap.protocol.seals import PADDED, Seals
from tests.protocol.statements import ANNA, BRAM, CLEO

HERS, HIS, OTHERS = map(Seals, (ANNA, BRAM, CLEO))
NO_KEYS = ("00" * 32, "01" + "00" * 31, "ff" * 32)


def test_both_of_the_two_open_it_and_nobody_else() -> None:
    sealed, stub = HERS.sealed(b"hello", BRAM.id)
    assert HERS.opened(ANNA.id, sealed, stub) == (BRAM.id, b"hello")
    assert HIS.opened(ANNA.id, sealed, stub) == (ANNA.id, b"hello")
    assert OTHERS.opened(ANNA.id, sealed, stub) is None


def test_one_who_says_it_anew_as_theirs_says_nothing() -> None:
    sealed, stub = HERS.sealed(b"hello", BRAM.id)
    assert HIS.opened(CLEO.id, sealed, stub) is None
    assert OTHERS.opened(CLEO.id, sealed, stub) is None


def test_it_shows_neither_for_whom_nor_quite_how_long_it_is() -> None:
    short, stub = HERS.sealed(b"no", BRAM.id)
    longer, other_stub = HERS.sealed(b"n" * (PADDED - 1), CLEO.id)
    assert len(short) == len(longer)
    assert len(stub) == len(other_stub) == 96
    assert bytes.fromhex(BRAM.id) not in b64decode(stub)
    assert HIS.opened(BRAM.id, short, stub) is None, "a stub is for its author"
    assert HERS.sealed(b"no", BRAM.id)[0] != short


@pytest.mark.parametrize(
    ("sealed", "stub"),
    [
        ("", ""),
        ("AAAA", "AAAA"),
        ("A", "A"),
        (b64encode(bytes(100)).decode(), b64encode(bytes(72)).decode()),
    ],
)
def test_what_is_damaged_opens_nothing(sealed: str, stub: str) -> None:
    good, good_stub = HERS.sealed(b"hello", BRAM.id)
    assert HERS.opened(ANNA.id, good, stub) is None
    assert HERS.opened(ANNA.id, sealed, good_stub) is None
    assert HIS.opened(ANNA.id, sealed, good_stub) is None


def test_only_the_two_know_what_stands_for_a_note_in_a_receipt() -> None:
    name = bytes(range(16))
    assert HERS.mark(name, BRAM.id, 1) == HIS.mark(name, ANNA.id, 1)
    others = {
        HERS.mark(name, BRAM.id, 2),
        HERS.mark(name, CLEO.id, 1),
        HERS.mark(name[::-1], BRAM.id, 1),
        OTHERS.mark(name, ANNA.id, 1),
        OTHERS.mark(name, BRAM.id, 1),
    }
    assert HERS.mark(name, BRAM.id, 1) not in others


@pytest.mark.parametrize("key", NO_KEYS)
def test_nothing_is_sealed_to_what_is_no_key(key: str) -> None:
    with pytest.raises(Refused, match="key"):
        HERS.sealed(b"hello", key)
    assert HERS.opened(key, *HERS.sealed(b"hello", BRAM.id)) is None
