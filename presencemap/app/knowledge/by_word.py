"""What is said now, by its words: small, and replaced often, so it is no part of the index.

Names in, names out; of what is taken out no word stays. Knows not what is said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from presencemap.domain.vocabulary import SAME, Word

Strengths = tuple[float, ...]
"""How surely something is about each of the words that were asked, 0 to 1."""


class ByWord:
    """``put`` what has these words, by its name; ask who is ``about`` others."""

    def __init__(self) -> None:
        self._words: dict[bytes, frozenset[str]] = {}
        self._names: defaultdict[str, set[bytes]] = defaultdict(set)

    def __contains__(self, name: bytes) -> bool:
        return name in self._words

    def put(self, name: bytes, words: Iterable[str]) -> None:
        """Something by that name has these words."""
        said = self._words[name] = frozenset(words)
        for word in said:
            self._names[word].add(name)

    def drop(self, name: bytes) -> frozenset[str]:
        """The words of what had that name, and has them no more."""
        said = self._words.pop(name, frozenset())
        for word in said:
            self._names[word].discard(name)
            if not self._names[word]:
                del self._names[word]
        return said

    def about(self, words: Sequence[Word]) -> dict[bytes, Strengths]:
        """What is about any of these, by name."""
        found: dict[bytes, list[float]] = {}
        for at, word in enumerate(words):
            for some, surely in self._saying(word):
                for name in some:
                    strengths = found.setdefault(name, [0.0] * len(words))
                    strengths[at] = max(strengths[at], surely)
        return {name: tuple(strengths) for name, strengths in found.items()}

    def _saying(self, word: Word) -> Iterator[tuple[set[bytes], float]]:
        for term, surely in word.terms.items():
            yield self._with([term]), surely
        for all_of in word.together:
            yield set.intersection(*map(self._with, all_of)), SAME

    def _with(self, terms: Iterable[str]) -> set[bytes]:
        return {name for term in terms for name in self._names.get(term, ())}
