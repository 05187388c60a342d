import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.paths import ProfilePaths
from presencemap.cli import actions
from presencemap.cli.actions import ACTIONS
from presencemap.cli.parser import parser
from presencemap.domain.availability import Presence
from tests.nodes import call, door_of, eventually, running

HOUR = timedelta(hours=1)


@pytest.fixture
def here(anna: ProfilePaths) -> Iterator[Path]:
    """Anna's profile, with a node that runs."""
    with running(anna):
        yield anna.data


def status_of(profile: Path, name: str = "Anna Peeters") -> Any:
    """As ``who --json`` has it."""
    [person] = json.loads(call(profile, "who", name, "--json"))
    return person["status"]


def left(moment: str) -> timedelta:
    """How long it is until then."""
    return datetime.fromisoformat(moment) - datetime.now().astimezone()


def test_each_command_of_the_grammar_has_its_action() -> None:
    def named(found: Any) -> set[str]:
        below = [a for a in found._actions if hasattr(a, "choices") and isinstance(a.choices, dict)]
        names = {found._defaults["action"]} if "action" in found._defaults else set()
        return names.union(*(named(each) for a in below for each in a.choices.values()))

    assert named(parser()) - {"app", "demo", "node"} == set(ACTIONS)


def test_found_invite_join_and_see_each_other(tmp_path: Path) -> None:
    anna, bram = tmp_path / "anna", tmp_path / "bram"
    said = call(anna, "team", "create", "Lerend Collectief", "--as", " Anna  Peeters ")
    assert said == (
        "The team Lerend Collectief is yours. Invite colleagues: presencemap team invite\n"
    )
    link = call(anna, "team", "invite", "--uses", "1", "--hint", "10.0.0.7:47800")
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
    assert call(bram, "peer", "list") == "10.0.0.7:47800  nobody answers\n", "the link's hint"


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
    hints = [word for n in range(9) for word in ("--hint", f"10.0.0.{n}")]
    assert "At most 8 addresses" in call(anna.data, "team", "invite", *hints, code=1)
    for words in (("who",), ("team", "invite"), ("set", "x"), ("peer", "list"), ("watch",)):
        assert "no team yet" in call(new, *words, code=4)
    assert not new.exists()


def test_an_invite_that_is_over_is_said_to_be(
    anna: ProfilePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = call(anna.data, "team", "invite", "--days", "1").strip()
    monkeypatch.setattr(actions, "now_ms", lambda: now_ms() + 2 * 86_400_000)
    assert "has expired" in call(tmp_path / "late", "team", "join", link, "--as", "X", code=4)
    assert not (tmp_path / "late").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("set", "x"),
        ("place", "add", "x"),
        ("profile", "set", "--name", "x"),
        ("peer", "add", "10.0.0.7"),
        ("peer", "remove", "10.0.0.7"),
        ("watch",),
    ],
)
def test_what_needs_a_node_says_so_and_changes_nothing(
    anna: ProfilePaths, words: tuple[str, ...]
) -> None:
    before = call(anna.data, "who", "--json")
    assert "No node of this profile is running" in call(anna.data, *words, code=3)
    after = call(anna.data, "who", "--json")
    assert [p["status"] for p in json.loads(after)] == [p["status"] for p in json.loads(before)]


@pytest.mark.parametrize("words", [("who",), ("team", "members"), ("place", "list"),
                                   ("profile", "show"), ("peer", "list")])  # fmt: skip
def test_what_the_store_knows_is_told_the_same_with_and_without_a_node(
    anna: ProfilePaths, words: tuple[str, ...]
) -> None:
    with running(anna):
        for line in (("place", "add", "Acme", "--near", "Gent"), ("peer", "add", "10.0.0.7"),
                     ("profile", "set", "--talent", "Peppol")):  # fmt: skip
            call(anna.data, *line)
        answers = [call(anna.data, *words), call(anna.data, *words, "--json")]
    again = [call(anna.data, *words), call(anna.data, *words, "--json")]
    seen = re.compile(r'"last_seen": "[^"]*"')  # mine is now
    assert [seen.sub("", each) for each in again] == [seen.sub("", each) for each in answers]


