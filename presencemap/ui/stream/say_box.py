"""Where something is said: a text of 140 characters, of which links are taken off and not counted.

Owns what is typed until it is sent. Asks nobody; `sent` says that it is to be shared.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.links import parted
from presencemap.ui.compose.text_box import TextBox
from presencemap.ui.controls import ElidedLabel, PrimaryButton


class SayBox(QWidget):
    """`wanted`: the button, Ctrl Enter, or Enter. Then read `text` and `links`."""

    wanted = Signal()
    edited = Signal()

    def __init__(self, asks: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.may_be_empty = False
        self.box = TextBox(asks=asks, hint=self.tr("Enter sends"), without_links=True)
        self.box.editor.setPlaceholderText(asks)
        self.box.editor.installEventFilter(self)
        self.send = PrimaryButton(button)
        self.found = ElidedLabel("", "small", "ink2")
        self.found.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.found, 1)
        foot.addStretch(0)
        foot.addWidget(self.send, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addLayout(foot)
        self.setFocusProxy(self.box)
        self.send.clicked.connect(self._send)
        self.box.edited.connect(self._changed)
        self._changed()

    @property
    def text(self) -> str:
        """What was typed, without its links."""
        return parted(self.box.text)[0]

    @property
    def links(self) -> tuple[str, ...]:
        """The web addresses in what was typed."""
        return parted(self.box.text)[1]

    def set_text(self, text: str) -> None:
        """Another text."""
        self.box.set_text(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter sends, with Ctrl or without: what is said is one line."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._send()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _send(self) -> None:
        if self.send.isEnabled():
            self.wanted.emit()

    @Slot()
    def _changed(self) -> None:
        text, links = parted(self.box.text)
        said = bool(text or links) or self.may_be_empty
        self.send.setEnabled(self.isEnabled() and said and self.box.ring.left >= 0)
        hosts = ", ".join(link.split("/")[2] for link in links)
        self.found.setText(self.tr("With a link to {hosts}").format(hosts=hosts) if links else "")
        self.found.setVisible(bool(links))
        self.edited.emit()
