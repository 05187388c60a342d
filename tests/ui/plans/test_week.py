"""Pages of days, and what is asked for what changed."""

from datetime import date, timedelta

from presencemap.app.commands import SetPlan
from presencemap.domain.plan import DAYS_AHEAD, Plan
from presencemap.ui.plans.week import DAYS, changes, pages

TODAY = date(2026, 11, 24)


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


def test_pages_are_weeks_from_today_to_the_last_day_that_can_be_planned() -> None:
    found = pages(TODAY)
    assert [page[0] for page in found] == [day(n) for n in range(0, DAYS_AHEAD, DAYS)]
    assert [len(page) for page in found] == [7, 7, 7, 7, 4]
    assert found[-1][-1] == day(DAYS_AHEAD)


def test_what_stays_is_not_asked_for_and_following_days_alike_are_one() -> None:
    before = {day(0): Plan(day(0), "gent"), day(3): Plan(day(3), "home")}
    after = [
        Plan(day(0), "gent"),
        Plan(day(1)),
        Plan(day(2), out=True),
        Plan(day(3), out=True),
        Plan(day(4), text="Writing"),
    ]
    assert changes(before, after) == [
        SetPlan(day(2), day(3), None, "", out=True),
        SetPlan(day(4), day(4), None, "Writing", out=False),
    ]


def test_an_empty_row_takes_back() -> None:
    before = {day(0): Plan(day(0), "gent", "Until two")}
    assert changes(before, [Plan(day(0))]) == [SetPlan(day(0), day(0), None, "", out=False)]
