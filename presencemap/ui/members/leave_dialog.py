"""Leaving the team: what goes and what stays, before it is done."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import LeaveTeam
from presencemap.ui.controls import Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class LeaveDialog(Dialog):
    """Closes when it is done; the program ends by itself then."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Leave {team}?").format(team=team.name), "", parent)
        self._team = team
        for words in (
            self.tr(
                "Colleagues hear of it, and your profile and status disappear at theirs. "
                "The places you added stay, and what they have seen, they keep."
            ),
            self.tr(
                "Your keys and everything of the team are erased from this computer, and Presence "
                "Map closes. To come back you need a new invite."
            ),
        ):
            self.body.addWidget(Label(words, "body", "ink2", wrap=True))
        self.main.setText(self.tr("Leave the team"))
        self.main.set_variant("danger")
        # Enter shall not do what can't be undone.
        self.main.setDefault(False)
        self.main.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.setMinimumWidth(420)

    @Slot()
    def submit(self) -> None:
        """Leave, and close once the node has told it."""
        self.main.setEnabled(False)
        self._team.ask(LeaveTeam(), lambda _: self.accept(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))
