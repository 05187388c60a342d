"""The app in the desktop's tray: the icon, its menu, and the clicks on it.

Owns whether there is a tray at all, which may come and go while the app runs. What a click does is
said by signals.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from presencemap.domain.availability import Availability, Sharing
from presencemap.ui.banners.offline_banner import no_network
from presencemap.ui.compositor import has_x11_tray
from presencemap.ui.menus.sharing_menu import held_words
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.team import Team
from presencemap.ui.tray.tray_icon import tray_icon
from presencemap.ui.tray.tray_menu import Act, TrayMenu
from presencemap.ui.visibility import where_until

_WATCHER = "org.kde.StatusNotifierWatcher"
_LOOK_EVERY_MS = 3000


def tray_there() -> bool:
    """Whether the desktop shows tray icons now.

    Qt sees a tray come, but takes an XEmbed tray that went for one that is still there (6.11, with
    trayer): on X11 and Wayland bus and screen are asked first.
    """
    on_linux = sys.platform.startswith("linux")
    if on_linux and QGuiApplication.platformName() in {"xcb", "wayland", "wayland-egl"}:
        bus = QDBusConnection.sessionBus()
        watched = bus.isConnected() and bus.interface().isServiceRegistered(_WATCHER).value()
        if not watched and not has_x11_tray():
            return False
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """`composer_wanted` with the icon's place, an empty one where the desktop doesn't tell."""

    composer_wanted = Signal(QRect)
    map_wanted = Signal()
    ask_wanted = Signal()
    quit_wanted = Signal()
    availability_chosen = Signal(object)
    sharing_chosen = Signal(object)
    came_or_went = Signal()

    def __init__(
        self,
        team: Team,
        there: Callable[[], bool] = tray_there,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._team = team
        self._there = there
        self._present = False
        self._shown: tuple[Availability | None, bool] = (None, False)
        self._drawn = False
        self._since_click = QElapsedTimer()
        self.menu = TrayMenu(team)
        self.menu.chosen.connect(self._chosen)
        # Made when a tray comes: Qt decides then, and for good, in which way it is shown.
        self.icon: QSystemTrayIcon | None = None
        team.changed.connect(self._learn)
        self._look = QTimer(self)
        self._look.timeout.connect(self.look)
        self._look.start(_LOOK_EVERY_MS)
        self.look()

    @property
    def present(self) -> bool:
        """Whether the icon can be seen; `QSystemTrayIcon.isVisible` is true without any tray."""
        return self._present

    @Slot()
    def look(self) -> None:
        """Follow a tray that came or went."""
        there = self._there()
        if there == self._present:
            return
        self._present = there
        if there:
            self._show()
        elif self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None
        self.came_or_went.emit()

    def say(self, title: str, text: str) -> None:
        """A message of the desktop, if there is a tray."""
        if self._present and self.icon is not None:
            self.icon.showMessage(title, text, self.icon.icon())

    def stop(self) -> None:
        """Leave the tray."""
        self._look.stop()
        if self.icon is not None:
            self.icon.hide()
        self._present = False
        self.menu.deleteLater()

    def place(self) -> QRect:
        """Where the icon is on the screen; empty where the desktop doesn't tell."""
        return self.icon.geometry() if self.icon is not None else QRect()

    def _show(self) -> None:
        if self.icon is None:
            self.icon = QSystemTrayIcon(self)
            self.icon.activated.connect(self._activated)
            self.icon.setContextMenu(self.menu)
        self._drawn = False
        self._learn()
        self.icon.show()

    @Slot()
    def _learn(self) -> None:
        if self.icon is None:
            return
        sharing = self._team.sharing
        here = self._team.running and not self._team.removed
        on_network = here and self._team.connected and sharing is not Sharing.OFF_NETWORK
        availability = self._team.availability if on_network else None
        shown = (availability, on_network and sharing is Sharing.PAUSED)
        if not self._drawn or shown != self._shown:
            self._drawn, self._shown = True, shown
            self.icon.setIcon(tray_icon(availability, paused=shown[1]))
        held = held_words(self._team) if self._team.running else None
        if held is not None:
            self.icon.setToolTip(self.tr("Presence Map: {state}").format(state=held.state))
            return
        none = no_network(self._team)
        if none:
            self.icon.setToolTip(self.tr("Presence Map: {state}").format(state=none))
            return
        word = availability_word(availability)
        where = where_until(self._team.my_status, self._team.places, self._team.clock())
        words = self.tr("Presence Map: {availability}, at {place}")
        if not where:
            words = self.tr("Presence Map: {availability}")
        # Desktops differ in whether a tray's tooltip is markup: what would be, reads the same so.
        where = where.replace("<", "‹").replace(">", "›")
        self.icon.setToolTip(words.format(availability=word, place=where))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A click opens the composer at once, a second one soon after it the map instead.

        Waiting for the second would make every click slow; and some desktops tell of a double
        click, others of two.
        """
        if reason is QSystemTrayIcon.ActivationReason.DoubleClick:
            self._since_click.invalidate()
            self.map_wanted.emit()
        elif reason is QSystemTrayIcon.ActivationReason.Trigger:
            again = self._since_click.isValid()
            soon = again and self._since_click.elapsed() < QApplication.doubleClickInterval()
            if soon:
                self._since_click.invalidate()
                self.map_wanted.emit()
            elif sys.platform != "darwin":
                self._since_click.start()
                self.composer_wanted.emit(self.place())

    @Slot(object)
    def _chosen(self, act: Act | Availability | Sharing) -> None:
        match act:
            case Sharing():
                self.sharing_chosen.emit(act)
            case Availability():
                self.availability_chosen.emit(act)
            case Act.OPEN_MAP:
                self.map_wanted.emit()
            case Act.COMPOSE:
                self.composer_wanted.emit(self.place())
            case Act.ASK:
                self.ask_wanted.emit()
            case Act.QUIT:
                self.quit_wanted.emit()
