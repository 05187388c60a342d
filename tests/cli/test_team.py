"""Founding, inviting, joining, verifying, leaving, as it is typed."""

import json
import re
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.cli import team
from presencemap.protocol.clones import PATIENCE
from tests.nodes import call
from tests.twins import twins


def test_found_invite_join_and_see_each_other(tmp_path: Path) -> None:
    anna, bram = tmp_path / "anna", tmp_path / "bram"
    said = call(anna, "team", "create", "Lerend Collectief", "--as", " Anna  Peeters ")
    assert said == (
        "The team Lerend Collectief is yours. Invite colleagues: presencemap team invite\n"
    )
    link = call(anna, "team", "invite", "--uses", "1", "--hint", "127.0.0.7:47800")
    assert re.fullmatch(r"presencemap://join#[\w-]+\n", link), "the link alone, for scripts"
    assert "Welcome, Bram Claeys. Start the app" in call(
        bram, "team", "join", link.strip(), "--as", "Bram Claeys"
    )
    [me, founder] = sorted(
        json.loads(call(bram, "team", "members", "--json")), key=lambda m: not m["me"]
    )
    assert (me["name"], me["steward"], me["admitted"]) == ("Bram Claeys", False, False)
    assert (founder["steward"], founder["admitted"], founder["invited_by"]) == (True, True, None)
    lines = call(bram, "team", "members").splitlines()
    assert f"{me['person'][:12]}  Bram Claeys  you, not met yet by a member" in lines
    assert f"{founder['person'][:12]}  (no name yet)  steward" in lines
    assert call(bram, "peer", "list") == "127.0.0.7:47800  not dialled yet\n", "the link's hint"


def test_what_bad_links_and_second_teams_are_told(anna: ProfilePaths, tmp_path: Path) -> None:
    link = call(anna.data, "team", "invite").strip()
    new = tmp_path / "new"
    assert "cut or mistyped" in call(new, "team", "join", link[:-9], "--as", "X", code=4)
    assert "no invite link" in call(new, "team", "join", "https://x.example", "--as", "X", code=4)
    assert not new.exists()
    assert "has a team already" in call(anna.data, "team", "join", link, "--as", "X", code=4)
    assert "has a team already" in call(anna.data, "team", "create", "Y", "--as", "X", code=4)
    assert "1 to 365 days" in call(anna.data, "team", "invite", "--days", "0", code=1)
    assert "1 to 10000 times" in call(anna.data, "team", "invite", "--uses", "0", code=1)
    hints = [word for n in range(9) for word in ("--hint", f"127.0.0.{n}")]
    assert "At most 8 addresses" in call(anna.data, "team", "invite", *hints, code=1)
    assert "can't be dialled" in call(anna.data, "team", "invite", "--hint", "pc:0", code=1)
    for words in (("who",), ("team", "invite"), ("set", "x"), ("peer", "list"), ("watch",)):
        assert "no team yet" in call(new, *words, code=4)
    assert not new.exists()


