"""What can't be undone: said in words, then done by one button that Enter doesn't press.

Owns how such an act is asked about and sent. Knows none of the acts.
"""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import Command
from presencemap.ui.controls import Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class FinalDialog(Dialog):
    """Closes once the node has done `command`; `accept`ed only then."""

    def __init__(
        self,
        team: Team,
        title: str,
        *,
        words: Iterable[str],
        act: str,
        command: Command,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, act, parent)
        self._team, self._command = team, command
        for each in words:
            self.body.addWidget(Label(each, "body", "ink2", wrap=True))
        self.main.setDefault(False)
        self.main.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.setMinimumWidth(420)

    @Slot()
    def submit(self) -> None:
        """Ask the node for it."""
        self.main.setEnabled(False)
        self._team.ask(self._command, lambda _: self.accept(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))
