"""Signatures checked by two threads: the answer is the same, whoever checks which."""

import threading
from collections.abc import Iterator

import pytest

from presencemap.app import checkers as checking
from presencemap.app.checkers import MANY, Checkers
from presencemap.protocol.signing import Claim, Signer, all_verified

SIGNER = Signer(bytes(32))


def claims(number: int, *false: int) -> list[Claim]:
    said = [str(n).encode() for n in range(number)]
    return [
        Claim(SIGNER.id, b"another" if n in false else word, SIGNER.sign(word))
        for n, word in enumerate(said)
    ]


@pytest.fixture
def checkers() -> Iterator[Checkers]:
    checkers = Checkers()
    yield checkers
    checkers.close()


@pytest.mark.parametrize("number", [0, 1, MANY - 1, MANY, MANY + 1, 58])
def test_all_true_ones_are(checkers: Checkers, number: int) -> None:
    assert checkers(claims(number))


@pytest.mark.parametrize("number", [1, MANY, MANY + 1])
def test_one_that_is_false_is_found_wherever_it_is(checkers: Checkers, number: int) -> None:
    assert not any(checkers(claims(number, false)) for false in range(number))


def test_many_are_checked_by_two_threads_and_few_by_one(
    checkers: Checkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[tuple[bool, int]] = []
    here = threading.current_thread()

    def check(some: list[Claim]) -> bool:
        checked.append((threading.current_thread() is here, len(some)))
        return all_verified(some)

    monkeypatch.setattr(checking, "all_verified", check)
    assert checkers(claims(MANY - 1))
    assert checked == [(True, MANY - 1)]
    checked.clear()
    assert checkers(claims(MANY + 1))
    assert sorted(checked) == [(False, MANY // 2), (True, MANY // 2 + 1)]
