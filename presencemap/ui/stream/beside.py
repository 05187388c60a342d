"""The list beside the stream: the people whom I follow, the topics, and whom I might follow.

Owns its chips and which of the three is shown; where it is narrow, and they stand in the stream's
place, the segments over it. The people are the list's own, kept to those.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.text import fold
from presencemap.ui.controls import (
    Button,
    Chip,
    ElidedLabel,
    Face,
    Glyph,
    Label,
    RowButton,
    ScrollArea,
)
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.showing import Show
from presencemap.ui.screen import Screen
from presencemap.ui.stream.follow_rows import FollowRows, Row
from presencemap.ui.stream.following import Following
from presencemap.ui.stream.segments import Segments, Tab
from presencemap.ui.team import Team

_FACE = 36


class Beside(QObject):
    """`person_wanted` with an id, `topic_wanted` with a topic, without its sign.

    `aside_wanted`: whether the list is wanted in the stream's place, where it is narrow.
    """

    person_wanted = Signal(str)
    topic_wanted = Signal(str)
    aside_wanted = Signal(bool)

    def __init__(self, team: Team, following: Following, people: PeoplePanel) -> None:
        super().__init__(people)
        self._team, self._following, self._people = team, following, people
        self._found = FollowRows(team, following)
        self._before: Show | None = None
        self._rows: list[Row] = []
        self.bar = QWidget()
        self.chips: dict[Tab, Chip] = {}
        group = QButtonGroup(self.bar)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        names = {
            Tab.PEOPLE: self.tr("People"),
            Tab.TOPICS: self.tr("Topics"),
            Tab.SUGGESTED: self.tr("Suggested"),
        }
        self.segments = Segments(names)
        for tab, words in names.items():
            chip = self.chips[tab] = Chip(words)
            group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        self.chips[Tab.PEOPLE].setChecked(True)
        self.page = ScrollArea()
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        group.buttonClicked.connect(self._show_tab)
        self.segments.chosen.connect(self._choose)
        following.changed.connect(self._learn)
        people.field.textChanged.connect(self._learn)

    @property
    def tab(self) -> Tab:
        """What is chosen."""
        return next(tab for tab, chip in self.chips.items() if chip.isChecked())

    @Slot(Screen)
    def stand(self, screen: Screen) -> None:
        """Be there beside the stream; beside all else the list is as it was."""
        people = self._people.people
        if screen is Screen.STREAM and self._before is None:
            self._before = people.show_only
            self._people.lend(self.bar, self.tr("Following"))
            people.set_show(Show.FOLLOWING)
            if self._following.nobody:
                self.chips[Tab.SUGGESTED].setChecked(True)
            self._show_tab()
        elif screen is not Screen.STREAM and self._before is not None:
            before, self._before = self._before, None
            self._people.lend(None)
            if people.show_only is Show.FOLLOWING:
                people.set_show(before)

    @Slot(bool)
    def stand_aside(self, aside: bool) -> None:  # noqa: FBT001 - a slot
        """Whether it is in the stream's place now: then the segments say what it shows."""
        self.bar.setVisible(not aside and self._before is not None)
        if not aside:
            self.segments.show_posts()

    @Slot(object)
    def _choose(self, tab: Tab | None) -> None:
        if tab is not None:
            self.chips[tab].setChecked(True)
            self._show_tab()
        self.aside_wanted.emit(tab is not None)

    @Slot()
    def _show_tab(self) -> None:
        """Filled anew also where it was shown already: who is on what changes."""
        if self.tab is Tab.PEOPLE:
            self._people.show_instead(None)
            return
        topics = self.tab is Tab.TOPICS
        rows = self._found.topics() if topics else self._found.suggested()
        self._fill(rows, [row for row in rows if self._matches(row)])

    @Slot()
    def _learn(self) -> None:
        if self._before is not None and self.tab is not Tab.PEOPLE:
            self._show_tab()

    def _matches(self, row: Row) -> bool:
        """Whether the words of the filter stand in it, or in what was joined with its topic."""
        also = self._team.roster.names.joined(row.topic) if row.topic else ()
        said = fold(" ".join((row.name, row.about, *also)))
        return all(word in said for word in fold(self._people.field.text()).split())

    def _fill(self, every: Sequence[Row], rows: Sequence[Row]) -> None:
        """The same again keeps the place one has scrolled to, and the keyboard."""
        told = [(row.name, row.about) for row in rows]
        if not rows or told != [(row.name, row.about) for row in self._rows]:
            self._rows = [*rows]
            inner = QWidget()
            column = QVBoxLayout(inner)
            column.setContentsMargins(0, 6, 0, 12)
            column.setSpacing(0)
            for each in rows:
                column.addWidget(self._shown(each))
            if not rows:
                column.addWidget(self._nothing(filtered=bool(every)))
            column.addStretch(1)
            self.page.setWidget(inner)
        title = self.tr("You might follow") if self.tab is Tab.SUGGESTED else ""
        self._people.show_instead(self.page, len(rows), title)

    def _shown(self, told: Row) -> RowButton:
        made = RowButton(", ".join(filter(None, [told.name, told.about])))
        facts = self._team.roster.facts(told.person) if told.person else None
        if facts is not None:
            face = Face(_FACE)
            face.show_person(
                facts.id, facts.name, facts.initials, facts.availability, stale=facts.stale
            )
            made.row.addWidget(face)
        elif told.topic:
            made.row.addWidget(Glyph("hash", "accent", 18))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(told.topic or told.name, "strong"))
        if told.about:
            words.addWidget(ElidedLabel(told.about, "small", "ink2"))
        made.row.addLayout(words, 1)
        act = Button(told.act, small=True)
        act.setAccessibleName(f"{told.act}: {told.name}")
        act.clicked.connect(partial(self._do, told))
        made.row.addWidget(act)
        made.clicked.connect(partial(self._open, told))
        return made

    def _nothing(self, *, filtered: bool) -> Label:
        if filtered:
            text = self._people.field.text().strip()
            words = self.tr("Nothing matches “{text}”").format(text=text)
        elif self.tab is Tab.TOPICS:
            words = self.tr("You follow no topic yet. Click one in a post, and follow it there.")
        else:
            words = self.tr("Nobody comes to mind: say what you know about in your profile.")
        made = Label(words, "body", "ink2", wrap=True)
        made.setContentsMargins(14, 12, 14, 0)
        return made

    def _do(self, row: Row, _checked: object = None) -> None:
        row.do()

    def _open(self, row: Row, _checked: object = None) -> None:
        if row.topic:
            self.aside_wanted.emit(False)
            self.topic_wanted.emit(row.topic)
        else:
            self.person_wanted.emit(row.person)
