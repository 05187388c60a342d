"""One of two ways in, as a framed box that opens when it is chosen."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from presencemap.ui.controls import Glyph, Label, two_lines
from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.theme import appearance


class ChoiceBox(QFrame):
    """Icon, title, a line of text, and `inside`, which is shown while it is chosen."""

    chosen = Signal()

    def __init__(self, icon: str, title: str, text: str, inside: QWidget) -> None:
        super().__init__()
        self.inside = inside
        self._icon = icon
        self.radio = QRadioButton()
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(text)
        self.radio.toggled.connect(self._toggled)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._glyph = Glyph(icon, "ink2", 20)
        head.addWidget(self._glyph)
        words = Label(title, "strong"), Label(text, "small", "ink3", wrap=True)
        head.addLayout(two_lines(*words, spacing=2), 1)
        head.addWidget(self.radio)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(inside)
        inside.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click anywhere chooses; a click on the chosen one puts the caret back into it."""
        if self.radio.isChecked():
            self.chosen.emit()
        else:
            self.radio.setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card, with the accent's border while it is chosen."""
        theme = appearance().theme
        on = self.radio.isChecked()
        paint_frame(
            QPainter(self),
            theme,
            QRectF(self.rect()),
            theme.radius("card"),
            edge="accent" if on else "border",
            width=2 if on else 1,
        )

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self.inside.setVisible(on)
        self._glyph.become(self._icon, "accent" if on else "ink2")
        self.update()
        if on:
            self.chosen.emit()
