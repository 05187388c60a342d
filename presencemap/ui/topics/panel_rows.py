"""The rows of a topic's panel: a question, a person, a link. Each tells what is wanted of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import (
    Button,
    ElidedLabel,
    ElidedText,
    Face,
    FlowLayout,
    Glyph,
    Label,
    PrimaryButton,
    QuietButton,
    RowButton,
    plain_tooltip,
    two_lines,
)
from presencemap.ui.matter import Matter
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.people.card_sections import without_tags
from presencemap.ui.theme import appearance
from presencemap.ui.topics import phrases
from presencemap.ui.topics.about import Faced, SharedLink, Told

_FACE = 36
_SMALL_FACE = 22


class QuestionCard(QWidget):
    """On rose: ``join_wanted`` with the post's id and whether in, ``send_wanted`` the ``Matter``.

    ``thread_wanted`` with the post's id.
    """

    join_wanted = Signal(str, bool)
    send_wanted = Signal(object)
    thread_wanted = Signal(str)

    def __init__(self, faced: Faced, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = faced.question
        self.setAccessibleName(phrases.question_words(question, faced.name))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        column.addWidget(ElidedText(without_tags(question.text), "post"))
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(ElidedLabel(f"{faced.name} · {faced.ago}", "small", "ink2"), 1)
        for facts in faced.joined[:4]:
            face = Face(_SMALL_FACE, "struggleSoft")
            face.show_person(facts.id, facts.name, facts.initials, facts.availability)
            line.addWidget(face)
        column.addLayout(line)
        acts = QWidget()
        row = FlowLayout(acts, spacing=8)
        self.join: Button | None = None
        self.send: Button | None = None
        self.open_it: Button | None = None
        if question.post and not faced.mine:
            make = Button if faced.in_it else PrimaryButton
            words = self.tr("Step out") if faced.in_it else self.tr("Join in")
            self.join = make(words, small=True)
            self.join.clicked.connect(lambda: self.join_wanted.emit(question.post, not faced.in_it))
            row.addWidget(self.join)
        if not faced.mine:
            self.send = Button(self.tr("Send a link"), icon="link", small=True)
            matter = Matter(question.asker, question.text, post=question.post)
            self.send.clicked.connect(lambda: self.send_wanted.emit(matter))
            row.addWidget(self.send)
        if question.post:
            self.open_it = QuietButton(self.tr("Open"), small=True)
            self.open_it.setAccessibleName(
                self.tr("Open the question: {text}").format(text=question.text)
            )
            self.open_it.setToolTip(self.tr("Show it with its answers"))
            self.open_it.clicked.connect(lambda: self.thread_wanted.emit(question.post))
            row.addWidget(self.open_it)
        column.addWidget(acts)
        acts.setVisible(row.count() > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rose ground, with air around."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.high_contrast
        painter.setPen(QPen(theme.colour("struggle"), 2) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("struggleSoft"))
        radius = theme.radius("control")
        painter.drawRoundedRect(self.rect().adjusted(12, 4, -12, -6), radius, radius)


class PersonRow(RowButton):
    """``wanted`` carries the person's id."""

    wanted = Signal(str)

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        facts = told.facts
        line = phrases.knows(told.knows) if told.knows else without_tags(facts.line)
        super().__init__(", ".join(filter(None, [facts.name, facts.place, line])), parent)
        face = Face(_FACE)
        face.show_person(
            facts.id, facts.name, facts.initials, facts.availability, stale=facts.stale
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(facts.name, "strong"), 3)
        place = ElidedLabel(facts.place, "small", "ink3")
        place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(place, 2)
        below = QHBoxLayout()
        below.setSpacing(6)
        if facts.kind is not None and not told.knows:
            below.addWidget(Glyph(kind_icon(facts.kind), kind_token(facts.kind), 14))
        below.addWidget(ElidedLabel(line, "small", "ink2"), 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addLayout(below)
        self.row.addWidget(face)
        self.row.addLayout(words, 1)
        self.clicked.connect(lambda: self.wanted.emit(facts.id))


class LinkRow(RowButton):
    """``wanted`` carries the address."""

    wanted = Signal(str)

    def __init__(self, link: SharedLink, parent: QWidget | None = None) -> None:
        super().__init__(phrases.link_name(link.title, link.meta), parent)
        self.setToolTip(plain_tooltip(link.url))
        self.row.addWidget(Glyph("link", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = ElidedLabel(link.title, "body"), ElidedLabel(link.meta, "small", "ink3")
        self.row.addLayout(two_lines(*words, spacing=2), 1)
        self.clicked.connect(lambda: self.wanted.emit(link.url))


class SectionHeading(QWidget):
    """A word and how many."""

    def __init__(self, words: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 4)
        row.setSpacing(8)
        title = Label(words, "small", "ink2")
        row.addWidget(title)
        row.addWidget(Label(str(count), "small", "ink3"))
        row.addStretch(1)
