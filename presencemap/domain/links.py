"""Web addresses inside what a person typed: shared beside the text and not counted, or kept."""

import re
from typing import Final

_ADDRESS: Final = re.compile(r"(?<!\S)([(\[«“‘\"']?)(https://\S+)")
_CLOSES: Final = dict(zip("([«“‘\"'", ")]»”’\"'", strict=True))
_AFTER: Final = ".,;:!?)]}»”’\"'"
"""Signs at the end that belong to the sentence."""
_BETWEEN: Final = " :|·-–—"
"""Signs between an address and what it is called."""


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its https addresses, and these, each once, in their order."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        opening, word = match.groups()
        address = _address(word)
        if address == "https://":
            return match[0]
        found.append(address)
        after = word[len(address) :]
        # Brackets around it alone go with it.
        return after[1:] if opening and after[:1] == _CLOSES[opening] else opening + after

    left = " ".join(_ADDRESS.sub(take, text).split())
    return left, tuple(dict.fromkeys(found))


def named(text: str) -> tuple[str, str]:
    """The one address in a text, and the words around it: what it is called.

    The text as it is, and "", where it is one word, or has no address or several.
    """
    left, found = parted(text) if len(text.split()) > 1 else ("", ())
    return (found[0], left.strip(_BETWEEN)) if len(found) == 1 else (text.strip(), "")


def _address(word: str) -> str:
    """Without the signs of the sentence; a bracket that was opened in it is its own."""
    while word[-1] in _AFTER and not (word[-1] == ")" and word.count("(") >= word.count(")")):
        word = word[:-1]
    return word
