"""What one is asked about oneself: near an end, or a week later, and seldom."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.expertise import DAY
from presencemap.domain.prompting import MOST, HowDidItGo, Still, Trail, prompt
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind, Status

NOW = 1_790_000_000_000
HOUR = 60 * MINUTE


def status(text: str = "", since: int = HOUR, left: int | None = 5 * MINUTE) -> Status:
    activity = Activity(Kind.WORKING_ON, text) if text else None
    until = None if left is None else NOW + left
    return Status(Availability.AVAILABLE, NOW - since, "gent", activity, until)


def test_what_nearly_ends_is_asked_about() -> None:
    assert prompt(status("Tests #vat"), Trail(), NOW) == Still("Tests #vat", NOW + 5 * MINUTE)


@pytest.mark.parametrize(
    "mine",
    [
        None,
        status(),
        status("Tests", left=None),
        status("Tests", left=11 * MINUTE),
        status("Tests", left=0),
        status("Tests", since=20 * MINUTE, left=9 * MINUTE),
    ],
)
def test_what_has_time_or_was_short_is_not(mine: Status | None) -> None:
    assert prompt(mine, Trail(), NOW) is None


@pytest.mark.parametrize(("days", "asked"), [(4, False), (5, True), (11, True), (12, False)])
def test_what_was_last_week_is_asked_about(days: int, asked: bool) -> None:
    trail = Trail({"peppol": NOW - days * DAY})
    assert (prompt(None, trail, NOW) == HowDidItGo("peppol")) is asked


def test_the_latest_of_several_and_nothing_that_i_am_on_again() -> None:
    trail = Trail({"vat": NOW - 7 * DAY, "peppol": NOW - 6 * DAY})
    assert prompt(None, trail, NOW) == HowDidItGo("peppol")
    again = status("Still #peppol", left=2 * HOUR)
    assert prompt(again, trail, NOW) == HowDidItGo("vat")
    assert prompt(status("Still #peppol"), trail, NOW) == Still(
        "Still #peppol", NOW + 5 * MINUTE
    ), "one at a time"


def test_once_answered_neither_that_nor_any_other_is_asked_that_day() -> None:
    trail = Trail({"vat": NOW - 7 * DAY, "peppol": NOW - 6 * DAY}).answered("peppol", NOW)
    assert prompt(None, trail, NOW + HOUR) is None
    assert prompt(None, trail, NOW + DAY) == HowDidItGo("vat")


def test_a_trail_has_the_last_time_of_each_topic_and_ends() -> None:
    trail = Trail().on(status("Tests #vat"), NOW - 20 * DAY).on(status("#peppol #lean"), NOW)
    assert trail == Trail({"lean": NOW, "peppol": NOW})
    assert trail.on(None, NOW + DAY) == trail
    many = Trail({f"t{number}": NOW - number for number in range(50)}).on(status("#new"), NOW)
    assert len(many.topics) == MOST
    assert list(many.topics)[:2] == ["new", "t0"]
