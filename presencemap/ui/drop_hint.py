"""What a drag over the window comes to if it is let go here, said while it hovers.

Owns place and looks of the words. What they are, whoever watches the drag knows.
"""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.ui.controls import ElidedLabel, Glyph
from presencemap.ui.map.floating import AIR, Floating


class DropHint(Floating):
    """In the middle of ``ground``, so many px ``below`` its top; hidden until it says something."""

    def __init__(self, ground: QWidget, icon: str, below: int) -> None:
        super().__init__(ground)
        self._ground, self._below = ground, below
        self.words = ElidedLabel("", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(self.air(12))
        row.setSpacing(8)
        row.addWidget(Glyph(icon, "accent", 18))
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words over everything; "" takes them away."""
        self.setVisible(bool(words))
        if not words:
            return
        self.words.setText(words)
        need = self.words.fontMetrics().horizontalAdvance(words)
        width = min(need + 2 * (AIR + 12) + 34, self._ground.width())
        self.resize(width, self.sizeHint().height())
        self.move((self._ground.width() - width) // 2, self._below - AIR)
        self.raise_()
