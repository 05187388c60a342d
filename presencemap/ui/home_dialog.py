"""The town of home: chosen here by its owner alone, none until then."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import SetHome
from presencemap.ui.controls import Field, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.ports import Towns
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.town_field import TownField


class HomeDialog(Dialog):
    """Closes once the node has what was chosen."""

    def __init__(self, team: Team, towns: Towns, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("My town at home"), "", parent)
        self.main.setText(self.tr("Save"))
        self._team = team
        self.town = TownField(towns)
        self.town.setText(team.home.town)
        help_text = self.tr(
            "Empty: no town. Colleagues see that you are at home, and nothing more."
        )
        self._field = Field(self.tr("Town"), self.town, help_text)
        words = self.tr(
            "Home is not on the map. If you name a town, colleagues see you there whenever you say "
            "that you are at home, now or in your coming days: as an area as wide as a town, "
            "never an address. Only you can choose this, and it is kept on this computer."
        )
        self.body.addWidget(Label(words, "body", "ink2", wrap=True))
        self.body.addWidget(self._field)
        self.town.changed.connect(self._mend)
        self.setMinimumWidth(440)

    @Slot()
    def submit(self) -> None:
        """Save, or say what is wrong."""
        if self.town.unknown:
            self._field.set_error(self.town.unknown_sentence())
            self.town.setFocus()
            self.settle()
            return
        self.main.setEnabled(False)
        self._team.ask(SetHome(self.town.text().strip()), lambda _: self.accept(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))

    @Slot()
    def _mend(self) -> None:
        self._field.set_error("")
