"""Screens that nobody has opened yet are dressed and laid out unseen, while the window is calm.

Owns when, and that it takes little of each turn. Qt leaves all of that to the moment in which a
screen is shown, or in which anything of the window is to be painted to a picture. Knows no screen.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from presencemap.ui.turns import Turns

CALM_MS = 2000
"""After it is asked for: after the start, and after the card, which is opened first."""
Steps = Callable[[], Iterable[None]]


class ScreensAhead(QObject):
    """`add` the screens, and `ask` once there is something to show: it is done once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._screens: list[tuple[QWidget, QWidget, Steps]] = []
        self._had = False
        self._turns = Turns(self, few=0)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._begin)

    def add(self, screen: QWidget, room: QWidget, more: Steps = tuple) -> None:
        """One more, that will be as large as ``room``; ``more``: what it makes ready itself."""
        self._screens.append((screen, room, more))

    @Slot()
    def ask(self) -> None:
        """Do it when it is calm."""
        if not self._had and not self._calm.isActive():
            self._calm.start()

    def stop(self) -> None:
        """Leave it."""
        self._had = True
        self._calm.stop()
        self._turns.stop()

    @Slot()
    def _begin(self) -> None:
        self._had = True
        self._turns.begin(self._steps())

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
