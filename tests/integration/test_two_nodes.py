"""Node processes over loopback, driven as a person drives them. Mirrors no one module."""

import itertools
import json
import queue
import subprocess
import threading
from pathlib import Path

import pytest

from tests.nodes import WITHIN, NodeProcess, all_running, call, eventually, program, spawned, who

pytestmark = pytest.mark.processes


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    call(tmp_path / "anna", "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    return tmp_path / "anna"


def joined(anna: Path, name: str) -> Path:
    link = call(anna, "team", "invite").strip()
    profile = anna.parent / name.split(maxsplit=1)[0].lower()
    call(profile, "team", "join", link, "--as", name)
    return profile


def test_a_status_set_here_is_seen_there_and_kept_after_a_crash(anna: Path) -> None:
    bram = joined(anna, "Bram Claeys")
    with NodeProcess(anna, "--listen", "127.0.0.1:0", "--no-mdns") as first:
        flags = ("--listen", "127.0.0.1:0", "--no-mdns", "--peer", first.door)
        with NodeProcess(bram, *flags):
            call(anna, "place", "add", "Acme, Gent", "--kind", "client", "--near", "Gand")
            call(anna, "set", "Peppol bounces #peppol", "--kind", "struggling-with")
            call(anna, "set", "--place", "acme", "--for", "2h", "--availability", "busy")
            seen = eventually(
                lambda: who(bram).get("Anna Peeters"),
                lambda a: a and a["status"] and a["status"]["place"],
            )
            assert (seen["presence"], seen["reach"], seen["me"]) == ("online", "direct", False)
            assert seen["status"]["availability"] == "busy"
            assert seen["status"]["topics"] == ["peppol"]
            assert seen["status"]["place"]["name"] == "Acme, Gent"
            assert seen["status"]["place"]["town"] == "Gent"
            assert abs(seen["status"]["place"]["lat"] - 51.05) < 0.02
            first.kill()
            gone = eventually(
                lambda: who(bram)["Anna Peeters"], lambda a: a["presence"] == "offline"
            )
            assert gone["status"]["text"] == "Peppol bounces #peppol", "the last card is kept"


def test_who_was_away_catches_up_and_nobody_had_to_be_online_to_join(anna: Path) -> None:
    bram = joined(anna, "Bram Claeys")
    with NodeProcess(bram, "--listen", "127.0.0.1:0", "--no-mdns") as alone:
        call(bram, "set", "Here before anybody", "--for", "1h")
        with NodeProcess(anna, "--listen", "127.0.0.1:0", "--no-mdns", "--peer", alone.door):
            seen = eventually(lambda: who(anna).get("Bram Claeys"), lambda b: b and b["status"])
            assert seen["status"]["text"] == "Here before anybody"
            members = json.loads(call(anna, "team", "members", "--json"))
            admitted = {m["name"]: m["admitted"] for m in members}
            assert admitted == {"Anna Peeters": True, "Bram Claeys": True}
    assert who(anna)["Bram Claeys"]["status"]["text"] == "Here before anybody"


def test_five_nodes_find_each_other_by_mdns_and_all_see_all(anna: Path) -> None:
    names = ["Bram Claeys", "Chloé Dubois", "Dirk Smet", "Els Maes"]
    profiles = [anna, *(joined(anna, name) for name in names)]
    with all_running(*(NodeProcess(profile, "--listen", "127.0.0.1:0") for profile in profiles)):
        for profile in profiles:
            call(profile, "set", f"At {profile.name}'s desk", "--for", "1h")

        def texts(profile: Path) -> dict[str, str | None]:
            online = [p for p in who(profile).values() if p["online"] and p["status"]]
            return {p["name"]: p["status"]["text"] for p in online}

        expected = {
            name: f"At {name.split()[0].lower()}'s desk" for name in ["Anna Peeters", *names]
        }
        for profile in profiles:
            eventually(lambda p=profile: texts(p), lambda seen: seen == expected)


def test_watch_prints_each_change_as_a_line_of_json(anna: Path) -> None:
    bram = joined(anna, "Bram Claeys")
    with NodeProcess(anna, "--listen", "127.0.0.1:0", "--no-mdns") as first:
        watching = subprocess.Popen(
            [*program(anna), "watch", "--json"], stdout=subprocess.PIPE, text=True
        )
        assert watching.stdout is not None
        lines: queue.Queue[str] = queue.Queue()
        reading = threading.Thread(
            target=lambda out: [*map(lines.put, out)], args=[watching.stdout]
        )
        reading.start()
        try:
            said = (f"Counting {number}" for number in itertools.count())

            def heard() -> bool:
                call(anna, "set", next(said), "--for", "1h")
                return not lines.empty()

            eventually(heard, bool)
            event = json.loads(lines.get(timeout=WITHIN))
            assert (event["event"], event["name"]) == ("status", "Anna Peeters")
            assert event["status"]["text"].startswith("Counting")

            def until(wanted: str) -> None:
                while json.loads(lines.get(timeout=WITHIN))["event"] != wanted:
                    pass

            flags = ("--listen", "127.0.0.1:0", "--no-mdns", "--peer", first.door)
            with NodeProcess(bram, *flags):
                until("member")
                until("online")
                until("profile")  # a goodbye before that may not be heard
            until("offline")
        finally:
            watching.terminate()
            watching.wait(5)
            reading.join()
            watching.stdout.close()


def test_bad_input_is_answered_with_a_sentence_and_the_right_code(anna: Path) -> None:
    link = call(anna, "team", "invite").strip()
    new = anna.parent / "new"
    assert "cut or mistyped" in call(new, "team", "join", link[:-20], "--as", "X", code=4)
    assert "no invite link" in call(new, "team", "join", "http://x", "--as", "X", code=4)
    assert not new.exists(), "nothing was written"
    assert "no team yet" in call(new, "who", code=4)
    assert "No node" in call(anna, "set", "x", code=3)
    assert "No node" in call(anna, "place", "add", "x", code=3)
    with NodeProcess(anna, "--listen", "127.0.0.1:0", "--no-mdns") as node:
        assert "already runs" in spawned(anna, "node", "--no-mdns", code=4)
        assert "141 characters" in call(anna, "set", "x" * 141, code=4)
        assert "Ghentt" in call(anna, "place", "add", "x", "--near", "Ghentt", code=1)
        assert "no duration" in call(anna, "set", "--for", "soon", code=1)
        assert "No place" in call(anna, "set", "--place", "Nowhere", code=1)
        call(anna, "set", "--kind", "sleeping", code=2)
        bram = joined(anna, "Bram Claeys")
        assert "taken" in spawned(bram, "node", "--listen", node.door, "--no-mdns", code=1)
        assert who(anna)["Anna Peeters"]["status"]["text"] is None, "nothing came of any of it"
