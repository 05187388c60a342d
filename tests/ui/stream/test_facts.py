"""What the node answers of a post, as a value."""

from types import ModuleType

from presencemap.domain.post import EDIT_WITHIN, PostKind
from presencemap.ui.stream.facts import LinkFacts, PostFacts


def test_a_post_is_read_with_what_it_is_about(factories: ModuleType) -> None:
    asked, reply = factories.thread()[:2]
    read = PostFacts.read(reply)
    assert (read.kind, read.name, read.me) == (PostKind.REPLY, "Amina El Idrissi", False)
    assert read.about == PostFacts.read(asked)
    assert read.at == factories.NOW - 11 * factories.MINUTE
    nameless = PostFacts.read({**asked, "name": ""})
    assert nameless.name == asked["person"][:12]


def test_a_link_tells_where_it_leads() -> None:
    assert LinkFacts("https://www.docs.example/x?y", "").host == "docs.example"


def test_a_question_asks_until_it_is_solved_or_rests(factories: ModuleType) -> None:
    asked = factories.thread()[0]
    assert PostFacts.read(asked).asks
    for changed in ({"solved": True}, {"rests": True}, {"kind": "activity"}):
        assert not PostFacts.read({**asked, **changed}).asks


def test_mine_may_be_edited_for_a_while(factories: ModuleType) -> None:
    mine = PostFacts.read(factories.post(1, 0, "hi"))
    assert mine.may_be_edited(mine.at + EDIT_WITHIN)
    assert not mine.may_be_edited(mine.at + EDIT_WITHIN + 1)
    assert not PostFacts.read(factories.post(1, 2, "hi")).may_be_edited(mine.at)
