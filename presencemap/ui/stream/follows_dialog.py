"""Whom and what I follow, who follows me, and whom I might follow, with the reason.

Owns nothing: each click asks the node, and the rows follow what it tells.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from presencemap.domain.following import Reason, Suggestion, suggested
from presencemap.domain.text import fold
from presencemap.ui.controls import Button, ElidedLabel, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.stream.following import Following
from presencemap.ui.team import Team


class Row(NamedTuple):
    """One line: who or what, a word about it, and the act, if there is one."""

    name: str
    about: str = ""
    act: str = ""
    do: Callable[[], None] = lambda: None


class FollowsDialog(Dialog):
    """Four lists; empty ones say what would be in them."""

    def __init__(self, team: Team, following: Following, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Following"), "", parent)
        self._team, self._following = team, following
        self.main.setText(self.tr("Close"))
        self.cancel.hide()
        self.rows: list[tuple[str, str, Button | None]] = []
        """Name, what is said of it, and its button, as they are shown."""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setMinimumHeight(380)
        self.body.addWidget(self._scroll)
        self.setMinimumWidth(460)
        following.changed.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.rows = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for title, rows, empty in (
            (self.tr("You follow"), self._mine(), self.tr("Nobody yet: so you see everybody.")),
            (self.tr("Follow you"), self._followers(), self.tr("Nobody yet.")),
            (self.tr("You might follow"), self._suggested(), self.tr("Nobody comes to mind.")),
        ):
            column.addWidget(Label(title, "small", "ink2"))
            for row in rows:
                column.addWidget(self._shown(row))
            if not rows:
                column.addWidget(Label(empty, "body", "ink3"))
            column.addSpacing(8)
        column.addStretch(1)
        self._scroll.setWidget(content)

    def _shown(self, row: Row) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(row.name, "strong"))
        if row.about:
            words.addWidget(ElidedLabel(row.about, "small", "ink2"))
        line.addLayout(words, 1)
        button = Button(row.act, small=True) if row.act else None
        if button is not None:
            button.setAccessibleName(f"{row.act}: {row.name}")
            button.clicked.connect(partial(self._do, row))
            line.addWidget(button)
        self.rows.append((row.name, row.about, button))
        return made

    def _do(self, row: Row, _checked: object = None) -> None:
        row.do()

    def _mine(self) -> list[Row]:
        known, no = self._following, self.tr("Unfollow")
        people = [
            Row(self._name(person), "", no, partial(known.follow, person, on=False))
            for person in known.people
        ]
        topics = [
            Row(f"#{topic}", "", no, partial(known.follow_topic, topic, on=False))
            for topic in known.topics
        ]
        return [*topics, *sorted(people, key=lambda row: fold(row.name))]

    def _followers(self) -> list[Row]:
        both = self.tr("You follow each other")
        return [
            Row(self._name(person), both)
            if person in self._following.people
            else self._to_follow(person, "", self.tr("Follow back"))
            for person in self._following.followers
        ]

    def _suggested(self) -> list[Row]:
        me = self._team.me
        if me is None:
            return []
        known = self._following
        others = [c for c in self._team.colleagues() if c.person.id not in known.followers]
        found = suggested(me, others, frozenset(known.topics), self._team.clock())
        return [self._to_follow(each.person, self._why(each), self.tr("Follow")) for each in found]

    def _why(self, suggestion: Suggestion) -> str:
        if suggestion.reason is Reason.ON_TOPIC:
            return self.tr("Is on #{topic}, as you are").format(topic=suggestion.about)
        return self.tr("Knows about {talent}, as you do").format(talent=suggestion.about)

    def _to_follow(self, person: str, about: str, act: str) -> Row:
        return Row(self._name(person), about, act, partial(self._following.follow, person, on=True))

    def _name(self, person: str) -> str:
        card = self._team.roster.card(person)
        return card.person.name if card is not None else person[:12]
