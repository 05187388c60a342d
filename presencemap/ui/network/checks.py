"""The six checks: each an icon, its name, one sentence, and a word for how it ended."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.doctor import words
from presencemap.app.doctor.findings import Report, State, Subject
from presencemap.ui.controls import Glyph, Label, Line, dress

LOOKS = {
    State.WELL: ("check", "ok", "ok"),
    State.FAULT: ("triangle-alert", "warn", "warn"),
    State.UNKNOWN: ("info", "ink3", "sunken"),
}
"""Icon, its tone, and the ground under it."""
_ROUND = 28

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


class CheckRow(QWidget):
    """One check; nothing is known of it until it is told."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = words.title(subject, translate)
        self._ground = QFrame()
        self._ground.setFixedSize(_ROUND, _ROUND)
        self._ground.setStyleSheet(f"border-radius: {_ROUND // 2}px;")
        self._glyph = Glyph("clock", "ink3")
        inner = QHBoxLayout(self._ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignCenter)
        title = Label(self._title)
        dress(title, strong=True)
        self.word = Label("", "small", "ink2")
        self.sentence = Label("", "small", "ink2", wrap=True)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.word)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(top)
        texts.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(12)
        row.addWidget(self._ground, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.wait()

    def wait(self) -> None:
        """It is being looked into."""
        self._show("clock", "ink3", "sunken", translate("NetworkDialog", "Checking …"))

    def tell(self, state: State, sentence: str) -> None:
        """How it ended."""
        self.sentence.setText(sentence)
        self._show(*LOOKS[state], words.state_word(state, translate))

    def _show(self, icon: str, tone: str, ground: str, word: str) -> None:
        self._glyph.become(icon, tone)
        dress(self._ground, surface=ground)
        self.word.setText(word)
        self.word.set_tone(tone if tone != "ink3" else "ink2")
        self.setAccessibleName(f"{self._title}: {word}. {self.sentence.text()}".strip())


class ChecksCard(QFrame):
    """All six, under one heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, surface="card")
        heading = Label(self.tr("Can colleagues reach you?"))
        dress(heading, strong=True)
        heading.setContentsMargins(16, 12, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 2)
        column.setSpacing(0)
        column.addWidget(heading)
        self.rows = {subject: CheckRow(subject) for subject in Subject}
        for row in self.rows.values():
            column.addWidget(Line())
            column.addWidget(row)

    def wait(self) -> None:
        """A look is under way."""
        for row in self.rows.values():
            row.wait()

    def tell(self, report: Report) -> None:
        """What was found."""
        for check in report.checks:
            sentence = words.sentence(check, report.facts, translate)
            self.rows[check.subject].tell(check.state, sentence)
