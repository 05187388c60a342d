"""Web addresses inside what a person typed: they are shared beside the text, and not counted."""

import re
from typing import Final

_ADDRESS: Final = re.compile(r"(?<!\S)https://\S+")
_AFTER: Final = ".,;:!?)]}»”’\"'"
"""Signs at the end that belong to the sentence."""


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its https addresses, and these, each once, in their order."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        address = match[0].rstrip(_AFTER)
        if address == "https://":
            return match[0]
        found.append(address)
        return match[0][len(address) :]

    left = " ".join(_ADDRESS.sub(take, text).split())
    return left, tuple(dict.fromkeys(found))
