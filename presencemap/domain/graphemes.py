"""Graphemes: how many characters a person sees in a text, an emoji of a family being one.

After Unicode's rules for extended grapheme clusters (UAX 29), as far as clean texts need them; a
conjunct of an Indic script is one too.
"""

import unicodedata
from typing import Final

MOST: Final = 10
"""So many code points at most are one character: else a single one could be as long as a book."""

_JOINER: Final = "\u200d"
_EXTENDS: Final = ("Mn", "Me", "Mc")
_TONES: Final = ("\U0001f3fb", "\U0001f3ff")
_FLAGS: Final = ("\U0001f1e6", "\U0001f1ff")
_SYMBOLS: Final = ("So", "Sm", "Sk", "Po", "Pd")
"""What an emoji, or its last part, may be; a joiner stands nowhere else between two of them."""
_JAMO: Final = ("\u1100", "\u11ff")
_SYLLABLES: Final = ("\uac00", "\ud7a3")
_LEADING, _TRAILING = ("\u1100", "\u115f"), ("\u1160", "\u11ff")
_CONJUNCTS: Final = (
    ("\u0900", "\u09ff"),
    ("\u0a80", "\u0b7f"),
    ("\u0c00", "\u0c7f"),
    ("\u0d00", "\u0d7f"),
)
_VIRAMA: Final = 9
"""The combining class of the sign that makes a consonant go into the next."""


def length(text: str) -> int:
    """How many characters a person sees."""
    if text.isascii():
        return len(text)
    count = points = flags = 0
    before = ""
    for each in text:
        joins = points < MOST and _joins(before, each, flags)
        flags = flags + 1 if _within(each, _FLAGS) else 0
        points = points + 1 if joins else 1
        count += not joins
        before = each
    return count


def _joins(before: str, each: str, flags: int) -> bool:
    """Whether a code point belongs to the character before it; `flags`: letters of flags so far."""
    if not before:
        return False
    category = unicodedata.category(each)
    if category in _EXTENDS or each == _JOINER or _within(each, _TONES):
        return True
    if before == _JOINER:
        return category in _SYMBOLS or _in_conjunct(each)
    if _within(each, _FLAGS):
        return flags % 2 == 1
    if unicodedata.combining(before) == _VIRAMA:
        return _in_conjunct(each)
    return _makes_syllable(before, each)


def _makes_syllable(before: str, each: str) -> bool:
    """Whether two signs are written as one Korean syllable."""
    if _within(before, _LEADING):
        return _within(each, _JAMO) or _within(each, _SYLLABLES)
    held = _within(before, _TRAILING) or _within(before, _SYLLABLES)
    return held and _within(each, _TRAILING)


def _in_conjunct(each: str) -> bool:
    letter = unicodedata.category(each) == "Lo"
    return letter and any(_within(each, block) for block in _CONJUNCTS)


def _within(each: str, block: tuple[str, str]) -> bool:
    return block[0] <= each <= block[1]
