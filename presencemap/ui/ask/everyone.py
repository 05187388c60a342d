"""Not found? Ask everyone: the words as a question for the team, beside what was asked before.

Owns the question until it is asked; what was asked before, which prevents repeats, it is told.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.knowledge.findings import Asked, Findings
from presencemap.app.knowledge.inquiry import ASKED
from presencemap.app.post_commands import ReactToPost, RetractPost, SayPost
from presencemap.domain.availability import Sharing
from presencemap.domain.links import parted
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean
from presencemap.domain.topic import tag, tags
from presencemap.ui.ask.found_row import AskedRow, NameOf
from presencemap.ui.controls import (
    ENTER,
    Label,
    Line,
    PrimaryButton,
    QuietButton,
    Rows,
    TextBox,
    dress,
)
from presencemap.ui.filling import Filling
from presencemap.ui.reach import ReachLine
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance


class Everyone(QWidget):
    """`talents_wanted`: the person wants to change what they are found by.

    `thread_wanted` with the id of a question that was asked before.
    """

    talents_wanted = Signal()
    thread_wanted = Signal(str)

    def __init__(self, team: Team, name_of: NameOf, filling: Filling) -> None:
        super().__init__()
        self._team, self._name_of = team, name_of
        self._asked_post = ""
        self._suggested = ""
        self._mine = False
        """Whether the question is in the person's own words by now."""
        self._shown: tuple[tuple[Asked, str], ...] = ()
        self.box = TextBox(asks=self.tr("Your question"), without_links=True)
        self.box.editor.installEventFilter(self)
        self.ask = PrimaryButton(self.tr("Ask"))
        self.ask.setToolTip(self.tr("Ask the whole team (Ctrl Enter)"))
        self.message = Label("", "small", "ink2", wrap=True)
        self.take_back = QuietButton(self.tr("Take it back"), small=True)
        self.reach = ReachLine(team, "ink3")
        self._before = Label(self.tr("Asked before"), "body")
        dress(self._before, strong=True)
        self._rows = Rows(self._make, spacing=6)
        self._filling = filling
        self.talents = Label("", "small", "ink2", wrap=True)
        self.change = QuietButton(self.tr("Change"), small=True)
        self.change.setAccessibleName(self.tr("Change your talents"))
        self._lay_out()
        self.ask.clicked.connect(self._ask)
        self.take_back.clicked.connect(self._retract)
        self.change.clicked.connect(self.talents_wanted)
        self.box.edited.connect(self._learn)
        self.box.editor.textChanged.connect(self._typed)
        team.changed.connect(self._learn)
        self._say("")
        self._learn()

    def suggest(self, words: str, topics: tuple[str, ...] = ()) -> None:
        """What was looked for, as a question, while the person hasn't worded one themselves."""
        if self._mine:
            return
        self._suggested = as_question(words, topics)
        self.box.set_text(self._suggested)

    @property
    def rows(self) -> list[AskedRow]:
        """The questions that are shown."""
        return self._rows.shown

    def show_asked(self, found: Findings) -> None:
        """What was asked before about it."""
        shown = tuple((each, self._name_of(each.question.author)) for each in found.asked)
        if shown == self._shown:
            return
        self._shown, now = shown, self._team.clock()
        for part in (self._before, self._before_line):
            part.setVisible(bool(shown))

        def show(row: AskedRow, asked: Asked) -> None:
            row.show_asked(asked, self._me, self._name_of, now)

        self._filling.fill(self, self._rows.fill(found.asked, show))

    def make_ahead(self) -> Iterator[None]:
        """Make the rows that an answer may have, in steps, before there is one."""
        return self._rows.make_ahead(ASKED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl Enter asks; Enter alone does too, since a question is one line."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and Qt.Key(event.key()) in ENTER:  # type: ignore[attr-defined]
            self._ask()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """On the surface, with a line towards what was found."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("border"))

    @property
    def _me(self) -> str:
        return self._team.me.person.id if self._team.me is not None else ""

    def _lay_out(self) -> None:
        title = Label(self.tr("Not found? Ask everyone"), "title")
        what = Label(
            self.tr("It becomes a question for the team until it is solved."),
            "small",
            "ink2",
            wrap=True,
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reach, 1)
        foot.addWidget(self.ask)
        done = QHBoxLayout()
        done.addWidget(self.message, 1)
        done.addWidget(self.take_back)
        own = Label(self.tr("Your own talents"), "body")
        dress(own, strong=True)
        mine = QHBoxLayout()
        mine.addWidget(self.talents, 1)
        mine.addWidget(self.change, 0, Qt.AlignmentFlag.AlignBottom)
        self._before_line = Line()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 24, 8, 18)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(what)
        column.addWidget(self.box)
        column.addLayout(foot)
        column.addLayout(done)
        column.addSpacing(6)
        column.addWidget(self._before_line)
        column.addSpacing(4)
        column.addWidget(self._before)
        column.addWidget(self._rows)
        column.addSpacing(6)
        column.addWidget(Line())
        column.addSpacing(4)
        column.addWidget(own)
        column.addLayout(mine)
        column.addStretch(1)
        for part in (self._before, self._before_line):
            part.hide()

    def _make(self) -> AskedRow:
        row = AskedRow()
        row.join_wanted.connect(self._join)
        row.thread_wanted.connect(self.thread_wanted)
        return row

    @Slot()
    def _typed(self) -> None:
        """In the person's own words, unless it is as it was put there: a look changes, too."""
        text = self.box.text
        self._mine = bool(text.strip()) and text != self._suggested

    @Slot()
    def _learn(self) -> None:
        """Whether it can be asked now, and by what I am found."""
        paused, removed = self._team.sharing is Sharing.PAUSED, self._team.removed
        said = bool(parted(self.box.text)[0]) and self.box.ring.left >= 0
        self.ask.setEnabled(said and not paused and not removed)
        text, words = self.box.text, self.tr("The whole team sees it")
        if paused or removed:
            text = ""
        if removed:
            words = self.tr("You are no longer in the team.")
        elif paused:
            words = self.tr("Sharing is paused: ask when you share again.")
        self.reach.follow(text, words)
        me = self._team.me
        talents = ", ".join(me.person.profile.talents) if me is not None else ""
        found_by = self.tr("Colleagues find you on {talents}.").format(talents=talents)
        none = self.tr("You list none: colleagues find you by what you write.")
        self.talents.setText(found_by if talents else none)

    @Slot()
    def _ask(self) -> None:
        if not self.ask.isEnabled():
            return
        self.ask.setEnabled(False)
        command = SayPost(PostKind.QUESTION, self.box.text)
        self._team.ask(command, self._said, self._failed)

    def _said(self, post: str) -> None:
        self._asked_post = post
        self._mine = False
        self.box.set_text("")
        self._say(self.tr("Asked. Whoever knows can answer."), undo=True)
        self._learn()

    @Slot()
    def _retract(self) -> None:
        command = RetractPost(self._asked_post)
        self._team.ask(command, lambda _: self._say(self.tr("Taken back.")), self._failed)

    @Slot(str)
    def _join(self, post: str) -> None:
        joined = self.tr("You joined in. Answers come to the question.")
        command = ReactToPost(post, ReactionKind.JOIN)
        self._team.ask(command, lambda _: self._say(joined), self._failed)

    def _failed(self, error: Exception) -> None:
        self._say(sentence(error))
        self._learn()

    def _say(self, words: str, *, undo: bool = False) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.take_back.setVisible(undo)


def as_question(words: str, topics: tuple[str, ...] = ()) -> str:
    """The words with a question mark, and the likeliest topic, where that isn't said and fits."""
    text = clean(words)
    if not text:
        return ""
    text = text[0].upper() + text[1:] + ("" if text[-1] in "?!." else "?")
    for topic in topics[:1]:
        longer = f"{text} #{topic}"
        if tag(topic) not in tags(text) and len(longer) <= MAX_TEXT:
            return longer
    return text
