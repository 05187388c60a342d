"""One job as a row of the dialog: what it is, who is on it, and what may be done with it.

Stays the same row while the job changes, so that focus and pointer keep what they have.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.domain.job import Job
from presencemap.domain.person import Person
from presencemap.ui.controls import ENTER, Button, ElidedLabel, Face, Glyph, IconButton, dress
from presencemap.ui.jobs import phrases

_FACES = 4
_FACE = 26


class _NameField(QLineEdit):
    """Enter and Esc are for the name, not for the dialog around it."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say that it is done, or given up."""
        if event.key() in ENTER:
            self.returnPressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class JobRow(QFrame):
    """`join_wanted` with the job's id and whether; `rename_wanted` with what was typed for it.

    ``mixed``: among things of other kinds an icon says what it is, and it isn't renamed there.
    """

    join_wanted = Signal(str, bool)
    rename_wanted = Signal(str, str)

    def __init__(self, person: Callable[[str], Person | None], *, mixed: bool = False) -> None:
        super().__init__()
        self._person = person
        self._job = Job("", "")
        self._mine = False
        self._name = ElidedLabel("", "body")
        dress(self._name, strong=True)
        self._topics = ElidedLabel("", "small", "accent")
        self._crew = ElidedLabel("", "small", "ink2")
        self.field = _NameField()
        self.field.setAccessibleName(self.tr("Name and #topics of the job"))
        self._faces = [Face(_FACE, "surface") for _ in range(_FACES)]
        self.rename = IconButton("pencil", "")
        self.act = Button("", small=True)
        self.act.setAutoDefault(False)
        self._lay_out(mixed=mixed)
        self.act.clicked.connect(lambda: self.join_wanted.emit(self._job.id, not self._mine))
        self.rename.clicked.connect(self._begin)
        self.field.returnPressed.connect(self._renamed)
        self.field.given_up.connect(self._give_up)

    def show_job(self, job: Job, me: str) -> None:
        """What it is now; a name that is being typed stays."""
        self._job, self._mine = job, me in job.people
        crew = phrases.crew_words(job, self._person, me)
        self._name.setText(job.name)
        self._topics.setText(phrases.topic_words(job))
        self._crew.setText(crew)
        self._topics.setVisible(bool(job.topics) and self.field.isHidden())
        known = [each for who in job.people if (each := self._person(who))]
        for number, face in enumerate(self._faces):
            face.setVisible(number < len(known))
            if number < len(known):
                face.show_bare(known[number].id, known[number].name, known[number].initials)
        said = self.tr("Leave {name}") if self._mine else self.tr("Join {name}")
        self.act.setText(self.tr("Leave") if self._mine else self.tr("Join"))
        self.act.setAccessibleName(said.format(name=job.name))
        self.rename.set_name(self.tr("Rename {name}").format(name=job.name))
        self.setAccessibleName(", ".join(filter(None, (job.text, crew))))

    def _lay_out(self, *, mixed: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self._name, self._topics, self.field, self._crew):
            words.addWidget(part)
        self.field.hide()
        crowd = QWidget()
        side = QHBoxLayout(crowd)
        side.setContentsMargins(0, 5, 0, 0)
        side.setSpacing(0)
        for face in self._faces:
            side.addWidget(face)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 4, 6)
        row.setSpacing(8)
        if mixed:
            row.setContentsMargins(6, 6, 4, 6)
            row.addWidget(Glyph("briefcase", "work", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addSpacing(2)
            self.rename.hide()
        row.addLayout(words, 1)
        row.addWidget(crowd)
        row.addWidget(self.rename)
        row.addWidget(self.act)

    @Slot()
    def _begin(self) -> None:
        self.field.setText(self._job.text)
        self._type(on=True)
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def _renamed(self) -> None:
        if self.field.text().strip() not in ("", self._job.text):
            self.rename_wanted.emit(self._job.id, self.field.text())
        self._give_up()

    @Slot()
    def _give_up(self) -> None:
        self._type(on=False)
        self.rename.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, *, on: bool) -> None:
        self.field.setVisible(on)
        self._name.setVisible(not on)
        self._topics.setVisible(not on and bool(self._job.topics))
