"""What nobody has opened yet is made ready unseen, while the window has nothing else to do.

Owns when, and that it takes little of each turn. What is shown for the first time takes three times
as long: style, glyphs, icons and shadows are found then. Knows no person.
"""

from collections.abc import Callable, Generator, Iterator

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from presencemap.ui.turns import Turns

CALM_MS = 1500
"""After it is asked for: what is in sight comes first."""
_ITSELF = QWidget.RenderFlag.DrawWindowBackground


class Rehearsal(QObject):
    """``ask`` for it as soon as there is something to show: it is had once, or never once opened.

    ``fill`` has the part say something in steps, and answers whether there was anything to say.
    """

    def __init__(self, part: QWidget, fill: Callable[[], Generator[None, None, bool]]) -> None:
        super().__init__(part)
        self._part, self._fill = part, fill
        self._had = False
        self._turns = Turns(self, few=0)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._begin)

    @Slot()
    def ask(self) -> None:
        """Have it when it is calm."""
        if not self._had and not self._calm.isActive():
            self._calm.start()

    def stop(self) -> None:
        """It is opened."""
        self._had = True
        self._calm.stop()
        self._turns.stop()

    @Slot()
    def _begin(self) -> None:
        self._had = True
        self._turns.begin(self._steps())

    def _steps(self) -> Iterator[None]:
        for each in self._part.findChildren(QWidget):
            each.ensurePolished()
            yield
        self._had = yield from self._fill()
        if not self._had:
            return
        yield
        self._part.resize(self._part.sizeHint())
        seen = [each for each in self._part.findChildren(QWidget) if each.isVisibleTo(self._part)]
        for each in (self._part, *seen):
            if each.size().isEmpty():
                continue
            unseen = QPixmap(each.size())
            each.render(unseen, QPoint(), QRegion(), _ITSELF)
            yield
