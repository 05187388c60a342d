"""Whom to write to, or to introduce somebody to: any colleague by a few letters, the best on top.

Owns the names it offers, and whom a few letters mean. Who fits, and why, it is told.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QComboBox, QCompleter

from presencemap.ui.controls import ElidedLine, SuggestionList
from presencemap.ui.people.roster_model import RosterModel

_SHOWN: Final = 8


class WhomField(QComboBox):
    """Everybody of the roster but me and ``without``."""

    def __init__(self, roster: RosterModel, without: str = "") -> None:
        super().__init__()
        cards = (c for c in roster.cards() if not c.me and c.person.id != without)
        names = ((card.person.name.casefold(), card.person.id, card.person.name) for card in cards)
        self._names = {person: name for _, person, name in sorted(names)}
        self._people: list[str] = []
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setLineEdit(line := ElidedLine())
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_SHOWN)
        # Else it measures thousands of names.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(self.tr("To whom"))
        completer = QCompleter(self._rows, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_SHOWN)
        completer.setPopup(SuggestionList(completer))
        self.setCompleter(completer)
        line.setPlaceholderText(self.tr("Name of a colleague"))
        line.returnPressed.connect(self._entered)
        line.editingFinished.connect(self._left)
        # Once the list has put what was picked into the line.
        self.activated.connect(self._stand, Qt.ConnectionType.QueuedConnection)
        self.show_best(())

    @property
    def person(self) -> str:
        """The id of who stands in the field, "" for nobody."""
        row, text = self.currentIndex(), self.currentText()
        if row < 0 or self.itemText(row) != text:
            row = self.findText(text, Qt.MatchFlag.MatchFixedString)
        return self._people[row] if row >= 0 else ""

    @property
    def people(self) -> list[str]:
        """The ids of all rows."""
        return list(self._people)

    def choose(self, person: str) -> None:
        """This one, by id."""
        self._stand(self._people.index(person) if person in self._people else -1)

    def show_best(self, best: Sequence[tuple[str, str]]) -> None:
        """These on top, each an id and why; what stands in the field stays."""
        person, text = self.person, self.currentText()
        reasons = {each: why for each, why in best if each in self._names}
        rest = [each for each in self._names if each not in reasons]
        self._people = [*reasons, *rest]
        named = [f"{self._names[each]} · {why}" for each, why in reasons.items()]
        self.blockSignals(True)
        self._rows.setStringList([*named, *(self._names[each] for each in rest)])
        self.setCurrentIndex(-1)
        self.blockSignals(False)
        if person:
            self.choose(person)
        else:
            self.setEditText(text)

    @Slot(int)
    def _stand(self, row: int) -> None:
        """In the field; of what is too long the name is seen, which stands before why."""
        self.setCurrentIndex(row)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    @Slot()
    def _entered(self) -> None:
        """Enter takes the one on top of those whom the letters fit."""
        self._take(most=len(self._people))

    @Slot()
    def _left(self) -> None:
        """Who goes on to the next field means the only one whom the letters fit."""
        self._take(most=1)

    def _take(self, most: int) -> None:
        finder, typed = self.completer(), self.currentText().strip()
        if finder is None or self.person or not typed:
            return
        finder.setCompletionPrefix(typed)
        if 0 < finder.completionCount() <= most:
            self._stand(self.findText(finder.currentCompletion()))
