"""When a plan's day begins."""

import pytest

from presencemap.protocol.plan import PlanBody
from tests.protocol.lan import DAY, NOW


@pytest.mark.parametrize(
    ("day", "begins"),
    [("1970-01-01", 0), ("1970-01-02", DAY), ("2027-01-15", NOW - 8 * DAY // 24)],
)
def test_by_utc(day: str, begins: int) -> None:
    assert PlanBody(rev=1, day=day, place=None, text="", out=False).begins == begins
