"""The list that a completer shows below a field, high enough for what is in it."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCompleter, QListView

_AROUND = 12
"""Border and padding above and below, px: a completer counts rows only."""


class SuggestionList(QListView):
    """Without it a scrollbar stands beside three rows that all fit. ``closed``: it went."""

    closed = Signal()

    def __init__(self, finder: QCompleter) -> None:
        super().__init__()
        self._most = finder.maxVisibleItems()
        self.setProperty("popup", True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell it: a completer doesn't."""
        super().hideEvent(event)
        self.closed.emit()

    def sizeHintForRow(self, row: int) -> int:
        """With its share of what is around the rows; the completer multiplies it."""
        rows = max(1, min(self._most, self.model().rowCount()))
        return super().sizeHintForRow(row) + ceil(_AROUND / rows)
