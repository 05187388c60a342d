"""The bar at the bottom: who is live, what is still coming in, and what the team sees of me."""

from PySide6.QtCore import QLocale, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from presencemap.domain.roster import MINUTE
from presencemap.ui.controls import ElidedLabel, Glyph, Label, QuietButton, dress
from presencemap.ui.menus.sharing_menu import sharing_words, toggle_words, toggled
from presencemap.ui.people.wording import ago
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.visibility import held_back, nobody_sees, seen_by_team

_SECOND = 1000
_NARROW = 600
"""Px below which who is live and who sees me have to do."""


class StatusBar(QWidget):
    """Reads the team; the age of the last update runs by itself while the bar is seen."""

    sharing_chosen = Signal(object)

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self._narrow = False
        self.live = Label("", "micro", "ink3")
        self.known = Label("", "micro", "ink3")
        self.updated = Label("", "micro", "ink3")
        self.progress = Label("", "micro", "accent")
        self.toggle = QuietButton("")
        dress(self.toggle, bar=True)
        self.toggle.clicked.connect(self._toggle)
        self.seen = ElidedLabel("", "micro", "ink2")
        self.seen.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._eye = Glyph("eye", "ink3", 13)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 6, 0)
        row.setSpacing(6)
        row.addWidget(Glyph("radio", "ink3", 13))
        row.addWidget(self.live)
        row.addSpacing(12)
        row.addWidget(self.known)
        row.addSpacing(12)
        row.addWidget(self.updated)
        row.addSpacing(12)
        row.addWidget(self.progress)
        row.addStretch(1)
        row.addSpacing(12)
        row.addWidget(self._eye)
        row.addWidget(self.seen)
        row.addWidget(self.toggle)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._age)
        team.changed.connect(self._learn)
        team.progressed.connect(self._progress)
        appearance().changed.connect(self._fit)
        self._fit()
        self._learn()
        self._progress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, who sees me goes before how many are known and since when."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self._learn()
            self._progress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, with the separator above."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))

    @Slot()
    def _learn(self) -> None:
        team = self._team
        self.live.setText(self.tr("%Ln live", "", team.live()))
        known = team.last_known()
        self.known.setText(self.tr("%Ln last known", "", known))
        self.known.setVisible(known > 0 and not self._narrow)
        held = held_back(team.sharing, removed=team.removed)
        if not (team.running and team.connected) and not held:
            self.seen.setText(nobody_sees())
        else:
            self.seen.setText(held or seen_by_team(team.my_status, team.clock()))
        self.seen.set_tone("warn" if held else "ink2")
        shown = team.running and team.connected and not held
        self._eye.become("eye" if shown else "eye-off", "warn" if held else "ink3")
        self.toggle.setVisible(not team.removed)
        self.toggle.setText(toggle_words(team.sharing))
        words = sharing_words(toggled(team.sharing))
        self.toggle.setToolTip(f"{words.does or words.means} (Ctrl+Shift+P)")
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
    def _progress(self) -> None:
        """What the team wrote while I was away comes in behind what is current."""
        left = self._team.left
        self.progress.setVisible(left > 0)
        # Both at once would crowd out who sees me, and this is the newer news.
        self.updated.setVisible(left == 0 and not self._narrow)
        words = self.tr("Catching up, {count} to go").format(count=QLocale().toString(left))
        self.progress.setText(words if left else "")

    @Slot()
    def _toggle(self) -> None:
        self.sharing_chosen.emit(toggled(self._team.sharing))

    @Slot()
    def _fit(self) -> None:
        theme = appearance().theme
        hit = theme.hit(narrow=False)
        self.toggle.setFixedHeight(hit)
        # And the separator.
        self.setFixedHeight(max(theme.px(theme.size("statusbar")), hit + 1))
        self.update()
