"""Safety words: what two people read to each other, eight of 256 that Dutch and English share.

A word a byte; the list is ``resources/words/safety.txt``, our own. Which bytes, the protocol says.
"""

from functools import cache

from presencemap.app.resources import resource
from presencemap.domain.errors import Refused
from presencemap.domain.text import fold
from presencemap.domain.wrong import Wrong


@cache
def word_list() -> tuple[str, ...]:
    """The 256 words, in their order."""
    return tuple(resource("words", "safety.txt").read_text("utf-8").split())


def words_of(code: bytes) -> tuple[str, ...]:
    """How a code reads."""
    return tuple(word_list()[byte] for byte in code)


def check_words(said: str, words: tuple[str, ...]) -> None:
    """Whether what the other person reads is what is read here.

    Raises:
        Refused: it isn't.
    """
    if tuple(fold(said).split()) != words:
        raise Refused(
            "These are not the words that this computer shows. If you both read them right, the "
            "person you talk to isn't the one in the team: tell who invited them.",
            Wrong.WORDS_DIFFER,
        )
