"""Token buckets and bars; the clock is the test's."""

import pytest

from presencemap.protocol import budget
from presencemap.protocol.budget import (
    FIRST_BAR,
    FORGIVEN_AFTER,
    LONGEST_BAR,
    RECORDS,
    SUBTREE,
    WORK,
    Allowance,
    Bars,
    Bucket,
    Budgets,
    cost,
)
from presencemap.protocol.codec import FrameType
from tests.protocol.lan import NOW

SMALL = Allowance(burst=10, rate=2)


def test_a_bucket_gives_its_burst_then_its_rate() -> None:
    bucket = Bucket(SMALL, NOW)
    assert [bucket.spend(1, NOW) for _ in range(11)] == [True] * 10 + [False]
    assert not bucket.full(NOW)
    assert bucket.spend(1, NOW + 500)
    assert not bucket.spend(1, NOW + 500)
    assert bucket.full(NOW + 10_000)
    assert [bucket.spend(1, NOW + 10_000) for _ in range(11)].count(True) == 10, "no more than full"


def test_one_spending_may_overdraw_and_is_paid_before_the_next() -> None:
    bucket = Bucket(SMALL, NOW)
    assert bucket.spend(14, NOW)
    assert not bucket.spend(1, NOW + 2_000)
    assert bucket.spend(1, NOW + 2_001)


def test_a_clock_that_is_set_back_gives_nothing_and_takes_nothing() -> None:
    bucket = Bucket(SMALL, NOW)
    assert bucket.spend(10, NOW)
    assert not bucket.spend(1, NOW - 3 * 86_400_000)
    assert bucket.spend(1, NOW - 3 * 86_400_000 + 500)


def test_a_record_is_dearer_than_an_answer_and_a_statement_the_dearer_the_longer_the_log() -> None:
    assert cost(FrameType.RECORDS, 500, 0) > cost(FrameType.FETCHED, 80, 0)
    assert cost(FrameType.STATEMENTS, 400, 2_000) > 5 * cost(FrameType.STATEMENTS, 400, 0)
    assert cost(FrameType.FETCH, 18_000, 0) > cost(FrameType.FETCH, 100, 0)


def test_catching_up_at_ten_thousand_records_a_second_is_within_the_answering_sides_budget() -> (
    None
):
    """A hundred sources of a hundred records a second, for a minute, asked one by one."""
    budgets = Budgets()
    for turn in range(6_000):
        now = NOW + turn * 10
        for frame_type, size in ((FrameType.COMPARE, 110), (FrameType.FETCH, 3_600)):
            assert budgets.work("bram", cost(frame_type, size, 5_000), now)
        assert budgets.answers("bram", 100 * 700, now)


def test_one_person_s_flood_costs_others_nothing() -> None:
    budgets = Budgets()
    assert budgets.work("mallory", WORK.burst, NOW)
    assert not budgets.work("mallory", 1, NOW)
    assert budgets.work("bram", 1, NOW)


def test_an_author_s_and_the_inviters_budgets_both_hold_and_neither_pays_for_a_refusal() -> None:
    budgets = Budgets()
    puppets = [f"puppet {n}" for n in range(10)]
    taken = sum(
        budgets.pushed(p, ["mallory"], NOW) for p in puppets for _ in range(int(RECORDS.burst))
    )
    assert taken == SUBTREE.burst < RECORDS.burst * len(puppets)
    assert not budgets.pushed("one more", ["mallory"], NOW)
    assert budgets.pushed("one more", [], NOW), "nothing was spent of the author's own"
    assert budgets.pushed("bram", ["anna"], NOW)


def test_what_is_paid_is_forgotten() -> None:
    budgets = Budgets()
    assert budgets.work("mallory", WORK.burst, NOW)
    assert budgets.dropped("in-1") == 1
    assert budgets.dropped("in-1") == 2
    budgets.tick(NOW + 1_000)
    assert budgets.dropped("in-1") == 3
    budgets.tick(NOW + 10_000)
    assert not budgets._buckets
    assert budgets.dropped("in-1") == 1
    budgets.forget("in-1")
    assert budgets.dropped("in-1") == 1


def test_each_bar_is_twice_as_long_until_an_hour_is_good() -> None:
    bars, now = Bars(), NOW
    assert not bars.barred("d", now)
    assert bars.bar("d", now) == FIRST_BAR
    assert bars.barred("d", now)
    assert bars.barred("d", now + FIRST_BAR - 1)
    assert not bars.barred("d", now + FIRST_BAR)
    assert not bars.barred("another", now)
    assert bars.kept_out(now + FIRST_BAR - 1) == {"d"}
    assert not bars.kept_out(now + FIRST_BAR)
    lengths = [bars.bar("d", now + 1_000) for _ in range(12)]
    assert lengths[:2] == [2 * FIRST_BAR, 4 * FIRST_BAR]
    assert lengths[-1] == LONGEST_BAR
    assert bars.bar("d", now + LONGEST_BAR + FORGIVEN_AFTER + 1_000) == FIRST_BAR


def test_a_clock_that_is_set_back_keeps_nobody_out_for_longer() -> None:
    bars = Bars()
    bars.bar("d", NOW)
    assert not bars.barred("d", NOW - 3 * 86_400_000)


def test_many_devices_fill_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_BARS", 3)
    bars = Bars()
    for device in "abcde":
        bars.bar(device, NOW)
    assert [d for d in "abcde" if bars.barred(d, NOW)] == ["c", "d", "e"]
