"""The digest above the stream: what happened while I was away, each line with one act.

Owns since when I was away. What is of use, the node finds out.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.post_commands import Follow, ShowDigest
from presencemap.app.views import Json
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
    NewsKind.TOGETHER: ("map-pin", "accent"),
    NewsKind.INTRODUCED: ("user-plus", "think"),
    NewsKind.FOLLOWED: ("life-buoy", "struggle"),
    NewsKind.JOINED: ("handshake", "accent"),
    NewsKind.THANKED: ("smile", "ok"),
    NewsKind.FOLLOWER: ("user-plus", "think"),
    NewsKind.LINK: ("link", "accent"),
}


class DigestCard(QFrame):
    """`post_wanted` with the id of a post to be looked at, `place_wanted` with that of a place.

    `notes_wanted` with the id of who wrote them. `resized`: it wants another height.
    """

    post_wanted = Signal(str)
    place_wanted = Signal(str)
    notes_wanted = Signal(str)
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

    def _take(self, since: int, answer: Json) -> None:
        for row in self._lines:
            row.deleteLater()
        self._lines = [self._row(line) for line in answer["lines"]]
        for row in self._lines:
            self._rows.addWidget(row)
        moment = wording.moment(since, self._team.clock())
        self.since.setText(self.tr("since {moment}").format(moment=moment))
        # Who comes for the first time was nowhere else before.
        self.since.setVisible(self._preferences.stream_seen is not None)
        self.foot.setText(self._ends(answer["others"], answer["waiting"]))
        self.setVisible(bool(self._lines))
        self.resized.emit()

    def _row(self, line: Json) -> QWidget:
        words = self._words(line)
        row = QWidget()
        said = QHBoxLayout(row)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(Glyph(*_ICONS[NewsKind(line["kind"])]))
        said.addWidget(ElidedLabel(words, "body"), 1)
        act = self._act(line)
        act.setAccessibleName(f"{act.text()}: {words}")
        said.addWidget(act, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _act(self, line: Json) -> QuietButton:
        """The one thing to do about it."""
        people = line["people"]
        match NewsKind(line["kind"]):
            case NewsKind.FOLLOWER:
                act = QuietButton(self.tr("Follow back"), small=True)
                act.clicked.connect(partial(self._follow, tuple(people), act))
            case NewsKind.TOGETHER:
                act = QuietButton(self.tr("Show"), small=True)
                act.clicked.connect(lambda: self.place_wanted.emit(line["place"]))
            case NewsKind.INTRODUCED:
                act = QuietButton(self.tr("Open"), small=True)
                act.clicked.connect(lambda: self.notes_wanted.emit(people[0]))
            case _:
                act = QuietButton(self.tr("Look"), small=True)
                act.clicked.connect(lambda: self.post_wanted.emit(line["post"]))
        return act

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

    def _words(self, line: Json) -> str:
        topic, town = line["topic"], line["town"]
        words = {
            NewsKind.ANSWERED: self.tr("{names} replied to you"),
            NewsKind.KNOWN: self.tr("{names} asked something you know about"),
            NewsKind.TOGETHER: self.tr("{names} will be in {place} today, like you")
            if town
            else self.tr("{names} will be at {place} today, like you"),
            NewsKind.INTRODUCED: self.tr("{names} introduced you to {other} on #{topic}")
            if topic
            else self.tr("{names} introduced you to {other}"),
            NewsKind.FOLLOWED: self.tr("{names} asked something on #{topic}"),
            NewsKind.JOINED: self.tr("{names} joined in with you"),
            NewsKind.THANKED: self.tr("{names} thanked you"),
            NewsKind.FOLLOWER: self.tr("{names} started to follow you"),
            NewsKind.LINK: self.tr("{names} shared a link on #{topic}"),
        }[NewsKind(line["kind"])]
        other = self._names([line["other"]]) if line["other"] else ""
        names = self._names(line["people"])
        place = town or wording.site_name(self._team.roster.places, line["place"])
        return words.format(names=names, topic=topic, place=place, other=other)

    def _ends(self, others: int, waiting: int) -> str:
        """There is an end to it."""
        rest = self.tr("%n other post(s) in the stream.", "", others) if others else ""
        waits = self.tr("Nothing needs an answer from you.")
        if waiting:
            waits = self.tr("%n need(s) an answer from you.", "", waiting)
        return f"{rest} {waits}".strip()

    def _follow(self, people: tuple[str, ...], act: QuietButton, _checked: object = None) -> None:
        for person in people:
            self._team.ask(Follow(person))
        act.setEnabled(False)

    @Slot()
    def _caught_up(self) -> None:
        """All of it is seen: folded until there is more."""
        self._preferences.stream_seen = self._team.clock()
        self.hide()
        self.resized.emit()
