"""Rows below each other that are made once and filled anew at each letter.

Knows no row from another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget


class Rows(QWidget):
    """Those that are there, and how many of them are shown."""

    def __init__(self, spacing: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def add(self, row: QWidget) -> None:
        """One more, at the end."""
        self._rows.append(row)
        self._column.addWidget(row)

    def fill(self, count: int, one: Callable[[int], None]) -> Iterator[None]:
        """Have the first so many filled by number, in steps of some ms, and show these alone.

        ``one`` is called twice for a number where there is no such row yet: first it adds it.
        """
        made = len(self._rows)
        with kept_still(self._column):
            for at in range(min(count, made)):
                one(at)
                yield
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
            layout.update()
