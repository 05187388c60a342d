"""Whether I share, as words and as a menu: for the team's menu, and below the amber pill.

Owns the words for each way of sharing. What is chosen, the node decides.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from presencemap.domain.availability import Sharing
from presencemap.ui import assets
from presencemap.ui.compose.availability_menu import mark_current
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SharingWords:
    """How a way of sharing reads: as an entry of a menu, as a state, and what that means."""

    entry: str
    state: str
    means: str
    icon: str


def sharing_words(sharing: Sharing) -> SharingWords:
    """The words for a way of sharing."""
    match sharing:
        case Sharing.ON:
            return SharingWords(
                translate("Sharing", "Share with the team"),
                translate("Sharing", "You share with the team"),
                translate("Sharing", "Colleagues see what you set"),
                "users",
            )
        case Sharing.PAUSED:
            return SharingWords(
                translate("Sharing", "Pause sharing"),
                translate("Sharing", "Sharing is paused"),
                translate("Sharing", "Colleagues see you offline"),
                "pause",
            )
        case Sharing.OFF_NETWORK:
            return SharingWords(
                translate("Sharing", "Go off the network"),
                translate("Sharing", "Off the network"),
                translate("Sharing", "Nothing is sent or received"),
                "wifi-off",
            )


def held_words(team: Team) -> SharingWords | None:
    """Why nothing of mine is shared now; None while it is."""
    if team.removed:
        return SharingWords(
            "",
            translate("Sharing", "Removed from the team"),
            translate("Sharing", "Nothing of yours is shared"),
            "log-out",
        )
    return None if team.sharing is Sharing.ON else sharing_words(team.sharing)


def toggled(sharing: Sharing) -> Sharing:
    """What one click or Ctrl+Shift+P makes of it."""
    return Sharing.PAUSED if sharing is Sharing.ON else Sharing.ON


def toggle_words(sharing: Sharing) -> str:
    """What that click is called."""
    if sharing is Sharing.ON:
        return sharing_words(Sharing.PAUSED).entry
    return translate("Sharing", "Resume")


class SharingMenu(QMenu):
    """All the ways, mine ticked; `chosen` carries one."""

    chosen = Signal(object)

    def __init__(self, title: str, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._team = team
        self.setToolTipsVisible(True)
        self._entries: dict[Sharing, QAction] = {}
        group = QActionGroup(self)
        for sharing in Sharing:
            words = sharing_words(sharing)
            action = QAction(words.entry, self)
            action.setToolTip(words.means)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, sharing=sharing: self._triggered(sharing))
            self.addAction(action)
            self._entries[sharing] = action
        team.changed.connect(self._learn)
        appearance().changed.connect(self._draw)
        self._draw()
        self._learn()

    def _triggered(self, sharing: Sharing) -> None:
        # The tick moved already; whether it holds, the node says.
        self._learn()
        self.chosen.emit(sharing)

    @Slot()
    def _learn(self) -> None:
        for sharing, action in self._entries.items():
            current = sharing is self._team.sharing
            if action.isChecked() is not current:
                action.setChecked(current)
            if action.font().bold() is not current:
                mark_current(action, current=current)

    @Slot()
    def _draw(self) -> None:
        tone = appearance().theme.colour("ink2")
        for sharing, action in self._entries.items():
            action.setIcon(assets.icon(sharing_words(sharing).icon, tone))
