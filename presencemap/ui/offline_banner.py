"""That this computer is off the network, since when, and the way back: under the top bar.

Reads the team; must not know why there is no network.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.availability import Sharing
from presencemap.ui.controls import Button, Glyph, Label, dress
from presencemap.ui.people.wording import moment
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance


class OfflineBanner(QWidget):
    """Shown as long as it holds; `return_wanted` where it was chosen."""

    return_wanted = Signal()

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.title = Label("", "body", "warn")
        dress(self.title, strong=True)
        self.words = Label("", "small", "ink2", wrap=True)
        self.back = Button(self.tr("Back on the network"), small=True)
        self.back.clicked.connect(self.return_wanted)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 14, 7)
        row.setSpacing(12)
        row.addWidget(Glyph("wifi-off", "warn", 18))
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
        team = self._team
        self.setVisible(team.sharing is Sharing.OFF_NETWORK)
        if team.sharing is not Sharing.OFF_NETWORK:
            return
        title = self.tr("Off the network")
        if team.sharing_since is not None:
            since = moment(team.sharing_since, team.clock())
            title = self.tr("Off the network since {time}").format(time=since)
        self.title.setText(title)
        self.words.setText(
            self.tr("The map shows what was known then. Your changes go out when you are back.")
        )
        self.setAccessibleName(f"{title}. {self.words.text()}")
