"""Whether things shall move less: as chosen here, or as the desktop says.

Qt's own hint says it of no style that we paint with. Linux desktops tell it by their settings
portal, asked once at the start; the answer comes later. Elsewhere the choice here counts alone.
"""

from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCall,
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
_EVERY: Final = 100
"""Ms between two looks whether there are answers."""
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
        self._asked: list[tuple[QDBusPendingCall, object]] = []
        # Not by Qt's watchers: with PySide6 6.11 one that went with its owner ended the program.
        self._looks = QTimer(self)
        self._looks.setInterval(_EVERY)
        self._looks.timeout.connect(self._look)

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
            self._asked.append((bus.asyncCall(question, _WITHIN), less))
        self._looks.start()

    @property
    def is_asking(self) -> bool:
        """Whether the desktop is still to answer."""
        return bool(self._asked)

    @Slot()
    def _look(self) -> None:
        """Take the answers that came; one that never does, Qt ends in time."""
        came = [(call, less) for call, less in self._asked if call.isFinished()]
        self._asked = [each for each in self._asked if each not in came]
        if not self._asked:
            self._looks.stop()
        for call, less in came:
            said = call.reply().arguments()
            if said and isinstance(said[0], QDBusVariant) and said[0].variant() == less:
                self._desktop = True
                self.changed.emit(self.reduced)
