"""Who is where, as it is typed."""

import json
from pathlib import Path

import pytest

from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from tests.nodes import call, door_of, eventually, running


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
