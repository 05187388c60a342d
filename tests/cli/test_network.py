"""Peers and the doctor, as they are typed."""

import json
from pathlib import Path

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite
from presencemap.app.entry import join_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from presencemap.domain.person import Profile
from tests.nodes import call, door_of, eventually, running


def test_peers_are_listed_with_who_answers(anna: ProfilePaths, bram: ProfilePaths) -> None:
    with running(anna) as (_, _, started), running(bram) as (_, sees, _):
        door = door_of(started)
        assert call(bram.data, "peer", "add", door) == f"{door} is dialled from now on.\n"
        sees.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is Presence.ONLINE)
        assert call(bram.data, "peer", "list") == f"{door}  Anna Peeters answers\n"
        assert json.loads(call(bram.data, "peer", "list", "--json")) == [
            {"address": door, "by_hand": True, "person": "Anna Peeters", "answer": "member"}
        ]
        assert call(bram.data, "peer", "remove", door) == f"{door} is dialled no more.\n"
        assert "isn't among the peers" in call(bram.data, "peer", "remove", door, code=1)
        for text in ("no:port", "office-pc:0"):
            assert text in call(bram.data, "peer", "add", text, code=1)


def test_a_door_that_turns_one_away_is_not_nobody(
    anna: ProfilePaths, bram: ProfilePaths, tmp_path: Path
) -> None:
    with StoreDesk(anna) as desk:
        link = str(desk.obey(CreateInvite(uses=1)))
    late = ProfilePaths.at(tmp_path / "late")
    for paths in (ProfilePaths.at(tmp_path / "first"), late):
        join_team(paths, link, Profile(paths.data.name.title()), now_ms())
    with running(anna) as (_, anna_sees, started):
        door = door_of(started)
        with running(ProfilePaths.at(tmp_path / "first"), door):
            anna_sees.until(lambda w: w.named("First"))
        with running(late):
            call(late.data, "peer", "add", door)
            told = eventually(
                lambda: call(late.data, "peer", "list"), lambda said: "not dialled" not in said
            )
        why = "a computer of this team answers, and doesn't let you in (presencemap doctor)"
        assert told == f"{door}  {why}\n"
        (silent,) = json.loads(call(late.data, "peer", "list", "--json"))
        assert silent["answer"] == "untried", "without a node nothing is dialled"


def test_the_doctor_says_why_and_exits_1_where_something_is_to_be_mended(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    without = call(bram.data, "doctor", code=1)
    assert "!!  Direct connections: Presence Map isn't running" in without
    assert "      Start Presence Map. (presencemap, or presencemap node)" in without
    with running(anna) as (_, anna_sees, started):
        assert "Nobody is called “bram”" in call(anna.data, "doctor", "bram", code=1)
        with running(bram, door_of(started)):
            anna_sees.until(
                lambda w: (c := w.named("Bram Claeys")) and c.presence is Presence.ONLINE
            )
            report = json.loads(call(anna.data, "doctor", "--json"))
            assert report["well"] is report["running"] is True
            assert [c["name"] for c in report["colleagues"]] == ["Bram Claeys"]
            told = call(anna.data, "doctor")
            assert "ok  Direct connections: Bram Claeys's computer reached yours" in told
            assert "1 of 1 colleagues reached." in told
            assert call(anna.data, "doctor", "bram").startswith("Bram Claeys is connected directly")
        anna_sees.until(lambda w: (c := w.named("Bram Claeys")) and c.presence is Presence.OFFLINE)
        why = call(anna.data, "doctor", "bram", code=1).splitlines()
        assert why[0].startswith("Bram Claeys closed Presence Map, or paused, ")
        assert why[1:] == ["Ask Bram Claeys to open Presence Map and share."]
        one = json.loads(call(anna.data, "doctor", "bram", "--json", code=1))
        assert (one["cause"], one["reached"]) == ("goodbye", False)


def test_the_doctor_without_a_team_says_how_to_get_one(tmp_path: Path) -> None:
    assert "has no team yet" in call(tmp_path / "new", "doctor", code=4)
