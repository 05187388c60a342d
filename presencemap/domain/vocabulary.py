"""The vocabulary: which of the words that colleagues use are meant by one that was typed.

A word may be unfinished, mistyped, or a part of a longer one, as in Dutch. It follows what is said.
Pure: knows the words and how often each is used, not where.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from presencemap.domain.stems import Stems

PART: Final = 4
"""Letters from which a word may be a part of a longer one."""
MISTAKEN_FROM: Final = 4
_TWO_SLIPS_FROM: Final = 8
_OF_EACH: Final = 8
"""So many longer words, the most used ones, stand for one."""
_LAST: Final = "\U0010ffff"
"""Sorts after every letter."""
_LINKS: Final = ("", "s", "e", "en", "n")
"""What may stand between the parts of a Dutch word."""

SAME, UNFINISHED, LONGER, SHORTER, MISTYPED = 1.0, 0.9, 0.6, 0.5, 0.7
"""How surely a word of the vocabulary is meant."""


Together = tuple[tuple[str, ...], ...]
"""Of each of several words its stems."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word that was asked for. ``worth``: how much it tells apart; 0 where nobody uses it."""

    typed: str
    terms: Mapping[str, float] = field(default_factory=dict)
    """The words of the vocabulary that stand for it, and how surely."""
    worth: float = 0.0
    together: tuple[Together, ...] = ()
    """What else stands for it, surely: several words, all of which are there."""


class Vocabulary:
    """The words in use, asked at each letter; what nobody uses any more is forgotten at once."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._texts = 0
        self._sorted: list[str] = []
        self._backwards: list[str] = []
        self._new: set[str] = set()
        """Words that are still to be put among the sorted ones."""

    def learn(self, words: Iterable[str]) -> None:
        """A text was said that has these words, each once."""
        self._texts += 1
        for word in words:
            before = self._counts.get(word, 0)
            self._counts[word] = before + 1
            if not before and not word.startswith("#"):
                self._new.add(word)

    def forget(self, words: Iterable[str]) -> None:
        """One that was learnt is no more."""
        self._texts -= 1
        for word in words:
            left = self._counts[word] - 1
            if left:
                self._counts[word] = left
                continue
            del self._counts[word]
            if word in self._new:
                self._new.discard(word)
            elif not word.startswith("#"):
                for some, as_sorted in ((self._sorted, word), (self._backwards, word[::-1])):
                    del some[bisect_left(some, as_sorted)]

    def most_used(self, limit: int) -> list[str]:
        """The ``#topics`` that are in most texts."""
        topics = (word for word in self._counts if word.startswith("#"))
        return nlargest(limit, topics, key=lambda word: (self._counts[word], word))

    def worth(self, terms: Iterable[str], together: Iterable[Together] = ()) -> float:
        """How much it says that one of these is in an entry: little of what is in many."""
        used = self._used(terms) + sum(min(map(self._used, each)) for each in together)
        return math.log(1 + max(self._texts, 1) / used) if used else 0.0

    def meant(self, word: str, stems: Stems) -> Word:
        """What a folded word that was typed may stand for."""
        terms = self.forms(word, stems)
        if SAME not in terms.values():
            terms |= dict.fromkeys(self._beginning(word), UNFINISHED)
        if not terms:
            terms = dict.fromkeys(self._parts(word, stems), SHORTER)
        if not terms:
            terms = {like: MISTYPED for stem in stems.of(word) for like in self._like(stem)}
        return Word(word, terms, self.worth(terms))

    def forms(self, word: str, stems: Stems) -> dict[str, float]:
        """What a folded word that is no slip stands for: itself, and longer words with it."""
        self._sort()
        own = {stem: SAME for stem in stems.of(word) if stem in self._counts}
        return own | {
            longer: LONGER
            for stem in stems.of(word)
            if len(stem) >= PART
            for longer in (*self._ending(stem), *self._beginning(stem))
            if longer not in own
        }

    def _used(self, terms: Iterable[str]) -> int:
        return sum(self._counts.get(term, 0) for term in terms)

    def _sort(self) -> None:
        if self._new:
            self._sorted += self._new
            self._backwards += (word[::-1] for word in self._new)
            # One long run that is sorted already, and a short one: quick.
            self._sorted.sort()
            self._backwards.sort()
            self._new.clear()

    def _beginning(self, start: str) -> list[str]:
        return self._likeliest(_from(self._sorted, start))

    def _ending(self, end: str) -> list[str]:
        return self._likeliest(word[::-1] for word in _from(self._backwards, end[::-1]))

    def _likeliest(self, words: Iterable[str]) -> list[str]:
        return nlargest(_OF_EACH, words, key=lambda word: (self._counts[word], word))

    def _parts(self, word: str, stems: Stems) -> list[str]:
        """The two parts of a longer word: of several ways to cut it, the one most used."""
        cuts = [
            [*first, *second]
            for at in range(PART, len(word) - PART + 1)
            if (second := self._in_use(stems.of(word[at:])))
            for link in _LINKS
            if word[:at].endswith(link)
            and len(start := word[: at - len(link)]) >= PART
            and (first := self._in_use(stems.of(start)))
        ]
        return max(cuts, key=lambda cut: min(map(self._counts.__getitem__, cut)), default=[])

    def _in_use(self, terms: Iterable[str]) -> list[str]:
        return [term for term in terms if term in self._counts]

    def _like(self, word: str) -> list[str]:
        if len(word) < MISTAKEN_FROM:
            return []
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        alike = process.extract(
            word, self._sorted, scorer=OSA.distance, score_cutoff=slips, limit=_OF_EACH
        )
        closest = min((distance for _, distance, _ in alike), default=0)
        return [found for found, distance, _ in alike if distance == closest]


def _from(words: list[str], start: str) -> list[str]:
    """The sorted words that begin so."""
    return words[bisect_left(words, start) : bisect_left(words, start + _LAST)]