def test_an_invite_that_is_over_is_said_to_be(
    anna: ProfilePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = call(anna.data, "team", "invite", "--days", "1").strip()
    monkeypatch.setattr(team, "now_ms", lambda: now_ms() + 2 * 86_400_000)
    assert "has expired" in call(tmp_path / "late", "team", "join", link, "--as", "X", code=4)
    assert not (tmp_path / "late").exists()


def test_invites_are_listed_and_withdrawn_and_stewards_appointed(anna: ProfilePaths) -> None:
    call(anna.data, "team", "invite", "--label", "May")
    (invite,) = json.loads(call(anna.data, "team", "invites", "--json"))
    assert (invite["label"], invite["used"], invite["open"]) == ("May", 0, True)
    assert "“May”  by you, used 0 of 50 times" in call(anna.data, "team", "invites")
    said = call(anna.data, "team", "invite", "--withdraw", invite["id"][:10])
    assert "lets nobody in by it any more" in said
    assert call(anna.data, "team", "invites") == ""
    assert "No invite has that id" in call(anna.data, "team", "invite", "--withdraw", "x", code=1)
    assert "is a steward already" in call(anna.data, "team", "steward", "Anna", code=4)
    assert "team leave" in call(anna.data, "team", "remove", "Anna", code=4)


def test_whose_key_two_computers_use_is_said_wherever_people_are_listed(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with StoreDesk(bram) as desk:
        theirs = desk.team.endpoint
    found = now_ms() - PATIENCE
    with StoreDesk(anna) as desk:
        endpoint, team = desk.team.endpoint, desk.team.keys.team
        news = endpoint.learn([*theirs.membership], found)
        for held in theirs.replica.held():
            news += endpoint.replica.take(held.record, found)
        news += endpoint.replica.clones.compare(*twins(theirs.me, team, found), found)
        desk.team.keeping.commit(news)
    seen = {
        person["name"]: person["cloned"] for person in json.loads(call(anna.data, "who", "--json"))
    }
    assert seen == {"Anna Peeters": False, "Bram Claeys": True}
    assert "Two computers use their key" in call(anna.data, "who")
    listed = json.loads(call(anna.data, "team", "members", "--json"))
    assert {member["name"]: member["cloned"] for member in listed} == seen
    assert "two computers use their key" in call(anna.data, "team", "members")


def test_words_are_shown_and_compared(bram: ProfilePaths) -> None:
    found = json.loads(call(bram.data, "team", "verify", _founder(bram), "--json"))
    shown = call(bram.data, "team", "verify", found["person"])
    assert shown.splitlines()[0].split() == found["words"]
    assert f"presencemap team verify {found['person'][:12]} WORD" in shown
    assert "not the words" in call(bram.data, "team", "verify", found["person"], "x", code=4)
    said = call(bram.data, "team", "verify", found["person"], *found["words"])
    assert said.endswith("is verified on this computer.\n")


def _founder(paths: ProfilePaths) -> str:
    listed = json.loads(call(paths.data, "team", "members", "--json"))
    return next(str(m["person"]) for m in listed if not m["me"])


def test_the_root_is_backed_up_and_restored(
    anna: ProfilePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRESENCEMAP_PASSPHRASE", "four words and a number 7")
    file = tmp_path / "root.backup"
    assert str(file) in call(anna.data, "team", "backup", str(file))
    assert "there already" in call(anna.data, "team", "backup", str(file), code=4)
    new = tmp_path / "new"
    assert "there already" in call(
        new, "team", "create", "X", "--as", "A", "--backup", str(file), code=4
    )
    assert not new.exists(), "nothing was done"
    call(new, "team", "create", "X", "--as", "A", "--backup", str(tmp_path / "x.backup"))
    assert "another team" in call(new, "team", "restore", str(file), code=4)
    third = tmp_path / "third"
    said = call(third, "team", "restore", str(file), "--as", "Anna Peeters")
    assert "has the root key of Lerend Collectief now" in said
    monkeypatch.setenv("PRESENCEMAP_PASSPHRASE", "another one that is wrong")
    assert "doesn't open" in call(third, "team", "restore", str(file), code=4)


def test_who_leaves_unheard_has_no_team_and_is_told_so(anna: ProfilePaths) -> None:
    assert "No node" in call(anna.data, "team", "leave", code=3)
    assert "You have left the team" in call(anna.data, "team", "leave", "--unheard")
    assert "no team yet" in call(anna.data, "team", "members", code=4)


def test_who_is_removed_is_named(bram: ProfilePaths) -> None:
    me = next(p for p in json.loads(call(bram.data, "team", "members", "--json")) if p["me"])
    assert "leave the team instead" in call(bram.data, "team", "remove", me["person"], code=4)
    refused = call(bram.data, "team", "remove", _founder(bram), code=4)
    assert "Traceback" not in refused


def test_a_team_where_stewards_alone_invite(tmp_path: Path) -> None:
    anna, bram = tmp_path / "anna", tmp_path / "bram"
    call(anna, "team", "create", "Strict", "--as", "Anna", "--inviters", "stewards")
    call(bram, "team", "join", call(anna, "team", "invite").strip(), "--as", "Bram")
    assert "Only this team's stewards invite" in call(bram, "team", "invite", code=4)
    call(tmp_path / "c", "team", "create", "T", "--as", "C", "--inviters", "nobody", code=2)


def test_the_map_server_is_chosen_by_url_and_attribution(anna: ProfilePaths) -> None:
    url = "https://tiles.example/{z}/{x}/{y}.png"
    assert call(anna.data, "team", "map") == "The team uses no map server.\n"
    assert call(anna.data, "team", "map", "--json") == "null\n"
    said = call(anna.data, "team", "map", url, "--attribution", "© Us")
    assert said == f"{team.MAP_CHOSEN}\n"
    assert call(anna.data, "team", "map") == f"{url}  (© Us)\n"
    found = json.loads(call(anna.data, "team", "map", "--json"))
    assert (found["url"], found["attribution"], found["name"]) == (url, "© Us", "Anna Peeters")
    assert "no map server any more" in call(anna.data, "team", "map", "--none")
    assert call(anna.data, "team", "map", "--json") == "null\n"


def test_half_a_map_server_is_none(anna: ProfilePaths) -> None:
    url = "https://tiles.example/{z}/{x}/{y}.png"
    assert "Give both" in call(anna.data, "team", "map", url, code=1)
    assert "Give both" in call(anna.data, "team", "map", "--attribution", "© Us", code=1)
    assert "or --none" in call(anna.data, "team", "map", url, "--none", code=1)
    words = ("team", "map", "http://tiles.example/{z}/{x}/{y}.png", "--attribution", "© Us")
    assert "like https://" in call(anna.data, *words, code=1)
