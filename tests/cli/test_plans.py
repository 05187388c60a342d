"""Where one will be, as it is typed."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from presencemap.app.paths import ProfilePaths
from presencemap.cli.phrases import day_phrase
from tests.nodes import call

SHARED = "Shared with your whole team, "


def day(ahead: int) -> date:
    return datetime.now().astimezone().date() + timedelta(days=ahead)


def plans(profile: Path) -> Any:
    return json.loads(call(profile, "plan", "show", "--json"))["plans"]


def test_a_day_is_planned_by_a_place_or_a_town(here: Path) -> None:
    call(here, "place", "add", "Acme, Gent", "--kind", "client", "--near", "Gent")
    said = call(here, "plan", "tomorrow", "--place", "acme", "--text", "Workshop")
    assert said == f"{SHARED}tomorrow: at Acme, Gent, Workshop.\n"
    assert call(here, "plan", str(day(2)), "--place", "utrecht") == (
        f"{SHARED}{day_phrase(day(2))}: at Utrecht.\n"
    )
    first, second = plans(here)
    assert (first["day"], first["text"], first["out"]) == (str(day(1)), "Workshop", False)
    assert first["place"]["path"] == ["Acme, Gent"]
    assert (second["place"]["kind"], second["place"]["name"]) == ("town", "Utrecht")
    call(here, "plan", "tomorrow", "--text", "Review")
    assert plans(here)[0] == first | {"text": "Review"}
    assert call(here, "plan", "tomorrow", "--clear") == "Taken back: nothing is planned.\n"
    assert plans(here) == [second]


def test_days_out_of_office_are_said_at_once(here: Path) -> None:
    said = call(here, "plan", str(day(3)), "--until", str(day(6)), "--out", "--text", "Skiing")
    days = f"{day_phrase(day(3))} to {day_phrase(day(6))}"
    assert said == f"{SHARED}{days}: out of office, Skiing.\n"
    assert [plan["day"] for plan in plans(here)] == [str(day(n)) for n in range(3, 7)]
    assert call(here, "plan", "show") == f"{days}: out of office, Skiing\n"
    [card] = json.loads(call(here, "who", "--json"))
    assert card["plans"] == plans(here)


def test_the_last_day_is_the_first_of_its_name_after_the_first_day(here: Path) -> None:
    call(here, "plan", "mon", "--until", "fri", "--out")
    assert [datetime.fromisoformat(plan["day"]).weekday() for plan in plans(here)] == [*range(5)]


def test_the_plans_of_others_are_shown_and_those_of_the_own_store(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    assert call(anna.data, "plan", "show") == "Nothing is planned.\n"
    assert call(bram.data, "plan", "show", "Bram") == "Nothing is planned.\n"
    assert "Nobody is called “Zoë”" in call(anna.data, "plan", "show", "Zoë", code=1)
    assert "No node of this profile" in call(anna.data, "plan", "--out", code=3)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 1, "Say something"),
        (("tomorrow",), 1, "Say something"),
        (("--out", "--place", "home"), 1, "at no place"),
        (("someday", "--out"), 1, "is no day"),
        (("2020-01-01", "--out"), 1, "is over"),
        (("2099-01-01", "--out"), 1, "too far ahead"),
        (("--place", "Nowhere at all"), 1, "No place is called “Nowhere at all”"),
        (("--text", "x" * 141), 4, "at most 140 fit"),
    ],
)
def test_a_plan_that_can_not_be_is_refused(
    here: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    assert sentence in call(here, "plan", *words, code=code)
    assert plans(here) == []
