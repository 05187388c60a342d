"""The repair box: the one thing to do about the first fault, done here where it can be."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.app.commands import AddPeer
from presencemap.app.doctor import words
from presencemap.app.doctor.findings import Cause, Report
from presencemap.ui.controls import Field, Glyph, Label, PrimaryButton, dress
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

BY_ADDRESS = {Cause.NOBODY_HEARD, Cause.NO_RELAY}

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


class RepairBox(QFrame):
    """Hidden while nothing is wrong; `added` when a colleague's address was taken."""

    added = Signal()

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self._gone = False
        dress(self, surface="warn")
        self.title = Label("", "body", "warn")
        dress(self.title, strong=True)
        self.text = Label("", "body", wrap=True)
        self.address = QLineEdit()
        self.address.setPlaceholderText("10.20.12.41")
        self.address.setMaxLength(280)
        self.field = Field(self.tr("Address of a colleague's computer"), self.address)
        self.add = PrimaryButton(self.tr("Add"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Glyph("triangle-alert", "warn"))
        top.addWidget(self.title, 1)
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(0, 0, 0, 0)
        way.setSpacing(8)
        way.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        way.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.addLayout(top)
        column.addWidget(self.text)
        column.addWidget(self._way)
        self.add.clicked.connect(self._add)
        self.address.returnPressed.connect(self._add)
        self.address.textEdited.connect(self._mend)
        self.hide()

    def tell(self, report: Report) -> None:
        """Show what to do first, or nothing."""
        fault = report.first_fault
        self.setVisible(fault is not None)
        if fault is not None:
            title = words.title(fault.subject, translate)
            self.title.setText(self.tr("To do: {title}").format(title=title))
            self.text.setText(words.repair(fault, report.facts, translate))
            self._way.setVisible(fault.cause in BY_ADDRESS)

    def leave(self) -> None:
        """The window goes; answers still to come find nobody."""
        self._gone = True

    @Slot()
    def _add(self) -> None:
        address = self.address.text().strip()
        if not address:
            self.field.set_error(self.tr("Type an address, like 10.20.12.41 or office-pc."))
            return
        self.add.setEnabled(False)
        self._team.ask(AddPeer(address), self._added, self._failed)

    def _added(self, _answer: object) -> None:
        if not self._gone:
            self.add.setEnabled(True)
            self.address.clear()
            self.added.emit()

    def _failed(self, error: Exception) -> None:
        if not self._gone:
            self.add.setEnabled(True)
            self.field.set_error(sentence(error))

    @Slot()
    def _mend(self) -> None:
        self.field.set_error("")
