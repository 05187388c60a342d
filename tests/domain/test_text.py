"""Clean and folded texts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.text import clean, fold

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("a \u200d\u200c\u202e\u0301\ufe0f\u1100\u1161\u3164☺中ß\u2028\x00"),
    )
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" \t\n ", ""),
        ("  Peppol \n  bounces\u00a0again ", "Peppol bounces again"),
        ("one\u2028two\u2029three", "one two three"),
        ("nul\x00bell\x07esc\x1b[31m", "nulbellesc[31m"),
        ("Zoe\u0308", "Zoë"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("\u2066Anna\u2069", "Anna"),
        ("An\u200bna\ufeff", "Anna"),
        ("An\u00adna", "Anna"),
        ("\ud800Anna\udfff", "Anna"),
        ("Anna\ue000", "Anna"),
        ("a \u200b b", "a b"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    ],
)
def test_clean(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d💻 on it",
        "👩🏽\u200d🚒",
        "❤\ufe0f\u200d🔥",
        "🙂\u200d↔\ufe0f",
        "🏳\ufe0f\u200d🌈",
        "می\u200cخواهم",
        "ক্\u200dষ",
        "1\ufe0f\u20e3",
        "🇧🇪",
        "東京",
    ],
)
def test_clean_keeps_emoji_and_scripts_that_join(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "blank",
    ["\u200d", "\u200c \u200d", "\u3164", "\u2800\u2800", "\ufe0f", "\u0301", "\u200d\u0301\u200d"],
)
def test_clean_leaves_nothing_of_what_shows_nothing(blank: str) -> None:
    assert clean(blank) == ""


@pytest.mark.parametrize("twin", ["An\u200dna", "Anna\u200c", "\u200dAnna", "An\u2060na"])
def test_clean_leaves_no_invisible_difference(twin: str) -> None:
    assert clean(twin) == "Anna"


@given(HOSTILE)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert " ".join(cleaned.split()) == cleaned
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    cleaned.encode()


def test_many_leading_marks_take_no_time() -> None:
    assert clean("\u0301" * 200_000 + "a") == "a"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("'s-Hertogenbosch", "s hertogenbosch"),
        ("GENT", "gent"),
        ("Liège", "liege"),
        ("Lie\u0300ge", "liege"),
        ("Århus Ærø Łódź Đakovo", "arhus aero lodz dakovo"),
        ("Straße", "strasse"),
        ("Isparta İzmir ısı", "isparta izmir isi"),
        ("Œuvre", "oeuvre"),
        ("Jan  van-der_Berg", "jan van der berg"),
        ("℻ Ⅷ ﬁn", "fax viii fin"),
        ("!?…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(HOSTILE)
def test_folded_twice_is_folded_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="latin-1")))
def test_fold_sees_no_case(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())
