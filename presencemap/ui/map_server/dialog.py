"""The map server: chosen here for the team by who may, and agreed to by each for this computer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from presencemap.app.commands import ChooseMapServer
from presencemap.domain.errors import MapTemplateUnusable, UserError
from presencemap.domain.map_server import MAX_ATTRIBUTION, MAX_TEMPLATE, MapServer
from presencemap.domain.text import clean
from presencemap.ui.controls import Field, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.map_server.consent import MapConsent
from presencemap.ui.map_server.question import what_it_learns
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class MapServerDialog(Dialog):
    """Closes once the node has what was chosen."""

    def __init__(self, team: Team, consent: MapConsent, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Map server"), "", parent)
        self.main.setText(self.tr("Save"))
        self._team, self._consent = team, consent
        server = team.map_server
        self.template = QLineEdit(server.template if server else "")
        self.template.setMaxLength(MAX_TEMPLATE)
        self.template.setPlaceholderText("https://tiles.example/{z}/{x}/{y}.png")
        self.attribution = QLineEdit(server.attribution if server else "")
        self.attribution.setMaxLength(MAX_ATTRIBUTION)
        self._template_field = Field(self.tr("Address, for the whole team"), self.template)
        help_text = self.tr("It stands on the map. Both empty: no map server.")
        named = self.tr("Whose map it is")
        self._attribution_field = Field(named, self.attribution, help_text)
        about = self.tr("Closer than a region the app's own map ends; a map server has streets.")
        self.body.addWidget(Label(about, "body", "ink2", wrap=True))
        if team.may_choose_map:
            self.body.addWidget(self._template_field)
            self.body.addWidget(self._attribution_field)
        else:
            self.body.addWidget(Label(self._chosen(server), "body", wrap=True))
        self.use = QCheckBox(self.tr("Use it on this computer"))
        self.use.setChecked(bool(consent.agreed))
        self.use.setAccessibleDescription(what_it_learns())
        self.use.setVisible(team.may_choose_map or server is not None)
        self.body.addWidget(self.use)
        self.body.addWidget(Label(what_it_learns(), "small", "ink3", wrap=True))
        if consent.troubled:
            trouble = self.tr("It doesn't answer as a map server does, so the own map is shown.")
            self.body.addWidget(Label(trouble, "small", "danger", wrap=True))
        self.template.textEdited.connect(self._mend)
        self.attribution.textEdited.connect(self._mend)
        self.setMinimumWidth(440)

    @Slot()
    def submit(self) -> None:
        """Save both, or say what is wrong."""
        before = self._team.map_server
        after = before
        if self._team.may_choose_map:
            try:
                after = self._said()
            except UserError as error:
                unusable = isinstance(error, MapTemplateUnusable)
                field = self._template_field if unusable else self._attribution_field
                field.set_error(sentence(error))
                field.editor.setFocus()
                self.settle()
                return
        if after == before:
            self._answer(after)
            return
        self.main.setEnabled(False)
        command = ChooseMapServer(after.template, after.attribution) if after else ChooseMapServer()
        self._team.ask(command, lambda _: self._answer(after), self._failed)

    def _said(self) -> MapServer | None:
        template, attribution = clean(self.template.text()), clean(self.attribution.text())
        return MapServer.said(template, attribution) if template or attribution else None

    def _answer(self, server: MapServer | None) -> None:
        """A box that was left empty answers no question that wasn't put yet."""
        if server is not None and (self.use.isChecked() or self._consent.agreed is not None):
            self._consent.answer(server.site, self.use.isChecked())
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))

    def _chosen(self, server: MapServer | None) -> str:
        if server is None:
            return self.tr("Your team uses none.")
        words = self.tr("Your team uses {site}: {attribution}")
        return words.format(site=server.site, attribution=server.attribution)

    @Slot()
    def _mend(self) -> None:
        self._template_field.set_error("")
        self._attribution_field.set_error("")
