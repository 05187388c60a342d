"""What a person counts as one character is one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.graphemes import MOST, length


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", 0),
        ("plain", 5),
        ("été", 3),
        ("e\u0301te\u0301", 3),
        ("👨\u200d👩\u200d👧\u200d👦", 1),
        ("👩🏽\u200d❤\ufe0f\u200d💋\u200d👨🏽", 1),
        ("👍🏿👍", 2),
        ("1\ufe0f\u20e3", 1),
        ("🇧🇪🇳🇱", 2),
        ("🇧🇪🇳", 2),
        ("x🇧🇪", 2),
        ("हिन्दी", 2),
        ("க்ஷ", 2),
        ("क्\u200dष", 1),
        ("한국", 2),
        ("\u1112\u1161\u11ab", 1),
        ("\u1112\ud55c\u11ab", 1),
        ("\u1161a", 2),
        ("東京", 2),
        ("ก็", 1),
        ("a" + "\u0301" * (MOST - 1), 1),
        ("a" + "\u0301" * MOST, 2),
        ("\u0301é", 2),
        ("a\u200db", 2),
    ],
)
def test_it_counts_what_is_seen(text: str, seen: int) -> None:
    assert length(text) == seen


@given(st.text(), st.text(st.characters(categories=["Lu", "Ll", "Nd", "Zs"])))
def test_it_is_never_more_than_code_points_nor_fewer_than_a_tenth(text: str, more: str) -> None:
    assert len(text) / MOST <= length(text) <= len(text)
    composed = unicodedata.normalize("NFC", more)
    assert length(text + " " + composed) <= length(text) + 1 + len(composed)
