"""Plans: what is said of a day, days by name, and the same on following days."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.plan import (
    Plan,
    Span,
    day_named,
    day_of,
    day_over,
    days_planned,
    spans,
)

WEDNESDAY = date(2026, 12, 2)


def day(offset: int) -> date:
    return WEDNESDAY + timedelta(days=offset)


class TestSaid:
    def test_the_words_are_cleaned(self) -> None:
        assert Plan.said(WEDNESDAY, "home", " Writing  all day\n", out=False) == Plan(
            WEDNESDAY, "home", "Writing all day"
        )

    def test_140_characters_are_enough(self) -> None:
        assert Plan.said(WEDNESDAY, None, "x" * 140, out=False).text == "x" * 140
        with pytest.raises(TextTooLong):
            Plan.said(WEDNESDAY, None, "x" * 141, out=False)

    def test_who_is_out_of_office_is_nowhere(self) -> None:
        assert Plan.said(WEDNESDAY, "home", "", out=True) == Plan(WEDNESDAY, out=True)

    def test_nothing_said_is_empty(self) -> None:
        assert Plan(WEDNESDAY).is_empty
        said = (Plan(WEDNESDAY, "home"), Plan(WEDNESDAY, text="x"), Plan(WEDNESDAY, out=True))
        assert not any(plan.is_empty for plan in said)


class TestSpans:
    def test_the_same_on_following_days_is_one(self) -> None:
        plans = [Plan(day(n), out=True) for n in (1, 2)] + [Plan(day(0), "home")]
        assert spans(plans) == (
            Span(Plan(day(0), "home"), day(0)),
            Span(Plan(day(1), out=True), day(2)),
        )

    def test_a_gap_parts_them_and_so_does_another_word(self) -> None:
        plans = [Plan(day(0), out=True), Plan(day(2), out=True), Plan(day(3), text="x", out=True)]
        assert [(span.plan.day, span.last) for span in spans(plans)] == [
            (day(0), day(0)),
            (day(2), day(2)),
            (day(3), day(3)),
        ]

    def test_of_nothing(self) -> None:
        assert spans([]) == ()


class TestDayNamed:
    @pytest.mark.parametrize(
        ("text", "offset"),
        [
            ("today", 0),
            (" Tomorrow", 1),
            ("wed", 0),
            ("Thu", 1),
            ("tue", 6),
            ("2026-12-24", 22),
            ("2026-12-01", -1),
        ],
    )
    def test_days(self, text: str, offset: int) -> None:
        assert day_named(text, WEDNESDAY) == day(offset)

    @pytest.mark.parametrize(
        "text", ["", "morrow", "thursday night", "20261224", "2026-W52-4", "2026-02-30", "24-12-26"]
    )
    def test_no_days(self, text: str) -> None:
        with pytest.raises(InvalidInput, match="is no day"):
            day_named(text, WEDNESDAY)


class TestDaysPlanned:
    def test_both_ends_are_in_it(self) -> None:
        assert days_planned(day(0), day(0), WEDNESDAY) == (day(0),)
        assert days_planned(day(1), day(3), WEDNESDAY) == (day(1), day(2), day(3))
        assert days_planned(day(31), day(31), WEDNESDAY) == (day(31),)

    @pytest.mark.parametrize(
        ("first", "last", "why"),
        [(-1, 2, "is over"), (3, 2, "is before"), (30, 32, "too far ahead")],
    )
    def test_days_that_cant_be_planned(self, first: int, last: int, why: str) -> None:
        with pytest.raises(InvalidInput, match=why):
            days_planned(day(first), day(last), WEDNESDAY)


class TestDayOver:
    def test_at_the_midnight_after_it_where_one_is(self) -> None:
        midnight = datetime(2026, 12, 3, tzinfo=UTC).timestamp() * 1000
        assert day_over(WEDNESDAY, UTC) == midnight
        assert day_over(WEDNESDAY, timezone(timedelta(hours=5))) == midnight - 5 * 3_600_000

    def test_the_day_of_a_moment_ends_there(self) -> None:
        for zone in (None, UTC, timezone(timedelta(hours=-12))):
            over = day_over(WEDNESDAY, zone)
            assert day_of(over - 1, zone) == WEDNESDAY
            assert day_of(over, zone) == day(1)

    def test_a_day_of_23_hours(self) -> None:
        gent = ZoneInfo("Europe/Brussels")
        spring = date(2027, 3, 28)
        length = day_over(spring, gent) - day_over(spring - timedelta(days=1), gent)
        assert length == 23 * 3_600_000

    def test_by_the_machine_s_own_zone(self) -> None:
        over = datetime.fromtimestamp(day_over(WEDNESDAY) / 1000)  # noqa: DTZ006 - that very zone
        assert over == datetime(2026, 12, 3)  # noqa: DTZ001
