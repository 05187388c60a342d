"""Whether I share, as words and as a menu: for the team's menu, and below the amber pill.

Owns the words for each way of sharing. What is chosen, the node decides.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from presencemap.domain.availability import Sharing
from presencemap.ui import assets
from presencemap.ui.compose.availability_menu import mark_current
from presencemap.ui.menus.choice_menu import ChoiceMenu
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SharingWords:
    """How a way of sharing reads: as an entry of a menu, as a state, and what that means.

    ``does``: what choosing it does, where that is more.
    """

    entry: str
    state: str
    means: str
    icon: str
    does: str = ""


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
                translate("Sharing", "Takes back place, activity and plans; you are seen offline"),
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


class SharingMenu(ChoiceMenu):
    """All the ways, mine ticked and bold: the icon stands where a tick would."""

    def __init__(self, title: str, team: Team, parent: QWidget | None = None) -> None:
        words = {each: sharing_words(each) for each in Sharing}
        choices = {each: (said.entry, said.does or said.means) for each, said in words.items()}
        super().__init__(title, team, choices, lambda: team.sharing, parent)
        appearance().changed.connect(self._draw)
        self._draw()

    def learn(self) -> None:
        """Tick what holds, and say it bold."""
        super().learn()
        for action in self.entries.values():
            if action.font().bold() is not action.isChecked():
                mark_current(action, current=action.isChecked())

    @Slot()
    def _draw(self) -> None:
        tone = appearance().theme.colour("ink2")
        for sharing in Sharing:
            self.entries[sharing].setIcon(assets.icon(sharing_words(sharing).icon, tone))
