"""What nobody has opened yet is made ready unseen, while the window has nothing else to do.

What is shown for the first time takes three times as long: style, glyphs, icons and shadows are
found then. Knows no person.
"""

from collections.abc import Callable, Generator, Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from presencemap.ui.once_calm import OnceCalm

CALM_MS = 1500
"""After it is asked for: what is in sight comes first."""
_ITSELF = QWidget.RenderFlag.DrawWindowBackground


class Rehearsal(OnceCalm):
    """``stop`` it once the part is opened.

    ``fill`` has the part say something in steps, and answers whether there was anything to say.
    """

    def __init__(self, part: QWidget, fill: Callable[[], Generator[None, None, bool]]) -> None:
        super().__init__(part, CALM_MS)
        self._part, self._fill = part, fill

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
