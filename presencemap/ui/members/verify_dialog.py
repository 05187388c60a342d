"""Verifying a person: eight words that both read to each other, by a way that nobody can fake."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import ShowWords, VerifyMember
from presencemap.app.views import Json
from presencemap.ui.controls import Button, FlowLayout, Label, Tag
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class VerifyDialog(Dialog):
    """`words` are there once the node has answered; "They match" verifies and closes."""

    def __init__(self, team: Team, person: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Is this {name}?").format(name=name), "", parent)
        self._team, self._person, self._name = team, person, name
        self.words: tuple[str, ...] = ()
        said = self.tr(
            "Call {name} or walk over, and read these words to each other. {name} finds them under "
            "Members, at your name. The same words on both computers mean that it is {name}."
        )
        self.body.addWidget(Label(said.format(name=name), "body", "ink2", wrap=True))
        self._flow_host = QWidget()
        self._flow = FlowLayout(self._flow_host, 8)
        self.body.addWidget(self._flow_host)
        self.main.setText(self.tr("They match"))
        self.main.set_icon("shield-check")
        self.main.setEnabled(False)
        self.differ = Button(self.tr("They differ"))
        self.differ.setEnabled(False)
        self.differ.clicked.connect(self._differ)
        self.feet.insertWidget(2, self.differ)
        self.cancel.setText(self.tr("Later"))
        self.setMinimumWidth(460)
        team.ask(ShowWords(person), self._came, self._failed)

    @Slot()
    def submit(self) -> None:
        """The words are the same: keep that, and close."""
        self.main.setEnabled(False)
        wanted = VerifyMember(self._person, " ".join(self.words))
        self._team.ask(wanted, lambda _: self.accept(), self._failed)

    def _came(self, answer: Json) -> None:
        self.words = tuple(answer["words"])
        for word in self.words:
            self._flow.addWidget(Tag(word, topic=True))
        self._flow_host.setAccessibleName(" ".join(self.words))
        for button in (self.main, self.differ):
            button.setEnabled(True)
        # The words get their size when they are first shown.
        QTimer.singleShot(0, self, self.settle)

    @Slot()
    def _differ(self) -> None:
        self.main.setEnabled(False)
        self.differ.setEnabled(False)
        words = self.tr(
            "Then this isn't the {name} you spoke to, or one of you misread. Read them once more; "
            "if they still differ, tell whoever invited this person: they can remove them."
        )
        self.tell(words.format(name=self._name))

    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))
