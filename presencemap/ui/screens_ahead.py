"""Screens that nobody has opened yet are dressed and laid out unseen, while the window is calm.

Qt leaves all of that to the moment in which a screen is shown, or in which anything of the window
is to be painted to a picture. Knows no screen.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from presencemap.ui.once_calm import OnceCalm

CALM_MS = 2000
"""After it is asked for: after the start, and after the card, which is opened first."""
Steps = Callable[[], Iterable[None]]


class ScreensAhead(OnceCalm):
    """`add` the screens, and `ask` once there is something to show."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, CALM_MS)
        self._screens: list[tuple[QWidget, QWidget, Steps]] = []

    def add(self, screen: QWidget, room: QWidget, more: Steps = tuple) -> None:
        """One more, that will be as large as ``room``; ``more``: what it makes ready itself."""
        self._screens.append((screen, room, more))

    def _steps(self) -> Iterator[None]:
        for screen, room, more in self._screens:
            parts = (screen, *screen.findChildren(QWidget))
            if not screen.isVisible():
                for part in parts:
                    if isValid(part):
                        part.ensurePolished()
                        yield
                screen.resize(room.size())
            for part in parts:
                if isValid(part) and _told(part):
                    yield
            yield from more()


def _told(part: QWidget) -> bool:
    """Tell it where it is and how large, which a hidden widget isn't; whether it wasn't yet."""
    attributes = Qt.WidgetAttribute
    moved = part.testAttribute(attributes.WA_PendingMoveEvent)
    resized = part.testAttribute(attributes.WA_PendingResizeEvent)
    if moved:
        part.setAttribute(attributes.WA_PendingMoveEvent, on=False)
        QCoreApplication.sendEvent(part, QMoveEvent(part.pos(), part.pos()))
    if resized:
        part.setAttribute(attributes.WA_PendingResizeEvent, on=False)
        QCoreApplication.sendEvent(part, QResizeEvent(part.size(), QSize()))
    layout = part.layout()
    if layout is not None and not part.isVisible():
        layout.activate()
    return moved or resized
