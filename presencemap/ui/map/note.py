"""A float that says what a map isn't showing, and takes that back by its cross.

Owns how it looks. Knows no map.
"""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.ui.controls import IconButton, Label, dress
from presencemap.ui.map.floating import Floating
from presencemap.ui.theme import appearance


class Note(Floating):
    """``back`` is the cross. Hidden while there is nothing to say."""

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "small", "accent")
        dress(self._words, strong=True)
        self.back = IconButton("x", back)
        row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addWidget(self.back)
        self._row = row
        appearance().hit_changed.connect(self._fit)
        self._fit()
        self.hide()

    @property
    def words(self) -> str:
        """What it says, "" for nothing."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say this; "" goes. Whoever pressed the cross has the keyboard on what is below then."""
        parent = self.parentWidget()
        if not words and self.back.hasFocus() and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.setText(words)
        self.setVisible(bool(words))
        self.adjustSize()

    @Slot()
    def _fit(self) -> None:
        """As high as the lens beside it, also where its cross is."""
        narrow = appearance().narrow
        margins = self.air(0 if narrow else 2)
        margins.setLeft(margins.left() + (14 if narrow else 8))
        self._row.setContentsMargins(margins)
        self.adjustSize()
