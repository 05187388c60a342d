"""Saved links: what is kept of one, how it is found, and which fit what somebody is on."""

import pytest

from presencemap.domain.errors import InvalidInput
from presencemap.domain.saved_link import Fit, SavedLink, best_first, found
from presencemap.domain.stems import Stems
from presencemap.domain.topic_names import TopicNames


def link(title: str, *topics: str, at: int = 1, url: str = "") -> SavedLink:
    return SavedLink.said(url or f"https://a.example/{at}", title, topics, at)


def test_its_topics_are_those_given_and_those_in_the_title() -> None:
    saved = link("Guide to #Peppol and more", "#VAT", " invoicing ", "", "#peppol")
    assert saved.topics == ("vat", "invoicing", "peppol")
    assert saved.title == "Guide to #Peppol and more"


def test_its_address_is_in_normal_form_and_https_alone() -> None:
    saved = link("", url="docs.Peppol.eu/billing")
    assert saved.url == "https://docs.peppol.eu/billing"
    assert link("", url="https://www.example.org/").host == "example.org"
    with pytest.raises(InvalidInput):
        link("", url="http://example.org")


def test_words_beside_the_address_are_its_title_unless_one_is_given() -> None:
    typed = "https://a.example/x the guide to #peppol"
    assert SavedLink.said(typed, "", (), 1) == SavedLink(
        "https://a.example/x", "the guide to #peppol", ("peppol",), 1
    )
    assert SavedLink.said(typed, "Guide", (), 1).title == "Guide"


def test_it_is_found_by_forms_of_its_words_accents_aside_and_unfinished() -> None:
    stems = Stems()
    invoices = link("Weigering van facturen", "peppol", at=1)
    cafe = link("Café in Gent", at=2, url="https://eat.example/lunch?room=Schelde")
    links = [invoices, cafe]
    assert found(links, "factuur", stems) == [invoices]
    assert found(links, "CAFE", stems) == [cafe]
    assert found(links, "wei", stems) == [invoices]
    assert found(links, "#peppol", stems) == [invoices]
    assert found(links, "schelde lunch", stems) == [cafe]
    assert found(links, "factuur gent", stems) == [], "all of the words"
    assert found(links, "factory", stems) == [], "a beginning in common is no word in common"
    assert found(links, "", stems) == [cafe, invoices], "the newest first"


def test_those_first_that_have_most_in_common_with_what_somebody_is_on() -> None:
    stems = Stems()
    on_topic = link("Billing rules", "peppol", at=1)
    by_words = link("Why invoices bounce", at=2)
    newer = link("Lunch", at=4)
    fits = best_first(
        [newer, by_words, on_topic], "Peppol invoice bounces at the customer #Peppol", stems
    )
    assert fits == [
        Fit(on_topic, ("peppol",)),
        Fit(by_words, (), ("invoice", "bounces")),
        Fit(newer),
    ]


@pytest.mark.parametrize(
    "text", ["e-facturatie", "#e-facturatie", "efacturatie", "e factur", "peppol", "rules e-factur"]
)
def test_it_is_found_by_every_name_of_its_topics(text: str) -> None:
    names = TopicNames({"e-facturatie": "Peppol"})
    tagged, said = link("Rules", "peppol", at=2), link("Rules of e-facturatie", at=1)
    assert found([tagged, said, link("Rules", at=3)], text, Stems(), names) == [tagged, said]
    assert len(found([tagged, said], text, Stems())) < 2, "while they are two topics"


def test_of_a_topic_of_small_words_the_tag_alone_is_one() -> None:
    names = TopicNames({"to-do": "todo"})
    lists, shop = link("Lists", "todo", at=2), link("What to do in Gent", at=1)
    assert found([lists, shop], "todo", Stems(), names) == [lists]
    fits = best_first([lists, shop], "What is there to do?", Stems(), names)
    assert [fit.topics for fit in fits] == [(), ()]
    fits = best_first([shop, lists], "My #to-do", Stems(), names)
    assert fits[0] == Fit(lists, ("todo",))


def test_topics_that_were_joined_are_in_common() -> None:
    rules = link("Rules", "e-facturatie")
    (fit,) = best_first([rules], "On #peppol", Stems(), TopicNames({"e-facturatie": "Peppol"}))
    assert fit == Fit(rules, ("Peppol",))
    (fit,) = best_first([rules], "On #peppol", Stems())
    assert fit == Fit(rules)
    (fit,) = best_first([rules], "Peppol rules", Stems(), TopicNames({"e-facturatie": "Peppol"}))
    assert fit == Fit(rules, ("Peppol",), ("rules",)), "said in words, and no word beside it"


def test_a_topic_of_theirs_may_be_a_word_of_mine() -> None:
    assert best_first([link("Peppol guide")], "Bills #peppol", Stems()) == [
        Fit(link("Peppol guide"), (), ("peppol",))
    ]


def test_neither_small_words_nor_a_mere_beginning_fit() -> None:
    fits = best_first([link("A/B test of invoicing it"), link("Testimony")], "it or a b", Stems())
    assert [fit.words for fit in fits] == [(), ()]
    [fit] = best_first([link("Testimonies")], "test bench", Stems())
    assert fit.words == ()
