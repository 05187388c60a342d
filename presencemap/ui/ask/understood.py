"""What the words were understood as: topics and talents; or, where nothing was asked, examples.

Knows no node: it shows what was found.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.app.knowledge.findings import Findings
from presencemap.ui.controls import Chip, FlowLayout, Label, Tag

_LONGEST = 28


class Understood(QWidget):
    """`chosen` with an example that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[str, ...] = ()
        self._label = Label("", "small", "ink3")
        self._tags = QWidget()
        self._flow = FlowLayout(self._tags)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._tags, 1)

    def show_findings(self, found: Findings) -> None:
        """Tags, or examples to click."""
        topics = tuple(f"#{topic}" for topic in found.topics)
        talents = tuple(self.tr("talent: {talent}").format(talent=t) for t in found.talents)
        shown = found.examples or (*topics, *talents)
        self.setVisible(bool(shown))
        if shown == self.shown:
            return
        self.shown = shown
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._label.setText(self.tr("For example") if found.examples else self.tr("Understood as"))
        for text in shown:
            made = self._example(text) if found.examples else Tag(text, topic=text[:1] == "#")
            self._flow.addWidget(made)
            made.show()
        self._flow.invalidate()
        self.updateGeometry()

    def _example(self, text: str) -> Chip:
        chip = Chip(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        chip.setCheckable(False)
        chip.setAccessibleName(self.tr("Ask about {example}").format(example=text))
        chip.clicked.connect(lambda: self.chosen.emit(text.removeprefix("#")))
        return chip
