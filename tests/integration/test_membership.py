"""Who is removed or leaves, and what they hear of it. Mirrors no one module."""

import json
import select
import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.nodes import NodeProcess, call, eventually, program, spawned, who

pytestmark = pytest.mark.processes

FLAGS = ("--listen", "127.0.0.1:0", "--no-mdns")


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    call(tmp_path / "anna", "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    return tmp_path / "anna"


def joined(anna: Path, name: str, link: str) -> Path:
    profile = anna.parent / name.split(maxsplit=1)[0].lower()
    call(profile, "team", "join", link, "--as", name)
    return profile


def text_of(profile: Path, name: str) -> str | None:
    person = who(profile).get(name)
    return person["status"]["text"] if person and person["status"] else None


def readable(process: subprocess.Popen[str]) -> bool:
    """Whether it has printed something."""
    return bool(select.select([process.stdout], [], [], 0)[0])


def test_an_address_in_the_link_is_dialled_by_who_joins(anna: Path) -> None:
    with NodeProcess(anna, *FLAGS) as first:
        link = call(anna, "team", "invite", "--hint", first.door).strip()
        bram = joined(anna, "Bram Claeys", link)
        with NodeProcess(bram, *FLAGS):
            for at, name in ((bram, "Anna Peeters"), (anna, "Bram Claeys")):
                seen = partial(lambda at, name: who(at).get(name, {}).get("reach"), at, name)
                assert eventually(seen, bool) == "direct"


def test_the_removed_one_is_told_and_receives_nothing_after(anna: Path) -> None:
    link = call(anna, "team", "invite").strip()
    bram, mallory = (joined(anna, name, link) for name in ("Bram Claeys", "Mallory Maes"))
    with NodeProcess(anna, *FLAGS) as first:
        to_anna = (*FLAGS, "--peer", first.door)
        third = NodeProcess(mallory, *to_anna)
        with NodeProcess(bram, *to_anna) as second, third:
            call(mallory, "peer", "add", second.door)
            call(anna, "set", "Before", "--for", "1h")
            call(bram, "set", "Before too", "--for", "1h")
            eventually(lambda: text_of(mallory, "Anna Peeters"), lambda t: t == "Before")
            eventually(lambda: text_of(mallory, "Bram Claeys"), lambda t: t == "Before too")
            words = [*program(mallory), "watch"]
            with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as watching:
                assert watching.stdout is not None
                eventually(lambda: call(mallory, "set", "Hello"), lambda _: readable(watching))
                said = call(anna, "team", "remove", "Mallory")
                assert "Removed from the team: Mallory Maes." in said
                call(anna, "set", "After", "--for", "1h")
                call(bram, "set", "After too", "--for", "1h")
                heard = watching.stdout.read()
            assert "You were removed from this team" in heard
            assert third.process is not None
            assert third.process.wait(5) == 4
            assert third.process.stderr is not None
            assert "You were removed from this team" in third.process.stderr.read()
            eventually(lambda: who(bram), lambda people: "Mallory Maes" not in people)
            eventually(lambda: text_of(bram, "Anna Peeters"), lambda t: t == "After")
            listed = json.loads(call(anna, "team", "members", "--json"))
            assert {m["name"]: m["may_remove"] for m in listed} == {
                "Anna Peeters": False,
                "Bram Claeys": True,
            }
            assert {m["name"]: m["may_appoint"] for m in listed} == {
                "Anna Peeters": False,
                "Bram Claeys": True,
            }
            assert "removed from this team" in spawned(mallory, "node", *to_anna, code=4)
    assert text_of(mallory, "Anna Peeters") == "Before"
    assert text_of(mallory, "Bram Claeys") == "Before too"
    for database in mallory.rglob("*.db*"):
        assert b"After" not in database.read_bytes()
    call(mallory, "team", "leave", "--unheard")
    call(mallory, "team", "join", call(anna, "team", "invite").strip(), "--as", "Mallory Maes")


def test_who_was_away_is_told_when_they_come_back(anna: Path) -> None:
    link = call(anna, "team", "invite").strip()
    bram = joined(anna, "Bram Claeys", link)
    with NodeProcess(anna, *FLAGS) as first:
        to_anna = (*FLAGS, "--peer", first.door)
        with NodeProcess(bram, *to_anna):
            eventually(lambda: who(anna), lambda people: "Bram Claeys" in people)
            eventually(lambda: who(bram), lambda people: "Anna Peeters" in people)
        call(anna, "team", "remove", "Bram")
        call(anna, "set", "Without Bram", "--for", "1h")
        assert "removed from this team" in spawned(bram, "node", *to_anna, code=4)
    assert text_of(bram, "Anna Peeters") is None


def test_who_leaves_is_gone_at_the_others_and_has_no_team(anna: Path) -> None:
    link = call(anna, "team", "invite").strip()
    bram = joined(anna, "Bram Claeys", link)
    with NodeProcess(anna, *FLAGS) as first:
        leaving = NodeProcess(bram, *FLAGS, "--peer", first.door)
        with leaving:
            eventually(lambda: who(anna), lambda people: "Bram Claeys" in people)
            eventually(lambda: who(bram), lambda p: p.get("Anna Peeters", {}).get("online"))
            assert "You have left the team" in call(bram, "team", "leave")
            assert leaving.process is not None
            assert leaving.process.wait(5) == 0
        eventually(lambda: who(anna), lambda people: "Bram Claeys" not in people)
    assert "no team yet" in call(bram, "who", code=4)
    assert not [*bram.rglob("*.key"), *bram.rglob("records.db*")]
    call(bram, "team", "join", link, "--as", "Bram Claeys")


def test_leaving_with_nobody_here_is_said_and_done_only_when_meant(anna: Path) -> None:
    assert "No node" in call(anna, "team", "leave", code=3)
    with NodeProcess(anna, *FLAGS):
        assert "No colleague is here" in call(anna, "team", "leave", code=4)
    call(anna, "team", "leave", "--unheard")
    assert "no team yet" in call(anna, "who", code=4)
    assert [path.name[:5] for path in anna.rglob("*.key")] == ["root-"]
