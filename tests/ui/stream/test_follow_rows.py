"""Rows of following: who, a word about it, and what a click does."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.post_commands import Follow, ShowFollows
from presencemap.ui.stream.follow_rows import FollowRows, Row
from presencemap.ui.stream.following import Following


@pytest.fixture
def rows(stage: Any, factories: ModuleType, qtbot: QtBot) -> FollowRows:
    told = factories.follows()
    stage.node.answers[ShowFollows] = {**told, "people": [*told["people"], "f" * 64]}
    following = Following(stage.team, stage.team)
    with qtbot.waitSignal(following.changed):
        following.ask()
    return FollowRows(stage.team, following)


def said(rows: list[Row]) -> list[tuple[str, str, str]]:
    return [(row.name, row.about, row.act) for row in rows]


def test_whom_and_what_i_follow_is_followed_no_more(
    rows: FollowRows, stage: Any, factories: ModuleType
) -> None:
    assert said(rows.people()) == [
        ("Amina El Idrissi", "", "Unfollow"),
        ("f" * 12, "", "Unfollow"),
        ("Joris De Smedt", "", "Unfollow"),
    ]
    assert said(rows.topics()) == [("#peppol", "", "Unfollow")]
    for row in (rows.people()[0], rows.topics()[0]):
        row.do()
    assert stage.node.posted == [
        Follow(factories.person_id(5), on=False), Follow(topic="#peppol", on=False),
    ]  # fmt: skip


def test_who_follows_me_is_followed_back(
    rows: FollowRows, stage: Any, factories: ModuleType
) -> None:
    back, both = rows.followers()
    assert said([back, both]) == [
        ("Lotte Maes", "", "Follow back"), ("Amina El Idrissi", "You follow each other", ""),
    ]  # fmt: skip
    both.do()
    back.do()
    assert stage.node.posted == [Follow(factories.person_id(2))]


def test_whom_i_might_follow_has_a_reason(rows: FollowRows, factories: ModuleType) -> None:
    found = rows.suggested()
    assert found
    assert factories.person_id(2) not in [row.person for row in found], "she is a follower"
    assert all(
        row.about.startswith(("Is on #", "Knows about ")) and row.act == "Follow" for row in found
    )


def test_before_i_am_known_nobody_is_suggested(
    rows: FollowRows, stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(stage.team), "me", None)
    assert rows.suggested() == []
