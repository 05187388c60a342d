"""The button of the top bar that opens the notes, with a blue dot while one is new.

Knows neither notes nor people; whose are new, it is told.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from presencemap.ui.controls import IconButton
from presencemap.ui.theme.appearance import appearance

_DOT = 4.0


class NotesButton(IconButton):
    """No numbers: the dot is there, or it isn't."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sticky-note", "", parent, size=18)
        self.new = self._narrow = False
        self.show_new(())

    def make_room(self, *, narrow: bool) -> None:
        """Where it is narrow it is there only while something is new; the menu has it too."""
        self._narrow = narrow
        self.setHidden(narrow and not self.new)

    def show_new(self, names: Sequence[str]) -> None:
        """By whom there are notes that weren't seen."""
        self.new = bool(names)
        said = self.tr("Notes, new from {names} (Ctrl 5)").format(names=", ".join(names))
        self.set_name(said if names else self.tr("Notes (Ctrl 5)"))
        self.make_room(narrow=self._narrow)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, and the dot on a ring of the ground at its upper right."""
        super().paintEvent(event)
        if not self.new:
            return
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QPointF(self.width() / 2 + 8, self.height() / 2 - 7)
        painter.setPen(theme.colour("bg"))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(at, _DOT, _DOT)
