"""Inviting a colleague: for how long, with which name to remember it by, and the link to send."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from presencemap.app.commands import CreateInvite
from presencemap.domain.person import MAX_NAME
from presencemap.domain.team import Inviters
from presencemap.ui.controls import Field, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

DAYS = (1, 7, 30)
USUAL = 7


def days_word(days: int) -> str:
    """A number of days."""
    if days == 1:
        return QCoreApplication.translate("InviteDialog", "1 day")
    return QCoreApplication.translate("InviteDialog", "{count} days").format(count=days)


def why_not(team: Team) -> str:
    """Why I can't invite, "" where I can."""
    if team.may_invite:
        return ""
    if team.inviters is Inviters.STEWARDS:
        return QCoreApplication.translate(
            "InviteDialog", "Only stewards invite in this team. Ask one of them."
        )
    return QCoreApplication.translate(
        "InviteDialog",
        "The row of invitations that you came in by is as long or as full as it can be. Have a "
        "steward invite them.",
    )


class InviteDialog(Dialog):
    """The main button makes a link and copies it; then the link is there to copy again."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Invite a colleague"), "", parent)
        self._team = team
        self._link = ""
        words = self.tr(
            "Whoever opens the link joins {team}. Send it only to colleagues, "
            "by a way that you trust."
        )
        self.body.addWidget(Label(words.format(team=team.name), "body", "ink2", wrap=True))
        self.days = QComboBox()
        for days in DAYS:
            self.days.addItem(days_word(days), days)
        self.days.setCurrentIndex(DAYS.index(USUAL))
        self.label = QLineEdit()
        self.label.setMaxLength(MAX_NAME)
        self.label.setPlaceholderText(self.tr("Optional, as “New colleagues in May”"))
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field(self.tr("Works for"), self.days))
        row.addWidget(Field(self.tr("Remember it as"), self.label), 1)
        self.body.addLayout(row)
        self._link_field = Field(self.tr("Invite link"), self.link)
        self._link_field.hide()
        self.body.addWidget(self._link_field)
        self._said = Label("", "small", "ok", wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        self.cancel.setText(self.tr("Close"))
        self.main.setText(self.tr("Copy invite link"))
        self.main.set_icon("link")
        self.days.currentIndexChanged.connect(self._another)
        self.label.textEdited.connect(self._another)
        self.setMinimumWidth(440)

    @Slot()
    def submit(self) -> None:
        """Make the link the first time; copy it each time."""
        if self._link:
            self._copy()
            return
        self.main.setEnabled(False)
        wanted = CreateInvite(days=self.days.currentData(), label=self.label.text().strip())
        self._team.ask(wanted, self._made, self._failed)

    def _made(self, link: str) -> None:
        self._link = link
        self.main.setEnabled(True)
        self.link.setText(link)
        self.link.setCursorPosition(0)
        self._link_field.show()
        self.tell("")
        self._copy()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link)
        days = days_word(self.days.currentData())
        self._said.setText(self.tr("Copied. The link works for {days}.").format(days=days))
        self._said.show()
        self.settle()

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))

    @Slot()
    def _another(self) -> None:
        """Other days or another name: another link."""
        self._link = ""
        self._link_field.hide()
        self._said.hide()
