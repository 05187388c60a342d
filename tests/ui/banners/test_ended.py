"""What I said and that ended, as it is asked about."""

from dataclasses import replace
from datetime import datetime

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind, Status
from presencemap.ui.banners.ended import Ended, done_for_today, prolonged
from presencemap.ui.moments import moment

FIVE = moment(datetime(2026, 11, 24, 17, 0))  # noqa: DTZ001 - local, as people say it
HOUR = 60 * MINUTE
SAID = Status(Availability.AVAILABLE, FIVE - 3 * HOUR, "acme", None, FIVE)
NOTHING = Status(Availability.AVAILABLE, FIVE)


def ended(*learned: tuple[Status | None, int]) -> Ended:
    made = Ended()
    for status, now in learned:
        made.learn(status, now)
    return made


def test_it_is_asked_about_from_its_end_on() -> None:
    asked = ended((SAID, FIVE - 1), (NOTHING, FIVE))
    assert asked.at(FIVE - 1) is None
    assert asked.at(FIVE) == SAID
    asked.forget()
    assert asked.at(FIVE) is None


def test_what_was_taken_back_before_isnt() -> None:
    assert ended((SAID, FIVE - HOUR), (NOTHING, FIVE - HOUR), (NOTHING, FIVE)).at(FIVE) is None


@pytest.mark.parametrize(
    "anew",
    [
        replace(SAID, place="gent", until=FIVE + HOUR),
        replace(NOTHING, activity=Activity(Kind.WORKING_ON, "Mail"), until=FIVE + HOUR),
    ],
)
def test_a_new_word_answers_it(anew: Status) -> None:
    assert ended((SAID, FIVE - 1), (NOTHING, FIVE), (anew, FIVE + 1)).at(FIVE + 1) is None


def test_without_an_end_or_a_place_there_is_nothing_to_ask() -> None:
    assert ended((replace(SAID, until=None), FIVE - 1), (None, FIVE)).at(FIVE) is None
    alone = replace(SAID, place=None, activity=Activity(Kind.WORKING_ON, "Mail"))
    assert ended((alone, FIVE - 1), (NOTHING, FIVE)).at(FIVE) is None


def test_the_next_day_nobody_asks_about_yesterday() -> None:
    asked = ended((SAID, FIVE - 1), (NOTHING, FIVE))
    assert asked.at(FIVE + 7 * HOUR - 1) == SAID
    assert asked.at(FIVE + 7 * HOUR) is None
    midnight = FIVE + 7 * HOUR
    assert ended((replace(SAID, until=midnight), FIVE), (None, midnight)).at(midnight) is None


def test_an_hour_more_and_never_a_moment_that_is_nearly_there() -> None:
    assert prolonged(FIVE, FIVE) == FIVE + HOUR
    assert prolonged(FIVE, FIVE + 30 * MINUTE) == FIVE + HOUR
    assert prolonged(FIVE, FIVE + 31 * MINUTE) == FIVE + 2 * HOUR
    assert prolonged(FIVE, FIVE + 3 * HOUR) == FIVE + 4 * HOUR


@pytest.mark.parametrize("on", [None, Activity(Kind.WORKING_ON, "Mail")])
def test_it_comes_back_from_its_text(on: Activity | None) -> None:
    said = replace(SAID, activity=on)
    again = Ended.of(ended((said, FIVE - 1)).text)
    again.learn(NOTHING, FIVE)
    assert again.at(FIVE) == said


def test_of_nothing_and_of_nonsense_there_is_nothing_to_ask() -> None:
    assert ended((NOTHING, FIVE)).text == ""
    assert ended((replace(SAID, until=None), FIVE)).text == ""
    whole = ended((SAID, FIVE - 1)).text
    for text in ("", "[]", "7", whole[:-4], whole.replace("until", "then"), '{"place": 1}'):
        assert Ended.of(text).text == ""


def test_what_ended_on_another_day_isnt_kept() -> None:
    asked = ended((SAID, FIVE - 1), (NOTHING, FIVE + 7 * HOUR))
    assert asked.text == ""


def test_done_is_away_until_the_morning() -> None:
    done = done_for_today(FIVE)
    assert (done.availability, done.place, done.activity) == (Availability.AWAY, None, None)
    assert done.until == FIVE + 14 * HOUR
