"""How many descriptors there are, and what is said when hardly any are left."""

import os
import resource

import pytest

from presencemap.domain.errors import EnvironmentFault
from presencemap.net import descriptors
from presencemap.net.descriptors import FEWEST, WANTED, Descriptors, raised


def limited(monkeypatch: pytest.MonkeyPatch, limit: int | None) -> tuple[Descriptors, list[str]]:
    monkeypatch.setattr(descriptors, "raised", lambda: limit)
    told: list[str] = []

    def tell(fault: EnvironmentFault) -> None:
        told.append(str(fault))

    return Descriptors(tell), told


def test_as_many_are_taken_as_the_system_lets_us_have() -> None:
    limit = raised()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    infinite = resource.RLIM_INFINITY
    assert soft == infinite or soft >= min(hard if hard != infinite else soft, WANTED)
    assert limit == (None if soft == infinite else soft)


@pytest.mark.parametrize(
    ("limits", "raised_to", "answer"),
    [
        ((1_024, 4_096), (4_096, 4_096), 4_096),
        ((1_024, 10**6), (WANTED, 10**6), WANTED),
        ((1_024, resource.RLIM_INFINITY), (WANTED, resource.RLIM_INFINITY), WANTED),
        ((10**6, 10**6), (10**6, 10**6), 10**6),
        ((resource.RLIM_INFINITY,) * 2, (resource.RLIM_INFINITY,) * 2, None),
    ],
)
def test_a_limit_is_raised_never_lowered(
    monkeypatch: pytest.MonkeyPatch,
    limits: tuple[int, int],
    raised_to: tuple[int, int],
    answer: int | None,
) -> None:
    now = [limits]
    monkeypatch.setattr(resource, "getrlimit", lambda _: now[0])
    monkeypatch.setattr(resource, "setrlimit", lambda _, to: now.__setitem__(0, to))
    assert raised() == answer
    assert now == [raised_to]


def test_a_system_that_lets_us_have_no_more_is_lived_with(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 4_096))
    monkeypatch.setattr(resource, "setrlimit", refuse)
    assert raised() == 256


def test_connections_get_a_share_where_there_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    few, _ = limited(monkeypatch, 256)
    assert (few.share(512, 8), few.share(10, 8), few.share(512, 4)) == (32, 10, 64)
    assert few.share(512, 1_000) == FEWEST
    assert limited(monkeypatch, None)[0].share(512, 8) == 512


def test_it_is_short_near_the_limit_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    few, told = limited(monkeypatch, 128)
    assert not few.run_short(111)
    assert told == []
    assert few.run_short(112)
    assert few.run_short(127)
    [sentence] = told
    assert "may have 128 files and connections open" in sentence
    assert "ulimit -n 4096" in sentence
    many, _ = limited(monkeypatch, 65_536)
    assert not many.run_short(65_536 - 33)
    assert many.run_short(65_536 - 32)


def test_unasked_it_looks_at_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    few, _ = limited(monkeypatch, 128)
    plenty, _ = limited(monkeypatch, 100_000)
    without, told = limited(monkeypatch, None)
    assert not plenty.run_short()
    monkeypatch.setattr(os, "open", lambda *_: 120)
    monkeypatch.setattr(os, "close", lambda _: None)
    assert few.run_short()

    def none(*_: object) -> int:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(os, "open", none)
    assert few.run_short()
    assert not without.run_short()
    assert told == []
