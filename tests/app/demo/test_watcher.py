"""Whoever watches follows whom the script says, as soon as their node answers."""

from pathlib import Path
from typing import Any

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite
from presencemap.app.control import ask, asked
from presencemap.app.demo.conversation import Heard
from presencemap.app.demo.script import Script
from presencemap.app.demo.watcher import followed
from presencemap.app.entry import join_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import ShowFollows
from presencemap.domain.person import Profile
from tests.nodes import door_of, eventually, running

PERSON = {"talents": [], "contacts": [], "said_ago": 1, "first": {}, "day": []}


def heard(*follows: str) -> Heard:
    people = [{"name": name, **PERSON} for name in ("Mo", "An", "Bo")]
    written = {
        "team": "T", "scenes": [], "me": people[0], "cast": people[1:], "follows": {"Mo": follows},
    }  # fmt: skip
    return Heard(Script.model_validate(written), {}, {"An": "a" * 64})


def test_it_waits_until_their_node_is_there(tmp_path: Path) -> None:
    assert not followed(heard("An"), tmp_path / "control")
    assert followed(heard(), tmp_path / "control"), "nothing is to be told"


def test_their_node_is_told_of_those_who_are_there(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        link = str(desk.obey(CreateInvite()))
    known = heard("An", "Bo", "#vat")
    with running(anna) as (_, _, started):

        def follows() -> dict[str, Any]:
            answer: dict[str, Any] = ask(anna.control, asked(ShowFollows()))
            return answer

        assert not followed(known, anna.control), "nobody heard of An yet"
        an = ProfilePaths.at(anna.data.parent / "an")
        join_team(an, link, Profile("An"), now_ms())
        with StoreDesk(an) as desk:
            known.people["An"] = desk.team.endpoint.me.person.id
        with running(an, door_of(started)):
            eventually(lambda: followed(known, anna.control), bool)
            for _ in range(2):
                assert follows()["people"] == [known.people["An"]]
                assert follows()["topics"] == ["vat"]
                assert followed(known, anna.control), "once more is no other"
