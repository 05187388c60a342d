"""Topics: the ``#tags`` in a text, in any script; one whatever its case and accents."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from presencemap.domain.text import fold

MAX_TOPIC: Final = 64
"""Characters, without the ``#``."""

_TAG = re.compile(r"#(?<![\w#&]#)(\w[\w-]*)")
"""The sign first: so most of a text is passed over quickly."""
_MARKS: Final = ("Mn", "Mc", "Me")
_JOINERS: Final = "\u200c\u200d"
_ACCENTED: Final = (("a", "\u024f"), ("\u0370", "\u03ff"))
"""Latin and Greek letters, small: in other scripts a mark makes another letter, not an accent."""


def topics_in(text: str) -> tuple[str, ...]:
    """The topics of a text, merged, in order, each once; ``#1`` alone is a number, no topic."""
    if "#" not in text:
        return ()
    return tuple(dict.fromkeys(merged(text[start + 1 : end]) for start, end in topic_spans(text)))


def topic_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the topics of a text stand, with their signs."""
    for found in _TAG.finditer(text):
        end = found.end() if text.isascii() else _end(text, found.end())
        tag = text[found.start() + 1 : end].rstrip("-_")
        if tag and not tag.isdecimal():
            yield found.start(), found.start() + 1 + len(tag)


def merged(tag: str) -> str:
    """A tag without its sign, as what all who write it otherwise mean: "Privé" is "prive"."""
    small = tag.casefold()
    if small.isascii():
        return small
    kept, base = "", ""
    for each in unicodedata.normalize("NFD", small):
        if unicodedata.category(each) != "Mn":
            base = each
        elif any(first <= base <= last for first, last in _ACCENTED):
            continue
        kept += each
    return unicodedata.normalize("NFC", kept)


def is_topic(text: str) -> bool:
    """Whether a text, written without the sign, is one whole topic."""
    return len(text) <= MAX_TOPIC and [*topic_spans(f"#{text}")] == [(0, len(text) + 1)]


def tag(topic: str) -> str:
    """A topic as one word to look for, merged by accent and hyphen."""
    return fold(topic).replace(" ", "")


def tags(text: str) -> tuple[str, ...]:
    """The topics of a text as such words."""
    return tuple(dict.fromkeys(map(tag, topics_in(text))))


def _end(text: str, end: int) -> int:
    """Where a tag ends that has signs which are part of a letter, and no letter themselves."""
    while end < len(text):
        each = text[end]
        if not (
            each.isalnum()
            or each in "_-"
            or each in _JOINERS
            or unicodedata.category(each) in _MARKS
        ):
            break
        end += 1
    return end
