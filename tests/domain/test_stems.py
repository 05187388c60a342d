import pytest

from presencemap.domain import stems as module
from presencemap.domain.stems import Stems, asked, says


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("factuur", "facturen"),
        ("vergadering", "vergaderingen"),
        ("coachen", "coach"),
        ("invoices", "invoice"),
        ("facilitating", "facilitated"),
    ],
)
def test_forms_of_a_word_in_either_language_share_a_stem(one: str, other: str) -> None:
    stems = Stems()
    assert set(stems.of(one)) & set(stems.of(other))


def test_a_word_that_is_the_same_in_both_has_one_stem() -> None:
    assert Stems().of("btw") == ("btw",)


def test_stems_are_remembered_so_many_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KNOWN_AT_MOST", 2)
    stems = Stems()
    first = stems.of("invoices")
    assert stems.of("invoices") is first
    stems.of("vat")
    stems.of("peppol")
    assert set(stems._known) == {"peppol"}


def test_words_that_are_no_more_are_forgotten() -> None:
    stems = Stems()
    stems.indexed("Geheime Peppol", "btw")
    stems.forget("Geheime", "iets")
    assert set(stems._known) == {"peppol", "btw"}


def test_what_is_indexed_is_folded_and_names_its_topics() -> None:
    words = Stems().indexed("Één Café #E-Facturatie", "Crème").split()
    assert {"een", "cafe", "creme", "#efacturatie"} <= set(words)


def test_words_that_say_nothing_are_not_asked() -> None:
    assert asked("Wie weet iets over btw, en wie van de VAT?") == ("btw", "vat")
    assert asked("who knows about the invoice") == ("invoice",)
    assert asked("wie dan?") == ("wie", "dan"), "nothing else was said"
    assert asked(" ! ") == ()


def test_a_word_says_what_a_question_is_about_or_doesnt() -> None:
    assert says("peppol")
    assert not says("who")
    assert not says("weet")
