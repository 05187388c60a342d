"""Says that nobody is in the part of the map that is seen, and leads back to everyone.

Owns the words; whoever shows it knows when that is so.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.ui.controls import Label, QuietButton
from presencemap.ui.map.floating import Floating


class NobodyNote(Floating):
    """A quiet line with one act. Hidden while somebody is in view."""

    everyone_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Nobody in view"))
        self.button = QuietButton(self.tr("Show everyone"), small=True)
        self.button.clicked.connect(self.everyone_wanted)
        row = QHBoxLayout(self)
        margins = self.air(3)
        margins.setLeft(margins.left() + 10)
        row.setContentsMargins(margins)
        row.setSpacing(4)
        row.addWidget(Label(self.tr("Nobody in view"), "body", "ink2"))
        row.addWidget(self.button)
        self.hide()
