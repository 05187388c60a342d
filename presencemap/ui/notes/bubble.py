"""One note as it stands in a conversation: its text, when, and how far one of mine has come.

Knows no node; what is taken back, is said by a signal.
"""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from presencemap.app.views import Json
from presencemap.domain.links import parted
from presencemap.domain.note import Delivery
from presencemap.ui.controls import Button, IconButton, Label, dress, plain
from presencemap.ui.links.wording import new_link
from presencemap.ui.notes.link_line import LinkLine
from presencemap.ui.people import wording

translate = QCoreApplication.translate


def delivery_words(delivery: Delivery) -> str:
    """Where one of my notes is."""
    return {
        Delivery.WAITING: translate("Notes", "On its way"),
        Delivery.CARRIED: translate("Notes", "With a colleague’s computer, which hands it on"),
        Delivery.DELIVERED: translate("Notes", "Delivered"),
    }[delivery]


def written_at(note: Json) -> int:
    """When a note was written, in ms."""
    return round(datetime.fromisoformat(note["at"]).timestamp() * 1000)


def moment_of(note: Json, now: int) -> str:
    """The same in words, as it is said now."""
    return wording.moment(written_at(note), now)


class Bubble(QWidget):
    """`take_back_wanted` with the note's id; only mine have the button. `keep_wanted` with a link.

    ``going``: it is being taken back. Of an introduction: `decline_wanted` with the note's id,
    `write_wanted` with the other's id.
    """

    take_back_wanted = Signal(str)
    decline_wanted = Signal(str)
    write_wanted = Signal(str)
    keep_wanted = Signal(object)

    def __init__(
        self,
        note: Json,
        name: str,
        now: int,
        parent: QWidget | None = None,
        *,
        going: bool = False,
    ) -> None:
        super().__init__(parent)
        mine = bool(note["mine"])
        said, addresses = parted(note["text"])
        title = said.rstrip(":").strip()
        found = (new_link(address, title) for address in addresses)
        self.links = [LinkLine(link) for link in found if link is not None]
        # An address that can't be opened stays in the text.
        self.text = Label(title if len(self.links) == len(addresses) else note["text"], wrap=True)
        # Shown before it is in its frame, it would be a window of its own for a moment.
        if not self.text.text():
            self.text.hide()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        when = moment_of(note, now)
        came = delivery_words(Delivery(note["delivery"])) if mine else ""
        came = self.tr("Being taken back") if going else came
        self.state = Label(" · ".join(filter(None, [when, came])), "small", "ink2")
        frame = QFrame(self)
        dress(frame, surface="note" if mine else "card")
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.state)
        foot.addStretch(1)
        self.take_back = IconButton("trash-2", self.tr("Take it back from everybody"))
        if going or not mine:
            self.take_back.hide()
        self.take_back.clicked.connect(lambda: self.take_back_wanted.emit(note["id"]))
        foot.addWidget(self.take_back)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 8 if mine else 12, 6)
        column.setSpacing(4)
        column.addWidget(self.text)
        for line in self.links:
            line.keep_wanted.connect(self.keep_wanted)
            column.addWidget(line)
        self.meets = Label("", "small")
        self.write, self.decline = Button("", small=True), Button("", small=True)
        if note["introduces"]:
            column.addLayout(self._introduction(note))
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1 if mine else 0)
        row.addWidget(frame, 4)
        row.addStretch(0 if mine else 1)
        said = self.tr("You, {state}: {text}") if mine else self.tr("{name}, {state}: {text}")
        spoken = said.format(name=name, state=self.state.text(), text=note["text"])
        self.setAccessibleName(". ".join(filter(None, [spoken, self.meets.text()])))

    def _introduction(self, note: Json) -> QVBoxLayout:
        """Whom to meet, on what, and what can be done about it."""
        told = note["introduces"]
        other = told["name"] or told["person"][:12]
        no = told["declined_by"]
        if told["person"] in no:
            said = self.tr("{other} can’t now")
        elif no:
            said = self.tr("Meet {other}: declined")
        else:
            said = self.tr("Meet {other}")
        words = said.format(other=other)
        self.meets.setText(f"{words} · #{told['topic']}" if told["topic"] else words)
        dress(self.meets, strong=True)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.meets)
        if note["mine"] or no:
            return column
        self.write.setText(plain(self.tr("Write to {other} …").format(other=other)))
        self.decline.setText(self.tr("Not now"))
        self.write.clicked.connect(lambda: self.write_wanted.emit(told["person"]))
        self.decline.clicked.connect(lambda: self.decline_wanted.emit(note["id"]))
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.write, self.decline):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return column
