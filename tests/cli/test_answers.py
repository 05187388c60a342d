"""Who answers a command: the running node, or the own store."""

import json
import re

import pytest

from presencemap.app.lock import locked
from presencemap.app.paths import ProfilePaths
from tests.nodes import call, running


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


def test_where_another_program_has_the_profile_it_says_so_and_not_that_a_node_runs(
    anna: ProfilePaths,
) -> None:
    lock = locked(anna)
    try:
        assert "Another program has this profile" in call(anna.data, "who", code=1)
    finally:
        lock.release()
    call(anna.data, "who")


@pytest.mark.parametrize("words", [("who",), ("team", "members"), ("place", "list"),
                                   ("profile", "show")])  # fmt: skip
def test_what_the_store_knows_is_told_the_same_with_and_without_a_node(
    anna: ProfilePaths, words: tuple[str, ...]
) -> None:
    with running(anna):
        for line in (
            ("place", "add", "Acme", "--near", "Gent"),
            ("profile", "set", "--talent", "Peppol"),
        ):
            call(anna.data, *line)
        answers = [call(anna.data, *words), call(anna.data, *words, "--json")]
    again = [call(anna.data, *words), call(anna.data, *words, "--json")]
    seen = re.compile(r'"last_seen": "[^"]*"')  # mine is now
    assert [seen.sub("", each) for each in again] == [seen.sub("", each) for each in answers]
