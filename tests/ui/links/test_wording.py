"""How a saved link reads."""

from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest

from presencemap.ui.links.wording import (
    called,
    copied_link,
    detail_of,
    new_link,
    reason_of,
    title_of,
    when,
)


def test_it_is_called_by_its_title_else_by_where_it_leads(factories: ModuleType) -> None:
    assert title_of(factories.link("Guide", "a.example/x")) == "Guide"
    assert title_of(factories.link("", "a.example/x")) == "a.example/x"


def test_why_it_is_offered_is_said_in_a_few_words(factories: ModuleType) -> None:
    because = {"topics": ["peppol"], "words": ["invoices", "bounce", "vat"]}
    link = factories.link("Guide", "a.example/x", 0, because=because, topics=["peppol"])
    assert reason_of(link) == "in common: #peppol, “invoices”, “bounce”"
    assert detail_of(link, factories.NOW).startswith("a.example · in common")
    plain = factories.link("Guide", "a.example/x", topics=["peppol", "vat"])
    assert detail_of(plain, factories.NOW) == "a.example · #peppol #vat"
    shared = factories.link("Guide", "a.example/x", 1, shared=True)
    assert detail_of(shared, factories.NOW) == "a.example · you shared it yesterday"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "yesterday"), (40, "in October"), (340, "in December 2025")],
)
def test_when_is_as_near_as_it_helps(factories: ModuleType, days: int, words: str) -> None:
    at = datetime.fromtimestamp(factories.NOW / 1000, UTC) - timedelta(days=days)
    assert when(at.isoformat(), factories.NOW) == words


@pytest.mark.parametrize(
    "text", ["", "invoice", "two words.example", "http://a.example", "a..b", "3.0"]
)
def test_what_is_no_address_is_words(text: str) -> None:
    assert new_link(text) is None


def test_words_beside_an_address_are_what_it_is_called() -> None:
    link = new_link("https://x.example/z the guide we used")
    assert link is not None
    assert (link["url"], link["title"]) == ("https://x.example/z", "the guide we used")
    titled = new_link("https://x.example/z the guide", "Guide")
    assert titled is not None
    assert titled["title"] == "Guide"
    assert called(link, "") == "Called “the guide we used”"
    assert called(link, "Guide") == called(None, "") == ""
    assert called(new_link("https://x.example/z"), "") == ""
    copied = copied_link("The guide\nhttps://x.example/z")
    assert copied is not None
    assert copied["title"] == "The guide"
    assert copied_link("https://x.example/z " + "many words " * 9) is None, "a text, not a link"


def test_an_address_is_taken_as_it_was_typed_and_copied(factories: ModuleType) -> None:
    link = new_link(" www.A.example/x ", "Guide")
    assert link is not None
    assert (link["url"], link["host"], link["title"]) == (
        "https://www.a.example/x",
        "a.example",
        "Guide",
    )
    assert copied_link("a.example/x") is None, "that may be anything"
    copied = copied_link("https://a.example/x\n")
    assert copied is not None
    assert detail_of(copied, factories.NOW) == "a.example · on your clipboard"
