"""What a filter looks through, read before anybody types: the first letter needn't read thousands.

Owns when each person is read, and what was read. Must not know what there is to read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from presencemap.ui.turns import turn


class FoundWords(QObject):
    """``read`` gives the words of a person by id, None for a stranger."""

    def __init__(self, read: Callable[[str], str | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        turn.watch()
        self._read = read
        self._words: dict[str, str] = {}
        self._unread: list[str] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_some)

    def __call__(self) -> Mapping[str, str]:
        """The words of everybody, now."""
        for _ in self.reading():
            pass
        return self._words

    @property
    def unread(self) -> int:
        """How many have yet to be read."""
        return len(self._unread)

    def reading(self) -> Iterator[None]:
        """Read all of them, in steps."""
        while self._unread:
            person = self._unread.pop()
            words = self._read(person)
            if words is not None:
                self._words[person] = words
            yield

    def read(self, people: Iterable[str]) -> None:
        """These say something else, or are new."""
        self._unread += people
        self._soon.start()

    def read_anew(self, people: Iterable[str]) -> None:
        """All that was read is of another time or place."""
        self._words.clear()
        self._unread = list(people)
        self._soon.start()

    def forget(self, person: str) -> None:
        """Who left isn't found."""
        self._words.pop(person, None)

    @Slot()
    def _read_some(self) -> None:
        if turn.is_full:
            self._soon.start()
            return
        over = turn.over(0)
        for _ in self.reading():
            if over():
                break
        if self._unread:
            self._soon.start()
