"""Leaving the team, or what is left of it after a removal: what goes and what stays."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import LeaveTeam
from presencemap.ui.controls import Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class LeaveDialog(Dialog):
    """Closes when it is done; what comes then is for the session to show."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        title = self.tr("Start anew?") if team.removed else self.tr("Leave {team}?")
        super().__init__(title.format(team=team.name), "", parent)
        self._team = team
        for words in self._removed() if team.removed else self._leaving():
            self.body.addWidget(Label(words.format(team=team.name), "body", "ink2", wrap=True))
        act = self.tr("Erase and start anew") if team.removed else self.tr("Leave the team")
        self.main.setText(act)
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

    def _leaving(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Colleagues hear of it, and your profile and status disappear at theirs. "
                "The places you added stay, and what they have seen, they keep."
            ),
            self.tr(
                "Your keys and everything of the team are erased from this computer. "
                "To come back you need a new invite."
            ),
        )

    def _removed(self) -> tuple[str, ...]:
        return (
            self.tr(
                "What you still see of {team}, and your keys, are erased from this computer. "
                "Then you can join a team with an invite, or start one."
            ),
        )

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))
