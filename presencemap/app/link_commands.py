"""What a person can ask about their saved links, as immutable values like those in ``commands``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaveLink:
    """Keep a link for myself; a known one anew. Answers it, and whether it was ``known``.

    ``url`` may have words beside the address, which are the title where none is given.
    """

    url: str
    title: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveLink:
    """Erase a saved link: its address, or words that fit it alone. Answers it."""

    link: str


@dataclass(frozen=True, slots=True)
class ShowLinks:
    """Answers my saved links that have these words, the newest first.

    ``about``: what somebody is on, "" for nothing; then best matches come first, with what they
    have in common, and among them what I shared by posts.
    """

    words: str = ""
    about: str | None = None


LinkCommand = SaveLink | RemoveLink | ShowLinks
