"""The two lenses on the same people: Where and On what, and the switch between them.

Owns the switch; what each lens shows, the ground knows.
"""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.ui.controls import Segmented, plain_tooltip
from presencemap.ui.map.floating import Floating


class Lens(StrEnum):
    """How the map looks at people."""

    WHERE = "where"
    WHAT = "what"


class LensSwitch(Floating):
    """``chosen`` by hand; each map has a switch of its own, which shows what is on."""

    chosen = Signal(Lens)

    def __init__(self, lens: Lens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lens = lens
        name = self.tr("Lens")
        self.setAccessibleName(name)
        self._bar = Segmented(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.air(0))
        row.addWidget(self._bar)
        words = (
            (Lens.WHERE, self.tr("Where"), "map-pin", self.tr("Where everybody is (Ctrl 1)")),
            (Lens.WHAT, self.tr("On what"), "hash", self.tr("What everybody is on (Ctrl 2)")),
        )
        self.buttons = {each: self._bar.add(each, text, icon) for each, text, icon, _ in words}
        for each, _, _, tip in words:
            self.buttons[each].setToolTip(plain_tooltip(tip))
        self._bar.choose(lens)
        self._bar.chosen.connect(self._chosen)

    @Slot(str)
    def _chosen(self, value: str) -> None:
        """The other map shows its own switch; this one stays as its map is."""
        self._bar.choose(self._lens)
        if Lens(value) is not self._lens:
            self.chosen.emit(Lens(value))
