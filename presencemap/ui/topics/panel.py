"""A topic or a job beside the map: what is asked, who is on it, who knows about it, links on it.

Owns the panel and its parts. What it shows it is told, and tells what is wanted. Knows no node.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import (
    Button,
    ElidedLabel,
    FlowLayout,
    IconButton,
    Label,
    Line,
    QuietButton,
    ScrollArea,
    plain,
)
from presencemap.ui.jobs.job_tags import JobTags
from presencemap.ui.theme import appearance
from presencemap.ui.topics import phrases
from presencemap.ui.topics.about import About, SharedLink
from presencemap.ui.topics.panel_rows import LinkRow, PersonRow, QuestionCard, SectionHeading
from presencemap.ui.topics.topic_menu import TopicMenu

_PEOPLE: Final = 12
_LINKS: Final = 6


class TopicPanel(QWidget):
    """``closed`` by its owner's hand; what is wanted of persons carries ids, of links addresses.

    ``crew_wanted`` with a job's id, and whether I join it; ``topic_wanted`` and ``job_wanted``: to
    see another one, by its name, or its id. ``thread_wanted`` with a question's post.
    """

    closed = Signal()
    person_wanted = Signal(str)
    everybody_wanted = Signal(str)
    follow_wanted = Signal(str, bool)
    crew_wanted = Signal(str, bool)
    topic_wanted = Signal(str)
    job_wanted = Signal(str)
    where_wanted = Signal(str)
    join_wanted = Signal(str, bool)
    link_wanted = Signal(str)
    send_wanted = Signal(object)
    thread_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: About | None = None
        self.title = ElidedLabel("", "heading")
        self.follow = Button("", small=True)
        self.menu = TopicMenu(lambda: self.topic, self._joined, self)
        self.close_button = IconButton("x", self.tr("Back to the colleagues"))
        self.summary = Label("", "small", "ink2", wrap=True)
        self.where = QuietButton(self.tr("Show where they are"), icon="map-pin", small=True)
        self.where.clicked.connect(lambda: self.where_wanted.emit(self.topic))
        self.follow.clicked.connect(self._follow)
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.menu)
        head.addWidget(self.close_button)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.summary, 1)
        below.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(14, 12, 12, 10)
        top.setSpacing(6)
        top.addLayout(head)
        top.addLayout(below)
        top.addWidget(self.where, 0, Qt.AlignmentFlag.AlignLeft)
        self._area = ScrollArea()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Line())
        column.addWidget(self._area, 1)

    @property
    def topic(self) -> str:
        """The topic that is shown."""
        return self._about.name if self._about is not None else ""

    def show_about(self, about: About) -> None:
        """Show a topic; the same again keeps the place one has scrolled to."""
        if about == self._about:
            return
        same = about.name == self.topic
        at = self._area.verticalScrollBar().value() if same else 0
        self._about = about
        self.title.setText(about.title)
        for part in (self, self._area):
            part.setAccessibleName(phrases.topic_name(about.title))
        if about.job is None:
            self.follow.setText(self.tr("Following") if about.followed else self.tr("Follow"))
        else:
            self.follow.setText(self.tr("Leave") if about.mine else self.tr("Join"))
        self.follow.set_icon("check" if about.followed or about.mine else "plus")
        self.menu.setVisible(about.job is None)
        self.where.setVisible(about.job is None and bool(about.on_it))
        self.summary.setText(phrases.summary(len(about.on_it), about.shared, about.joined))
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 6, 0, 12)
        rows.setSpacing(0)
        self._questions(rows, about)
        self._people(rows, about)
        self._jobs(rows, about)
        self._links(rows, about.links)
        rows.addStretch(1)
        self._area.setWidget(inner)
        self._area.verticalScrollBar().setValue(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """It lies on the surface, as the list does."""
        QPainter(self).fillRect(self.rect(), appearance().theme.colour("surface"))

    def _questions(self, rows: QVBoxLayout, about: About) -> None:
        if not about.questions:
            return
        rows.addWidget(SectionHeading(self.tr("Open questions"), len(about.questions)))
        for question in about.questions:
            card = QuestionCard(question)
            card.join_wanted.connect(self.join_wanted)
            card.send_wanted.connect(self.send_wanted)
            card.thread_wanted.connect(self.thread_wanted)
            rows.addWidget(card)

    def _people(self, rows: QVBoxLayout, about: About) -> None:
        for title, people in (
            (self.tr("On it now"), about.on_it),
            (self.tr("Talent, not on it today"), about.talents),
        ):
            if not people:
                continue
            rows.addWidget(SectionHeading(title, len(people)))
            most = _PEOPLE if about.job is None else len(people)
            for told in people[:most]:
                row = PersonRow(told)
                row.wanted.connect(self.person_wanted)
                rows.addWidget(row)
            if len(people) > most and people is about.on_it:
                words = self.tr("Show all {count} in the list").format(count=len(people))
                everybody = QuietButton(words, small=True)
                everybody.clicked.connect(lambda: self.everybody_wanted.emit(self.topic))
                rows.addWidget(everybody, 0, Qt.AlignmentFlag.AlignLeft)

    def _jobs(self, rows: QVBoxLayout, about: About) -> None:
        """The jobs on a topic, or the topics of a job."""
        if about.jobs:
            rows.addWidget(SectionHeading(self.tr("Jobs"), len(about.jobs)))
            jobs = JobTags()
            jobs.show_jobs(about.jobs)
            jobs.wanted.connect(self.job_wanted)
            rows.addWidget(jobs)
        if about.job is not None and about.job.topics:
            rows.addWidget(SectionHeading(self.tr("Topics"), len(about.job.topics)))
            tags = QWidget()
            flow = FlowLayout(tags, spacing=4)
            for name in about.job.topics:
                tag = QuietButton(plain(f"#{name}"), small=True)
                tag.setAccessibleName(phrases.topic_name(f"#{name}"))
                tag.clicked.connect(lambda _=False, name=name: self.topic_wanted.emit(name))
                flow.addWidget(tag)
            rows.addWidget(tags)

    def _links(self, rows: QVBoxLayout, links: Sequence[SharedLink]) -> None:
        if not links:
            return
        rows.addWidget(SectionHeading(self.tr("Shared links"), len(links)))
        for link in links[:_LINKS]:
            row = LinkRow(link)
            row.wanted.connect(self.link_wanted)
            rows.addWidget(row)

    def _joined(self) -> tuple[str, ...]:
        return self._about.joined if self._about is not None else ()

    @Slot()
    def _follow(self) -> None:
        about = self._about
        if about is not None and about.job is not None:
            self.crew_wanted.emit(about.job.id, not about.mine)
        elif about is not None:
            self.follow_wanted.emit(about.name, not about.followed)
