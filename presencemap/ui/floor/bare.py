"""A floor on which nothing is drawn yet: what to do about it, and one act.

Owns the words. Whoever listens opens the editor.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import Glyph, Label, PrimaryButton
from presencemap.ui.theme import appearance

_WIDTH = 360


class BareFloor(QWidget):
    """``draw_wanted`` by its one button."""

    draw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        title = Label(self.tr("Nothing is drawn on this floor yet"), "title")
        self.words = words = Label(
            self.tr(
                "Drop a picture of its plan here, or draw its rooms and desks. "
                "Then a click on one says that you sit there."
            ),
            "body",
            "ink2",
            wrap=True,
        )
        self.button = PrimaryButton(self.tr("Draw …"), icon="pencil")
        self.button.clicked.connect(self.draw_wanted)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMaximumWidth(appearance().theme.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Glyph("layers", "accent", 32), alignment=middle)
        column.addWidget(title)
        # Between stretches, not aligned: so it gets the height that its lines need.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.button, alignment=middle)
        column.addStretch(2)
