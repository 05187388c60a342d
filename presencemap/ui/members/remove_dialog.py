"""Removing a member: what it does and what it doesn't, before it is done."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import RemoveMember
from presencemap.ui.controls import Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class RemoveDialog(Dialog):
    """Closes when it is done; `accept`ed only then."""

    def __init__(self, team: Team, person: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Remove {name} from the team?").format(name=name), "", parent)
        self._team, self._person = team, person
        for words in (
            self.tr(
                "From now on {name} receives nothing new: not from you, and not from anybody whose "
                "computer hears of it, which is at once for everybody who is online."
            ),
            self.tr(
                "Their profile and status disappear, the places they added stay. What they have "
                "seen before, they keep: no program can take that back."
            ),
            self.tr("To come back they need a new invite."),
        ):
            self.body.addWidget(Label(words.format(name=name), "body", "ink2", wrap=True))
        self.main.setText(self.tr("Remove from the team"))
        self.main.set_variant("danger")
        # Enter shall not do what can't be undone.
        self.main.setDefault(False)
        self.main.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.setMinimumWidth(420)

    @Slot()
    def submit(self) -> None:
        """Remove them, and close once the node has done it."""
        self.main.setEnabled(False)
        self._team.ask(RemoveMember(self._person), lambda _: self.accept(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))
