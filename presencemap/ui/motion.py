"""Whether things shall move less: as chosen here, or as the desktop says.

Qt's own hint says it of no style that we paint with. Linux desktops tell it by their settings
portal, asked once at the start; the answer comes later. Elsewhere the choice here counts alone.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
    "ReadOne",
)
_WITHIN = 5_000
"""Ms: a portal that isn't there yet is started."""
_SAYS_LESS = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
}
"""Settings, and what each is where motion isn't wanted."""


class Motion(QObject):
    """``changed`` tells whether motion is to be reduced."""

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, less: bool = False) -> None:
        super().__init__(parent)
        self._less = less
        self._desktop = False

    @property
    def reduced(self) -> bool:
        """Whether motion is to be reduced."""
        return self._less or self._desktop

    def choose(self, *, less: bool) -> None:
        """As chosen here."""
        self._less = less
        self.changed.emit(self.reduced)

    def ask(self, bus: Any = None) -> None:
        """Ask the desktop; where nobody answers, nothing changes."""
        bus = bus or QDBusConnection.sessionBus()
        for setting, less in _SAYS_LESS.items():
            question = QDBusMessage.createMethodCall(*_PORTAL)
            question.setArguments(list(setting))
            watcher = QDBusPendingCallWatcher(bus.asyncCall(question, _WITHIN), self)
            watcher.finished.connect(partial(self._answered, less, watcher))

    def _answered(self, less: object, watcher: QDBusPendingCallWatcher) -> None:
        said = watcher.reply().arguments()
        watcher.deleteLater()
        if said and isinstance(said[0], QDBusVariant) and said[0].variant() == less:
            self._desktop = True
            self.changed.emit(self.reduced)
