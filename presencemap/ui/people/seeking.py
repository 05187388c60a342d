"""Who says what is typed into the filter: each letter asks only whom the one before it kept.

Pure: knows no list and no model.
"""

from collections.abc import Iterable, Mapping

from presencemap.domain.roster import found_by
from presencemap.domain.text import fold
from presencemap.ui.people.ranking import Who


class Seeking:
    """``forget`` when anybody says something else, or the order is another."""

    def __init__(self) -> None:
        self._found: list[tuple[str, list[tuple[Who, str]]]] = []

    @property
    def fresh(self) -> bool:
        """Whether nobody was asked since all was forgotten."""
        return not self._found

    def forget(self) -> None:
        """Ask everybody anew."""
        self._found.clear()

    def begin(self, everybody: Iterable[Who], words: Mapping[str, str]) -> None:
        """Learn what each is found by, in their order."""
        self._found = [("", [(who, words[who[0]]) for who in everybody])]

    def who_say(self, text: str) -> list[Who]:
        """Those in whom each word begins one, in their order.

        What was found for each letter is kept: it is there when the letters after it are deleted.
        """
        text, found = fold(text), self._found
        while not text.startswith(found[-1][0]):
            found.pop()
        if text != found[-1][0]:
            found.append((text, found_by(text, found[-1][1])))
        return [who for who, _ in found[-1][1]]
