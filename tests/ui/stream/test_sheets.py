"""A post is laid out once, and what became of it is said with names."""

from types import ModuleType
from typing import Any

from presencemap.ui.stream import sheets as module
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.sheets import Sheets


def test_a_sheet_is_made_once_until_the_width_changes(stage: Any, factories: ModuleType) -> None:
    sheets, post = Sheets(stage.team, small=False), PostFacts.read(factories.post(1, 1, "One"))
    made = sheets.of(post, 400, "")
    assert sheets.of(post, 400, "") is made
    sheets.clear()
    assert sheets.of(post, 300, "").width == 300


def test_those_seen_first_go_first(stage: Any, factories: ModuleType, monkeypatch: Any) -> None:
    monkeypatch.setattr(module, "_KEPT", 2)
    sheets = Sheets(stage.team, small=False)
    posts = [PostFacts.read(factories.post(n, 1, f"Post {n}")) for n in range(3)]
    made = [sheets.of(post, 400, "") for post in posts]
    assert sheets.of(posts[2], 400, "") is made[2]
    assert sheets.of(posts[0], 400, "") is not made[0]


def test_who_helped_is_named(stage: Any, factories: ModuleType) -> None:
    helped = [factories.person_id(5), "f" * 64]
    view = factories.post(1, 1, "Who?", kind="question", solved=True, helped=helped)
    became = Sheets(stage.team, small=False).state(PostFacts.read(view))
    assert "Amina" in became.words
    assert became.tone == "ok"


def test_of_one_that_is_being_taken_back_that_is_said(stage: Any, factories: ModuleType) -> None:
    sheets, post = Sheets(stage.team, small=False), PostFacts.read(factories.post(1, 1, "One"))
    assert not sheets.state(post).going
    sheets.going = frozenset({post.id})
    assert sheets.state(post).going
