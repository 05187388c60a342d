"""What one is asked about oneself: near an end, or a week later, and seldom."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.expertise import DAY
from presencemap.domain.prompting import MOST, HowDidItGo, Still, Trail, prompt
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.topic_names import TopicNames

NOW = 1_790_000_000_000
"""A Monday."""
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


@pytest.mark.parametrize(("days", "asked"), [(0, False), (1, True), (7, True), (8, False)])
def test_what_was_last_week_by_the_calendar_is_asked_about(days: int, asked: bool) -> None:
    trail = Trail({"peppol": NOW - days * DAY})
    assert (prompt(None, trail, NOW) == HowDidItGo("peppol")) is asked
    sunday = Trail({"peppol": NOW + 2 * DAY})
    assert prompt(None, sunday, NOW + 6 * DAY) is None, "that is this week"


def test_the_latest_of_several_and_nothing_that_i_am_on_again() -> None:
    trail = Trail({"vat": NOW - 7 * DAY, "peppol": NOW - 6 * DAY})
    assert prompt(None, trail, NOW) == HowDidItGo("peppol")
    again = status("Still #peppol", left=2 * HOUR)
    assert prompt(again, trail, NOW) == HowDidItGo("vat")
    assert prompt(status("Still #peppol"), trail, NOW) == Still(
        "Still #peppol", NOW + 5 * MINUTE
    ), "one at a time"


def test_a_topic_of_several_names_is_one_and_called_as_it_is_now() -> None:
    names = TopicNames({"e-facturatie": "Peppol"})
    trail = Trail({"e-facturatie": NOW - 6 * DAY})
    assert prompt(None, trail, NOW, names) == HowDidItGo("Peppol")
    assert prompt(status("Still #peppol", left=2 * HOUR), trail, NOW, names) is None
    today = Trail({"e-facturatie": NOW - 6 * DAY, "peppol": NOW - HOUR})
    assert prompt(None, today, NOW, names) is None, "I was on it today"
    both = Trail({"e-facturatie": NOW - 6 * DAY, "peppol": NOW - 5 * DAY, "vat": NOW - 7 * DAY})
    done = both.answered(HowDidItGo("Peppol"), NOW, names)
    assert prompt(None, done, NOW + DAY, names) == HowDidItGo("vat")


def test_once_answered_neither_that_nor_any_other_is_asked_that_day() -> None:
    trail = Trail({"vat": NOW - 7 * DAY, "peppol": NOW - 6 * DAY})
    trail = trail.asking(HowDidItGo("peppol"), NOW).answered(HowDidItGo("peppol"), NOW)
    assert prompt(None, trail, NOW + HOUR) is None
    assert prompt(None, trail, NOW + DAY) == HowDidItGo("vat")


def test_what_is_passed_over_is_asked_on_that_day_alone() -> None:
    trail = Trail({"vat": NOW - 7 * DAY, "peppol": NOW - 6 * DAY})
    asked = trail.asking(HowDidItGo("peppol"), NOW)
    assert prompt(None, asked, NOW + HOUR) == HowDidItGo("peppol"), "it still stands there"
    assert asked.asking(HowDidItGo("peppol"), NOW + HOUR) == asked
    assert prompt(status("#peppol", left=2 * HOUR), asked, NOW + HOUR) is None
    assert asked.on(None, NOW + HOUR) == asked
    asked = asked.on(None, NOW + DAY)
    assert asked.about == ""
    assert prompt(None, asked, NOW + DAY) == HowDidItGo("vat")
    asked = asked.asking(HowDidItGo("vat"), NOW + DAY)
    again = asked.on(status("#vat"), NOW + 3 * DAY)
    assert prompt(None, asked.on(None, NOW + 3 * DAY), NOW + 3 * DAY) is None
    assert prompt(None, again, NOW + 8 * DAY) == HowDidItGo("vat"), "I was on it anew"


def test_whether_i_am_still_on_something_is_asked_again_that_day_after_a_yes_alone() -> None:
    still, later = Still("Tests", NOW + 5 * MINUTE), NOW + 2 * HOUR
    next_one = status("More tests", left=2 * HOUR + 5 * MINUTE)
    asked = Trail().asking(still, NOW)
    assert prompt(status("Tests"), asked, NOW + MINUTE) == still, "it still stands there"
    assert prompt(next_one, asked, later) is None, "passed over"
    assert prompt(next_one, asked.answered(still, NOW), later) is None
    assert prompt(status("Tests"), asked.answered(still, NOW), NOW + MINUTE) is None
    said_yes = asked.goes_on(later + 5 * MINUTE)
    assert prompt(status("Tests"), said_yes, NOW + MINUTE) is None
    assert prompt(next_one, said_yes, later) == Still("More tests", later + 5 * MINUTE)
    tomorrow = status("More tests", left=DAY + 5 * MINUTE)
    assert prompt(tomorrow, asked, NOW + DAY) == Still("More tests", NOW + DAY + 5 * MINUTE)


def test_a_trail_has_the_last_time_of_each_topic_and_ends() -> None:
    trail = Trail().on(status("Tests #vat"), NOW - 20 * DAY).on(status("#peppol #lean"), NOW)
    assert trail == Trail({"lean": NOW, "peppol": NOW})
    assert trail.on(None, NOW + DAY) == trail
    many = Trail({f"t{number}": NOW - number for number in range(50)}).on(status("#new"), NOW)
    assert len(many.topics) == MOST
    assert list(many.topics)[:2] == ["new", "t0"]
