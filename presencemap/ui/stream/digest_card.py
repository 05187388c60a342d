"""The digest above the stream: what happened while I was away, each line with one act.

Owns since when I was away. What is of use, the node finds out.
"""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.post_commands import Follow, ShowDigest
from presencemap.domain.digest import NewsKind
from presencemap.ui.controls import Button, ElidedLabel, Glyph, Label, QuietButton, dress
from presencemap.ui.people import wording
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team

_DAY: Final = 86_400_000
_AGAIN: Final = 3_600_000
"""Who looks again within an hour wasn't away."""
_NAMED: Final = 2
_ICONS: Final = {
    NewsKind.ANSWERED: ("reply", "accent"),
    NewsKind.KNOWN: ("life-buoy", "struggle"),
    NewsKind.FOLLOWED: ("life-buoy", "struggle"),
    NewsKind.JOINED: ("handshake", "accent"),
    NewsKind.THANKED: ("smile", "ok"),
    NewsKind.FOLLOWER: ("user-plus", "think"),
    NewsKind.LINK: ("link", "accent"),
}


class DigestCard(QFrame):
    """`post_wanted` with the id of a post to be looked at. `resized`: it wants another height."""

    post_wanted = Signal(str)
    resized = Signal()

    def __init__(self, team: Team, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team, self._preferences = team, preferences
        self._asked: int | None = None
        self._lines: list[QWidget] = []
        dress(self, surface="sunken")
        self.since = Label("", "small", "ink2")
        self.done = Button(self.tr("Caught up"), small=True)
        self.foot = Label("", "small", "ink2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("While you were away"), "title"))
        head.addWidget(self.since)
        head.addStretch(1)
        head.addWidget(self.done)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self.foot)
        self.done.clicked.connect(self._caught_up)
        self.hide()

    @property
    def lines(self) -> list[str]:
        """What is said, line by line."""
        return [row.findChildren(ElidedLabel)[0].text() for row in self._lines]

    @property
    def acts(self) -> list[QuietButton]:
        """The act of each line."""
        return [row.findChildren(QuietButton)[0] for row in self._lines]

    def look(self) -> None:
        """Somebody comes to the stream: after a while away, tell what happened."""
        now = self._team.clock()
        if self._asked is not None and now - self._asked < _AGAIN:
            return
        self._asked = now
        since = self._preferences.stream_seen or now - _DAY
        self._team.ask(ShowDigest(since), partial(self._take, since), self._failed)

    def _failed(self, _error: Exception) -> None:
        """The stream below says it; next time it is asked again."""
        self._asked = None

    def _take(self, since: int, answer: dict[str, Any]) -> None:
        for row in self._lines:
            row.deleteLater()
        self._lines = [self._row(line) for line in answer["lines"]]
        for row in self._lines:
            self._rows.addWidget(row)
        moment = wording.moment(since, self._team.clock())
        self.since.setText(self.tr("since {moment}").format(moment=moment))
        self.foot.setText(self._ends(answer["others"], answer["waiting"]))
        self.setVisible(bool(self._lines))
        self.resized.emit()

    def _row(self, line: dict[str, Any]) -> QWidget:
        kind = NewsKind(line["kind"])
        words = self._words(kind, self._names(line["people"]), line["topic"])
        row = QWidget()
        said = QHBoxLayout(row)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(Glyph(*_ICONS[kind]))
        said.addWidget(ElidedLabel(words, "body"), 1)
        follows = kind is NewsKind.FOLLOWER
        act = QuietButton(self.tr("Follow back") if follows else self.tr("Look"), small=True)
        act.setAccessibleName(f"{act.text()}: {words}")
        if follows:
            act.clicked.connect(partial(self._follow, tuple(line["people"]), row))
        else:
            act.clicked.connect(partial(self._show, line["post"]))
        said.addWidget(act, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _names(self, people: list[str]) -> str:
        """Two of them by name."""
        cards = (self._team.roster.card(person) for person in people)
        names = [wording.first_name(card.person) for card in cards if card is not None]
        if len(people) > _NAMED:
            words = self.tr("{names} and others")
            return words.format(names=", ".join(names[:_NAMED]))
        if len(names) > 1:
            return self.tr("{one} and {other}").format(one=names[0], other=names[1])
        return names[0] if names else self.tr("Somebody")

    def _words(self, kind: NewsKind, names: str, topic: str) -> str:
        words = {
            NewsKind.ANSWERED: self.tr("{names} replied to you"),
            NewsKind.KNOWN: self.tr("{names} asked something you know about"),
            NewsKind.FOLLOWED: self.tr("{names} asked something on #{topic}"),
            NewsKind.JOINED: self.tr("{names} joined in with you"),
            NewsKind.THANKED: self.tr("{names} thanked you"),
            NewsKind.FOLLOWER: self.tr("{names} started to follow you"),
            NewsKind.LINK: self.tr("{names} shared a link on #{topic}"),
        }[kind]
        return words.format(names=names, topic=topic)

    def _ends(self, others: int, waiting: int) -> str:
        """There is an end to it."""
        rest = self.tr("%n other post(s) in the stream.", "", others) if others else ""
        waits = self.tr("Nothing needs an answer from you.")
        if waiting:
            waits = self.tr("%n need(s) an answer from you.", "", waiting)
        return f"{rest} {waits}".strip()

    def _show(self, post: str, _checked: object = None) -> None:
        self.post_wanted.emit(post)

    def _follow(self, people: tuple[str, ...], row: QWidget, _checked: object = None) -> None:
        for person in people:
            self._team.ask(Follow(person))
        row.findChildren(QuietButton)[0].setEnabled(False)

    @Slot()
    def _caught_up(self) -> None:
        """All of it is seen: folded until there is more."""
        self._preferences.stream_seen = self._team.clock()
        self.hide()
        self.resized.emit()
