from datetime import UTC, datetime

from presencemap.app.clock import now_ms


def test_the_clock_counts_milliseconds_since_the_epoch_in_utc() -> None:
    before = datetime.now(UTC)
    read = datetime.fromtimestamp(now_ms() / 1000, UTC)
    assert abs((read - before).total_seconds()) < 5
    assert isinstance(now_ms(), int)
