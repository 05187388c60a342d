"""Why nothing goes out or comes in any more, since when, what waits, and the way back.

Reads the team; must not know how the network is left, or lost.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.availability import Sharing
from presencemap.ui.controls import Button, Glyph, Label, dress
from presencemap.ui.people.wording import moment
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance


def no_network(team: Team) -> str:
    """That this machine has no network, and since when, if that is known; "" where it has one."""
    if team.connected:
        return ""
    if team.connected_since is None:
        return QCoreApplication.translate("OfflineBanner", "No network")
    words = QCoreApplication.translate("OfflineBanner", "No network since {time}")
    return words.format(time=moment(team.connected_since, team.clock()))


@dataclass(frozen=True, slots=True)
class _State:
    icon: str
    title: str
    words: str
    back: str
    waiting: str = ""


class OfflineBanner(QWidget):
    """Shown as long as it holds; `return_wanted` where it was chosen, `anew_wanted` where for good.

    `back` is the button for either.
    """

    return_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.title = Label("", "body", "warn", wrap=True)
        dress(self.title, strong=True)
        self.words = Label("", "small", "ink2", wrap=True)
        self.back = Button("", small=True)
        self.back.clicked.connect(self._back)
        self._glyph = Glyph("wifi-off", "warn", 18)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.words)
        self.waiting = Label("", "small", "ink")
        self._queue = QWidget()
        queue = QHBoxLayout(self._queue)
        queue.setContentsMargins(0, 3, 0, 0)
        queue.setSpacing(6)
        queue.addWidget(Glyph("send", "ink2", 14))
        queue.addWidget(self.waiting, 1)
        column.addWidget(self._queue)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 14, 7)
        row.setSpacing(12)
        row.addWidget(self._glyph)
        row.addLayout(column, 1)
        row.addWidget(self.back)
        team.changed.connect(self._learn)
        appearance().changed.connect(self.update)
        self._learn()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The soft warning ground."""
        QPainter(self).fillRect(self.rect(), appearance().theme.colour("warnSoft"))

    @Slot()
    def _learn(self) -> None:
        state = self._state()
        self.setVisible(state is not None)
        if state is None:
            return
        self._glyph.become(state.icon, "warn")
        self.title.setText(state.title)
        self.words.setText(state.words)
        self.back.setText(state.back)
        self.back.setVisible(bool(state.back))
        self.waiting.setText(state.waiting)
        self._queue.setVisible(bool(state.waiting))
        told = f"{state.title}. {state.words}"
        self.setAccessibleName(f"{told} {state.waiting}." if state.waiting else told)

    def _state(self) -> _State | None:
        """What holds; what holds for good goes before what ends."""
        team = self._team
        if team.removed:
            return _State(
                "log-out",
                self.tr("You were removed from {team}").format(team=team.name),
                self.tr(
                    "Nobody tells you anything new, and nothing of yours is shared. The map shows "
                    "what was known then. Ask a colleague why."
                ),
                self.tr("Start anew …"),
            )
        if team.sharing is Sharing.PAUSED:
            return _State("pause", self._since(), self._taken_back(), self.tr("Resume"))
        words = self.tr("The map shows what was known then. Your changes go out when you are back.")
        if team.sharing is not Sharing.OFF_NETWORK:
            none = no_network(team)
            return _State("wifi-off", none, words, "", self._waiting()) if none else None
        back = self.tr("Back on the network")
        return _State("wifi-off", self._since(), words, back, self._waiting())

    def _waiting(self) -> str:
        """How much of mine goes out then; "" for nothing."""
        of = self._team.waiting
        counts = (
            self.tr("%n status(es)", "", of.statuses) if of.statuses else "",
            self.tr("%n post(s)", "", of.posts) if of.posts else "",
            self.tr("%n note(s)", "", of.notes) if of.notes else "",
        )
        listed = QLocale().createSeparatedList([each for each in counts if each])
        return self.tr("{what} waiting").format(what=listed) if listed else ""

    def _since(self) -> str:
        """What was chosen, and when, where this app was there."""
        team, paused = self._team, self._team.sharing is Sharing.PAUSED
        if team.sharing_since is None:
            return self.tr("Sharing is paused") if paused else self.tr("Off the network")
        words = self.tr("Off the network since {time}")
        if paused:
            words = self.tr("Sharing is paused since {time}")
        return words.format(time=moment(team.sharing_since, team.clock()))

    def _taken_back(self) -> str:
        """What a key or a click did at once, and what resuming doesn't undo."""
        return self.tr(
            "Your place, activity and coming days were taken back: say them anew when you resume. "
            "Colleagues see you offline; you still see what they share."
        )

    @Slot()
    def _back(self) -> None:
        (self.anew_wanted if self._team.removed else self.return_wanted).emit()
