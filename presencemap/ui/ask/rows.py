"""Rows below each other that are made once and filled anew at each letter.

Knows no row from another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

SHOWING: Final = 0.0005
"""Seconds of a turn that are left free for each row: to lay it out and paint it takes longer."""


class Rows(QWidget):
    """Those that are there, and how many of them are shown."""

    def __init__(self, spacing: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        # Before the page has shrunk, what it is too high by makes no row higher.
        self._column.addStretch(1)

    def add(self, row: QWidget) -> None:
        """One more, at the end."""
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)

    def fill(self, count: int, one: Callable[[int], None]) -> Iterator[None]:
        """Have the first so many filled by number, in steps of some ms, and show these alone.

        ``one`` is called twice for a number where there is no such row yet: first it adds it.
        """
        made = len(self._rows)
        for at in range(min(count, made)):
            with kept_still(self._column):
                one(at)
            yield
        with kept_still(self._column):
            for at, row in enumerate(self._rows):
                row.setVisible(at < count)
        self.setVisible(count > 0)
        for at in range(made, count):
            one(at)
            self._rows[at].hide()
            yield
            one(at)
            # One by one: what is shown for the first time takes longer than all else.
            self._rows[at].show()
            yield


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
