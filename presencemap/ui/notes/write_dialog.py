"""Asks whom to write a note to: any colleague by a few letters. Writes nothing itself."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.ui.controls import Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.notes.whom_field import WhomField
from presencemap.ui.people.roster_model import RosterModel


class WriteDialog(Dialog):
    """`chosen` with the id of a colleague, and closes."""

    chosen = Signal(str)

    def __init__(self, roster: RosterModel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Write to a colleague"), self.tr("Write"), parent)
        self.whom = WhomField(roster)
        label = Label(self.tr("To whom"), "small", "ink2")
        label.setBuddy(self.whom)
        self.body.addWidget(label)
        self.body.addWidget(self.whom)
        self.setMinimumWidth(360)
        self.whom.currentTextChanged.connect(self._learn)
        self._learn()
        self.whom.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Say who was chosen, and close."""
        if self.whom.person:
            self.chosen.emit(self.whom.person)
            self.accept()

    @Slot()
    def _learn(self) -> None:
        self.main.setEnabled(bool(self.whom.person))
