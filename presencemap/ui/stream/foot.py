"""Below the last post of the stream: caught up, still fetching, nothing there, or what failed.

Reads the feed when it is shown; asks for nothing.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.ui.controls import Button, Label
from presencemap.ui.sentences import sentence
from presencemap.ui.stream.feed import Feed, State


class Foot(QWidget):
    """`again` where it failed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "small", "ink2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = Button(self.tr("Try again"), small=True)
        self.again.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 28)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_state(self, feed: Feed) -> None:
        """Say it."""
        failed = feed.state is State.FAILED
        self.again.setVisible(failed)
        self.words.set_tone("danger" if failed else "ink2")
        self.words.setText(self._said(feed))
        self.updateGeometry()

    def _said(self, feed: Feed) -> str:
        if feed.state is State.FAILED and feed.error is not None:
            return sentence(feed.error)
        if feed.state in (State.LOADING, State.SOME):
            return self.tr("Fetching …")
        if feed.rows:
            return self.tr("Caught up. Posts go after 90 days.")
        if feed.scope.topic:
            return self.tr("Nobody wrote about this yet.")
        return self.tr(
            "What colleagues ask and share comes here. Say what you’re on, or ask something: "
            "a question is what starts most conversations."
        )
