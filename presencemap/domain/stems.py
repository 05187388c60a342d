"""Stems: the words of a text as they are looked for, in Dutch and in English at once.

Colleagues write both, often in one sentence, so no language is guessed: each word counts by its
stem in either. Accents are folded as everywhere; words that say nothing of what a text is about
are left out of what is asked.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from presencemap.domain.text import fold
from presencemap.domain.topic import tags

if TYPE_CHECKING:
    from snowballstemmer.dutch_stemmer import DutchStemmer
    from snowballstemmer.english_stemmer import EnglishStemmer

_KNOWN_AT_MOST: Final = 100_000
"""Words whose stems are remembered: working them out takes a hundred times as long."""

_DUTCH: Final = """
aan achter al alle allemaal alleen als altijd ander andere anders beetje ben bent best bij
binnen boven buiten daar dag dan dat de deze die dit doe doen doet door doorheen dus echt een
eens eerder eerst eerste elk elke en enkele er erg ergens even gaan gaat ge geen gewoon geef
geeft goed goede graag haar had heb hebben hebt heeft heel hem hen het hier hij hoe hoort hou
hun iemand iets ik in is ja je jij jou jouw jullie kan ken kennen kent keer klaar komen komt kon
kun kunnen krijg krijgt laat later lukt maak maakt maar maken mag me mee meer meest men met mij
mijn moest moet moeten mogelijk na naar nemen niet niets nieuw nieuwe nodig nog nooit nu of om
omdat ons onze ook op over per samen snel soms staan staat steeds te tegen tijdens toch toe tot
tussen u uit uw vaak van vanaf vandaag veel vind vinden voor vooral waar waarom wanneer was wat
we week weer weet weg weinig wel welk welke werd werken werkt weten wie wij wil willen wilt
worden wordt zal ze zeer zeg zegt zei zelf zich zie zien ziet zij zijn zo zoals zoek zoeken
zonder zou zouden
"""
_ENGLISH: Final = """
a about after again all also always am an and another any anybody anyone are as ask at be
because been before being best better between both but by can cannot could did do does doing
done each else ever every everybody everyone few first for from get gets getting give gives go
goes going good got had has have having he help her here him his how i if into it its just keep
know known knows let like look looking made make makes making many may me might more most much
must my need needs never new no nobody not now off often on once one only or other our out over
own please really same say see seen she should show so some somebody someone something soon
still such tell than that the their them then there these they thing things this those through
time to today together too try under until up us use used uses using very want wants was way
week well were what when where which while who whom whose why will with without work works would
you your
"""
_EMPTY: Final = frozenset(f"{_DUTCH} {_ENGLISH}".split())
"""Words that say nothing of what a question is about, "week" among them: all work takes weeks."""


class Stems:
    """The stems of words, remembered. One to a thread: the stemmers below have a state."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _stemmers(self) -> "tuple[DutchStemmer, EnglishStemmer]":
        # The package reads thirty languages: 27 ms and 5 MB that no window waits for.
        from snowballstemmer.dutch_stemmer import DutchStemmer  # noqa: PLC0415
        from snowballstemmer.english_stemmer import EnglishStemmer  # noqa: PLC0415

        return DutchStemmer(), EnglishStemmer()

    def of(self, word: str) -> tuple[str, ...]:
        """The stems of a folded word, the Dutch one first; one where both are the same."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _KNOWN_AT_MOST:
                self._known.clear()
            stems = (fold(stemmer.stemWord(word)) or word for stemmer in self._stemmers)
            known = self._known[word] = tuple(dict.fromkeys(stems))
        return known

    def forget(self, *texts: str) -> None:
        """Remember no word of these any more."""
        for text in texts:
            for word in fold(text).split():
                self._known.pop(word, None)

    def indexed(self, *texts: str) -> str:
        """All stems of what is said, with spaces between them, and its ``#topics`` as such."""
        words = [stem for text in texts for word in fold(text).split() for stem in self.of(word)]
        return " ".join((*words, *(f"#{tag}" for text in texts for tag in tags(text))))


def asked(text: str) -> tuple[str, ...]:
    """The folded words of a question that say what it is about; all of them where none does."""
    words = tuple(dict.fromkeys(fold(text).split()))
    return tuple(filter(says, words)) or words


def says(word: str) -> bool:
    """Whether a folded word says anything of what a question is about."""
    return word not in _EMPTY
