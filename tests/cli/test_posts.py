"""What a command line about posts asks, and how the answer reads."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import Follow, ReactToPost, SayPost, ShowStream
from presencemap.cli.parser import parser
from presencemap.cli.posts import ACTIONS, command_of, told
from presencemap.domain.post import PostKind, ReactionKind
from tests.nodes import call

POST: dict[str, Any] = {
    "id": "a" * 32,
    "person": "b" * 64,
    "name": "Bram",
    "kind": "question",
    "text": "who?",
    "links": [{"url": "https://x.example", "title": ""}],
    "reply_to": None,
    "edited": True,
    "thanks": 2,
    "joined": ["c"],
    "solved": True,
    "replies": 0,
    "at": None,
}


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("post hi", SayPost(PostKind.ACTIVITY, "hi")),
        ("post hi --link x.example", SayPost(PostKind.LINK, "hi", ("x.example",))),
        ("post hi --reply-to abcd", SayPost(PostKind.REPLY, "hi", (), "abcd")),
        ("ask why?", SayPost(PostKind.QUESTION, "why?")),
        ("ask", SayPost(PostKind.QUESTION, "")),
        ("solve abcd", ReactToPost("abcd", ReactionKind.SOLVE)),
        (
            "solve abcd --by Bram --by Cleo",
            ReactToPost("abcd", ReactionKind.SOLVE, ("Bram", "Cleo")),
        ),
        ("thank abcd", ReactToPost("abcd", ReactionKind.THANK)),
        ("follow Bram", Follow(person="Bram")),
        ("unfollow #vat", Follow(topic="#vat", on=False)),
        ("stream --all", ShowStream(everybody=True)),
        ("stream --before abcd", ShowStream(before="abcd")),
    ],
)
def test_commands(words: str, command: object) -> None:
    assert command_of(parser().parse_args(words.split())) == command


def test_every_command_is_done_and_told() -> None:
    for action in ACTIONS:
        rest = {"edit": ["abcd", "new"], "stream": []}.get(action, ["#abcd"])
        arguments = parser().parse_args([action, *rest])
        assert command_of(arguments)
        assert told(arguments, [POST] if action in ("stream", "thread") else "abcd")


def test_a_post_reads_on_a_line_its_links_below() -> None:
    first, link = told(parser().parse_args(["stream"]), [POST])
    assert first == "aaaaaaaa   Bram asks: who? (2 thanks, 1 joined, solved, edited)"
    assert link.strip() == "https://x.example"
    reply = {**POST, "name": "", "kind": "reply", "reply_to": "c" * 32, "links": []}
    (line,) = told(parser().parse_args(["thread", "x"]), [reply])
    assert line.startswith("aaaaaaaa   bbbbbbbbbbbb re cccccccc: who?")


def test_a_post_is_said_over_the_node_and_read_from_the_store_too(here: Path) -> None:
    key = call(here, "post", "Moved the VAT code").strip()
    assert re.fullmatch("[0-9a-f]{8}", key)
    (line,) = call(here, "stream").splitlines()
    assert line.startswith(f"{key}  ")
    assert line.endswith("Anna Peeters: Moved the VAT code")
    [listed] = json.loads(call(here, "stream", "--json"))
    assert (listed["id"][:8], listed["text"]) == (key, "Moved the VAT code")
    assert call(here, "retract", key).startswith("Taken back")
    assert call(here, "stream") == ""


def test_to_say_something_needs_a_node_to_read_doesnt(anna: ProfilePaths) -> None:
    assert "No node of this profile" in call(anna.data, "post", "Unheard", code=3)
    assert call(anna.data, "stream") == ""
