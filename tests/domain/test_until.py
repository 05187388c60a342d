"""Until when: on quiet days, and on those when the clocks change."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.errors import InvalidInput
from presencemap.domain.until import (
    Ending,
    Until,
    choices,
    end_of,
    ending,
    next_morning,
    parse_clock,
    parse_duration,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
FORWARD = (2026, 3, 29)  # 02:00 -> 03:00
BACK = (2026, 10, 25)  # 03:00 -> 02:00
QUIET = (2026, 11, 23)


def at(
    day: tuple[int, int, int], hour: int, minute: int = 0, fold: int = 0, zone: tzinfo = BRUSSELS
) -> datetime:
    return datetime(*day, hour, minute, tzinfo=zone, fold=fold)


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%d %H:%M}"


def passed(start: datetime, end: datetime) -> timedelta:
    return timedelta(seconds=end.timestamp() - start.timestamp())


@pytest.mark.parametrize(
    ("choice", "end"),
    [
        (Until.HALF_HOUR, "23 09:42"),
        (Until.HOUR, "23 10:12"),
        (Until.LUNCH, "23 11:30"),
        (Until.AFTERNOON, "23 16:00"),
        (Until.TODAY, "23 23:00"),
    ],
)
def test_a_quiet_day(choice: Until, end: str) -> None:
    assert utc(end_of(choice, at(QUIET, 10, 12))) == end


@pytest.mark.parametrize("choice", [Until.HALF_HOUR, Until.HOUR])
@pytest.mark.parametrize("day", [FORWARD, BACK, QUIET])
@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("minute", [0, 31, 59])
@pytest.mark.parametrize("hour", [0, 1, 2, 3])
def test_hours_pass_whatever_the_clocks_do(
    choice: Until, day: tuple[int, int, int], hour: int, minute: int, fold: int
) -> None:
    now = at(day, hour, minute, fold)
    length = timedelta(minutes=30) if choice is Until.HALF_HOUR else timedelta(hours=1)
    end = end_of(choice, now)
    assert passed(now, end) == length
    assert end.tzinfo is BRUSSELS


def test_the_day_the_clocks_go_forward_has_23_hours() -> None:
    start = at(FORWARD, 0)
    assert passed(start, end_of(Until.TODAY, start)) == timedelta(hours=23)
    assert utc(end_of(Until.AFTERNOON, start)) == "29 15:00"


def test_the_day_the_clocks_go_back_has_25() -> None:
    start = at(BACK, 0)
    assert passed(start, end_of(Until.TODAY, start)) == timedelta(hours=25)
    assert utc(end_of(Until.AFTERNOON, start)) == "25 16:00"


def test_the_evening_before_ends_at_midnight() -> None:
    eve = at((2026, 3, 28), 23, 30)
    assert utc(end_of(Until.TODAY, eve)) == "28 23:00"


def test_a_midnight_that_the_clocks_skip() -> None:
    beirut = ZoneInfo("Asia/Beirut")
    evening = at((2026, 3, 28), 22, zone=beirut)
    end = end_of(Until.TODAY, evening)
    assert (end.day, end.hour) == (29, 1)
    assert passed(evening, end) == timedelta(hours=2)


def test_a_midnight_that_comes_twice_ends_the_day_at_the_first() -> None:
    evening = at((2026, 10, 31), 23, zone=ZoneInfo("America/Havana"))
    assert passed(evening, end_of(Until.TODAY, evening)) == timedelta(hours=1)


def test_without_a_zone_it_stays_so() -> None:
    now = datetime(*QUIET, 10, 12)  # noqa: DTZ001 - as the window gives it
    assert end_of(Until.HOUR, now) == now + timedelta(hours=1)
    assert end_of(Until.TODAY, now).tzinfo is None
    assert parse_clock("17:00", now) == now.replace(hour=17, minute=0)


@pytest.mark.parametrize(
    ("hour", "minute", "offered"),
    [
        (8, 0, "half_hour hour lunch afternoon today"),
        (12, 15, "half_hour hour lunch afternoon today"),
        (12, 16, "half_hour hour afternoon today"),
        (16, 45, "half_hour hour afternoon today"),
        (16, 46, "half_hour hour today"),
        (23, 45, "half_hour hour today"),
        (23, 46, "half_hour hour"),
        (0, 0, "half_hour hour lunch afternoon today"),
    ],
)
def test_choices_that_still_make_sense(hour: int, minute: int, offered: str) -> None:
    assert " ".join(choices(at(QUIET, hour, minute))) == offered


def test_choices_in_the_hour_that_comes_twice() -> None:
    assert choices(at(BACK, 2, 50)) == tuple(Until)
    assert choices(at(BACK, 2, 50, fold=1)) == tuple(Until)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30m", 30),
        ("45 min", 45),
        ("2h", 120),
        ("1h30m", 90),
        (" 1H 30M ", 90),
        ("2d", 2880),
        ("1d 2h 3m", 1563),
        ("31d", 31 * 1440),
        ("90m", 90),
    ],
)
def test_durations(text: str, minutes: int) -> None:
    assert parse_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "h",
        "0m",
        "0h0m",
        "31d1m",
        "32d",
        "2",
        "1h30",
        "-1h",
        "1.5h",
        "2w",
        "99999m",
        "1m1h",
    ],
)
def test_no_durations(text: str) -> None:
    with pytest.raises(InvalidInput, match="is no duration; write 30m"):
        parse_duration(text)


@given(st.integers(0, 31), st.integers(0, 23), st.integers(0, 59))
def test_durations_add_up(days: int, hours: int, minutes: int) -> None:
    wanted = timedelta(days=days, hours=hours, minutes=minutes)
    text = f"{days}d{hours}h{minutes}m"
    if timedelta() < wanted <= timedelta(days=31):
        assert parse_duration(text) == wanted
    else:
        with pytest.raises(InvalidInput):
            parse_duration(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("17:00", "23 16:00"),
        (" 17.30 ", "23 16:30"),
        ("17H05", "23 16:05"),
        ("9:00", "24 08:00"),
        ("10:12", "24 09:12"),
        ("10:13", "23 09:13"),
        ("0:00", "23 23:00"),
    ],
)
def test_times_of_day(text: str, end: str) -> None:
    assert utc(parse_clock(text, at(QUIET, 10, 12))) == end


@pytest.mark.parametrize(
    "text", ["", "17", "24:00", "12:60", "5pm", "17:0", "1:2:3", "-1:00", "a:bc"]
)
def test_no_times_of_day(text: str) -> None:
    with pytest.raises(InvalidInput, match="is no time; write it like 17:00"):
        parse_clock(text, at(QUIET, 10))


def test_a_time_that_comes_twice_is_the_next_of_the_two() -> None:
    assert utc(parse_clock("02:30", at(BACK, 1))) == "25 00:30"
    assert utc(parse_clock("02:30", at(BACK, 2, 45))) == "25 01:30"
    assert utc(parse_clock("02:30", at(BACK, 2, 15, fold=1))) == "25 01:30"
    assert utc(parse_clock("02:30", at(BACK, 2, 45, fold=1))) == "26 01:30"


def test_a_time_that_the_clocks_skip_comes_an_hour_on() -> None:
    end = parse_clock("02:30", at(FORWARD, 1))
    assert (end.hour, end.minute) == (3, 30)
    assert utc(end) == "29 01:30"
    assert utc(parse_clock("02:30", at(FORWARD, 3, 45))) == "30 00:30"


@given(st.datetimes(datetime(2020, 1, 1), datetime(2037, 1, 1), timezones=st.just(BRUSSELS)))  # noqa: DTZ001
def test_every_end_is_to_come_within_a_day(now: datetime) -> None:
    assert all(
        timedelta(minutes=15) <= passed(now, end_of(choice, now)) <= timedelta(hours=25)
        for choice in choices(now)
    )
    end = parse_clock("12:00", now)
    assert timedelta() < passed(now, end) <= timedelta(hours=25)
    assert (end.hour, end.minute) == (12, 0)


@pytest.mark.parametrize(("hour", "minute", "morning"), [(17, 0, 24), (4, 0, 24), (3, 59, 23)])
def test_a_long_night_begins_no_day(hour: int, minute: int, morning: int) -> None:
    assert next_morning(at(QUIET, hour, minute)) == at((2026, 11, morning), 7)


@pytest.mark.parametrize(
    ("end", "form"),
    [
        (at(QUIET, 9), Ending.TIME),
        (at((2026, 11, 24), 0), Ending.MIDNIGHT),
        (at((2026, 11, 24), 0, 1), Ending.TOMORROW),
        (at((2026, 11, 25), 0), Ending.WEEKDAY),
        (at((2026, 11, 29), 9), Ending.WEEKDAY),
        (at((2026, 11, 30), 9), Ending.DATE),
        (at((2026, 11, 22), 9), Ending.DATE),
        (at((2027, 1, 1), 0), Ending.YEAR),
        (at((2025, 12, 31), 23), Ending.YEAR),
    ],
)
def test_what_of_an_end_must_be_said(end: datetime, form: Ending) -> None:
    assert ending(end, at(QUIET, 12)) is form
