"""Saying something new in the stream: a question or what I am on, with links.

Owns what is typed until it is shared; tells beforehand who follows its topics. Nothing of it leaves
here before.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from presencemap.app.post_commands import SayPost
from presencemap.domain.availability import Sharing
from presencemap.domain.post import PostKind
from presencemap.ui.controls import Chip, Label, dress
from presencemap.ui.reach import ReachLine
from presencemap.ui.sentences import sentence
from presencemap.ui.stream.say_box import SayBox
from presencemap.ui.team import Team


class PostForm(QFrame):
    """`resized`: it wants another height."""

    resized = Signal()

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        dress(self, surface="card")
        self.ask = Chip(self.tr("Ask"), icon="life-buoy")
        self.share = Chip(self.tr("Share"), icon="newspaper")
        self.say = SayBox(self.tr("What would you ask or share?"), self.tr("Post"))
        self.say.box.set_lines(2)
        self.audience = ReachLine(team)
        self.audience.resized.connect(self.resized)
        self.message = Label("", "small", "danger", wrap=True)
        self._lay_out()
        self.ask.setChecked(True)
        self.ask.toggled.connect(self._kind_chosen)
        self._kind_chosen()
        self.say.edited.connect(self._learn)
        self.say.wanted.connect(self._post)
        team.changed.connect(self._learn)
        self._learn()

    @property
    def kind(self) -> PostKind:
        """What it is: a link, where it has one and asks nothing."""
        if self.ask.isChecked():
            return PostKind.QUESTION
        return PostKind.LINK if self.say.links else PostKind.ACTIVITY

    def begin(self, text: str = "", *, asks: bool = True) -> None:
        """The caret comes here, with these words if none are typed."""
        (self.ask if asks else self.share).setChecked(True)
        if text and not self.say.box.text:
            self.say.set_text(text)
        self.say.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for chip in (self.ask, self.share):
            group.addButton(chip)
        self.say.put_before(self.ask, self.share)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.say)
        column.addWidget(self.audience)
        column.addWidget(self.message)
        self.message.hide()

    @Slot()
    def _kind_chosen(self) -> None:
        """A question needs words; a link can be shared without."""
        self.say.needs_words = self.ask.isChecked()
        self.say.judge()

    @Slot()
    def _learn(self) -> None:
        """Who will see it, and whether anything can be said now."""
        paused = self._team.sharing is Sharing.PAUSED or self._team.removed
        said = self.tr("Sharing is paused: this can be posted when you share again.")
        if self.say.isEnabled() is paused:
            self.say.setEnabled(not paused)
            self.say.judge()
        self.audience.follow("" if paused else self.say.text, said if paused else "")

    @Slot()
    def _post(self) -> None:
        self.say.send.setEnabled(False)
        typed = self.say.box.text
        said = self.say
        command = SayPost(self.kind, said.text, said.links, titles=said.titles)
        self._team.ask(command, partial(self._posted, typed), self._failed)

    def _posted(self, typed: str, _post: str) -> None:
        if self.say.box.text == typed:
            self.say.set_text("")
        self._tell("")

    def _failed(self, error: Exception) -> None:
        self._tell(sentence(error))
        self.say.send.setEnabled(True)

    def _tell(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.resized.emit()
