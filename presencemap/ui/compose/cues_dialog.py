"""Drafts from git and calendar: turned on here by their owner alone, and what is read for them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from presencemap.app.cues import CueSources, Found
from presencemap.ui.compose.cue_offer import trouble_words
from presencemap.ui.compose.cues import Cues
from presencemap.ui.controls import Button, Field, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.theme import appearance

_LINES = 3


class CuesDialog(Dialog):
    """Closes once all that was named could be read, or when drafts are off."""

    def __init__(self, cues: Cues, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Drafts from git and calendar"), "", parent)
        self.main.setText(self.tr("Save"))
        self._cues = cues
        self._asked = cues.sources
        about = self.tr(
            "When you open “What are you on?” with nothing typed, it can offer a draft. It is read "
            "then, on this computer alone, and kept nowhere. Nothing is sent by itself: you take "
            "the draft or don’t, and share it or don’t."
        )
        self.on = QCheckBox(self.tr("Offer me drafts"))
        self.on.setChecked(self._asked.on)
        self.folders = QPlainTextEdit("\n".join(self._asked.folders))
        self.folders.setTabChangesFocus(True)
        self.folders.setPlaceholderText("~/work/invoicing")
        self.folders.setFixedHeight(appearance().theme.line("post") * _LINES + 18)
        self.calendar = QLineEdit(self._asked.calendar)
        self.calendar.setPlaceholderText("~/calendar.ics")
        self.folders_field = Field(
            self.tr("Folders with a git repository, one a line"),
            self.folders,
            self.tr("The name of the branch is read, no code. main and master give no draft."),
        )
        self.calendar_field = Field(
            self.tr("Calendar file (.ics)"),
            self.calendar,
            self.tr("The title and end of what is on now are read; nothing private or all day."),
        )
        self.add = Button(self.tr("Add a folder …"), small=True)
        self.choose = Button(self.tr("Choose a file …"), small=True)
        self.now = Label("", "small", "ink2", wrap=True)
        self.now.hide()
        self.body.addWidget(Label(about, "body", "ink2", wrap=True))
        self.body.addWidget(self.on)
        for field, button in ((self.folders_field, self.add), (self.calendar_field, self.choose)):
            self.body.addLayout(_with(field, button))
        self.body.addWidget(self.now)
        self.add.clicked.connect(self._add_folder)
        self.choose.clicked.connect(self._choose_file)
        self.folders.textChanged.connect(self._mend)
        self.calendar.textEdited.connect(self._mend)
        self.on.toggled.connect(self._mend)
        self.setMinimumWidth(appearance().theme.px(460))

    @Slot()
    def submit(self) -> None:
        """Save; where drafts are on, once all could be read."""
        lines = (line.strip() for line in self.folders.toPlainText().splitlines())
        folders = tuple(dict.fromkeys(filter(None, lines)))
        self._asked = CueSources(self.on.isChecked(), folders, self.calendar.text().strip())
        if not self._asked.on:
            self._keep()
        elif not (folders or self._asked.calendar):
            self.folders_field.set_error(self.tr("Name a folder, or a calendar file below."))
            self.folders.setFocus()
            self.settle()
        else:
            self.main.setEnabled(False)
            self.now.setText(self.tr("Reading them …"))
            self.now.show()
            self.settle()
            self._cues.examine(self._asked, self._examined, self._failed)

    def _examined(self, found: Found) -> None:
        self.main.setEnabled(True)
        self.now.hide()
        if not found.troubles:
            self._keep()
            return
        wrong = [each for each in found.troubles if each.path in self._asked.folders]
        others = [each for each in found.troubles if each not in wrong]
        for field, troubles in ((self.calendar_field, others), (self.folders_field, wrong)):
            if troubles:
                field.set_error("\n".join(trouble_words(each) for each in troubles))
                field.editor.setFocus()
        self.settle()

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.now.hide()
        self.tell(sentence(error))

    def _keep(self) -> None:
        self._cues.sources = self._asked
        self.accept()

    @Slot()
    def _add_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder with a git repository"))
        if folder:
            self.folders.appendPlainText(folder)
            self.on.setChecked(True)

    @Slot()
    def _choose_file(self) -> None:
        words = self.tr("Calendars (*.ics)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Calendar file (.ics)"), "", words)
        if file:
            self.calendar.setText(file)
            self.on.setChecked(True)
            self._mend()

    @Slot()
    def _mend(self) -> None:
        for field in (self.folders_field, self.calendar_field):
            field.set_error("")


def _with(field: Field, button: Button) -> QVBoxLayout:
    """The field, and below it at the left what fills it."""
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(field)
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    return column
