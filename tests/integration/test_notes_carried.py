"""A note between two who never meet: a third carries it, and can't read it.

Real nodes over loopback. Mirrors no one module.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.integration.test_posts_leave import files_with
from tests.nodes import NodeProcess, call, eventually, who

pytestmark = pytest.mark.processes
FLAGS = ("--listen", "127.0.0.1:0", "--no-mdns")
SECRET = "Zottegem bounces on the VAT number"


def notes(profile: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(call(profile, "notes", *words, "--json"))
    return found


def declined(profile: Path) -> list[list[str]]:
    return [note["introduces"]["declined_by"] for note in notes(profile)]


def delivery(profile: Path) -> str:
    return str(notes(profile)[0]["delivery"])


@pytest.fixture
def team(tmp_path: Path) -> tuple[Path, Path, Path]:
    anna, bram, cleo = (tmp_path / name for name in ("anna", "bram", "cleo"))
    call(anna, "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    link = call(anna, "team", "invite").strip()
    for profile, name in ((bram, "Bram Claeys"), (cleo, "Cleo Maes")):
        call(profile, "team", "join", link, "--as", name)
    return anna, bram, cleo


def test_the_sender_quits_a_third_carries_the_receiver_returns(
    team: tuple[Path, Path, Path],
) -> None:
    anna, bram, cleo = team
    with NodeProcess(cleo, *FLAGS) as third:
        to_cleo = (*FLAGS, "--peer", third.door)
        with NodeProcess(anna, *to_cleo):
            with NodeProcess(bram, *to_cleo):
                eventually(lambda: who(anna).get("Bram Claeys", {}).get("online"), bool)
            call(anna, "note", "Bram", SECRET)
            assert delivery(anna) in ("waiting", "carried")
            eventually(lambda: delivery(anna), lambda d: d == "carried", 15)
        with NodeProcess(bram, *to_cleo):
            [note] = eventually(lambda: notes(bram), bool)
            assert note == {**note, "name": "Anna Peeters", "mine": False, "text": SECRET}
            assert notes(bram, "Anna") == [note]
            with NodeProcess(anna, *to_cleo):
                eventually(lambda: delivery(anna), lambda d: d == "delivered", 15)
        assert notes(cleo) == []
        assert delivery(anna) == "delivered", "known without a node, too"
    assert files_with(SECRET, anna, bram, cleo) == []


def test_two_are_introduced_and_one_says_no(team: tuple[Path, Path, Path]) -> None:
    anna, bram, cleo = team
    with NodeProcess(anna, *FLAGS) as first:
        to_anna = (*FLAGS, "--peer", first.door)
        with NodeProcess(bram, *to_anna), NodeProcess(cleo, *to_anna):
            for profile, name in (
                (anna, "Bram Claeys"),
                (bram, "Cleo Maes"),
                (cleo, "Bram Claeys"),
            ):
                eventually(lambda p=profile: [*who(p)], lambda found, n=name: n in found)
            call(anna, "introduce", "Bram", "Cleo", "--topic", "#peppol", "--text", "Meet?")
            [note] = eventually(lambda: notes(bram), bool)
            assert note["introduces"] == {
                **note["introduces"], "name": "Cleo Maes", "topic": "peppol", "declined_by": [],
            }  # fmt: skip
            eventually(lambda: notes(cleo), bool)
            call(bram, "notes", "--decline", note["id"][:8])
            for profile in (anna, cleo):
                eventually(lambda p=profile: declined(p), all)


def test_one_that_is_taken_back_is_gone_from_the_receivers_computer(
    team: tuple[Path, Path, Path],
) -> None:
    anna, bram, _ = team
    with NodeProcess(anna, *FLAGS) as first, NodeProcess(bram, *FLAGS, "--peer", first.door):
        eventually(lambda: who(anna).get("Bram Claeys", {}).get("online"), bool)
        call(anna, "note", "Bram", SECRET)
        [note] = eventually(lambda: notes(bram), bool)
        call(anna, "notes", "--take-back", note["id"][:8])
        eventually(lambda: notes(bram), lambda found: not found)
        assert notes(anna) == []
