"""Who says what is typed into the filter: each letter asks only whom the one before it kept.

Owns what was found for each letter, and that all is known before the first. Knows no list and no
model.
"""

from collections.abc import Generator, Iterable

from PySide6.QtCore import QObject, QTimer, Slot

from presencemap.domain.roster import found_by
from presencemap.domain.text import fold
from presencemap.ui.people.found_words import FoundWords
from presencemap.ui.people.ranking import Who

_PIECE = 2_000
"""People who are looked through in one step; half a millisecond."""
_CALM = 300
"""Ms after a change: time to learn what each is found by, before anybody types."""


class Seeking(QObject):
    """``forget`` when anybody says something else, or the order is another."""

    def __init__(self, everybody: Iterable[Who], words: FoundWords, parent: QObject) -> None:
        """``everybody``: in their order, each time that it is gone through."""
        super().__init__(parent)
        self._everybody = everybody
        self._words = words
        self._found: list[tuple[str, list[tuple[Who, str]]]] = []
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._learn_ahead)

    def forget(self) -> None:
        """Ask everybody anew."""
        self._found.clear()
        self._calm.start()

    def who_say(self, text: str) -> Generator[None, None, list[Who]]:
        """Those in whom each word begins one, in their order; found in steps.

        What was found for each letter is kept: it is there when the letters after it are deleted.
        """
        if not self._found:
            self._learn()
            yield
        text, found = fold(text), self._found
        while found and not text.startswith(found[-1][0]):
            found.pop()
        before, known = found[-1] if found else ("", [])
        if text == before:
            return [who for who, _ in known]
        kept = list[tuple[Who, str]]()
        for first in range(0, len(known), _PIECE):
            kept += found_by(text, known[first : first + _PIECE])
            yield
        if found and found[-1][1] is known:
            found.append((text, kept))
        return [who for who, _ in kept]

    def _learn(self) -> None:
        if not self._found:
            words = self._words()
            self._found.append(("", [(who, words[who[0]]) for who in self._everybody]))

    @Slot()
    def _learn_ahead(self) -> None:
        if self._words.unread:
            self._calm.start()
        else:
            self._learn()
