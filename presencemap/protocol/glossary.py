"""The glossary: what topics are called, by all that is held about it.

An index over what the replica holds, kept as records come and go; judges nothing.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from presencemap.domain.topic_names import TopicNames
from presencemap.protocol.shelf import Held
from presencemap.protocol.topic import TopicBody

OF_ONE: Final = 1_000
"""So many of one author's words count, the newest: whoever floods renames no more than that."""

_Word = tuple[int, bytes, str, str]
"""When it was signed, its hash, the topic and what it is called."""


class Glossary:
    """Records in, names out."""

    def __init__(self) -> None:
        self._by: defaultdict[str, list[_Word]] = defaultdict(list)
        self._names: TopicNames | None = TopicNames()

    def put(self, held: Held) -> None:
        """A record is held."""
        word = _word(held)
        if word is not None:
            insort(self._by[held.author], word)
            self._names = None

    def take_off(self, held: Held) -> None:
        """It is no more."""
        word = _word(held)
        if word is not None:
            words = self._by[held.author]
            del words[bisect_left(words, word)]
            if not words:
                del self._by[held.author]
            self._names = None

    @property
    def names(self) -> TopicNames:
        """What topics are called now; made anew after a change, once."""
        if self._names is None:
            counts = (word for words in self._by.values() for word in words[-OF_ONE:])
            self._names = TopicNames({topic: name for _, _, topic, name in counts})
        return self._names

    def in_use(self, topics: Iterable[str]) -> frozenset[str]:
        """The topics with a word here that are part of one of these that somebody names."""
        names = self.names
        used = {names.key(topic) for topic in topics} if names.said else set()
        return frozenset(topic for topic in names.said if names.key(topic) in used)


def _word(held: Held) -> _Word | None:
    body = held.record.body if held.kind == "topic" else None
    return (held.at, held.hash, body.topic, body.name) if isinstance(body, TopicBody) else None
