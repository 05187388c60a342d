"""How precisely my places are shared, as words and as a menu.

Owns the words for each precision. What is chosen, the node decides.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from presencemap.domain.precision import Precision
from presencemap.ui.team import Team

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PrecisionWords:
    """How a precision reads: as one of four choices, and what colleagues see by it."""

    entry: str
    means: str


def precision_words(precision: Precision) -> PrecisionWords:
    """The words for a precision."""
    match precision:
        case Precision.ROOM:
            return PrecisionWords(
                translate("Precision", "Room"),
                translate(
                    "Precision", "Colleagues see the place that you pick, to the room or desk"
                ),
            )
        case Precision.SITE:
            return PrecisionWords(
                translate("Precision", "Site"),
                translate("Precision", "Colleagues see the office or client, no room or desk"),
            )
        case Precision.TOWN:
            return PrecisionWords(
                translate("Precision", "Town"),
                translate("Precision", "Colleagues see the town, not where in it"),
            )
        case Precision.HIDDEN:
            return PrecisionWords(
                translate("Precision", "Hidden"),
                translate("Precision", "Colleagues see no place, whatever you pick"),
            )


class PrecisionMenu(QMenu):
    """The four of them, mine ticked; `chosen` carries one."""

    chosen = Signal(object)

    def __init__(self, title: str, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._team = team
        self.setToolTipsVisible(True)
        self._entries: dict[Precision, QAction] = {}
        group = QActionGroup(self)
        for precision in Precision:
            words = precision_words(precision)
            action = QAction(words.entry, self)
            action.setToolTip(words.means)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, chosen=precision: self._triggered(chosen))
            self.addAction(action)
            self._entries[precision] = action
        team.changed.connect(self._learn)
        self._learn()

    def _triggered(self, precision: Precision) -> None:
        # The tick moved already; whether it holds, the node says.
        self._learn()
        self.chosen.emit(precision)

    @Slot()
    def _learn(self) -> None:
        self._entries[self._team.precision].setChecked(True)
