"""Token buckets and bars; the clock is the test's."""

import pytest

from presencemap.protocol import budget
from presencemap.protocol.budget import (
    ANSWERS,
    FIRST_BAR,
    FORGIVEN_AFTER,
    LONGEST_BAR,
    RECORDS,
    WORK,
    Allowance,
    Bars,
    Bucket,
    Budgets,
    Spent,
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
            due = cost(frame_type, size, 5_000)
            assert budgets.spend(WORK, "bram", "row", due, now) is Spent.WITHIN
        assert budgets.spend(ANSWERS, "bram", "row", 100 * 700, now) is Spent.WITHIN


def test_one_person_s_flood_costs_others_nothing() -> None:
    budgets = Budgets()
    assert budgets.spend(WORK, "mallory", None, WORK.own.burst, NOW) is Spent.WITHIN
    assert budgets.spend(WORK, "mallory", None, 1, NOW) is Spent.OVER_OWN
    assert budgets.spend(WORK, "bram", None, 1, NOW) is Spent.WITHIN


@pytest.mark.parametrize("terms", [WORK, RECORDS, ANSWERS])
def test_a_row_has_one_budget_beyond_a_share_for_each(terms: budget.Terms) -> None:
    budgets, one = Budgets(), terms.share.burst / 64
    puppets = [f"puppet {n}" for n in range(100)]
    rounds = int(terms.own.burst / one) + 1
    taken = {
        p: sum(budgets.spend(terms, p, "row", one, NOW) is Spent.WITHIN for _ in range(rounds))
        for p in puppets
    }
    assert sum(taken.values()) * one == pytest.approx(
        terms.row.burst + len(puppets) * terms.share.burst, rel=0.01
    )
    assert min(taken.values()) == 64, "who comes last has their share"
    assert budgets.spend(terms, "bram", "row", terms.share.burst, NOW) is Spent.WITHIN
    assert budgets.spend(terms, "bram", "row", 1, NOW) is Spent.OVER_ROW
    assert budgets.spend(terms, "cleo", "another row", terms.own.burst, NOW) is Spent.WITHIN
    assert budgets.spend(terms, "anna", None, terms.own.burst, NOW) is Spent.WITHIN


def test_who_goes_on_when_the_row_has_nothing_left_is_over_their_own() -> None:
    budgets = Budgets()
    for who in ("mallory", "mallory's puppet", "another"):
        budgets.spend(WORK, who, "row", WORK.own.burst, NOW)
    spent = [budgets.spend(WORK, "bram", "row", 10_000, NOW) for _ in range(52)]
    assert spent == [Spent.OVER_ROW] * 50 + [Spent.OVER_OWN] * 2


def test_sixty_puppets_get_a_quarter_of_a_core_and_no_more() -> None:
    """Each within a tenth: together that was six cores."""
    budgets, seconds, taken = Budgets(), 60, 0
    for ms in range(0, seconds * 1_000, 20):
        for puppet in range(60):
            spent = budgets.spend(WORK, f"puppet {puppet}", "row", 500, NOW + ms)
            taken += 500 * (spent is Spent.WITHIN)
    assert taken / 1e6 < 0.25 * seconds + 1 + 60 * (0.005 + 0.0005 * seconds) + 0.1


def test_five_hundred_colleagues_of_one_invitation_are_well_within_it() -> None:
    """All come within a minute, each with two digests and two pages of whom they hear, and catch
    up on ten pages from us; then each says something every ten seconds for two minutes."""
    budgets, people = Budgets(), [f"colleague {n}" for n in range(500)]
    greeted = [(FrameType.DIGEST, 7_500)] * 2 + [(FrameType.HEARS, 17_000)] * 2
    asked = [(FrameType.COMPARE, 110), (FrameType.FETCH, 18_000)] * 10
    for at, who in enumerate(people):
        for frame_type, size in (*greeted, *asked):
            due, now = cost(frame_type, size, 0), NOW + at * 120
            assert budgets.spend(WORK, who, "row", due, now) is Spent.WITHIN
    for turn in range(12):
        for at, who in enumerate(people):
            now = NOW + 60_000 + turn * 10_000 + at * 20
            due = cost(FrameType.RECORDS, 600, 0) + cost(FrameType.LEASE, 300, 0)
            assert budgets.spend(WORK, who, "row", due, now) is Spent.WITHIN
            assert budgets.spend(RECORDS, who, "row", 1, now) is Spent.WITHIN


def test_what_is_paid_is_forgotten() -> None:
    budgets = Budgets()
    assert budgets.spend(WORK, "mallory", None, WORK.own.burst, NOW) is Spent.WITHIN
    assert [budgets.dropped("in-1", own=True) for _ in range(2)] == [1, 2]
    assert budgets.dropped("in-1", own=False) == 1
    budgets.tick(NOW + 1_000)
    assert budgets.dropped("in-1", own=True) == 3
    budgets.tick(NOW + 10_000)
    assert not budgets._buckets
    assert budgets.dropped("in-1", own=True) == 1
    budgets.forget("in-1")
    assert budgets.dropped("in-1", own=True) == 1


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
