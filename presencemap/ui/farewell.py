"""After leaving a team: that it is done, and what to do now."""

from PySide6.QtWidgets import QWidget

from presencemap.ui.controls import Label
from presencemap.ui.dialog import Dialog


class Farewell(Dialog):
    """`accepted`: on to a team; `rejected`: that was it."""

    def __init__(self, team: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("You have left {team}").format(team=team), "", parent)
        words = self.tr(
            "Your keys and everything of the team are erased from this computer. "
            "What colleagues have seen, they keep."
        )
        self.body.addWidget(Label(words, "body", "ink2", wrap=True))
        self.main.setText(self.tr("Join or start a team"))
        self.cancel.setText(self.tr("Quit"))
        self.setMinimumWidth(420)
