"""The library: all that colleagues say, by its words. Filled, changed and asked by one thread.

Posts and talents are in the index, what people are on now and their jobs beside it. Of what is
taken out no word stays, once it is tidy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nlargest
from typing import Final

from presencemap.app.knowledge.by_word import ByWord, Strengths
from presencemap.app.knowledge.entries import (
    TALENT,
    Crewed,
    JobNamed,
    OnIt,
    Talents,
    Told,
    host,
    read,
    talents,
)
from presencemap.app.knowledge.sheet import Sheet
from presencemap.domain.job import Job
from presencemap.domain.stems import Stems, says
from presencemap.domain.text import fold
from presencemap.domain.topic import tag
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.domain.vocabulary import SAME, Vocabulary, Word
from presencemap.store.search import Entry, Reaction, SearchIndex

_NEWEST: Final = 1_000
"""So many entries are looked at for one word: of what is said daily, the last months."""
_BEST: Final = 200
"""So many of the entries found are read."""
_TELLING: Final = 40
"""So many of the best ones tell what topics the question is about."""
_SHARE: Final = 0.25
"""The part of those that must name a topic."""
_TOPICS: Final = 3
_PARTS: Final = 32
"""So many that were joined in one topic are looked for."""
_TOPICS_WORTH: Final = 0.6
"""What being on the topics of a question is worth, in all its words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the words as understood, and how well each entry or person is about each.

    ``topics``: what the question is about, by the posts that have its words; the last word stands
    for them, which bridges two languages.
    """

    words: tuple[Word, ...]
    topics: tuple[str, ...] = ()
    entries: tuple[tuple[Entry, Strengths], ...] = ()
    """The best first."""
    people: tuple[tuple[OnIt, Strengths], ...] = ()
    """Those who are on it now."""
    jobs: tuple[tuple[Job, Strengths], ...] = ()
    """With whoever is on each."""

    @property
    def worth(self) -> Strengths:
        """What each word is worth."""
        return tuple(word.worth for word in self.words)


class Library:
    """What there is to find."""

    def __init__(self) -> None:
        self.stems = Stems()
        self.index = SearchIndex()
        self.vocabulary = Vocabulary()
        self._told: dict[bytes, str] = {}
        """Whose profile each of these is."""
        self._people: Counter[str] = Counter()
        """Of whom there is one, or for a moment two."""
        self._talents: Counter[str] = Counter()
        """By how many people each is listed."""
        self._on: dict[bytes, OnIt] = {}
        self._jobs: dict[bytes, Job] = {}
        self._crews: dict[bytes, Crewed] = {}
        self._now = ByWord()
        """What people are on now, and jobs, by the names of what says so."""

    def knows(self, person: str) -> bool:
        """Whether there is a profile of that person."""
        return self._people[person] > 0

    def take(self, entries: Iterable[Entry], reactions: Iterable[Reaction] = ()) -> None:
        """Take in what was said and done."""
        taken = list(entries)
        self.index.put(taken, reactions)
        for each in taken:
            self.vocabulary.learn(set(each.stems.split()))

    def read(self, sheets: Iterable[Sheet]) -> None:
        """The same of what is still to be read; what is here already is passed over."""
        things = [read(sheet, self.stems) for sheet in sheets if not self._has(sheet.name)]
        self.take(
            (each for each in things if isinstance(each, Entry)),
            (each for each in things if isinstance(each, Reaction)),
        )
        self.meet(each for each in things if isinstance(each, Told))

    def meet(self, told: Iterable[Told]) -> None:
        """Take in what people say of themselves: what they know about and are on, and jobs."""
        entries: list[Entry] = []
        for each in told:
            match each:
                case Talents(name=name, person=person):
                    self._told[name] = person.id
                    self._people[person.id] += 1
                    entries += talents(each, self.stems)
                    self._talents.update(person.profile.talents)
                case OnIt(name=name, text=text):
                    self._on[name] = each
                    self._say_now(name, text)
                case JobNamed(name=name, job=job):
                    self._jobs[name] = job
                    self._say_now(name, job.text)
                case Crewed(name=name):
                    self._crews[name] = each
        self.take(entries)

    def drop(self, name: bytes) -> bool:
        """Take out what has that name; whether there was anything."""
        said = [each.text for kept in (self._on, self._jobs) if (each := kept.pop(name, None))]
        if said:
            self.vocabulary.forget(self._now.drop(name))
            self.stems.forget(*said)
        crew = self._crews.pop(name, None)
        told = self._told.pop(name, None)
        if told is not None:
            self._people -= Counter([told])
        gone = self.index.drop(name)
        self._talents -= Counter(entry.text for entry in gone if entry.kind == TALENT)
        for entry in gone:
            self.vocabulary.forget(set(entry.stems.split()))
            self.stems.forget(entry.text, entry.title, host(entry.url))
        return bool(gone or said or told or crew)

    def tidy(self) -> bool:
        """A step of some ms; True once no word is left of what was taken out."""
        return self.index.tidy()

    def talents(self, limit: int) -> tuple[str, ...]:
        """What most people say to know about."""
        found = nlargest(limit, self._talents, key=lambda talent: (self._talents[talent], talent))
        return tuple(found)

    def find(self, text: str, names: TopicNames = AS_WRITTEN) -> Found:
        """What is about these words; those that name a topic mean all that is part of it."""
        words = tuple(word for word in self._meant(text, names) if word.terms or word.together)
        if not words:
            return Found(())
        hits = [self._hits(word) for word in words]
        topics = self._topics(_best(hits, words, _TELLING), names)
        if topics:
            total = sum(word.worth for word in words)
            tags = {each: share for topic, share in topics for each in _tags(topic, names)}
            words += (Word("", tags, total * _TOPICS_WORTH),)
            hits.append(self._hits(words[-1]))
        best = _best(hits, words, _BEST)
        entries = {entry.number: entry for entry in self.index.entries(best)}
        found = tuple(
            (entries[number], tuple(hit.get(number, 0.0) for hit in hits)) for number in best
        )
        now = self._now.about(words)
        people = tuple((self._on[name], each) for name, each in now.items() if name in self._on)
        named = {self._jobs[name]: each for name, each in now.items() if name in self._jobs}
        return Found(words, tuple(topic for topic, _ in topics), found, people, self._crewed(named))

    def close(self) -> None:
        """Forget it all."""
        self.index.close()

    def _hits(self, word: Word) -> dict[int, float]:
        """The newest entries about a word, by their numbers, and how surely each is."""
        alike: defaultdict[float, list[str]] = defaultdict(list)
        for term, surely in word.terms.items():
            alike[surely].append(term)
        hits: dict[int, float] = {}
        for surely in sorted(alike):
            hits.update(dict.fromkeys(self.index.holding(alike[surely], _NEWEST), surely))
        for all_of in word.together:
            hits.update(dict.fromkeys(self.index.holding_each(all_of, _NEWEST), SAME))
        return hits

    def _meant(self, text: str, names: TopicNames) -> list[Word]:
        """What the words of a question mean, those that name one topic together as one."""
        parts = {key or words: (words, key) for words, key in names.parted(fold(text).split())}
        telling = [part for part in parts.values() if any(map(says, part[0]))]
        return [
            self._topic(" ".join(words), key, names)
            if key
            else self.vocabulary.meant(words[0], self.stems)
            for words, key in telling or parts.values()
        ]

    def _topic(self, typed: str, topic: str, names: TopicNames) -> Word:
        """A topic of several names: its tags, and each of its names as it is said in words."""
        terms, together = dict.fromkeys(_tags(topic, names), SAME), []
        for words in (fold(key).split() for key in _keys(topic, names)):
            if len(words) == 1:
                terms = self.vocabulary.forms(words[0], self.stems) | terms
            else:
                together.append(tuple(map(self.stems.of, words)))
        worth = self.vocabulary.worth(terms, together)
        return Word(typed, terms, worth, tuple(together))

    def _topics(self, best: list[int], names: TopicNames) -> list[tuple[str, float]]:
        """The topics that the best entries name, each with the share of them that does."""
        named = Counter(
            topic
            for stems in self.index.stems(best)
            for topic in {names.tagged(w[1:]) for w in stems.split() if w.startswith("#")}
        )
        shares = ((topic, many / len(best)) for topic, many in named.most_common())
        return [(topic, share) for topic, share in shares if share >= _SHARE][:_TOPICS]

    def _crewed(self, found: dict[Job, Strengths]) -> tuple[tuple[Job, Strengths], ...]:
        """The same with whoever is on each."""
        people: defaultdict[str, set[str]] = defaultdict(set)
        for crew in self._crews.values() if found else ():
            for job in crew.jobs:
                people[job].add(crew.person)
        return tuple(
            (replace(job, people=tuple(sorted(filter(self.knows, people[job.id])))), each)
            for job, each in found.items()
        )

    def _say_now(self, name: bytes, text: str) -> None:
        words = set(self.stems.indexed(text).split())
        self._now.put(name, words)
        self.vocabulary.learn(words)

    def _has(self, name: bytes) -> bool:
        told = name in self._told or name in self._now or name in self._crews
        return told or self.index.has(name)


def _tags(topic: str, names: TopicNames) -> list[str]:
    """The words of all that is one topic, as they are indexed."""
    return [f"#{tag(key)}" for key in _keys(topic, names)]


def _keys(topic: str, names: TopicNames) -> tuple[str, ...]:
    """All that is one topic; of a flood the first few."""
    return (names.key(topic), *names.joined(topic))[:_PARTS]


def _best(hits: list[dict[int, float]], words: tuple[Word, ...], limit: int) -> list[int]:
    """The numbers of the entries that are most about the words, of equals the newest."""
    about: dict[int, float] = {}
    for hit, word in zip(hits, words, strict=True):
        worth = word.worth
        for number, surely in hit.items():
            about[number] = about.get(number, 0.0) + surely * worth
    return nlargest(limit, about, key=lambda number: (about[number], number))
