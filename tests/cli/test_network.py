"""Peers and the doctor, as they are typed."""

import json
from pathlib import Path

from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from tests.nodes import call, door_of, running


def test_peers_are_listed_with_who_answers(anna: ProfilePaths, bram: ProfilePaths) -> None:
    with running(anna) as (_, _, started), running(bram) as (_, sees, _):
        door = door_of(started)
        assert call(bram.data, "peer", "add", door) == f"{door} is dialled from now on.\n"
        sees.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is Presence.ONLINE)
        assert call(bram.data, "peer", "list") == f"{door}  Anna Peeters answers\n"
        assert json.loads(call(bram.data, "peer", "list", "--json")) == [
            {"address": door, "by_hand": True, "person": "Anna Peeters"}
        ]
        assert call(bram.data, "peer", "remove", door) == f"{door} is dialled no more.\n"
        assert "isn't among the peers" in call(bram.data, "peer", "remove", door, code=1)
        for text in ("no:port", "office-pc:0"):
            assert text in call(bram.data, "peer", "add", text, code=1)


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
