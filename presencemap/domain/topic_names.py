"""What topics are called: one that was renamed is its new name, those that were joined are one.

Pure: what was said in, names out. A *key* is a topic as ``merged`` makes it; whoever shows or
compares topics asks here first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from presencemap.domain.topic import merged, tag, topics_in


class TopicNames:
    """Immutable. ``said``: what each of these keys is called; another topic's name joins it there.

    A chain is followed to its end. A ring, as two make who each join one with the other's, is one
    topic, by the first of its keys: so the order in which things were said and heard is no matter.
    """

    def __init__(self, said: Mapping[str, str] | None = None) -> None:
        self.said = dict(said or {})
        targets = {key: merged(name) for key, name in self.said.items()}
        self._ends = _ends({key: into for key, into in targets.items() if into != key})
        self._spelled = self._spellings(targets)
        self._keys: dict[str, set[str]] = {}
        for key, end in self._ends.items():
            self._keys.setdefault(end, {end}).add(key)
        self._tags = {tag(key): key for key in sorted(targets.keys() | self._keys)}
        self._longest = max(map(len, self._tags), default=0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TopicNames) and self.said == other.said

    def __hash__(self) -> int:
        return hash(frozenset(self.said.items()))

    def key(self, topic: str) -> str:
        """The key of what a topic, in any spelling, is part of."""
        own = merged(topic)
        return self._ends.get(own, own)

    def name(self, topic: str) -> str:
        """What a topic, in any spelling, is called, as it is shown."""
        if not self.said:
            return topic
        key = self.key(topic)
        return self._spelled.get(key, key)

    def names(self, topics: Iterable[str]) -> tuple[str, ...]:
        """What these are called, each once, in order."""
        return tuple(dict.fromkeys(map(self.name, topics))) if self.said else tuple(topics)

    def tagged(self, word: str) -> str:
        """What the topic is called that a ``tag`` stands for."""
        return self.name(self._tags.get(word, word))

    def parted(self, words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
        """Folded words, in order: those that together are a name of a topic, with its key.

        The longest name from the left; each word that is part of none comes alone, with "". Only of
        topics of which something was said: others have no name but how they are written.
        """
        at = 0
        while at < len(words):
            end, key = self._named(words, at)
            yield tuple(words[at:end]), key
            at = end

    def keys(self, topic: str) -> frozenset[str]:
        """All that are the same topic as this one, itself among them."""
        key = self.key(topic)
        return frozenset(self._keys.get(key, {key}))

    def joined(self, topic: str) -> tuple[str, ...]:
        """The keys that are part of a topic and not what it is called, in order."""
        return tuple(sorted(self.keys(topic) - {self.key(topic)}))

    def known_as(self, topic: str) -> tuple[str, ...]:
        """All by which a topic is known: what it is called, then what was joined in it."""
        return (self.name(topic), *self.joined(topic))

    def known_in(self, texts: Iterable[str]) -> tuple[str, ...]:
        """All that the topics in these texts are known as, where that may be another word."""
        if not self.said:
            return ()
        topics = (topic for text in texts for topic in topics_in(text))
        return tuple(dict.fromkeys(each for topic in topics for each in self.known_as(topic)))

    def renamed(self) -> list[str]:
        """The names of all that others are part of, or that are spelled otherwise, in order."""
        return sorted(self._spelled.get(key, key) for key in self._keys.keys() | self._spelled)

    def _named(self, words: Sequence[str], start: int) -> tuple[int, str]:
        """Where the longest name that begins there ends, and its key; the next word and "" else."""
        found, joined = (start + 1, ""), ""
        for end in range(start, len(words)):
            joined += words[end]
            if len(joined) > self._longest:
                break
            if joined in self._tags:
                found = end + 1, self.key(self._tags[joined])
        return found

    def _spellings(self, targets: Mapping[str, str]) -> dict[str, str]:
        """How what things are called is written, where that isn't its key: its own word first."""
        ends = set(self._ends.values())
        found: dict[str, str] = {}
        for key, name in sorted(self.said.items(), key=lambda item: (item[1], item[0])):
            into = targets[key]
            if into in ends and into not in self.said:
                found.setdefault(into, name)
            elif into == key:
                found[key] = name
        return {key: name for key, name in found.items() if name != key}


def _ends(into: Mapping[str, str]) -> dict[str, str]:
    """Where each key's way ends; each step is taken once."""
    ends: dict[str, str] = {}
    for start in into:
        way: dict[str, None] = {}
        at = start
        while at in into and at not in ends and at not in way:
            way[at] = None
            at = into[at]
        if at in way:
            passed = list(way)
            end = min(passed[passed.index(at) :])
        else:
            end = ends.get(at, at)
        ends |= dict.fromkeys(way, end)
    return ends


AS_WRITTEN: Final = TopicNames()
"""Nobody said anything of any."""
