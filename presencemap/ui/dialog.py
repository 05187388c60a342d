"""The frame of every dialog: title, body, and the row of buttons with one main act.

Owns margins, keys and the sentence for what went wrong. Knows nothing of what a dialog asks.
"""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import Button, Label, PrimaryButton


class Dialog(QDialog):
    """Put the contents into `body`. `main` does `submit`; the other button or Esc closes.

    `feet` is the row of both buttons, for those that need more.
    """

    def __init__(self, title: str, main: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        self.main = PrimaryButton(main)
        self.main.setAutoDefault(True)
        self.main.setDefault(True)
        self.cancel = Button(self.tr("Cancel"))
        self._message = Label("", "small", "danger", wrap=True)
        self._message.hide()
        heading = Label(title, "heading")
        # The dialog rule of the sheet sets every label in body type.
        heading.setStyleSheet("font-size: 20px; font-weight: 700;")
        self.feet = QHBoxLayout()
        self.feet.setSpacing(8)
        self.feet.addStretch(1)
        self.feet.addWidget(self.cancel)
        self.feet.addWidget(self.main)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addLayout(self.body)
        column.addWidget(self._message)
        column.addLayout(self.feet)
        self.main.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)

    @property
    def message(self) -> str:
        """The sentence shown, "" for none."""
        return self._message.text()

    def tell(self, sentence: str) -> None:
        """Show what went wrong; "" takes it away."""
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        self.settle()

    def settle(self) -> None:
        """Grow to what was added; wrapped words make a window's own guess too low."""
        self._column.activate()
        high = self._column.totalHeightForWidth(self.width())
        if self.isVisible() and high > self.height():
            self.resize(self.width(), high)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as what is in it by now: a window's own guess is too low, or too high."""
        super().showEvent(event)
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    @Slot()
    def submit(self) -> None:
        """The main act; closes unless a child class does otherwise."""
        self.accept()
