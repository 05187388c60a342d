"""My profile: the form beside the card that colleagues see, which changes as I type."""

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.commands import SetProfile
from presencemap.ui.controls import Label, polish
from presencemap.ui.dialog import Dialog
from presencemap.ui.profile.form import ProfileForm
from presencemap.ui.profile.preview import SOMEBODY, CardPreview
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class ProfileDialog(Dialog):
    """Saved by its main button only; an error keeps everything that was typed."""

    def __init__(self, team: Team, parent: QWidget | None = None, *, later: bool = False) -> None:
        """``later``: whoever opens it makes it, in `steps`."""
        super().__init__(self.tr("My profile"), "", parent)
        self.main.setText(self.tr("Save"))
        self._team = team
        self.make(self._parts(), later=later)

    def _parts(self) -> Iterator[None]:
        # In the dialog from the first: Qt dresses anew whatever gets another parent.
        self.form = ProfileForm(self)
        self.form.setMinimumWidth(340)
        yield
        self.preview = CardPreview(self._team.clock, self)
        yield
        polish(self.preview)
        yield
        seen = QVBoxLayout()
        seen.setSpacing(0)
        seen.addWidget(Label(self.tr("What a colleague sees"), "small", "ink3"))
        seen.addWidget(self.preview)
        seen.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(self.form, 1)
        halves.addLayout(seen)
        self.body.addLayout(halves)
        if self._team.me is not None:
            self.form.show_profile(self._team.me.person.profile)
        self.form.changed.connect(self._show)
        yield
        self._show()
        self.form.name.setFocus()

    @Slot()
    def submit(self) -> None:
        """Save, and close once the node has it."""
        profile = self.form.take()
        if profile is not None:
            self.main.setEnabled(False)
            self._team.ask(SetProfile(profile), lambda _: self.accept(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))

    @Slot()
    def _show(self) -> None:
        me = self._team.me
        person = me.person.id if me is not None else SOMEBODY
        status = self._team.my_status
        self.preview.show_profile(self.form.typed(), status, self._team.places, person)
