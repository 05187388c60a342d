"""The three things a profile holds, as a form: name, talents, contact ways."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.domain.errors import UserError
from presencemap.domain.person import MAX_NAME, Profile, profile_said
from presencemap.domain.text import clean, fold
from presencemap.ui.controls import Chip, Field, Label, dress
from presencemap.ui.profile.contacts_field import ContactsField
from presencemap.ui.profile.talents_field import TalentsField
from presencemap.ui.sentences import sentence


class ProfileForm(QWidget):
    """`changed` after every change. With `examples`, talents can be added by a click."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, examples: bool = False) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name_field = Field(self.tr("Name"), self.name)
        self.talents = TalentsField()
        self._offered: dict[str, Chip] = {}
        """Examples, which go once they are taken."""
        help_text = self.tr("What you like to be asked about, not your job title.")
        self._talents_field = Field(self.tr("Ask me about"), self.talents, help_text)
        self.contacts = ContactsField()
        reach = Label(self.tr("Reach me by"), "small", "ink2")
        dress(reach, strong=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name_field)
        column.addSpacing(14)
        column.addWidget(self._talents_field)
        if examples:
            column.addSpacing(6)
            column.addLayout(self._examples())
        column.addSpacing(14)
        column.addWidget(reach)
        column.addSpacing(4)
        column.addWidget(self.contacts)
        column.addStretch(1)
        self.name.textChanged.connect(self._changed)
        self.talents.changed.connect(self._changed)
        self.contacts.changed.connect(self._changed)

    def show_profile(self, profile: Profile) -> None:
        """Fill the fields."""
        self.name.setText(profile.name)
        self.talents.set_talents(profile.talents)
        self.contacts.set_ways(profile.contacts)

    def typed(self) -> Profile:
        """What stands in the fields now, checked by nobody: for the preview."""
        name = clean(self.name.text()) or self.tr("Your name")
        return Profile(name, self.talents.talents, self.contacts.ways)

    def take(self) -> Profile | None:
        """The profile, or None where a field needs mending, and then that field says so."""
        self.talents.take_typed()
        if not clean(self.name.text()):
            self.name_field.set_error(self.tr("Colleagues need a name to know you by."))
            self.name.setFocus()
            return None
        if not self.contacts.take_typed():
            return None
        try:
            return profile_said(self.name.text(), self.talents.talents, self.contacts.ways)
        except UserError as error:
            self.name_field.set_error(sentence(error))
            return None

    def _examples(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Label(self.tr("For example"), "small", "ink3"))
        for word in (self.tr("Facilitation"), self.tr("Interviewing"), self.tr("Excel")):
            chip = self._offered[word] = Chip(word)
            chip.setCheckable(False)
            chip.setAccessibleName(self.tr("Add the talent {name}").format(name=word))
            chip.clicked.connect(lambda _checked=False, word=word: self.talents.add(word))
            row.addWidget(chip)
        row.addStretch(1)
        return row

    @Slot()
    def _changed(self) -> None:
        if clean(self.name.text()):
            self.name_field.set_error("")
        taken = set(map(fold, self.talents.talents))
        for word, chip in self._offered.items():
            chip.setVisible(fold(word) not in taken)
        self.changed.emit()
