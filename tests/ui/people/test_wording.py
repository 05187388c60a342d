"""Ages, times and places in words."""

from types import ModuleType

import pytest
from PySide6.QtCore import QDateTime, QTime

from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place, PlaceTree
from presencemap.ui.people import wording

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


@pytest.mark.parametrize(
    ("length", "short", "past", "spoken"),
    [
        (0, "now", "just now", "a minute"),
        (59_999, "now", "just now", "a minute"),
        (MINUTE, "1 min", "1 min ago", "a minute"),
        (14 * MINUTE, "14 min", "14 min ago", "14 minutes"),
        (HOUR, "1 h", "1 h ago", "1 hour"),
        (23 * HOUR, "23 h", "23 h ago", "23 hours"),
        (DAY, "1 day", "1 day ago", "1 day"),
        (3 * DAY, "3 days", "3 days ago", "3 days"),
    ],
)
def test_ages(length: int, short: str, past: str, spoken: str) -> None:
    assert wording.age(length) == short
    assert wording.ago(length) == past
    assert wording.spoken_age(length) == spoken


def local(hour: int, minute: int = 0, days: int = 0) -> int:
    """A local moment on a fixed day, ms."""
    day = QDateTime.fromMSecsSinceEpoch(1_795_512_240_000).addDays(days)
    day.setTime(QTime(hour, minute))
    return day.toMSecsSinceEpoch()


def test_until() -> None:
    now = local(9, 24)
    assert wording.until(local(17), now) == "until 17:00"
    assert wording.until(local(0, days=1), now) == "until midnight"
    assert wording.until(local(9, days=1), now) == "until tomorrow 09:00"
    assert wording.until(local(17, days=3), now).endswith("17:00")
    assert len(wording.until(local(17, days=3), now)) > len("until 17:00")
    assert wording.until(local(0, days=38), now) == "until 1 Jan 2027 00:00"


def test_an_end_in_a_word() -> None:
    now = local(9)
    assert wording.end(local(17), now) == "17:00"
    assert wording.end(local(0, days=1), now) == "00:00"
    assert wording.end(local(9, days=1), now) == "Wed"
    assert wording.end(local(1, days=1), local(21)) == "01:00", "a night isn't the day after"
    assert wording.end(local(9, days=1), local(21)) == "Wed"
    assert wording.end(local(9, days=7), now) == "1 Dec"
    assert wording.until(local(9, days=7), now) == "until 1 Dec 09:00"
    assert wording.end(local(0, days=38), now) == "1 Jan"


def test_past_moments() -> None:
    now = local(9, 24)
    assert wording.moment(local(8, 12), now) == "08:12"
    assert wording.moment(local(8, 12, days=-1), now).endswith("08:12")
    assert wording.day_or_time(local(8, 12), now) == "08:12"
    assert ":" not in wording.day_or_time(local(8, 12, days=-1), now)
    assert wording.moment(local(8, 12, days=-328), now) == "31 Dec 2025 08:12"
    assert wording.day_or_time(local(8, 12, days=-328), now) == "31 Dec 2025"
    assert wording.moment(local(8, 12, days=1), now) == "25 Nov 08:12", "a clock that is ahead"


def test_places(factories: ModuleType) -> None:
    places: PlaceTree = factories.PLACES
    assert wording.site_name(places, "acme312") == "Acme, Gent"
    assert wording.place_path(places, "acme312") == "Acme, Gent, Room 3.12"
    # The town isn't said twice.
    assert wording.site_name(places, "gent") == "Gent office"
    assert wording.place_path(places, "home") == "Home"
    assert wording.site_name(places, "road") == "On the road"
    assert wording.site_name(places, "gone") == wording.place_path(places, None) == ""


def test_a_home_in_a_town_is_said_with_it() -> None:
    home = Place.home_in(Place.in_town("Gent", 51.05, 3.72)).id
    assert wording.site_name(PlaceTree(), home) == "Home, Gent"
    assert wording.place_path(PlaceTree(), home) == "Home, Gent"
    assert wording.place_path(PlaceTree(), "home") == "Home"


def test_guests_are_counted_at_a_place() -> None:
    assert wording.with_guests("Acme, Gent", 2) == "Acme, Gent with 2 guests"
    assert wording.with_guests("Acme, Gent", 1) == "Acme, Gent with 1 guest"
    assert wording.with_guests("Acme, Gent", 0) == "Acme, Gent"
    assert wording.with_guests("", 2) == ""


def test_first_names() -> None:
    assert wording.first_name(Person("00", Profile("Nele Van Acker"))) == "Nele"


def test_until_which_day_is_read_the_same_everywhere() -> None:
    now = 1_795_512_240_000
    assert wording.until_day(now + 60_000, now).startswith("until ")
    assert ":" in wording.until_day(now + 60_000, now)
    assert wording.until_day(now + 60 * 86_400_000, now) == "until 23 Jan 2027"
