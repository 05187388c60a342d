"""What any text by a person must be before it is shared, compared or shown."""

import unicodedata
from functools import lru_cache
from itertools import dropwhile

_JOINERS = "\u200c\u200d"
_JOINED = ("So", "Sk", "Sm", "Lo", "Mn", "Mc")
"""Emoji, and letters of scripts without case: elsewhere a joiner can't be seen."""

_UNSEEN = ("Cc", "Cf", "Cs", "Co")
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters, marks and a symbol that look like nothing."""

_NO_PREFIX = ("Mn", "Me")
_FOLDS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


class _Apart(dict[int, str]):
    """What becomes of a decomposed character; found out once for each, as a team has thousands."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = character if character.isalnum() else " "
        self[code] = "" if unicodedata.combining(character) else kept
        return self[code]


_APART = _Apart()


def clean(text: str) -> str:
    """One line, NFC, single spaces, nothing that can't be seen but the joiners inside emoji.

    Peers' texts must already be clean: a direction override could make one name read as another,
    an invisible one make two names of two people look the same.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # most texts: nothing else in them can be unclean
    # Dropping a character may leave two spaces side by side, a new composition, a new start.
    while (cleaned := _cleaner(text)) != text:
        text = cleaned
    return text


def _cleaner(text: str) -> str:
    line = " ".join(unicodedata.normalize("NFC", text).split())
    seen = "".join(c for c in line if c in _JOINERS or _visible(c))
    joined = "".join(
        c
        for before, c, after in zip(f" {seen}", seen, f"{seen[1:]} ", strict=False)
        if c not in _JOINERS or _joins(before, after)
    )
    return "".join(dropwhile(lambda c: unicodedata.category(c) in _NO_PREFIX, joined))


def _visible(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN and character not in _BLANK


def _joins(before: str, after: str) -> bool:
    return unicodedata.category(before) in _JOINED and unicodedata.category(after) in _JOINED


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text as it is compared: without case, accents and punctuation ("'s-Hertogenbosch").

    Remembered: a filter asks again at each letter, of texts that hardly change.
    """
    # Decomposed before as well: a sign like "℻" has capitals inside.
    caseless = unicodedata.normalize("NFKD", text).casefold().translate(_FOLDS)
    decomposed = unicodedata.normalize("NFKD", caseless)
    return " ".join(decomposed.translate(_APART).split())
