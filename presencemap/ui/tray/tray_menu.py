"""The entries of the tray's menu as values, and the native menu made of them.

Owns their order and words (picture 05). What an entry does is said by its act.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from presencemap.domain.availability import Availability, Sharing
from presencemap.ui import assets
from presencemap.ui.compose.availability_menu import mark_current
from presencemap.ui.controls import plain
from presencemap.ui.menus.sharing_menu import sharing_words, toggle_words, toggled
from presencemap.ui.painting.availability import availability_icon, availability_word
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.visibility import where_until


class Act(Enum):
    """What an entry that is no availability does."""

    OPEN_MAP = "open_map"
    COMPOSE = "compose"
    ASK = "ask"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line; None as the act is a separator. `checked` None: not checkable."""

    act: Act | Availability | Sharing | None
    text: str = ""
    icon: str = ""
    checked: bool | None = None


def tray_entries(team: Team) -> tuple[Entry, ...]:
    """The menu as it should read now."""
    map_entry = Entry(Act.OPEN_MAP, QCoreApplication.translate("Tray", "Open map"), "map")
    leave = Entry(Act.QUIT, QCoreApplication.translate("Tray", "Quit"), "log-out")
    if team.removed:
        return map_entry, Entry(None), leave
    place = where_until(team.my_status, team.places, team.clock())
    mine = team.availability
    return (
        map_entry,
        Entry(Act.COMPOSE, QCoreApplication.translate("Tray", "What are you on?"), "hammer"),
        Entry(Act.ASK, QCoreApplication.translate("Tray", "Ask: who knows…"), "hand-helping"),
        Entry(None),
        *(Entry(each, availability_word(each), checked=each is mine) for each in Availability),
        Entry(None),
        *_sharing_entries(team.sharing),
        Entry(
            Act.COMPOSE,
            place or QCoreApplication.translate("Tray", "No place shared"),
            "map-pin",
        ),
        Entry(None),
        leave,
    )


def _sharing_entries(sharing: Sharing) -> tuple[Entry, ...]:
    """One click to pause or resume; leaving the network stands below it while I am on it."""
    icon = "pause" if sharing is Sharing.ON else "play"
    entries = [Entry(toggled(sharing), toggle_words(sharing), icon)]
    if sharing is not Sharing.OFF_NETWORK:
        off = sharing_words(Sharing.OFF_NETWORK)
        entries.append(Entry(Sharing.OFF_NETWORK, off.entry, off.icon))
    return tuple(entries)


class TrayMenu(QMenu):
    """`chosen` carries the Act, the Availability or the Sharing of an entry."""

    chosen = Signal(object)

    def __init__(self, team: Team) -> None:
        super().__init__()
        self._team = team
        self._shown: tuple[object, ...] = ()
        self._group: QActionGroup | None = None
        self.aboutToShow.connect(self.refresh)
        team.changed.connect(self.refresh)
        appearance().changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Rebuild it, but only if it would read differently: panels keep the entries' ids."""
        entries = tray_entries(self._team)
        shown = (entries, appearance().theme.key)
        if shown == self._shown:
            return
        self._shown = shown
        self._build(entries)

    def _build(self, entries: Sequence[Entry]) -> None:
        # Also deletes the actions, which nothing else shows.
        self.clear()
        group = QActionGroup(self)
        if self._group is not None:
            self._group.deleteLater()
        self._group = group
        theme = appearance().theme
        for entry in entries:
            if entry.act is None:
                self.addSeparator()
                continue
            action = QAction(plain(entry.text), self)
            act = entry.act
            if isinstance(act, Availability):
                action.setIcon(availability_icon(theme, act))
                action.setCheckable(True)
                action.setChecked(bool(entry.checked))
                mark_current(action, current=bool(entry.checked))
                action.setActionGroup(group)
            else:
                action.setIcon(assets.icon(entry.icon, theme.colour("ink2")))
            action.triggered.connect(lambda _=False, act=act: self._triggered(act))
            self.addAction(action)

    def _triggered(self, act: Act | Availability | Sharing) -> None:
        # The tick moved already; whether it holds, the node says. Read anew either way.
        self._shown = ()
        self.chosen.emit(act)
