"""The bar at the bottom: who is live, and what the whole team sees of me until when."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from presencemap.domain.roster import MINUTE
from presencemap.ui.controls import ElidedLabel, Glyph, Label
from presencemap.ui.people.wording import ago
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.visibility import nobody_sees, seen_by_team

_SECOND = 1000


class StatusBar(QWidget):
    """Reads the team; the age of the last update runs by itself while the bar is seen."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.live = Label("", "micro", "ink3")
        self.known = Label("", "micro", "ink3")
        self.updated = Label("", "micro", "ink3")
        self.seen = ElidedLabel("", "micro", "ink2")
        self.seen.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._eye = Glyph("eye", "ink3", 13)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(6)
        row.addWidget(Glyph("radio", "ink3", 13))
        row.addWidget(self.live)
        row.addSpacing(12)
        row.addWidget(self.known)
        row.addSpacing(12)
        row.addWidget(self.updated)
        row.addStretch(1)
        row.addSpacing(12)
        row.addWidget(self._eye)
        row.addWidget(self.seen)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._age)
        team.changed.connect(self._learn)
        appearance().changed.connect(self._fit)
        self._fit()
        self._learn()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, with the separator above."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))

    @Slot()
    def _learn(self) -> None:
        team = self._team
        self.live.setText(self.tr("%n live", "", team.live()))
        known = team.last_known()
        self.known.setText(self.tr("%n last known", "", known))
        self.known.setVisible(known > 0)
        seen = seen_by_team(team.my_status, team.clock()) if team.running else nobody_sees()
        self.seen.setText(seen)
        self._eye.become("eye" if team.running else "wifi-off", "ink3")
        self._age()

    @Slot()
    def _age(self) -> None:
        updated = self._team.updated
        if updated is None:
            self.updated.setText(self.tr("No update yet"))
            return
        age = max(0, self._team.clock() - updated)
        if age < MINUTE:
            words = self.tr("Last update %n s ago", "", age // _SECOND)
        else:
            words = self.tr("Last update {ago}").format(ago=ago(age))
        self.updated.setText(words)
        # Every second while seconds are shown, every half minute after.
        self._tick.start(_SECOND if age < MINUTE else MINUTE // 2)

    @Slot()
    def _fit(self) -> None:
        theme = appearance().theme
        self.setFixedHeight(max(theme.size("statusbar"), theme.px(theme.size("statusbar"))))
        self.update()
