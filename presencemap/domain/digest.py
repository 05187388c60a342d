"""The digest: what happened while I was away, in a few lines, the most useful to me first.

News in, lines out; a line has one act. Pure: what counts as news, others find out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST: Final = 5
"""A digest ends."""


class NewsKind(StrEnum):
    """What happened, the most useful first."""

    ANSWERED = "answered"
    """Somebody replied to a post of mine."""
    KNOWN = "known"
    """Somebody asks what I know about."""
    TOGETHER = "together"
    """Somebody plans to be today where I do."""
    INTRODUCED = "introduced"
    """Somebody brought me together with another."""
    FOLLOWED = "followed"
    """Somebody asks, on a topic that I follow."""
    JOINED = "joined"
    """Somebody is on what I am on, too."""
    THANKED = "thanked"
    FOLLOWER = "follower"
    """Somebody follows me whom I don't follow."""
    LINK = "link"
    """A link on a topic that I follow."""


_ONE_LINE: Final = (NewsKind.KNOWN, NewsKind.THANKED, NewsKind.FOLLOWER)
"""What makes one line, whatever it is about."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that somebody did. ``waits``: an answer of mine is waited for.

    ``other``: to whom I was introduced. ``place``: where we are together, by its id, or ``town``,
    by its name, where only that is the same.
    """

    kind: NewsKind
    person: str
    at: int
    post: str = ""
    topic: str = ""
    waits: bool = False
    other: str = ""
    place: str = ""
    town: str = ""

    @property
    def about(self) -> str:
        """What is said of the same makes one line."""
        if self.kind in _ONE_LINE:
            return ""
        return self.other or self.town or self.place or self.topic or self.post


@dataclass(frozen=True, slots=True)
class DigestLine:
    """Some news of one kind: by whom, the newest first; the newest post, the topic if it is one.

    ``other``, ``place`` and ``town`` as in the newest of them.
    """

    kind: NewsKind
    people: tuple[str, ...]
    post: str = ""
    topic: str = ""
    waits: bool = False
    other: str = ""
    place: str = ""
    town: str = ""


def digest(news: Iterable[News]) -> list[DigestLine]:
    """At most five lines: what waits for me first, then by kind, then the newest."""
    groups: dict[tuple[NewsKind, str], list[News]] = {}
    for each in sorted(news, key=lambda each: -each.at):
        groups.setdefault((each.kind, each.about), []).append(each)
    order = list(NewsKind)

    def rank(group: list[News]) -> tuple[bool, int, int]:
        waits = any(each.waits for each in group)
        return not waits, order.index(group[0].kind), -group[0].at

    return [_line(group) for group in sorted(groups.values(), key=rank)[:MOST]]


def _line(group: list[News]) -> DigestLine:
    first = group[0]
    people = tuple(dict.fromkeys(each.person for each in group))
    topic = first.topic if first.about else ""
    waits = any(each.waits for each in group)
    where = first.place, first.town
    return DigestLine(first.kind, people, first.post, topic, waits, first.other, *where)
