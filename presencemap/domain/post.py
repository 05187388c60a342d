"""Posts: what people say in the stream, and what others do with it.

At most 140 characters, plus links; never a place. Knows no clock: ``now`` is always a parameter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from presencemap.domain.contact import ContactKind, contact_way
from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.graphemes import length
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean
from presencemap.domain.topic import topics_in
from presencemap.domain.wrong import Wrong

MAX_LINKS: Final = 4
MAX_TITLE: Final = 60
EDIT_WITHIN: Final = 15 * 60_000
"""How long after it was said a post may be said differently: afterwards others built on it."""
MAX_EDITS: Final = 8
MAX_HELPERS: Final = 8
"""So many people can be named by whose help a question was solved."""
RESTS_AFTER: Final = 7 * 86_400_000
"""A question about which nobody did anything for so long, in ms, rests: it asks nobody any more."""


class PostKind(StrEnum):
    """What a post is."""

    ACTIVITY = "activity"
    QUESTION = "question"
    REPLY = "reply"
    RESHARE = "reshare"
    LINK = "link"

    @property
    def is_about_another(self) -> bool:
        """Whether it names another post."""
        return self in (PostKind.REPLY, PostKind.RESHARE)


class ReactionKind(StrEnum):
    """What is done with another's post; ``leave`` takes back ``join``."""

    THANK = "thank"
    JOIN = "join"
    LEAVE = "leave"
    SOLVE = "solve"

    @property
    def group(self) -> str:
        """What it replaces: one of ``join`` and ``leave`` holds."""
        return ReactionKind.JOIN.value if self is ReactionKind.LEAVE else self.value


@dataclass(frozen=True, slots=True)
class Link:
    """A web address, https only, and what it is called."""

    url: str
    title: str = ""

    @classmethod
    def said(cls, url: str, title: str = "") -> "Link":
        """A link in normal form, its title cut to what fits.

        Raises:
            InvalidInput: no web address.
        """
        return cls(contact_way(ContactKind.WEB, url).address, clean(clean(title)[:MAX_TITLE]))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person wants to say. ``of``: the id of the post it replies to or reshares."""

    kind: PostKind
    text: str
    links: tuple[Link, ...] = ()
    of: str | None = None

    @classmethod
    def said(
        cls, kind: PostKind, text: str, links: Sequence[Link] = (), of: str | None = None
    ) -> "Draft":
        """A draft from what a person typed.

        Raises:
            TextTooLong: over 140 characters.
            InvalidInput: nothing said and no link, or too many of them.
        """
        cleaned = clean(text)
        if length(cleaned) > MAX_TEXT:
            raise TextTooLong(length(cleaned), MAX_TEXT)
        if not cleaned and not links and kind is not PostKind.RESHARE:
            raise InvalidInput(
                "Say something: a post needs at most 140 characters, or a link.",
                Wrong.POST_EMPTY,
                most=MAX_TEXT,
            )
        if len(links) > MAX_LINKS:
            raise InvalidInput(
                f"A post has at most {MAX_LINKS} links.", Wrong.POST_LINKS, most=MAX_LINKS
            )
        return cls(kind, cleaned, tuple(links), of)


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it stands. ``id`` stays the same through edits; ``at``: when it was first said.

    ``helped``: by whose help its author says that it is solved, and whose replies its author
    thanked for; ``stirred``: when the last thing was done.
    """

    id: str
    author: str
    at: int
    said: Draft
    edits: int = 0
    thanked: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    solved: bool = False
    helped: tuple[str, ...] = ()
    replies: int = 0
    stirred: int = 0

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics named in the text."""
        return topics_in(self.said.text)

    def asks(self, now: int) -> bool:
        """Whether it is a question that is neither solved nor at rest."""
        return self.said.kind is PostKind.QUESTION and not (self.solved or self.rests(now))

    def rests(self, now: int) -> bool:
        """Whether it is a question that nobody solved and that has had no life for a week."""
        asks = self.said.kind is PostKind.QUESTION and not self.solved
        return asks and now - self.stirred > RESTS_AFTER
