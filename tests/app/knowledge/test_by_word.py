"""What is said now, by its words."""

from presencemap.app.knowledge.by_word import ByWord
from presencemap.domain.vocabulary import LONGER, SAME, Word


def test_what_has_a_word_is_found_as_surely_as_the_word_is_meant() -> None:
    now = ByWord()
    now.put(b"a", ["peppol", "btw"])
    now.put(b"b", ["peppolfactuur"])
    now.put(b"c", ["koffie"])
    peppol = Word("peppol", {"peppol": SAME, "peppolfactuur": LONGER, "btw": LONGER})
    btw = Word("btw", {"btw": SAME})
    assert now.about([peppol, btw]) == {b"a": (SAME, SAME), b"b": (LONGER, 0.0)}
    assert now.about([]) == {}


def test_words_that_must_be_there_together_are_found_together_alone() -> None:
    now = ByWord()
    now.put(b"a", ["e", "invoic"])
    now.put(b"b", ["invoice"])
    word = Word("e invoicing", together=((("e",), ("invoic", "invoice")),))
    assert now.about([word]) == {b"a": (SAME,)}


def test_of_what_is_taken_out_no_word_stays() -> None:
    now = ByWord()
    now.put(b"a", ["secret", "peppol"])
    now.put(b"b", ["peppol"])
    assert b"a" in now
    assert now.drop(b"a") == {"secret", "peppol"}
    assert b"a" not in now
    assert "secret" not in repr(vars(now))
    assert now.about([Word("peppol", {"peppol": SAME})]) == {b"b": (SAME,)}
    assert now.drop(b"a") == frozenset()
