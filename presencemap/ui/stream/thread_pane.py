"""A thread beside the stream: what it is about, all that was said on it, and my reply.

Owns which thread is open, and what is typed for each until it is sent.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.post_commands import SayPost, ShowThread
from presencemap.app.views import Json
from presencemap.domain.post import PostKind
from presencemap.ui.controls import ElidedLabel, IconButton, Label
from presencemap.ui.sentences import sentence
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.post_list import PostList
from presencemap.ui.stream.say_box import SayBox
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_GATHERED: Final = 150


class ThreadPane(QWidget):
    """`open(post)` shows the thread it is in; `closed` by its button."""

    closed = Signal()

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.root = ""
        """The post that the thread is about, "" while none is open."""
        self._to = ""
        self._posts: list[PostFacts] = []
        self._drafts: dict[str, str] = {}
        self.title = Label(self.tr("Thread"), "title")
        self.who = ElidedLabel("", "small", "ink2")
        self.close_button = IconButton("x", self.tr("Close the thread (Esc)"))
        self.list = PostList(team, small=True)
        self.list.setAccessibleName(self.tr("Thread, the last reply below"))
        self.say = SayBox(self.tr("Reply, a link is enough"), self.tr("Reply"))
        self.message = Label("", "small", "danger", wrap=True)
        self.message.hide()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHERED)
        self._timer.timeout.connect(self._ask)
        self.close_button.clicked.connect(self.close_thread)
        self.say.wanted.connect(self._send)
        team.posts_changed.connect(self._posts_changed)

    @property
    def posts(self) -> list[PostFacts]:
        """What the thread has, the first one being what it is about."""
        return self._posts

    def open(self, post: PostFacts, *, reply: bool = False) -> None:
        """Show the thread that a post is in; with `reply` the caret is in its box."""
        self._keep_draft()
        self._to = self.root = post.id
        self._posts = [post]
        self.say.set_text(self._drafts.get(post.id, ""))
        self._tell("")
        self._show()
        self._ask()
        if reply:
            self.say.setFocus()

    def shows(self, post: str) -> bool:
        """Whether a post of this id is in the thread that is open."""
        return any(each.id == post for each in self._posts)

    @Slot()
    def close_thread(self) -> None:
        """No thread any more; what was typed stays for the next time."""
        self._keep_draft()
        self.root = self._to = ""
        self._posts = []
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface, with a line towards the stream."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("border"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 10, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.who, 1)
        head.addWidget(self.close_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(6)
        foot.addWidget(self.message)
        foot.addWidget(self.say)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 0, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _keep_draft(self) -> None:
        if self._to:
            self._drafts[self._to] = self.say.box.text

    def _show(self) -> None:
        others = (post.name.split(" ", 1)[0] for post in self._posts if not post.me)
        names = list(dict.fromkeys(others))
        words = ""
        if len(names) > 1:
            words = self.tr("with {name} and %n other(s)", "", len(names) - 1)
        elif names:
            words = self.tr("with {name}")
        self.who.setText(words.format(name=names[0]) if names else "")
        self.list.set_rows(self._posts)

    @Slot(frozenset)
    def _posts_changed(self, posts: frozenset[str]) -> None:
        mine = {post.id for post in self._posts}
        if self.root and (not posts or posts & mine) and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        if self.root:
            asked = partial(self._take, self._to)
            self._team.ask(ShowThread(self._to), asked, self._failed)

    def _take(self, asked: str, views: list[Json]) -> None:
        if asked != self._to:
            return
        posts = [PostFacts.read(view) for view in views]
        if posts == self._posts:
            return
        grew = 1 < len(self._posts) < len(posts)
        self._posts, self.root = posts, posts[0].id
        self._show()
        if grew:
            self.list.show_end()

    @Slot()
    def _send(self) -> None:
        self.say.send.setEnabled(False)
        typed, to = self.say.box.text, self._to
        said = self.say
        of = self.root or to
        command = SayPost(PostKind.REPLY, said.text, said.links, of, said.titles)
        self._team.ask(command, partial(self._sent, to, typed), self._failed)

    def _sent(self, to: str, typed: str, _post: str) -> None:
        self._drafts.pop(to, None)
        if to == self._to and self.say.box.text == typed:
            self.say.set_text("")
        self._tell("")
        self._ask()

    def _failed(self, error: Exception) -> None:
        self._tell(sentence(error))
        self.say.send.setEnabled(bool(self.say.box.text))

    def _tell(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
