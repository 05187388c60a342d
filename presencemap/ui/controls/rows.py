"""Rows below each other that are made once, and filled anew as what they show changes.

Owns how many are made and which are shown. Knows no row from another.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from presencemap.ui.controls.stack import Stack
from presencemap.ui.controls.stillness import kept_still

Row = TypeVar("Row", bound=QWidget)
Value = TypeVar("Value")


class Rows(QWidget, Generic[Row]):
    """``make`` gives one more; ``made`` are all that there are, hidden ones too."""

    def __init__(self, make: Callable[[], Row], spacing: int = 10) -> None:
        super().__init__()
        self._make = make
        self.made: list[Row] = []
        self._filled = 0
        self._stack = Stack(self, spacing)

    @property
    def shown(self) -> list[Row]:
        """Those that are filled by now."""
        return self.made[: self._filled]

    def fill(self, values: Sequence[Value], show: Callable[[Row, Value], None]) -> Iterator[None]:
        """Have a row ``show`` each of these, in steps of some ms, and show these rows alone.

        Until its turn comes a row stays as it was, and isn't among those shown.
        """
        self._filled = 0
        return self._fill(values, show)

    def make_ahead(self, count: int) -> Iterator[None]:
        """Have so many rows there in all, hidden and in their looks, before they are needed."""
        while len(self.made) < count:
            row = self._add_hidden()
            yield
            row.ensurePolished()
            yield

    def _fill(self, values: Sequence[Value], show: Callable[[Row, Value], None]) -> Iterator[None]:
        if values:
            self.show()
        for at, value in enumerate(values):
            if at == len(self.made):
                self._add_hidden()
                yield
            with kept_still(self._stack):
                show(self.made[at], value)
                self._filled = at + 1
                # One by one: what is shown for the first time takes longer than all else.
                self.made[at].show()
            yield
        with kept_still(self._stack):
            for row in self.made[len(values) :]:
                row.hide()
        self.setVisible(bool(values))

    def _add_hidden(self) -> Row:
        with kept_still(self._stack):
            row = self._make()
            self.made.append(row)
            self._stack.addWidget(row)
            row.hide()
        return row


def growing_down(page: QWidget) -> None:
    """Say of all that rows lie in that its contents stay where they are when it grows or shrinks.

    Else everything in sight is painted anew for a row that comes below.
    """
    for rows in page.findChildren(Rows):
        part: QWidget | None = rows
        while part is not None and part is not page.parentWidget():
            part.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
            part = part.parentWidget()
