"""What a person can ask about their saved links, as immutable values like those in ``commands``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaveLink:
    """Keep a link for myself; a known one anew. Answers it as ``link list --json`` has it."""

    url: str
    title: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveLink:
    """Erase a saved link: its address, or words that fit it alone. Answers it as it was."""

    link: str


@dataclass(frozen=True, slots=True)
class ShowLinks:
    """Answers my saved links that have these words as ``link list --json`` has them, newest first.

    ``about``: what somebody is on; best matches first then, with what they have in common, and
    among them what I shared by posts.
    """

    words: str = ""
    about: str = ""


LinkCommand = SaveLink | RemoveLink | ShowLinks
