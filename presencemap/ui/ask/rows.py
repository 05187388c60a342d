"""Rows below each other that are made once and filled anew at each letter.

Knows no row from another.
"""

from collections.abc import Iterator
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

    @contextmanager
    def filled(self, count: int) -> Iterator[None]:
        """While the first so many are filled, which are then shown."""
        with kept_still(self._column):
            yield
            for at, row in enumerate(self._rows):
                row.setVisible(at < count)
        self.setVisible(count > 0)


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
