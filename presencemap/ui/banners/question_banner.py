"""The frame of what I am asked under the top bar: a question, a line, a button for each answer.

Owns how it lies, beside or below the words. Knows no question.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from presencemap.ui.controls import Button, FlowLayout, Glyph, IconButton, Label, dress, two_lines
from presencemap.ui.theme import appearance

_WORDS: Final = 380
"""Px that the words want beside the buttons; with less, these go below."""
_GAP: Final = 8


class QuestionBanner(QWidget):
    """`lay_out` once, with the answers; `ask` shows a question."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "body", wrap=True)
        dress(self.title, strong=True)
        self.words = Label("", "small", "ink2", wrap=True)
        self.close_button = IconButton("x", self.tr("Don't ask"))
        self._buttons: list[Button] = []
        self._answers = QWidget()
        self._glyph = Glyph(icon, "ink2", 18)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QHBoxLayout(self)
        appearance().changed.connect(self.update)
        self.hide()

    def lay_out(self, answers: Sequence[tuple[Button, Callable[[], None]]]) -> None:
        """Put in the answers, and what each does."""
        flow = FlowLayout(self._answers, spacing=_GAP)
        for button, act in answers:
            button.clicked.connect(act)
            flow.addWidget(button)
            self._buttons.append(button)
        self._both.setSpacing(_GAP)
        self._both.addLayout(two_lines(self.title, self.words), 1)
        self._both.addWidget(self._answers)
        self._row.setContentsMargins(18, 8, 14, 9)
        self._row.setSpacing(12)
        self._row.addWidget(self._glyph)
        self._row.addLayout(self._both, 1)
        self._row.addWidget(self.close_button)

    def ask(self, question: str, words: str) -> None:
        """Show it, once the answers say what they should."""
        self.title.setText(question)
        self.words.setText(words)
        self.setAccessibleName(f"{question} {words}")
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the words, or below them."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground with a line below: nothing is wrong."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))

    def _fit(self) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        wide = sum(button.sizeHint().width() + _GAP for button in shown)
        beside = self.width() - wide > appearance().theme.px(_WORDS)
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._answers.setMinimumWidth(wide if beside else 0)
        side = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop
        for edge in (self._glyph, self.close_button):
            self._row.setAlignment(edge, side)
