"""Posts: what fits in one, and what doesn't."""

from dataclasses import replace

import pytest

from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.post import (
    MAX_LINKS,
    MAX_TITLE,
    RESTS_AFTER,
    Draft,
    Link,
    Post,
    PostKind,
    ReactionKind,
)


def test_a_post_is_cleaned_and_at_most_140_characters() -> None:
    draft = Draft.said(PostKind.ACTIVITY, "  Peppol\n bounces ")
    assert draft == Draft(PostKind.ACTIVITY, "Peppol bounces")
    assert len(Draft.said(PostKind.QUESTION, "é" * 140).text) == 140
    family = "👨\u200d👩\u200d👧\u200d👦"
    assert Draft.said(PostKind.QUESTION, family * 140).text == family * 140
    with pytest.raises(TextTooLong, match="141 characters"):
        Draft.said(PostKind.QUESTION, "é" * 141)


def test_a_post_says_something_but_a_reshare_need_not() -> None:
    with pytest.raises(InvalidInput, match="Say something"):
        Draft.said(PostKind.REPLY, " \u200b ", of="a" * 32)
    assert Draft.said(PostKind.RESHARE, "", of="a" * 32).of == "a" * 32
    assert Draft.said(PostKind.REPLY, "", [Link.said("a.example")], "a" * 32).text == ""


def test_links_are_https_and_few() -> None:
    link = Link.said("Docs.Example/peppol test", " The  sandbox " + "x" * MAX_TITLE)
    assert link.url == "https://docs.example/peppol%20test"
    assert link.title.startswith("The sandbox x")
    assert len(link.title) == MAX_TITLE
    for bad in ("javascript:alert(1)", "file:///etc/passwd", "http://docs.example", ""):
        with pytest.raises(InvalidInput):
            Link.said(bad)
    Draft.said(PostKind.LINK, "x", [link] * MAX_LINKS)
    with pytest.raises(InvalidInput, match="at most 4 links"):
        Draft.said(PostKind.LINK, "x", [link] * (MAX_LINKS + 1))


def test_kinds() -> None:
    assert [kind for kind in PostKind if kind.is_about_another] == ["reply", "reshare"]
    groups = {kind.value: kind.group for kind in ReactionKind}
    assert groups == {"thank": "thank", "join": "join", "leave": "join", "solve": "solve"}


def test_a_post_has_topics() -> None:
    said = Draft(PostKind.ACTIVITY, "#Peppol and #VAT again, #peppol")
    assert Post("1", "2", 3, said).topics == ("peppol", "vat")


def test_a_question_rests_after_a_week_without_life() -> None:
    asked = Post("a" * 32, "b" * 64, 0, Draft(PostKind.QUESTION, "who?"), stirred=1_000)
    assert not asked.rests(1_000 + RESTS_AFTER)
    assert asked.rests(1_001 + RESTS_AFTER)
    assert asked.asks(1_000 + RESTS_AFTER)
    assert not asked.asks(1_001 + RESTS_AFTER)
    assert not replace(asked, solved=True).asks(1_000)
    assert not replace(asked, said=Draft(PostKind.ACTIVITY, "on it")).asks(1_000)
    assert not replace(asked, solved=True).rests(2 * RESTS_AFTER)
    assert not replace(asked, said=Draft(PostKind.ACTIVITY, "on it")).rests(2 * RESTS_AFTER)
