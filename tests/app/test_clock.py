import sys
import time
from datetime import UTC, datetime

import pytest

from presencemap.app.clock import asleep_ms, now_ms

CLOCKS = ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC", "CLOCK_MONOTONIC_RAW", "CLOCK_UPTIME_RAW")


def test_the_clock_counts_milliseconds_since_the_epoch_in_utc() -> None:
    before = datetime.now(UTC)
    read = datetime.fromtimestamp(now_ms() / 1000, UTC)
    assert abs((read - before).total_seconds()) < 5
    assert isinstance(now_ms(), int)


@pytest.mark.parametrize(
    ("clocks", "asleep"),
    [
        ({"CLOCK_BOOTTIME": 90, "CLOCK_MONOTONIC": 30, "CLOCK_MONOTONIC_RAW": 29}, 60_000),
        ({"CLOCK_MONOTONIC": 91, "CLOCK_MONOTONIC_RAW": 90, "CLOCK_UPTIME_RAW": 20}, 70_000),
        ({}, None),
    ],
    ids=["linux", "macos", "windows"],
)
def test_how_long_the_machine_slept(
    monkeypatch: pytest.MonkeyPatch, clocks: dict[str, int], asleep: int | None
) -> None:
    for name in CLOCKS:
        monkeypatch.delattr(time, name, raising=False)
    for number, name in enumerate(clocks):
        monkeypatch.setattr(time, name, number, raising=False)
    seconds = list(clocks.values())
    monkeypatch.setattr(time, "clock_gettime_ns", lambda n: seconds[n] * 10**9, raising=False)
    assert asleep_ms() == asleep


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux's clocks")
def test_nothing_but_a_sleep_makes_it_grow() -> None:
    before = asleep_ms()
    time.sleep(0.3)
    after = asleep_ms()
    assert before is not None
    assert after is not None
    assert abs(after - before) < 100
