"""Step 1: into a team with a link, or a new team."""

from PySide6.QtCore import QDateTime, QLocale, QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.domain.errors import PresenceMapError
from presencemap.domain.person import MAX_NAME
from presencemap.domain.team import Inviters
from presencemap.domain.text import clean
from presencemap.ui.controls import Field, Glyph, Label, Segmented, clearable, dress, two_lines
from presencemap.ui.onboarding.choice_box import ChoiceBox
from presencemap.ui.onboarding.page import Page
from presencemap.ui.ports import Admission, InvitePreview
from presencemap.ui.sentences import sentence

_READ_AFTER_MS = 150


class _Welcome(QFrame):
    """The green box: this link reads well, and leads to that team."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, surface="ok")
        self._team = Label("", "strong")
        self._by = Label("", "small", "ink2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(Glyph("shield-check", "ok", 20))
        row.addLayout(two_lines(self._team, self._by, spacing=2), 1)

    def show_team(self, preview: InvitePreview) -> None:
        """Name the team, who invited, and how long the link works."""
        self._team.setText(preview.team)
        ends = QDateTime.fromMSecsSinceEpoch(preview.expires).date()
        day = QLocale().toString(ends, "d MMMM")
        facts = [self.tr("The link works until {day}").format(day=day)]
        if preview.inviter:
            facts.insert(0, self.tr("Invited by {name}").format(name=preview.inviter))
        self._by.setText(". ".join(facts))
        self.setAccessibleName(f"{preview.team}. {self._by.text()}")


class TeamPage(Page):
    """Holds the link, or the new team's name and policy; nothing is written here."""

    submitted = Signal()

    def __init__(self, admission: Admission, parent: QWidget | None = None) -> None:
        super().__init__(
            1,
            self.tr("Join your team"),
            self.tr(
                "There is no account and no server. "
                "Your team lives on the computers of its members."
            ),
            parent,
        )
        self._admission = admission
        self._preview: InvitePreview | None = None
        self.link = QLineEdit()
        self.link.setPlaceholderText("presencemap://join#…")
        clearable(self.link)
        self._link_field = Field(self.tr("Invite link"), self.link)
        self.welcome = _Welcome()
        self.welcome.hide()
        with_link = _stacked(self._link_field, self.welcome)
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        help_text = self.tr("As your colleagues call it. You invite them from the map.")
        self._name_field = Field(self.tr("Name of the team"), self.name, help_text)
        self.inviters_choice = Segmented(self.tr("Who may invite"))
        self.inviters_choice.add(Inviters.MEMBERS.value, self.tr("Every member"))
        self.inviters_choice.add(Inviters.STEWARDS.value, self.tr("Stewards only"))
        chosen = self.tr("For good. You are the first steward, and can appoint others.")
        who = Field(self.tr("Who may invite"), self.inviters_choice, chosen)
        name_box = _stacked(self._name_field, who)
        self.invited = ChoiceBox(
            "link",
            self.tr("I have an invite"),
            self.tr("Paste the link that a colleague sent"),
            with_link,
        )
        self.anew = ChoiceBox(
            "plus",
            self.tr("Start a new team"),
            self.tr("You get a link to invite colleagues with"),
            name_box,
        )
        group = QButtonGroup(self)
        group.addButton(self.invited.radio)
        group.addButton(self.anew.radio)
        self.column.addWidget(self.invited)
        self.column.addSpacing(12)
        self.column.addWidget(self.anew)
        self.column.addStretch(1)
        # A link is read once typing rests: half of one is no error yet.
        self._rest = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._rest.timeout.connect(self.read_link)
        self.link.textChanged.connect(self._link_changed)
        self.name.textChanged.connect(self._name_changed)
        self.link.returnPressed.connect(self.submitted)
        self.name.returnPressed.connect(self.submitted)
        self.invited.chosen.connect(self._chosen)
        self.anew.chosen.connect(self._chosen)
        self.invited.radio.setChecked(True)

    @property
    def joining(self) -> bool:
        """With a link, or a new team."""
        return self.invited.radio.isChecked()

    @property
    def team_name(self) -> str:
        """The team that is entered or founded, "" while that isn't known."""
        if self.joining:
            return self._preview.team if self._preview is not None else ""
        return clean(self.name.text())

    @property
    def inviters(self) -> Inviters:
        """Who may invite into the new team."""
        return Inviters(self.inviters_choice.value)

    @property
    def ready(self) -> bool:
        """A link that reads well, or a name."""
        return bool(self.team_name)

    @property
    def error(self) -> str:
        """What is wrong with the link, "" when all is well."""
        return self._link_field.error

    def enter(self) -> None:
        """The caret into the field of the way that is chosen."""
        (self.link if self.joining else self.name).setFocus()

    def leave(self) -> bool:
        """Read the link at once if typing hasn't rested yet."""
        if self.joining:
            self.read_link()
        elif not self.ready:
            self._name_field.set_error(self.tr("A team needs a name."))
            self.name.setFocus()
        return self.ready

    @Slot()
    def read_link(self) -> None:
        """Ask what the link offers; show it, or what is wrong with it."""
        self._rest.stop()
        link = self.link.text().strip()
        self._preview = None
        wrong = ""
        if link:
            try:
                self._preview = self._admission.preview_invite(link)
            except PresenceMapError as error:
                wrong = sentence(error)
        self._link_field.set_error(wrong)
        self.welcome.setVisible(self._preview is not None)
        if self._preview is not None:
            self.welcome.show_team(self._preview)
        self.ready_changed.emit()

    @Slot()
    def _link_changed(self) -> None:
        self._preview = None
        self.welcome.hide()
        self._link_field.set_error("")
        self.ready_changed.emit()
        self._rest.start()

    @Slot()
    def _name_changed(self) -> None:
        self._name_field.set_error("")
        self.ready_changed.emit()

    @Slot()
    def _chosen(self) -> None:
        if self.isVisible():
            self.enter()
        self.ready_changed.emit()


def _stacked(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part)
    return holder
