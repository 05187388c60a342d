"""Who is on the same as a colleague, or knows of it: a few, each a way to their own page.

Knows values, no node: who they are is found by others.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import (
    ElidedLabel,
    Face,
    Label,
    RowButton,
    dress,
    plain_tooltip,
    two_lines,
)
from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.people.suggestions import Helper
from presencemap.ui.theme import appearance
from presencemap.ui.turns import TURN, Turns

MOST: Final = 3
_FACE: Final = 32
_NARROW: Final = 150
"""Px of one that stands beside others."""
_Way = QBoxLayout.Direction


class Alike(QWidget):
    """`person_wanted` with an id."""

    person_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        title = Label(self.tr("Same people, same questions"), "small", "ink2")
        dress(title, strong=True)
        self.cells = [_Cell() for _ in range(MOST)]
        self._filling = Turns(self, few=0, after=TURN)
        self._row = QBoxLayout(_Way.LeftToRight)
        self._row.setSpacing(10)
        for cell in self.cells:
            cell.clicked.connect(self._chosen)
            self._row.addWidget(cell, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(title)
        column.addLayout(self._row)
        self.hide()

    def show_people(self, people: Sequence[Helper]) -> None:
        """The first few of these; hidden without any."""
        self.setVisible(bool(people))
        self._filling.begin(self._fill(people))

    def _fill(self, people: Sequence[Helper]) -> Iterator[None]:
        for cell in self.cells[len(people) :]:
            cell.hide()
        for cell, helper in zip(self.cells, people, strict=False):
            cell.show_helper(helper)
            yield

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or below."""
        super().resizeEvent(event)
        narrow = self.width() < appearance().theme.px(_NARROW) * MOST
        self._row.setDirection(_Way.TopToBottom if narrow else _Way.LeftToRight)

    @Slot()
    def _chosen(self) -> None:
        cell = self.sender()
        if isinstance(cell, _Cell):
            self.person_wanted.emit(cell.person)


class _Cell(RowButton):
    """A face, a name and why."""

    def __init__(self) -> None:
        super().__init__("")
        self.person = ""
        self._face = Face(_FACE, "surface")
        self._name = ElidedLabel("", "body")
        dress(self._name, strong=True)
        self._why = ElidedLabel("", "small", "ink3")
        self.row.setContentsMargins(10, 7, 10, 7)
        self.row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addLayout(two_lines(self._name, self._why), 1)

    def show_helper(self, helper: Helper) -> None:
        """This one."""
        self.show()
        person = helper.person
        self.person = person.id
        self._face.show_person(person.id, person.name, person.initials, helper.availability)
        self._name.setText(person.name)
        self._why.setText(helper.why)
        words = f"{person.name}: {helper.why}"
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(self.tr("Show {words}").format(words=words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card of its own."""
        theme = appearance().theme
        ground = "hover" if self.underMouse() or self.isDown() else "surface"
        box = QRectF(self.rect())
        paint_frame(QPainter(self), theme, box, theme.radius("control"), ground=ground)
