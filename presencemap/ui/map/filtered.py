"""Says over a map whom a filter keeps, where the list that has it isn't in sight.

Owns the words round it. Knows neither map nor list.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from presencemap.ui.map.note import Note

_LONGEST = 28


class FilteredNote(Note):
    """``changed`` when it comes or goes or takes another width."""

    everybody_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.back.set_name(self.tr("Show everybody again (Esc)"))
        self.back.clicked.connect(self.everybody_wanted)

    def show_filter(self, kept: str) -> None:
        """What it keeps, in words; "" for no filter."""
        short = kept if len(kept) <= _LONGEST else f"{kept[: _LONGEST - 1]}…"
        if short != self.words:
            self.setAccessibleName(self.tr("Only: {filter}").format(filter=kept) if kept else "")
            self.say(short)
            self.changed.emit()
