"""How precisely my places are shared, as words and as a menu.

Owns the words for each precision. What is chosen, the node decides.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.domain.precision import Precision
from presencemap.ui.controls import plain
from presencemap.ui.menus.choice_menu import ChoiceMenu
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


class PrecisionMenu(ChoiceMenu):
    """The four of them, mine ticked; and ``home_wanted``: whether home has a town."""

    home_wanted = Signal()

    def __init__(self, title: str, team: Team, parent: QWidget | None = None) -> None:
        self._team = team
        words = {each: precision_words(each) for each in Precision}
        choices = {each: (said.entry, said.means) for each, said in words.items()}
        super().__init__(title, team, choices, lambda: team.precision, parent)
        self.addSeparator()
        self.home = self.addAction("")
        self.home.triggered.connect(self.home_wanted)
        team.changed.connect(self._learn_home)
        self._learn_home()

    @Slot()
    def _learn_home(self) -> None:
        town = self._team.home.town
        words = self.tr("At home: no town …")
        means = self.tr("Colleagues see that you are at home, no town")
        if town:
            words = self.tr("At home: {town} …").format(town=town)
            means = self.tr("Colleagues see your town while you say that you are at home")
        self.home.setText(plain(words))
        self.home.setToolTip(means)
