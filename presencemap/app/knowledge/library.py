"""The library: all that colleagues said, by its words. Filled, refreshed, asked, by one thread.

Posts and talents are in the index, what people are on now in a dictionary beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from presencemap.app.knowledge.entries import Sheet, read, talents
from presencemap.domain.roster import Card
from presencemap.domain.stems import Stems, asked
from presencemap.domain.vocabulary import Vocabulary, Word
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
_TOPICS_WORTH: Final = 0.6
"""What being on the topics of a question is worth, in all its words."""

Strengths = tuple[float, ...]


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
    people: tuple[tuple[Card, Strengths], ...] = ()
    """Those who are on it now."""

    @property
    def worth(self) -> Strengths:
        """What each word is worth."""
        return tuple(word.worth for word in self.words)


class Library:
    """What there is to find."""

    def __init__(self) -> None:
        self.stems = Stems()
        self.index = SearchIndex()
        self.cards: dict[str, Card] = {}
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)
        """Who is on it now."""
        self._vocabulary = Vocabulary({}, 0)

    def take(self, entries: Iterable[Entry], reactions: Iterable[Reaction] = ()) -> None:
        """Take in what was said and done."""
        self.index.put(entries, reactions)

    def read(self, sheets: Iterable[Sheet]) -> None:
        """The same of what is still to be read."""
        things = [read(sheet, self.stems) for sheet in sheets]
        self.take(
            (each for each in things if isinstance(each, Entry)),
            (each for each in things if isinstance(each, Reaction)),
        )

    def meet(self, cards: Iterable[Card]) -> None:
        """Take in what people say of themselves: what they know about, and are on."""
        entries: list[Entry] = []
        for card in cards:
            self.cards[card.person.id] = card
            entries += talents(card.person, self.stems)
            activity = card.status.activity if card.status is not None else None
            words = self.stems.indexed(activity.text).split() if activity is not None else ()
            for word in words:
                self._by_word[word].add(card.person.id)
        self.index.put(entries)

    def refresh(self) -> None:
        """Learn the words of all that was taken in; then it can be asked."""
        counts, entries = self.index.counts()
        for word, people in self._by_word.items():
            counts[word] = counts.get(word, 0) + len(people)
        self._vocabulary = Vocabulary(counts, entries + len(self.cards))

    def find(self, text: str) -> Found:
        """What is about these words."""
        meant = (self._vocabulary.meant(word, self.stems) for word in asked(text))
        words = tuple(word for word in meant if word.terms)
        if not words:
            return Found(())
        hits = [self._hits(word) for word in words]
        topics = self._topics(_best(hits, words, _TELLING))
        if topics:
            total = sum(word.worth for word in words)
            words += (Word("", {f"#{t}": share for t, share in topics}, total * _TOPICS_WORTH),)
            hits.append(self._hits(words[-1]))
        best = _best(hits, words, _BEST)
        entries = {entry.number: entry for entry in self.index.entries(best)}
        found = tuple(
            (entries[number], tuple(hit.get(number, 0.0) for hit in hits)) for number in best
        )
        return Found(words, tuple(topic for topic, _ in topics), found, self._on_it(words))

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
        return hits

    def _topics(self, best: list[int]) -> list[tuple[str, float]]:
        """The topics that the best entries name, each with the share of them that does."""
        named = Counter(
            word
            for stems in self.index.stems(best)
            for word in stems.split()
            if word.startswith("#")
        )
        shares = ((tag.removeprefix("#"), many / len(best)) for tag, many in named.most_common())
        return [(topic, share) for topic, share in shares if share >= _SHARE][:_TOPICS]

    def _on_it(self, words: tuple[Word, ...]) -> tuple[tuple[Card, Strengths], ...]:
        found: dict[str, list[float]] = {}
        for at, word in enumerate(words):
            for term, surely in word.terms.items():
                for person in self._by_word.get(term, ()):
                    strengths = found.setdefault(person, [0.0] * len(words))
                    strengths[at] = max(strengths[at], surely)
        return tuple((self.cards[person], tuple(each)) for person, each in found.items())


def _best(hits: list[dict[int, float]], words: tuple[Word, ...], limit: int) -> list[int]:
    """The numbers of the entries that are most about the words, of equals the newest."""
    about: dict[int, float] = {}
    for hit, word in zip(hits, words, strict=True):
        worth = word.worth
        for number, surely in hit.items():
            about[number] = about.get(number, 0.0) + surely * worth
    return nlargest(limit, about, key=lambda number: (about[number], number))
