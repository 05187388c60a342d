import pytest

from presencemap.domain.stems import Stems
from presencemap.domain.vocabulary import (
    LONGER,
    MISTYPED,
    SAME,
    SHORTER,
    UNFINISHED,
    Vocabulary,
    Word,
)


def vocabulary(*words: str, **counts: int) -> Vocabulary:
    made = Vocabulary()
    all_counts = dict.fromkeys(words, 1) | counts
    for at in range(100):
        made.learn(word for word, count in all_counts.items() if at < count)
    return made


def meant(known: Vocabulary, word: str) -> dict[str, float]:
    return dict(known.meant(word, Stems()).terms)


def test_a_word_in_use_is_meant_by_any_form_of_it() -> None:
    assert meant(vocabulary("factuur", "btw"), "facturen") == {"factuur": SAME}


def test_it_is_also_meant_as_a_part_of_a_longer_one() -> None:
    known = vocabulary("verlof", "ouderschapsverlof", "verlofdag", "verleden")
    assert meant(known, "verlof") == {
        "verlof": SAME,
        "ouderschapsverlof": LONGER,
        "verlofdag": LONGER,
    }


def test_a_short_word_is_no_part_of_others() -> None:
    assert meant(vocabulary("btw", "btwnummer"), "btw") == {"btw": SAME}


def test_an_unfinished_word_stands_for_the_most_used_that_begin_so() -> None:
    many = {f"pe{letter}": 1 for letter in "abcdefgh"}
    found = meant(vocabulary(peppol=9, python=5, **many), "pe")
    assert found["peppol"] == UNFINISHED
    assert len(found) == 8
    assert "pea" not in found
    assert "python" not in found


def test_a_longer_word_stands_for_its_parts_the_most_used_cut() -> None:
    known = vocabulary("subsidie", "vraag", "aanvraag", "bemiddel", "schap")
    assert meant(known, "bemiddelingsaanvraag") == {"bemiddel": SHORTER, "aanvraag": SHORTER}
    known = vocabulary(veil=3, regel=3, heidsregel=1)
    assert meant(known, "veiligheidsregels") == {"veil": SHORTER, "regel": SHORTER}


def test_a_mistyped_word_stands_for_the_closest() -> None:
    known = vocabulary("peppol", "pepper", "appel", "facilitation", "facilitator")
    assert meant(known, "pepol") == {"peppol": MISTYPED}
    assert meant(known, "pippol") == {"peppol": MISTYPED}
    assert meant(known, "facilittion")["facilitation"] == MISTYPED


def test_a_short_or_strange_word_stands_for_nothing() -> None:
    known = vocabulary("btw", "vat", "peppol")
    assert known.meant("bwt", Stems()) == Word("bwt")
    assert meant(known, "xylophone") == {}


def test_topics_are_no_words() -> None:
    assert meant(vocabulary("#peppol"), "#pep") == {}


def test_what_few_use_is_worth_more() -> None:
    known = vocabulary(meeting=90, peppol=3)
    rare, common = known.worth(["peppol"]), known.worth(["meeting"])
    assert rare > 3 * common > 0
    assert known.worth(["nobody"]) == 0
    assert known.meant("peppol", Stems()).worth == pytest.approx(rare)
    assert Vocabulary().worth(["a"]) == 0


def test_several_words_together_are_used_no_more_than_the_rarest_of_them() -> None:
    known = vocabulary(e=40, invoic=3, invoice=2, peppol=5)
    together = (("e",), ("invoic", "invoice"))
    assert known.worth([], [together]) == pytest.approx(known.worth(["peppol"]))
    assert known.worth(["peppol"], [together]) < known.worth(["peppol"])


def test_the_topics_of_most_texts_come_first() -> None:
    known = vocabulary("peppol", **{"#vat": 2, "#xml": 5, "#acme": 1})
    assert known.most_used(2) == ["#xml", "#vat"]


def test_a_word_that_nobody_uses_any_more_is_meant_no_more() -> None:
    known = vocabulary("peppol", "pepper", "#vat", vat=2)
    assert meant(known, "pep") == {"peppol": UNFINISHED, "pepper": UNFINISHED}
    known.learn(["pepin"])
    known.forget(["pepin"])
    known.forget(["peppol", "#vat"])
    known.forget(["vat"])
    assert meant(known, "pep") == {"pepper": UNFINISHED}
    assert meant(known, "vat") == {"vat": SAME}
    known.learn(["pepin"])
    assert meant(known, "pep") == {"pepin": UNFINISHED, "pepper": UNFINISHED}
    assert "peppol" not in repr(vars(known))
