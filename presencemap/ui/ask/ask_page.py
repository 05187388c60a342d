"""Who knows about ...?: a field, who and what was found, and a question for everyone beside it.

Owns what is asked and what is shown of it. The search itself is the node's, on this computer.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from presencemap.app.knowledge.findings import Findings
from presencemap.ui import assets
from presencemap.ui.ask.everyone import Everyone
from presencemap.ui.ask.jobs_found import JobsFound
from presencemap.ui.ask.links_found import LinksFound
from presencemap.ui.ask.people_found import PeopleFound
from presencemap.ui.ask.said_found import SaidFound
from presencemap.ui.ask.understood import Understood
from presencemap.ui.controls import (
    ENTER,
    Glyph,
    Label,
    PrimaryButton,
    ScrollArea,
    clearable,
    dress,
    growing_down,
    kept_still,
)
from presencemap.ui.filling import Filling
from presencemap.ui.invite_dialog import why_not
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.known import name_of
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

LONGEST: Final = 140
_BESIDE: Final = 840
"""Px from which asking everyone stands beside what was found; below, under it."""
_SIDE: Final = 336
_WIDEST: Final = 880
_CALM_MS: Final = 250
"""Of no news from the team, before rows are made ahead of need."""
_AT_ONCE: Final = 5
"""Widgets that get their looks in a step."""


class AskPage(QWidget):
    """What is wanted for whom carries their id; `follow_wanted`: and whether from now on.

    `thread_wanted` with a post's id; `profile_wanted`: what one is found by; `invite_wanted`: a
    colleague, where there is none.
    """

    person_wanted = Signal(str)
    note_wanted = Signal(str)
    link_wanted = Signal(str)
    introduction_wanted = Signal(str)
    follow_wanted = Signal(str, bool)
    thread_wanted = Signal(str)
    profile_wanted = Signal()
    invite_wanted = Signal()

    def __init__(self, team: Team) -> None:
        super().__init__()
        self._team = team
        self.found = Findings("")
        self._was_alone = False
        opener = ContactOpener(self)
        self.field = _Field()
        self.field.setMaxLength(LONGEST)
        clearable(self.field)
        self.field.setPlaceholderText(self.tr("A subject, a question, a client …"))
        self.field.set_name(self.tr("Who knows about"))
        self.understood = Understood()
        self._filling = Filling(self)
        self._name_of = partial(name_of, team.roster)
        self.people = PeopleFound(team, opener, self._filling)
        self.jobs = JobsFound(team, self._filling)
        self.said = SaidFound(team, opener, self._filling)
        self.links = LinksFound(team, opener)
        self.state = Label("", "body", "ink2", wrap=True)
        self.invite = PrimaryButton(self.tr("Invite a colleague …"), icon="user-plus")
        self.reading = Label(self.tr("Reading what your colleagues said …"), "small", "ink3")
        self.everyone = Everyone(team, self._name_of, self._filling)
        self._ahead = self._each_ahead()
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._make_ahead)
        self._calm.start()
        self.setFocusProxy(self.field)
        self._lay_out()
        self._connect()
        self._show(self.found)

    def seek(self) -> None:
        """Put the caret into the field, over what was asked before."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes here wants to ask; what is known now is shown."""
        super().showEvent(event)
        # What is shown for the first time is painted before it is filled.
        QTimer.singleShot(0, self._search)
        self.seek()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one under the other."""
        super().resizeEvent(event)
        self._share_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground; what is at the right lies on the surface, down to the edge."""
        theme, painter = appearance().theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        if self.width() >= _BESIDE:
            left = self.everyone.mapTo(self, self.everyone.rect().topLeft()).x()
            painter.fillRect(left, 0, self.width() - left, self.height(), theme.colour("surface"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field Down goes to who was found, Enter opens the likeliest."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Down:
                return self.people.focus_first()
            if key in ENTER:
                self.people.open_first()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.understood.chosen.connect(self.field.setText)
        people = self.people
        people.person_wanted.connect(self.person_wanted)
        people.note_wanted.connect(self.note_wanted)
        people.link_wanted.connect(self.link_wanted)
        people.introduction_wanted.connect(self.introduction_wanted)
        people.follow_wanted.connect(self.follow_wanted)
        people.left.connect(self.seek)
        for part in (self.said, self.everyone):
            part.thread_wanted.connect(self.thread_wanted)
        self.everyone.talents_wanted.connect(self.profile_wanted)
        self.invite.clicked.connect(self.invite_wanted)
        self._team.changed.connect(self._learn)
        self._team.posts_changed.connect(self._posts_changed)
        self._team.jobs_changed.connect(self._search)
        self._team.read.connect(self._read_on)
        appearance().changed.connect(self._share_out)

    def _lay_out(self) -> None:
        private = QHBoxLayout()
        private.setSpacing(6)
        private.addWidget(Glyph("lock", "ink3", 14))
        words = self.tr("The search runs on your computer. Nobody sees that you looked.")
        private.addWidget(Label(words, "small", "ink3", wrap=True), 1)
        self._main = QWidget()
        self._main.setMaximumWidth(_WIDEST)
        column = self._column = QVBoxLayout(self._main)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Who knows about …"), "display"))
        column.addWidget(self.field)
        column.addWidget(self.understood)
        column.addWidget(self.reading)
        column.addWidget(self.state)
        column.addWidget(self.invite, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.people)
        column.addWidget(self.jobs)
        column.addWidget(self.said)
        column.addWidget(self.links)
        column.addLayout(private)
        column.addStretch(1)
        self._holder = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._holder)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self._main, 1)
        self._both.addWidget(self.everyone)
        growing_down(self._holder)
        self.area = ScrollArea()
        self.area.verticalScrollBar().rangeChanged.connect(self._fit_bar)
        self._fit_bar(0, 0)
        self.area.setWidget(self._holder)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        beside = self.width() >= _BESIDE
        ways, theme = QBoxLayout.Direction, appearance().theme
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        edge = 28 if beside else 14
        self._column.setContentsMargins(edge, 22 if beside else 14, edge, 18)
        # Else much is laid out and painted anew where an answer gets too long.
        bar = Qt.ScrollBarPolicy
        always, needed = bar.ScrollBarAlwaysOn, bar.ScrollBarAsNeeded
        self.area.setVerticalScrollBarPolicy(always if beside else needed)
        if beside:
            self.everyone.setFixedWidth(theme.px(_SIDE))
        else:
            self.everyone.setMinimumWidth(0)
            self.everyone.setMaximumWidth(16_777_215)

    @Slot(int, int)
    def _fit_bar(self, least: int, most: int) -> None:
        """Where there is nothing to scroll, its place stays and it isn't seen."""
        self.area.verticalScrollBar().setEnabled(most > least)

    @Slot()
    def _search(self) -> None:
        if self.isVisible():
            self._team.search(self.field.text(), self._show, self._failed)
            self.links.seek(self.field.text())

    @Slot(frozenset)
    def _posts_changed(self, posts: frozenset[str]) -> None:
        """What is shown was changed, answered or taken back."""
        if not posts or posts & self.found.posts:
            self._search()

    @Slot(int, int)
    def _read_on(self, left: int, of: int) -> None:
        words = self.tr("Reading what your colleagues said: {read} of {of}")
        read = self.locale().toString(of - left)
        self.reading.setText(words.format(read=read, of=self.locale().toString(of)))
        self.reading.setVisible(left > 0)
        self._search()

    def _show(self, found: Findings) -> None:
        if found.text != self.field.text():
            return
        self.found = found
        with kept_still(self._column, self._both), self._filling.held():
            self.understood.show_findings(found)
            self.people.show_findings(found)
            self._filling.fill(self.everyone.box, self._suggest(found))
            self.everyone.show_asked(found)
            self.jobs.show_findings(found)
            self.said.show_findings(found, self._name_of)
            self._filling.fill(self, self._ahead)
            self._tell(self._state_of(found))
            self.reading.setVisible(found.left > 0)

    def _suggest(self, found: Findings) -> Iterator[None]:
        """To ask everyone for it: a step of its own, since it sets a text."""
        self.everyone.suggest(found.text, found.topics)
        yield

    @Slot()
    def _make_ahead(self) -> None:
        """While nothing happens: what has its looks and its rows by then opens in time."""
        self._filling.fill(self, self._ahead)

    def _each_ahead(self) -> Iterator[None]:
        parts = self.findChildren(QWidget)
        while parts:
            for part in parts[-_AT_ONCE:]:
                part.ensurePolished()
            del parts[-_AT_ONCE:]
            yield
        for found in (self.understood, self.people, self.everyone, self.said):
            for _ in found.make_ahead():
                yield

    def _state_of(self, found: Findings) -> str:
        """What to say where there is nobody to show, "" where there is."""
        if self._alone():
            words = self.tr(
                "You are the first in the team. Who knows what, you see here once others are in it."
            )
            return " ".join(filter(None, (words, why_not(self._team))))
        if not found.text.strip():
            return self.tr(
                "Type a few words. Colleagues are found by what they say they know, solved, "
                "answered, shared and are on now, and by their jobs."
            )
        if found.people or found.jobs or found.said or found.asked:
            return ""
        if found.left:
            return self.tr("Nothing yet; not all is read.")
        return self.tr("Nobody has said anything about that yet. Ask everyone.")

    def _alone(self) -> bool:
        return not any(True for _ in self._team.colleagues())

    @Slot()
    def _learn(self) -> None:
        """The first colleague came, or who may invite was changed."""
        if self._calm.isActive():
            self._calm.start()
        if self._was_alone or self._alone():
            self._tell(self._state_of(self.found))

    def _failed(self, error: Exception) -> None:
        self._tell(sentence(error))

    def _tell(self, words: str) -> None:
        self._was_alone = self._alone()
        self.state.setText(words)
        self.state.setVisible(bool(words))
        may = not self._team.removed and not why_not(self._team)
        self.invite.setVisible(self._was_alone and may)


class _Field(QLineEdit):
    """A large field in which Esc takes the words away before anything else."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, search=True)
        self._glass = self.addAction(
            assets.icon("search", appearance().theme.colour("accent")),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        appearance().changed.connect(self._fit)
        self._fit()

    def set_name(self, name: str) -> None:
        """What it is to a screen reader, with the sign in it."""
        self.setAccessibleName(name)
        self._glass.setText(name)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        theme = appearance().theme
        self._glass.setIcon(assets.icon("search", theme.colour("accent")))
        size = theme.font("title").pixelSize()
        high = theme.px(42)
        self.setStyleSheet(
            f"QLineEdit {{ font-size: {size}px; min-height: {high}px; }}"
            f"QLineEdit:focus {{ min-height: {high - 2}px; }}"
        )
