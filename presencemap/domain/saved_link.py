"""Saved links: web addresses that a person keeps for themselves, and which of them fit something.

They are on their owner's computer alone. Knows no file and no clock: times are parameters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from presencemap.domain.links import named
from presencemap.domain.post import Link
from presencemap.domain.stems import Stems, asked, says
from presencemap.domain.text import fold
from presencemap.domain.topic import tag, topics_in
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames

MAX_SAVED: Final = 500
_BEGINNING: Final = 3
"""Letters that forms of one word share: only of words that do, stems are compared."""

_NAMES: Final = 32
"""So many of a topic's names are looked for."""


@dataclass(frozen=True, slots=True)
class SavedLink:
    """``at``: when it was saved, or shared, in ms. ``shared``: by a post of mine."""

    url: str
    title: str
    topics: tuple[str, ...]
    at: int
    shared: bool = False

    @classmethod
    def said(cls, url: str, title: str, topics: Iterable[str], at: int) -> "SavedLink":
        """A link from what a person typed; its topics are those given and those in the title.

        Words beside the address are the title, where none is given.

        Raises:
            InvalidInput: no web address (https).
        """
        address, words = named(url)
        title = title or words
        link = Link.said(address, title)
        given = " ".join(f"#{topic.strip().removeprefix('#')}" for topic in topics)
        return cls(link.url, link.title, topics_in(f"{given} {title}"), at)

    @property
    def host(self) -> str:
        """The site, without what all sites have."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def words(self) -> list[str]:
        """The folded words by which it is found: of title, topics and address, in order."""
        parts = urlsplit(self.url)
        said = " ".join((self.title, *self.topics, self.host, parts.path, parts.query))
        return fold(said).split()


@dataclass(frozen=True, slots=True)
class Fit:
    """A link, and what it has in common with what somebody is on; nothing, where both are empty."""

    link: SavedLink
    topics: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def found(
    links: Iterable[SavedLink], text: str, stems: Stems, names: TopicNames = AS_WRITTEN
) -> list[SavedLink]:
    """Those that have all words of a text, in any form, or begun; the newest first.

    A topic that a link names has the words of all its names.
    """
    wanted = asked(text)
    has = [link for link in links if _has(wanted, _reached(link, names), stems)]
    return sorted(has, key=lambda link: -link.at)


def best_first(
    links: Iterable[SavedLink], about: str, stems: Stems, names: TopicNames = AS_WRITTEN
) -> list[Fit]:
    """All of these, those first that have most in common with what somebody says."""
    topics = {tag(topic): topic for topic in _topics(topics_in(about), fold(about).split(), names)}
    wanted = [word for word in asked(about) if len(word) >= _BEGINNING]
    starts = {word[:_BEGINNING] for word in wanted}

    def fit(link: SavedLink) -> Fit:
        words = link.words
        own = set(map(tag, _topics(link.topics, words, names)))
        near = [word for word in words if word[:_BEGINNING] in starts]
        shared = tuple(topic for each, topic in topics.items() if each in own)
        said = set(_words(_known(shared, names))) if near else set()
        left = (word for word in wanted if near and word not in said)
        common = (word for word in left if _in(word, near, stems, begun=False))
        return Fit(link, shared, tuple(common))

    return sorted(map(fit, links), key=_rank)


def _rank(fit: Fit) -> tuple[int, int, int]:
    return -len(fit.topics), -len(fit.words), -fit.link.at


def _topics(written: Iterable[str], words: Sequence[str], names: TopicNames) -> tuple[str, ...]:
    """What the topics are called that are written somewhere, or said in words there."""
    named = names.parted(words) if names.said else ()
    said = (key for some, key in named if key and any(map(says, some)))
    return names.names((*written, *said))


def _reached(link: SavedLink, names: TopicNames) -> Sequence[str]:
    """The words of a link, and those of all names of its topics."""
    words = link.words
    known = [*_known(_topics(link.topics, words, names), names)]
    return (*words, *_words(known), *map(tag, known))


def _known(topics: Iterable[str], names: TopicNames) -> Iterator[str]:
    """All that topics are known as; of a flood of names the first few."""
    return (name for topic in topics for name in names.known_as(topic)[:_NAMES])


def _has(wanted: Iterable[str], words: Sequence[str], stems: Stems) -> bool:
    return all(_in(word, words, stems) for word in wanted)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from fold(text).split()


def _in(wanted: str, words: Sequence[str], stems: Stems, *, begun: bool = True) -> bool:
    """Whether a word is among these; ``begun``: or the start of one."""
    start = wanted[:_BEGINNING]
    alike = [word for word in words if word.startswith(start)]
    if begun and any(word.startswith(wanted) for word in alike):
        return True
    meant = set(stems.of(wanted)) if alike else set()
    return any(meant.intersection(stems.of(word)) for word in alike)
