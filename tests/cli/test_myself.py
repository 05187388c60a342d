"""What one says of oneself, as it is typed."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from presencemap.app.paths import ProfilePaths
from presencemap.cli.phrases import HOME_IN, HOME_OFF, PRECISION, SHARING
from tests.nodes import call

HOUR = timedelta(hours=1)


def status_of(profile: Path, name: str = "Anna Peeters") -> Any:
    """As ``who --json`` has it."""
    [person] = json.loads(call(profile, "who", name, "--json"))
    return person["status"]


def left(moment: str) -> timedelta:
    """How long it is until then."""
    return datetime.fromisoformat(moment) - datetime.now().astimezone()


def test_a_status_says_what_it_shared_and_what_is_not_named_stays(here: Path) -> None:
    call(here, "place", "add", "Acme, Gent", "--kind", "client", "--near", "Gent")
    said = call(
        here, "set", "Peppol bounces #peppol", "--kind", "struggling-with", "--place", "acme",
        "--availability", "do-not-disturb", "--for", "2h",
    )  # fmt: skip
    end = re.fullmatch(
        r"Shared with your whole team: do not disturb, your place, "
        r"struggling with: Peppol bounces #peppol, until [\w: ]+\.\n",
        said,
    )
    assert end
    status = status_of(here)
    assert (status["kind"], status["topics"]) == ("struggling_with", ["peppol"])
    assert status["place"]["path"] == ["Acme, Gent"]
    assert HOUR < left(status["until"]) <= 2 * HOUR
    call(here, "set", "--availability", "busy")
    assert status_of(here) == status | {
        "availability": "busy", "since": status_of(here)["since"],
    }  # fmt: skip
    call(here, "set", "Next", "--for", "3d")
    assert (status_of(here)["kind"], status_of(here)["text"]) == ("working_on", "Next")
    assert timedelta(days=2) < left(status_of(here)["until"]) <= timedelta(days=3)
    assert call(here, "set", "--clear") == "Shared with your whole team: busy.\n"
    status = status_of(here)
    assert (status["text"], status["place"], status["until"]) == (None, None, None)


def test_until_is_the_next_time_that_the_clock_shows_it(here: Path) -> None:
    soon = datetime.now().astimezone() + timedelta(minutes=90)
    call(here, "set", "x", "--until", f"{soon:%H:%M}")
    assert timedelta(minutes=88) < left(status_of(here)["until"]) <= timedelta(minutes=90)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 1, "Say something"),
        (("--kind", "thinking-about"), 1, "--kind goes with a text"),
        (("x" * 141,), 4, "141 characters; at most 140 fit. Shorten it by 1"),
        (("x", "--for", "soon"), 1, "soon"),
        (("x", "--until", "25:99"), 1, "25:99"),
        (("x", "--place", "Nowhere"), 1, "No place is called “Nowhere”"),
        (("x", "--place", "Room"), 4, "fits several places; use an id"),
    ],
)
def test_a_status_that_can_not_be_is_refused_and_the_old_one_stays(
    here: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    for room in ("Room 1", "Room 2"):
        call(here, "place", "add", room)
    call(here, "set", "As it was", "--for", "1h")
    before = status_of(here)
    assert sentence in call(here, "set", *words, code=code)
    assert status_of(here) == before


def test_a_profile_changes_by_what_is_named_alone(here: Path) -> None:
    call(
        here, "profile", "set", "--talent", "Peppol", "--talent", "Sailing",
        "--contact", "teams:anna@lerend.example", "--contact", "phone:+32 9 555 01 17",
    )  # fmt: skip
    assert call(here, "profile", "set", "--name", "Anna P.") == (
        "Your colleagues see your new profile.\n"
    )
    assert call(here, "profile", "show").splitlines() == [
        "Anna P.",
        "Knows about: Peppol, Sailing",
        "teams: anna@lerend.example",
        "phone: +3295550117",
    ]
    shown = json.loads(call(here, "profile", "show", "anna", "--json"))
    assert (shown["name"], shown["talents"]) == ("Anna P.", ["Peppol", "Sailing"])
    assert [way["kind"] for way in shown["contacts"]] == ["teams", "phone"]
    assert "Say what to change" in call(here, "profile", "set", code=1)
    call(here, "profile", "set", "--talent", "Rest")
    assert "Knows about: Rest\nteams:" in call(here, "profile", "show")
    assert "Nobody is called “Zoë”" in call(here, "profile", "show", "Zoë", code=1)
    for bad in ("javascript:alert(1)", "mail:nobody", "file:///etc/passwd"):
        call(here, "profile", "set", "--contact", bad, code=1)
    assert "teams: anna@lerend.example" in call(here, "profile", "show")


@pytest.mark.parametrize("mode", ["paused", "off-network", "on"])
def test_what_is_shared_is_said_and_kept_without_a_node(anna: ProfilePaths, mode: str) -> None:
    assert call(anna.data, "sharing") == "on\n"
    assert call(anna.data, "sharing", mode).strip() == SHARING[mode.replace("-", "_")]
    assert call(anna.data, "sharing") == f"{mode}\n"


def test_the_town_of_home_is_off_until_it_is_chosen_and_kept_without_a_node(
    anna: ProfilePaths,
) -> None:
    assert call(anna.data, "home") == "off\n"
    assert call(anna.data, "home", "ghent").strip() == HOME_IN.format(town="Gent")
    assert call(anna.data, "home") == "Gent\n"
    assert call(anna.data, "home", "--off").strip() == HOME_OFF
    assert call(anna.data, "home") == "off\n"


@pytest.mark.parametrize("precision", ["site", "town", "hidden", "room"])
def test_how_precisely_is_said_and_kept_without_a_node(anna: ProfilePaths, precision: str) -> None:
    assert call(anna.data, "precision") == "room\n"
    assert call(anna.data, "precision", precision).strip() == PRECISION[precision]
    assert call(anna.data, "precision") == f"{precision}\n"
