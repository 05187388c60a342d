"""What is said of a post."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from presencemap.domain.post import PostKind
from presencemap.ui.stream import phrases
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.phrases import Became


@pytest.fixture
def reply(factories: ModuleType, qapp: QApplication) -> PostFacts:
    return PostFacts.read(factories.thread()[2])


def test_the_kind_credits_whose_post_it_is_about(reply: PostFacts) -> None:
    assert phrases.kind_words(reply) == "Replies to Joris De Smedt"
    assert phrases.kind_words(replace(reply, kind=PostKind.RESHARE)) == "Reshares Joris De Smedt"
    gone = replace(reply, about=None)
    assert phrases.kind_words(gone) == "About something that was taken back"
    assert set(phrases.KIND_ICONS) == set(PostKind)
    assert all(phrases.kind_words(replace(reply, kind=kind)) for kind in PostKind)


def test_an_edited_post_says_so(reply: PostFacts, factories: ModuleType) -> None:
    assert phrases.when(reply, factories.NOW) == "9 min"
    assert phrases.when(replace(reply, edited=True), factories.NOW) == "edited · 9 min"
    assert phrases.when(reply, 0) == "now", "its author's clock may be ahead"


def test_what_became_of_it(reply: PostFacts) -> None:
    def said(*names: str, **changed: object) -> Became:
        return phrases.state_words(replace(reply, thanks=0, **changed), list(names), [])  # type: ignore[arg-type]

    assert said() == Became()
    assert said(solved=True) == Became("Solved", "ok", "check")
    thanked = Became("Solved, thanks Amina, Noor", "ok", "check")
    assert said("Amina", "Noor", solved=True) == thanked
    assert said(rests=True).words.startswith("Rests")
    assert said(rests=True).icon == "clock", "nothing to smile at"
    assert phrases.going().icon == "trash-2"
    joined = Became("On it too: Lotte", "accent", "handshake")
    assert phrases.state_words(reply, [], ["Lotte"]) == joined
    assert phrases.state_words(reply, [], []) == Became("1 thank-you", "ink3", "smile")
    many = Became("2 thank-yous", "ink3", "smile")
    assert phrases.state_words(replace(reply, thanks=2), [], []) == many


def test_it_is_read_aloud_whole(reply: PostFacts, factories: ModuleType) -> None:
    assert phrases.spoken(reply, "1 thank-you", factories.NOW) == (
        "Lotte Maes, Replies to Joris De Smedt: Same in Utrecht. The rule text is here:, "
        "9 minutes ago. Joris De Smedt said: Peppol invoices bounce on the customer’s VAT number "
        "format #peppol #invoicing. 1 thank-you. link VAT identifiers in BIS Billing 3.0"
    )
