"""Where something is said: a text of 140 characters, of which links are taken off and not counted.

Owns what is typed until it is sent. Asks nobody; `wanted` says that it is to be shared.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.domain.links import parted
from presencemap.domain.post import MAX_TITLE
from presencemap.ui.controls import ENTER, PrimaryButton, TextBox


class SayBox(QWidget):
    """`wanted`: the button, Ctrl Enter, or Enter. Then read `text` and `links`."""

    wanted = Signal()
    edited = Signal()

    def __init__(self, asks: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.needs_words = False
        """Whether a link alone says too little."""
        self.box = TextBox(asks=asks, hint=self.tr("Enter sends"), without_links=True)
        self.box.editor.setPlaceholderText(asks)
        self.box.editor.installEventFilter(self)
        self.send = PrimaryButton(button)
        self.title = QLineEdit()
        self.title.setMaxLength(MAX_TITLE)
        self.title.hide()
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(6)
        foot.addStretch(1)
        foot.addWidget(self.send, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self.title)
        column.addLayout(foot)
        self.setFocusProxy(self.box)
        self.send.clicked.connect(self._send)
        self.box.edited.connect(self.judge)
        self.title.returnPressed.connect(self._send)
        self.judge()

    @property
    def text(self) -> str:
        """What was typed, without its links."""
        return parted(self.box.text)[0]

    @property
    def links(self) -> tuple[str, ...]:
        """The web addresses in what was typed."""
        return parted(self.box.text)[1]

    @property
    def titles(self) -> tuple[str, ...]:
        """What I call the first link, if anything."""
        title = self.title.text().strip()
        return (title,) if title and self.links else ()

    def put_before(self, *controls: QWidget) -> None:
        """What else is chosen, at the left of the button."""
        for at, control in enumerate(controls):
            self._foot.insertWidget(at, control)

    def set_text(self, text: str) -> None:
        """Another text, without a title for its link."""
        self.title.clear()
        self.box.set_text(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter sends, with Ctrl or without: what is said is one line."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in ENTER
        ):
            self._send()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _send(self) -> None:
        if self.send.isEnabled():
            self.wanted.emit()

    @Slot()
    def judge(self) -> None:
        """Whether it can be sent as it stands."""
        text, links = parted(self.box.text)
        said = bool(text) or (bool(links) and not self.needs_words)
        self.send.setEnabled(self.isEnabled() and said and self.box.ring.left >= 0)
        host = links[0].split("/")[2] if links else ""
        asks = self.tr("What is at {host}? A few words, or none").format(host=host)
        self.title.setPlaceholderText(asks)
        self.title.setAccessibleName(asks)
        if self.title.isHidden() == bool(links):
            self.title.setVisible(bool(links))
        self.edited.emit()
