"""A retracted post, and the place where somebody was, are in no file of any node 30 s later.

Mirrors no one module.
"""

import json
import time
from pathlib import Path

import pytest

from tests.nodes import NodeProcess, call, eventually, who

pytestmark = pytest.mark.processes
FORGOTTEN_WITHIN = 30.0


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    call(tmp_path / "anna", "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    return tmp_path / "anna"


def files_with(text: str, *profiles: Path) -> list[str]:
    """The files (database, log, all) of these profiles in which a text is found."""
    return [
        str(path.relative_to(profile.parent))
        for profile in profiles
        for path in profile.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    ]


def gone(text: str, *profiles: Path) -> None:
    end = time.monotonic() + FORGOTTEN_WITHIN
    while files_with(text, *profiles) and time.monotonic() < end:
        time.sleep(0.5)
    assert files_with(text, *profiles) == []


def stream(profile: Path) -> list[str]:
    return [post["text"] for post in json.loads(call(profile, "stream", "--json"))]


def test_what_was_taken_back_and_where_somebody_was_leave_every_file(anna: Path) -> None:
    bram = anna.parent / "bram"
    call(bram, "team", "join", call(anna, "team", "invite").strip(), "--as", "Bram Claeys")
    with NodeProcess(anna, "--listen", "127.0.0.1:0", "--no-mdns") as first:
        flags = ("--listen", "127.0.0.1:0", "--no-mdns", "--peer", first.door)
        with NodeProcess(bram, *flags):
            call(anna, "place", "add", "Mill", "--near", "Zottegem")
            call(anna, "precision", "town")
            call(anna, "set", "Quietly at Zottegem", "--place", "Mill")
            said = call(anna, "post", "Posted in haste").strip()
            kept = call(anna, "ask", "Who knows #peppol?").strip()
            eventually(lambda: stream(bram), lambda texts: "Posted in haste" in texts)
            eventually(
                lambda: who(bram)["Anna Peeters"],
                lambda a: a["status"] and a["status"]["text"] == "Quietly at Zottegem",
            )
            place = who(bram)["Anna Peeters"]["status"]["place"]["id"]
            assert place.startswith("town:"), "what says where she is, and says it alone"
            for trace in ("Posted in haste", place):
                assert files_with(trace, anna)
                assert files_with(trace, bram)
            call(bram, "thank", kept)
            call(anna, "retract", said)
            call(anna, "set", "Openly elsewhere", "--place", "road")
            eventually(lambda: stream(bram), lambda texts: texts == ["Who knows #peppol?"])
            gone("Posted in haste", anna, bram)
            gone("Quietly at Zottegem", anna, bram)
            gone(place, anna, bram)
            assert files_with("Openly elsewhere", anna, bram)
            thanked = json.loads(call(anna, "thread", kept, "--json"))
            assert [post["thanks"] for post in thanked] == [1]
