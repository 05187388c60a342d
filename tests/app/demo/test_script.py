import itertools
import json
import re
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from presencemap.app.demo.script import ON_THE_ROAD_FOR, Outlook, Script
from presencemap.app.resources import resource
from presencemap.domain.contact import ContactKind
from presencemap.domain.place import HOME, PlaceKind
from presencemap.domain.post import PostKind, ReactionKind

NUMBER = re.compile(r"\d+")
TAG = re.compile(r"#\w+")
NAME = re.compile(r"(?<!^)\b[A-Z][\w’]*")
WORD = re.compile(r"[\w’]+")


def script() -> dict[str, Any]:
    """The script as it is written."""
    written: dict[str, Any] = json.loads(resource("demo", "script.json").read_text("utf-8"))
    return written


def day(*lines: dict[str, Any], at_first: str = "Acme") -> dict[str, Any]:
    """A script of one person who has this day."""
    someone = {
        "name": "An", "talents": [], "contacts": [], "said_ago": 1,
        "first": {"place": at_first}, "day": lines,
    }  # fmt: skip
    scenes = [
        {"name": "Acme", "kind": "client"},
        {"name": "3.12", "kind": "room", "within": "Acme"},
        {"name": "Pier", "kind": "office"},
    ]
    return {"team": "T", "scenes": scenes, "me": {**someone, "day": []}, "cast": [someone]}


def texts() -> list[str]:
    told = Script.load()
    parts = (told.me, *told.cast)
    said = (each for part in parts for each in (part.first, *part.day, *part.week))
    return [each.text for each in (*said, *told.posts) if each.text]


def skeleton(text: str) -> str:
    """What a template would leave: numbers, tags and names are blanks."""
    for blank in (NUMBER, TAG, NAME):
        text = blank.sub("_", text)
    return " ".join(WORD.findall(text.casefold()))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = skeleton(text).split()
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_twelve_play_and_each_is_somebody() -> None:
    told = Script.load()
    people = (told.me, *told.cast)
    assert len(told.cast) == 12
    assert len({part.name for part in people}) == 13
    assert len({part.first.text for part in people}) == 13
    for part in people:
        assert part.profile.name == part.name
        assert part.profile.talents
        assert part.ways
        assert all("example" in w.address or w.kind is ContactKind.PHONE for w in part.ways)
    moved = [part for part in told.cast if any(line.place for line in part.day)]
    assert len(moved) >= 4, "the map lives"
    assert all(part.day for part in told.cast)


def test_every_place_is_on_the_map_in_flanders_or_the_netherlands() -> None:
    for scene in Script.load().scenes:
        if scene.within is None and scene.kind is not PlaceKind.HOME:
            assert scene.lat is not None
            assert scene.lon is not None
            assert 50.6 < scene.lat < 53.6
            assert 2.5 < scene.lon < 7.3
            assert scene.town


def test_no_two_texts_are_made_from_one_template() -> None:
    told = texts()
    assert len(told) > 35
    assert len(set(map(skeleton, told))) == len(told)
    for number, text in enumerate(told):
        for other in told[number + 1 :]:
            assert not runs(text, 4) & runs(other, 4), f"{text!r} and {other!r}"


def test_a_template_would_be_found() -> None:
    one, two = "Data mapping, batch 3 of 7", "Data mapping, batch 4 of 9"
    assert skeleton(one) == skeleton(two)
    assert skeleton("On the train to Gent #peppol") == skeleton("On the train to Brugge #water")
    assert runs("Reading the new rules of Acme", 4) & runs("Reading the new rules again", 4)


def test_who_goes_elsewhere_is_on_the_road_meanwhile() -> None:
    late = 10 + ON_THE_ROAD_FOR
    Script.model_validate(day({"at": 10, "place": "road"}, {"at": late, "place": "Pier"}))
    Script.model_validate(day({"at": 10, "place": "3.12"}, {"at": 11, "place": "Acme"}))
    Script.model_validate(day({"at": 10, "place": "road"}, {"at": 90, "place": HOME.id}))


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([{"at": 10, "place": "Pier"}], "An teleports from 'Acme' to 'Pier'"),
        ([{"at": 500, "place": "home"}], "teleports"),
        (
            [{"at": 10, "place": "3.12"}, {"at": 90, "text": "x"}, {"at": 99, "place": "Pier"}],
            "teleports from '3.12'",
        ),
        (
            [{"at": 10, "place": "road"}, {"at": 9 + ON_THE_ROAD_FOR, "place": "Pier"}],
            "arrives at 'Pier' too soon",
        ),
        (
            [
                {"at": 10, "place": "road"},
                {"at": 50, "place": "road"},
                {"at": 9 + ON_THE_ROAD_FOR, "place": "Pier"},
            ],
            "too soon",
        ),
        ([{"at": 10, "place": "Atlantis"}], "nobody knows 'Atlantis'"),
        ([{"at": 10, "text": "x"}, {"at": 9, "text": "y"}], "isn't in order"),
        ([{"at": 10, "text": "x" * 141}], "140"),
        ([{"at": 10, "txt": "x"}], "txt"),
        ([{"at": -1}], "at"),
    ],
)
def test_a_day_that_can_not_be_is_refused(lines: list[dict[str, Any]], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Script.model_validate(day(*lines))


def test_who_starts_nowhere_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="Atlantis"):
        Script.model_validate(day({"at": 10, "place": "Acme"}, at_first="Atlantis"))


