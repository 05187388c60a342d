"""What peers do wrong is told once."""

import pytest

from presencemap.app import offences
from presencemap.app.offences import AGAIN_AFTER, Offences

NOW = 1_800_000_000_000


def test_a_kind_of_fault_is_told_once_a_peer_and_again_after_an_hour() -> None:
    told = Offences()
    assert told.is_news("Mallory", "a record of 8193 bytes", NOW)
    assert not told.is_news("Mallory", "a record of 9000 bytes", NOW + 1)
    assert told.is_news("Mallory", "a malformed Digest: 2 faults", NOW + 1)
    assert told.is_news("10.0.0.66", "a record of 8193 bytes", NOW + 1)
    assert not told.is_news("Mallory", "a record of 8193 bytes", NOW + AGAIN_AFTER - 1)
    assert told.is_news("Mallory", "a record of 8193 bytes", NOW + AGAIN_AFTER)


def test_who_offends_in_ever_new_ways_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offences, "MAX_KEPT", 3)
    told = Offences()
    for name in "abcde":
        assert told.is_news(name, "x", NOW)
    assert len(told._told) == 3
    assert told.is_news("a", "x", NOW)
    assert not told.is_news("e", "x", NOW)
