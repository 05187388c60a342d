"""Whether words are others for the same matter, or are about another one."""

from typing import Final

from rapidfuzz import fuzz

from presencemap.domain.stems import asked

_ALIKE: Final = 70.0
"""Of 100. Chosen where what is the same and what isn't are told apart best, on half of the fixture
in tests/expertise; how well, `make bench ARGS=--knowing` prints."""


def reworded(before: str, after: str) -> bool:
    """Whether one text says what the other did: most of the words that say something are in both.

    A topic alone makes no two texts the same: a team has many matters on each.
    """
    said, says = (" ".join(asked(text)) for text in (before, after))
    return fuzz.token_set_ratio(said, says) >= _ALIKE
