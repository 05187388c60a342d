"""A new place for the whole team: what it is, where it is, what it is part of."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from presencemap.app.commands import AddPlace
from presencemap.domain.place import HOME, ROAD, SITES, PlaceKind, PlaceTree
from presencemap.domain.text import clean
from presencemap.ui import assets
from presencemap.ui.compose.place_field import in_order
from presencemap.ui.controls import Field, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people.wording import place_path
from presencemap.ui.ports import Towns
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.town_field import TownField

KINDS = (
    PlaceKind.CLIENT,
    PlaceKind.OFFICE,
    PlaceKind.FLOOR,
    PlaceKind.ROOM,
    PlaceKind.DESK,
)
"""What can be added; Home and On the road are always there."""


def kind_word(kind: PlaceKind) -> str:
    """A kind of place in words."""
    words = {
        PlaceKind.CLIENT: QCoreApplication.translate("PlaceDialog", "Client"),
        PlaceKind.OFFICE: QCoreApplication.translate("PlaceDialog", "Office"),
        PlaceKind.HOME: QCoreApplication.translate("PlaceDialog", "Home"),
        PlaceKind.ROAD: QCoreApplication.translate("PlaceDialog", "On the road"),
        PlaceKind.FLOOR: QCoreApplication.translate("PlaceDialog", "Floor"),
        PlaceKind.ROOM: QCoreApplication.translate("PlaceDialog", "Room"),
        PlaceKind.DESK: QCoreApplication.translate("PlaceDialog", "Desk"),
        PlaceKind.TOWN: QCoreApplication.translate("PlaceDialog", "Town"),
    }
    return words[kind]


class PlaceDialog(Dialog):
    """A site has a town; a floor, room or desk is in another place."""

    def __init__(self, team: Team, towns: Towns, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add a place"), "", parent)
        self.main.setText(self.tr("Add"))
        self._team = team
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.kind = QComboBox()
        self.parent_place = QComboBox()
        self.town = TownField(towns)
        self._name_field = Field(self.tr("Name"), self.name)
        self._parent_field = Field(self.tr("Inside"), self.parent_place)
        help_text = self.tr("Without a town the place has no spot on the map.")
        self._town_field = Field(self.tr("Town"), self.town, help_text)
        self.body.addWidget(
            Label(self.tr("Everyone in the team can use it from then on."), "body", "ink2")
        )
        self.body.addWidget(self._name_field)
        self.body.addWidget(Field(self.tr("Kind"), self.kind))
        self.body.addWidget(self._parent_field)
        self.body.addWidget(self._town_field)
        self._fill(team.places)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.name.textChanged.connect(self._mend)
        self.town.changed.connect(self._mend)
        self._kind_changed()
        self.setMinimumWidth(400)

    @Slot()
    def submit(self) -> None:
        """Add it, and close once the node has it."""
        if not clean(self.name.text()):
            self._name_field.set_error(self.tr("Give the new place a name."))
            self.name.setFocus()
            return
        if self._is_site and self.town.unknown:
            self._town_field.set_error(self.town.unknown_sentence())
            self.town.setFocus()
            self.settle()
            return
        self.main.setEnabled(False)
        self._team.ask(self._command(), lambda _: self.accept(), self._failed)

    @property
    def _is_site(self) -> bool:
        return PlaceKind(self.kind.currentData()) in SITES

    def _command(self) -> AddPlace:
        town = self.town.town if self._is_site else None
        return AddPlace(
            name=clean(self.name.text()),
            kind=PlaceKind(self.kind.currentData()),
            parent=None if self._is_site else self.parent_place.currentData(),
            lat=None if town is None else town.lat,
            lon=None if town is None else town.lon,
            town="" if town is None else town.name,
        )

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))

    def _fill(self, places: PlaceTree) -> None:
        tone = appearance().theme.colour("ink2")
        for place in in_order(places):
            if place.id not in (HOME.id, ROAD.id):
                icon = assets.icon(place_icon(place.kind), tone)
                self.parent_place.addItem(icon, place_path(places, place.id), place.id)
        # A floor, room or desk needs something to be in.
        for kind in KINDS if self.parent_place.count() else KINDS[:2]:
            self.kind.addItem(assets.icon(place_icon(kind), tone), kind_word(kind), kind.value)

    @Slot()
    def _kind_changed(self) -> None:
        self._parent_field.setVisible(not self._is_site)
        self._town_field.setVisible(self._is_site)

    @Slot()
    def _mend(self) -> None:
        self._name_field.set_error("")
        self._town_field.set_error("")
