"""What is offered for a post: each act has an icon, words and a key."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from presencemap.domain.post import EDIT_WITHIN, PostKind
from presencemap.ui import assets
from presencemap.ui.stream.acts import ICONS, KEYS, Act, acts_of, tip, words
from presencemap.ui.stream.facts import PostFacts


@pytest.fixture
def question(factories: ModuleType, qapp: QApplication) -> PostFacts:
    return PostFacts.read(factories.thread()[0])


def test_of_a_colleagues_post(question: PostFacts) -> None:
    def offered(post: PostFacts) -> list[Act]:
        return acts_of(post, "me", 0)

    helping = [Act.JOIN, Act.LINK, Act.INTRODUCE]
    assert offered(question) == [Act.REPLY, *helping, Act.RESHARE, Act.THANK]
    assert offered(replace(question, joined=("me",)))[1] is Act.LEAVE
    assert offered(replace(question, thanked=True)) == [Act.REPLY, *helping, Act.RESHARE]
    assert offered(replace(question, kind=PostKind.ACTIVITY)) == offered(question)
    for kind in (PostKind.LINK, PostKind.REPLY, PostKind.RESHARE):
        assert offered(replace(question, kind=kind)) == [Act.REPLY, Act.RESHARE, Act.THANK]


def test_of_mine(question: PostFacts) -> None:
    mine = replace(question, me=True)
    assert acts_of(mine, "me", mine.at) == [Act.REPLY, Act.SOLVE, Act.EDIT, Act.RETRACT]
    later = mine.at + EDIT_WITHIN + 1
    assert acts_of(replace(mine, solved=True), "me", later) == [Act.REPLY, Act.RETRACT]


def test_each_has_icon_words_and_key(question: PostFacts) -> None:
    assert {act for acts in KEYS.values() for act in acts} == set(Act)
    for act in Act:
        assert "<svg" in assets._source(ICONS[act])
        assert words(act, question)
        assert "(" in tip(act, question)
    assert words(Act.REPLY, question) == "3 replies"
    assert words(Act.REPLY, replace(question, replies=1)) == "1 reply"
    assert words(Act.REPLY, replace(question, replies=0)) == "Reply"
