"""Moments and local times."""

import time
from collections.abc import Iterator

import pytest

from presencemap.domain.until import Until, end_of
from presencemap.ui.moments import local, moment


@pytest.fixture
def _brussels(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Brussels")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_brussels")
def test_a_moment_comes_back() -> None:
    at = 1_795_512_240_000
    assert local(at).isoformat() == "2026-11-24T10:24:00"
    assert moment(local(at)) == at


@pytest.mark.usefixtures("_brussels")
def test_today_ends_at_local_midnight_when_the_clocks_change() -> None:
    morning = 1_792_879_200_000  # 25 October 2026, 00:00 in Brussels, a day of 25 hours
    assert local(morning).isoformat() == "2026-10-25T00:00:00"
    assert moment(end_of(Until.TODAY, local(morning))) - morning == 25 * 3_600_000