def test_a_status_says_what_it_shared_and_what_is_not_named_stays(here: Path) -> None:
    call(here, "place", "add", "Acme, Gent", "--kind", "client", "--near", "Gent")
    said = call(
        here, "set", "Peppol bounces #peppol", "--kind", "struggling-with", "--place", "acme",
        "--availability", "do-not-disturb", "--for", "2h",
    )  # fmt: skip
    end = re.fullmatch(
        r"Shared with your whole team: do not disturb, your place, "
        r"struggling with: Peppol bounces #peppol, until (\d\d:\d\d)\.\n",
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
    call(here, "profile", "set", "--talent", "Rest")
    assert "Knows about: Rest\nteams:" in call(here, "profile", "show")
    assert "Nobody is called “Zoë”" in call(here, "profile", "show", "Zoë", code=1)
    for bad in ("javascript:alert(1)", "mail:nobody", "file:///etc/passwd"):
        call(here, "profile", "set", "--contact", bad, code=1)
    assert "teams: anna@lerend.example" in call(here, "profile", "show")


def test_places_are_made_by_town_by_coordinates_and_in_each_other(here: Path) -> None:
    made = call(here, "place", "add", "Acme, Gent", "--kind", "client", "--near", "Gand")
    assert re.fullmatch(r"[0-9a-f]{32}  Acme, Gent, Gent \(51\.0\d, 3\.7\d\)\n", made)
    key = made.split()[0]
    call(here, "place", "add", "3.12", "--in", "acme")
    call(here, "place", "add", "Pier", "--lat", "-51.5", "--lon", "3.25", "--kind", "office")
    call(here, "place", "add", "Loft")
    assert [
        re.split(" {2,}", line, maxsplit=1)[1] for line in call(here, "place", "list").splitlines()
    ] == [
        "Acme, Gent (client)  51.0500, 3.7167",
        "Acme, Gent, 3.12 (room)  51.0500, 3.7167",
        "Home (home)",
        "Loft (office)",
        "On the road (road)",
        "Pier (office)  -51.5000, 3.2500",
    ]
    listed = {place["name"]: place for place in json.loads(call(here, "place", "list", "--json"))}
    assert listed["Acme, Gent"]["id"] == key
    assert listed["3.12"]["path"] == ["Acme, Gent", "3.12"]
    assert listed["Loft"]["lat"] is None
    for words, code, sentence in (
        (("x", "--near", "Gentt"), 1, "Gentt"),
        (("x", "--near", "Gent", "--lat", "1"), 1, "not both"),
        (("x", "--lat", "1"), 1, "both --lat and --lon"),
        (("x", "--lat", "91", "--lon", "1"), 1, "within ±90"),
        (("x", "--in", "Nowhere"), 1, "No place is called"),
        ((" ",), 1, "needs a name"),
        (("x" * 200,), 4, "200 characters"),
    ):
        assert sentence in call(here, "place", "add", *words, code=code)
    assert json.loads(call(here, "place", "list", "--json")) == list(listed.values())


def test_who_is_narrowed_by_name_place_and_topic(anna: ProfilePaths, bram: ProfilePaths) -> None:
    with running(anna) as (_, _, started), running(bram, door_of(started)) as (_, sees, _):
        sees.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is Presence.ONLINE)
        call(anna.data, "place", "add", "Acme, Gent", "--near", "Gent")
        call(anna.data, "set", "Peppol #peppol", "--place", "acme", "--for", "1h")
        sees.until(lambda w: (c := w.named("Anna Peeters")) and c.status and c.status.place)

        def names(*words: str) -> list[str]:
            return [p["name"] for p in json.loads(call(bram.data, "who", *words, "--json"))]

        assert names() == ["Bram Claeys", "Anna Peeters"], "me first"
        assert names("an") == names("--place", "acme") == ["Anna Peeters"]
        assert names("--topic", "#Peppol") == names("--topic", "peppol") == ["Anna Peeters"]
        assert names("--topic", "bread") == []
        assert "Nobody is called “zed”" in call(bram.data, "who", "zed", code=1)
        line = call(bram.data, "who", "anna")
        assert line.startswith("Anna Peeters: available, at Acme, Gent, working on: Peppol #peppol")


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
        assert "no:port" in call(bram.data, "peer", "add", "no:port", code=1)


def test_watch_prints_lines_or_json_until_the_node_ends(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened = [
        {"event": "online", "person": "f" * 64, "name": "Bram Claeys", "received": None},
        {"event": "offline", "person": "f" * 64, "name": "Bram Claeys", "received": None},
    ]
    monkeypatch.setattr("presencemap.app.control.watch", lambda _: iter(happened))
    assert call(anna.data, "watch").splitlines() == [
        " Bram Claeys is online", " Bram Claeys is offline",
    ]  # fmt: skip
    told = call(anna.data, "watch", "--json").splitlines()
    assert list(map(json.loads, told)) == happened


def test_two_of_one_name_are_listed_with_their_ids(anna: ProfilePaths, tmp_path: Path) -> None:
    link = call(anna.data, "team", "invite").strip()
    with running(anna) as (_, _, started):
        twins = [ProfilePaths.at(tmp_path / name) for name in ("one", "two")]
        for number, twin in enumerate(twins, start=1):
            call(twin.data, "team", "join", link, "--as", "Bram Claeys")
            with running(twin, door_of(started)) as (_, sees, _):
                sees.until(lambda w: w.named("Anna Peeters"))
                eventually(
                    lambda: call(anna.data, "who"),
                    lambda said, n=number: said.count("Bram Claeys") == n,
                )
        told = call(anna.data, "profile", "show", "bram", code=4)
        ids = [p["person"][:12] for p in json.loads(call(anna.data, "who", "bram", "--json"))]
        assert len(ids) == 2
        assert all(f"  {each}  Bram Claeys" in told for each in ids)
        assert call(anna.data, "profile", "show", ids[0]) == "Bram Claeys\n"


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
