"""Step 2: who I am to my colleagues."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from presencemap.domain.person import Profile
from presencemap.domain.text import clean
from presencemap.ui.controls import ScrollArea
from presencemap.ui.onboarding.page import Page
from presencemap.ui.profile.form import ProfileForm


class ProfilePage(Page):
    """Name needed; talents encouraged; contact ways as one likes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            2,
            self.tr("Who are you?"),
            self.tr("Colleagues see this. Change it whenever you like."),
            parent,
        )
        self.form = ProfileForm(examples=True)
        self.form.changed.connect(self.ready_changed)
        scroll = ScrollArea(self.form)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(scroll, 1)
        self.profile = Profile("")

    @property
    def ready(self) -> bool:
        """A name stands there."""
        return bool(clean(self.form.name.text()))

    def enter(self) -> None:
        """The caret into the name."""
        self.form.name.setFocus()

    def leave(self) -> bool:
        """Keep the profile if it is one."""
        profile = self.form.take()
        if profile is None:
            return False
        self.profile = profile
        return True
