"""Signatures checked by two threads: the answer is the same, whoever checks which."""

import threading
from collections.abc import Iterable, Iterator

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
    checked: list[int] = []
    both = threading.Barrier(2)

    def check(some: Iterable[Claim]) -> bool:
        mine = iter(some)
        drawn = [next(mine)]
        if number >= MANY:
            both.wait(10)
        drawn += mine
        checked.append(len(drawn))
        return all_verified(drawn)

    monkeypatch.setattr(checking, "all_verified", check)
    number = MANY - 1
    assert checkers(claims(number))
    assert checked == [number]
    number, checked[:] = MANY + 1, []
    assert checkers(claims(number))
    assert len(checked) == 2
    assert sum(checked) == number


def test_where_the_other_thread_cant_begin_nobody_waits_for_it(checkers: Checkers) -> None:
    free = threading.Event()
    busy = checkers._other.submit(free.wait, 10)
    try:
        assert checkers(claims(MANY))
        assert not checkers(claims(MANY, MANY - 1))
    finally:
        free.set()
    assert busy.result(), "it was busy all the while"


def test_what_the_other_thread_finds_counts(
    checkers: Checkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, begun = threading.current_thread(), threading.Event()

    def check(some: Iterable[Claim]) -> bool:
        if threading.current_thread() is here:
            assert begun.wait(10)
            return all_verified(some)
        drawn = next(iter(some))
        begun.set()
        return all_verified([drawn])

    monkeypatch.setattr(checking, "all_verified", check)
    assert not checkers(claims(MANY, 0))
    begun.clear()
    assert checkers(claims(MANY))
