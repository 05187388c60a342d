"""A conversation: the notes with one person, and the next one being written.

Owns what is typed for each person until it is sent. Reads the notebook, asks the node.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.commands import DeclineIntroduction, TakeBackNote, WriteNote
from presencemap.domain.availability import Sharing
from presencemap.domain.note import MAX_NOTE
from presencemap.ui.controls import ENTER, Glyph, Label, PrimaryButton, TextBox, dress
from presencemap.ui.notes.bubble import Bubble
from presencemap.ui.notes.bubble_list import BubbleList
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.sentences import sentence
from presencemap.ui.taking_back import TakingBack
from presencemap.ui.team import Team

_SHOWN = 200
"""Of the notes with one person, so many of the last."""


class Conversation(QWidget):
    """`open(person)` shows it; Enter sends. `told` with a sentence about what failed, or "".

    `offered` with what can be undone a while. `write_wanted` with whom somebody introduced;
    `keep_wanted` with a link; `begin_wanted` where nobody is chosen.
    """

    told = Signal(str)
    offered = Signal(object)
    write_wanted = Signal(str)
    keep_wanted = Signal(object)
    begin_wanted = Signal()

    def __init__(self, team: Team, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team, self._notebook = team, notebook
        self.person = ""
        self._drafts: dict[str, str] = {}
        self._shown: list[object] = []
        self._taking_back = TakingBack(team, self)
        self._taking_back.offered.connect(self.offered)
        self._taking_back.changed.connect(self._show_going)
        self._taking_back.failed.connect(self._failed)
        self._list = BubbleList()
        self._list.setAccessibleName(self.tr("Notes, the last one below"))
        self._list.take_back_wanted.connect(self._take_back)
        self._list.decline_wanted.connect(self._decline)
        self._list.write_wanted.connect(self.write_wanted)
        self._list.keep_wanted.connect(self.keep_wanted)
        self._name = Label("", "body")
        dress(self._name, strong=True)
        self._empty = Label("", "body", "ink2", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.begin = PrimaryButton(self.tr("Write to a colleague"), icon="plus")
        self.begin.clicked.connect(self.begin_wanted)
        self.box = TextBox(limit=MAX_NOTE, asks=self.tr("Your note"), hint=self.tr("Enter sends"))
        self.box.editor.installEventFilter(self)
        self.send = PrimaryButton(self.tr("Send"))
        self._private = Label("", "small", "ink3", wrap=True)
        self._lay_out()
        self.send.clicked.connect(self._send)
        self.box.edited.connect(self._edited)
        notebook.changed.connect(self._refresh)
        team.changed.connect(self._learn)
        self._learn()

    def stand_beside(self, high: int) -> None:
        """Beside a button that is so many px high, 0 for none: the name is in line with it."""
        self._name.setMinimumHeight(high)

    @property
    def bubbles(self) -> list[Bubble]:
        """The notes that are there by now, as they were written."""
        return self._list.bubbles

    def open(self, person: str) -> None:
        """Show the notes with a person; what was typed for another stays."""
        if self.person:
            self._drafts[self.person] = self.box.text
        self.person = person
        self._shown = []
        self.box.set_text(self._drafts.get(person, ""))
        self._refresh()
        self._learn()
        self.told.emit("")
        if self.box.isEnabled() and self.isVisible():
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """What came meanwhile is seen now."""
        super().showEvent(event)
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter sends; a note is one line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            entered = event.key() in ENTER
        else:
            entered = False
        if entered:
            self._send()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.setSpacing(12)
        nothing.addStretch(1)
        nothing.addWidget(self._empty)
        nothing.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignHCenter)
        nothing.addStretch(1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(6)
        foot.addWidget(Glyph("eye-off", "ink3", 14))
        foot.addWidget(self._private, 1)
        foot.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.box)
        column.addWidget(self._foot)

    def _called(self) -> str:
        card = self._team.roster.card(self.person)
        name = card.person.name if card is not None else self._notebook.name_of(self.person)
        return name or self.person[:12]

    @Slot()
    def _refresh(self) -> None:
        if not self.person:
            return
        notes = self._notebook.between(self.person)[-_SHOWN:]
        if self.isVisible():
            self._notebook.see(self.person)
        if notes == self._shown and notes:
            return
        self._shown = list(notes)
        self._list.show_notes(notes, self._called(), self._team.clock(), self._taking_back.going)
        self._list.setVisible(bool(notes))
        self._nothing.setVisible(not notes)

    @Slot()
    def _learn(self) -> None:
        """Who it is, and whether anything can be sent now."""
        name, card = self._called(), self._team.roster.card(self.person)
        paused = self._team.sharing is Sharing.PAUSED
        there = bool(self.person) and card is not None and not self._team.removed
        for part in (self._name, self.box, self._foot):
            part.setVisible(bool(self.person))
        self.begin.setVisible(not self.person)
        if not self.person:
            self._list.hide()
        self._name.setText(name if self.person else "")
        first = name.split(" ", 1)[0]
        self._empty.setText(
            self.tr(
                "Nothing written yet. A note reaches {name} also when either of you is away."
            ).format(name=first)
            if self.person
            else self.tr(
                "No notes yet. A note is for one colleague, who alone can read it. It arrives also "
                "when either of you is away."
            )
        )
        words = self.tr("Only {name} and you can read this. It goes after 90 days.")
        if self.person and not there:
            words = self.tr("{name} is no longer in the team.")
        elif paused:
            words = self.tr("Sharing is paused: notes to {name} can be sent when you share again.")
        self._private.setText(words.format(name=first) if self.person else "")
        self.box.setEnabled(there and not paused)
        self._edited()

    @Slot()
    def _edited(self) -> None:
        said = bool(self.box.text.strip()) and self.box.ring.left >= 0
        self.send.setEnabled(self.box.isEnabled() and said)

    @Slot()
    def _send(self) -> None:
        if not self.send.isEnabled():
            return
        self.send.setEnabled(False)
        person, text = self.person, self.box.text
        self._team.ask(WriteNote(person, text), lambda _: self._sent(person, text), self._failed)

    def _sent(self, person: str, text: str) -> None:
        self._drafts.pop(person, None)
        if person == self.person and self.box.text == text:
            self.box.set_text("")
        self.told.emit("")
        self._edited()

    @Slot(str)
    def _take_back(self, note: str) -> None:
        texts = {each["id"]: each["text"] for each in self._notebook.between(self.person)}
        self._taking_back.begin(note, texts[note], TakeBackNote(note))

    @Slot()
    def _show_going(self) -> None:
        self._shown = []
        self._refresh()

    @Slot(str)
    def _decline(self, note: str) -> None:
        self._team.ask(DeclineIntroduction(note), failed=self._failed)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error))
        self._edited()