def test_me_keeps_to_the_rules_too() -> None:
    bad = day()
    bad["me"]["day"] = [{"at": 10, "place": "Pier"}]
    with pytest.raises(ValidationError, match="teleports"):
        Script.model_validate(bad)


def test_a_long_day_is_a_day() -> None:
    """The last line comes before the first until is over, so nobody's activity goes out."""
    for part in script()["cast"]:
        spoken = [part["first"], *part["day"]]
        for line, following in itertools.pairwise(spoken):
            assert line.get("at", 0) + line.get("minutes", 120) * 60 > following["at"]


class TestOutlook:
    """What they plan."""

    @pytest.mark.parametrize(
        ("today", "ahead", "days", "first", "last"),
        [
            ("2026-12-02", 0, 1, "2026-12-02", "2026-12-02"),
            ("2026-12-02", 2, 1, "2026-12-04", "2026-12-04"),
            ("2026-12-02", 3, 5, "2026-12-07", "2026-12-11"),
            ("2026-12-05", 0, 1, "2026-12-05", "2026-12-05"),
            ("2026-12-05", 1, 1, "2026-12-07", "2026-12-07"),
        ],
    )
    def test_days_ahead_are_working_days(
        self, today: str, ahead: int, days: int, first: str, last: str
    ) -> None:
        span = Outlook(ahead=ahead, days=days).span(date.fromisoformat(today))
        assert (span[0], span[-1]) == (date.fromisoformat(first), date.fromisoformat(last))
        assert len(span) == days

    @pytest.mark.parametrize(
        "plan",
        [
            {"ahead": 1, "place": "Nowhere"},
            {"ahead": 1, "place": "Acme", "town": "Gent"},
            {"ahead": 1, "place": "Acme", "out": True},
            {"ahead": 40},
        ],
    )
    def test_what_nobody_can_plan_is_an_error(self, plan: dict[str, Any]) -> None:
        written = day()
        written["cast"][0]["week"] = [plan]
        with pytest.raises(ValidationError):
            Script.model_validate(written)

    def test_everybody_plans_something_and_most_are_somewhere_tomorrow(self) -> None:
        told = Script.load()
        parts = (told.me, *told.cast)
        assert all(part.week for part in parts)
        assert sum(any(each.ahead == 1 for each in part.week) for part in parts) >= 10
        assert any(each.out for part in parts for each in part.week)
        assert any(each.town for part in parts for each in part.week)


def test_the_stream_has_questions_replies_and_links_in_two_languages() -> None:
    told = Script.load()
    kinds = {said.kind for said in told.posts}
    assert kinds >= {PostKind.QUESTION, PostKind.REPLY, PostKind.LINK, PostKind.RESHARE}
    assert kinds >= {ReactionKind.THANK, ReactionKind.JOIN, ReactionKind.SOLVE}
    for name in (told.me.name, *(part.name for part in told.cast)):
        before = told.said_before(name)
        assert before, f"{name} has said something"
        assert [said.ago for said in before] == sorted((s.ago for s in before), reverse=True)  # type: ignore[type-var]
        assert all(said.draft.links or not said.links for said in before)
    assert all(".example/" in url for said in told.posts for url, _ in said.links)
    assert len(told.said_live()) > 10


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ([{"by": "Ed", "ago": 1, "kind": "activity"}], "'Ed' says '' when"),
        ([{"by": "An", "kind": "activity"}], "when"),
        ([{"by": "An", "ago": 1, "at": 1, "kind": "activity"}], "when"),
        ([{"by": "An", "at": 1, "kind": "thank", "to": "q"}], "too early"),
        (
            [{"by": "An", "at": 2, "kind": "activity"}, {"by": "An", "at": 1, "kind": "activity"}],
            "too early",
        ),
        (
            [
                {"by": "An", "ago": 2, "kind": "question", "key": "q"},
                {"by": "An", "ago": 1, "kind": "reply", "to": "q"},
            ],
            "isn't known",
        ),
    ],
)
def test_a_conversation_that_can_not_be_is_refused(said: list[dict[str, Any]], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Script.model_validate({**day(), "posts": said})


def test_strangers_follow_nobody_and_are_not_followed() -> None:
    Script.model_validate({**day(), "follows": {"An": ["#vat", "An"]}})
    for follows in ({"Ed": []}, {"An": ["Ed"]}):
        with pytest.raises(ValidationError, match="nobody knows"):
            Script.model_validate({**day(), "follows": follows})
