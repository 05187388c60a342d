"""Saying a post of mine differently, or resharing somebody's with words of my own.

Owns what is typed until it is sent.
"""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from presencemap.app.post_commands import EditPost, SayPost
from presencemap.domain.post import PostKind
from presencemap.ui.controls import Label, TextBox, dress
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.team import Team


class SayDialog(Dialog):
    """Closes once it is said."""

    def __init__(self, team: Team, post: PostFacts, parent: QWidget | None = None) -> None:
        self._team, self._post, self._edits = team, post, post.me
        if self._edits:
            super().__init__(self.tr("Say it differently"), self.tr("Change"), parent)
            asks, hint = self.tr("Your post"), self.tr("Everybody gets the new words")
        else:
            super().__init__(self.tr("Reshare"), self.tr("Reshare"), parent)
            asks, hint = self.tr("Your words to it, or none"), self.tr("Its author is named")
            self.body.addWidget(_quoted(post))
        self.box = TextBox(asks=asks, hint=hint)
        self.box.editor.setPlaceholderText(asks)
        self.body.addWidget(self.box)
        self.setMinimumWidth(480)
        self.box.edited.connect(self._learn)
        if self._edits:
            self.box.set_text(post.text)
        self.box.setFocus()
        self._learn()

    @Slot()
    def submit(self) -> None:
        """Say it."""
        self.main.setEnabled(False)
        text, post = self.box.text, self._post.id
        said = SayPost(PostKind.RESHARE, text, reply_to=post)
        self._team.ask(EditPost(post, text) if self._edits else said, self._said, self._failed)

    @Slot()
    def _learn(self) -> None:
        text = self.box.text.strip()
        enough = not self._edits or (bool(text or self._post.links) and text != self._post.text)
        self.main.setEnabled(enough and self.box.ring.left >= 0)

    def _said(self, _answer: object) -> None:
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))
        self._learn()


def _quoted(post: PostFacts) -> QFrame:
    """What is reshared, as it will stand below my words."""
    frame = QFrame()
    dress(frame, surface="card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(2)
    name = Label(post.name, "body", "ink2")
    dress(name, strong=True)
    column.addWidget(name)
    column.addWidget(Label(post.text, "body", "ink2", wrap=True))
    return frame
