"""Rows below each other that are made once and filled anew at each letter.

Knows no row from another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLayout, QWidget

from presencemap.ui.ask.stack import Stack

SHOWING: Final = 0.0005
"""Seconds of a turn that are left free for each row: to lay it out and paint it takes longer."""


class Rows(QWidget):
    """Those that are there, and how many of them are shown."""

    def __init__(self, spacing: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._stack = Stack(self, spacing)

    def add(self, row: QWidget) -> None:
        """One more, at the end."""
        self._rows.append(row)
        self._stack.addWidget(row)

    def fill(self, count: int, one: Callable[[int], None]) -> Iterator[None]:
        """Have the first so many filled by number, in steps of some ms, and show these alone.

        ``one`` is called twice for a number where there is no such row yet: first it adds it.
        """
        made = len(self._rows)
        for at in range(min(count, made)):
            with self._placed_once():
                one(at)
            yield
        with self._placed_once():
            for at, row in enumerate(self._rows):
                row.setVisible(at < count)
        self.setVisible(count > 0)
        for at in range(made, count):
            with self._placed_once():
                one(at)
                self._rows[at].hide()
            yield
            with self._placed_once():
                one(at)
                # One by one: what is shown for the first time takes longer than all else.
                self._rows[at].show()
            yield

    @contextmanager
    def _placed_once(self) -> Iterator[None]:
        """Place the rows after all that is said in one; before what is painted next."""
        self._stack.setEnabled(False)
        try:
            yield
        finally:
            self._stack.setEnabled(True)
            self._stack.activate()


def growing_down(page: QWidget) -> None:
    """Say of all that rows lie in that its contents stay where they are when it grows or shrinks.

    Else everything in sight is painted anew for a row that comes below.
    """
    for rows in page.findChildren(Rows):
        part: QWidget | None = rows
        while part is not None and part is not page.parentWidget():
            part.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
            part = part.parentWidget()


@contextmanager
def kept_still(*layouts: QLayout) -> Iterator[None]:
    """Lay out once, later: each part that appears would have all around it laid out at once."""
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
            layout.invalidate()
            # It may have been asked for, in vain, while it was still.
            if (part := layout.parentWidget()) is not None:
                QCoreApplication.postEvent(part, QEvent(QEvent.Type.LayoutRequest))
