"""What any text by a person must be before it is shared, compared or shown."""

import unicodedata

_JOINERS = "\u200c\u200d"
_FOLDS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def clean(text: str) -> str:
    """One line, NFC, single spaces, no control or invisible direction characters.

    Peers' texts must already be clean: a direction override could make one name read as another.
    """
    kept = (
        character
        for character in unicodedata.normalize("NFC", " ".join(text.split()))
        if character in _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co")
    )
    # Dropping a character may leave two spaces side by side, or a new composition.
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def fold(text: str) -> str:
    """The text as it is compared: without case, accents and punctuation ("'s-Hertogenbosch")."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDS))
    spaced = (" " if not c.isalnum() else c for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(spaced).split())
