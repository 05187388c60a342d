"""A place for the whole team, new or changed: what it is, where it is, what it is part of."""

from dataclasses import astuple

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from presencemap.app.commands import AddPlace, EditPlace
from presencemap.domain.errors import InvalidInput
from presencemap.domain.person import MAX_NAME
from presencemap.domain.place import (
    HOME,
    MAX_CAPACITY,
    ROAD,
    SITES,
    Place,
    PlaceKind,
    PlaceTree,
    spot_said,
)
from presencemap.domain.text import clean
from presencemap.ui import assets
from presencemap.ui.compose.place_list import in_order
from presencemap.ui.controls import Field, Label, QuietButton
from presencemap.ui.dialog import Dialog
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people.wording import place_path
from presencemap.ui.ports import Town, Towns
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
    """A site has a town and a spot; a floor, room or desk is in another place.

    ``pin_wanted`` with the place: its spot shall be shown on the map, to be moved there;
    ``saved`` with what it has become. ``inside``: what a new floor, room or desk is likely in;
    ``kind``: which of them is likely meant; ``why``: a new one is wanted.
    """

    pin_wanted = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        team: Team,
        towns: Towns,
        place: Place | None = None,
        parent: QWidget | None = None,
        *,
        inside: Place | None = None,
        kind: PlaceKind | None = None,
        why: str = "",
    ) -> None:
        super().__init__(
            self.tr("Change this place") if place else self.tr("Add a place"), "", parent
        )
        self.main.setText(self.tr("Save") if place else self.tr("Add"))
        self._team = team
        self._towns = towns
        self._place = place
        self._town_before: Town | None = None
        self._own_spot = ""
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.kind = QComboBox()
        self.parent_place = QComboBox()
        self.town = TownField(towns)
        self.spot = QLineEdit()
        self.spot.setPlaceholderText(self.tr("The middle of the town"))
        self.pin = QuietButton(self.tr("Show the spot on the map, to move it"), small=True)
        self._name_field = Field(self.tr("Name"), self.name)
        self._parent_field = Field(self.tr("Inside"), self.parent_place)
        help_text = self.tr("Without a town the place has no spot on the map.")
        self._town_field = Field(self.tr("Town"), self.town, help_text)
        self.body.addWidget(
            Label(
                why or self.tr("Everyone in the team can use it from then on."),
                "body",
                "ink2",
                wrap=True,
            )
        )
        self.body.addWidget(self._name_field)
        self.body.addWidget(Field(self.tr("Kind"), self.kind))
        self.body.addWidget(self._parent_field)
        self.body.addWidget(self._town_field)
        self.capacity = QSpinBox()
        self.capacity.setRange(0, MAX_CAPACITY)
        self.capacity.setSpecialValueText(self.tr("Not said"))
        # The style sheet's padding doesn't reach the field inside.
        self.capacity.lineEdit().setTextMargins(11, 0, 0, 0)
        self._capacity_field = Field(self.tr("For how many people"), self.capacity)
        self.body.addWidget(self._capacity_field)
        self._spot_field = Field(self.tr("Latitude, longitude"), self.spot)
        self.body.addWidget(self._spot_field)
        self.body.addWidget(self.pin)
        self._fill(team.places)
        if place is not None:
            self._show(place)
        elif inside is not None:
            self.parent_place.setCurrentIndex(self.parent_place.findData(inside.id))
        if kind is not None:
            self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self._before = self._said()
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.name.textChanged.connect(self._mend)
        self.town.changed.connect(self._town_changed)
        self.spot.textChanged.connect(self._mend)
        self.pin.clicked.connect(self._pin)
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
        try:
            command = self._command()
        except InvalidInput as error:
            self._spot_field.set_error(sentence(error))
            self.spot.setFocus()
            self.settle()
            return
        self.main.setEnabled(False)
        self._team.ask(command, self._done, self._failed)

    @property
    def _is_site(self) -> bool:
        return PlaceKind(self.kind.currentData()) in SITES

    @property
    def _is_room(self) -> bool:
        return PlaceKind(self.kind.currentData()) is PlaceKind.ROOM

    def _command(self) -> AddPlace | EditPlace:
        """What to ask of the node.

        Raises:
            InvalidInput: the spot is none.
        """
        town = self.town.town if self._is_site else None
        spot = spot_said(self.spot.text()) if self._is_site else None
        if spot is None and town is not None:
            spot = town.lat, town.lon
        lat, lon = spot or (None, None)
        said = AddPlace(
            name=clean(self.name.text()),
            kind=PlaceKind(self.kind.currentData()),
            parent=None if self._is_site else self.parent_place.currentData(),
            lat=lat,
            lon=lon,
            town="" if town is None else town.name,
            capacity=(self._is_room and self.capacity.value()) or None,
        )
        return said if self._place is None else EditPlace(self._place.id, *astuple(said))

    def _show(self, place: Place) -> None:
        self.name.setText(place.name)
        self.kind.setCurrentIndex(self.kind.findData(place.kind.value))
        if place.parent is not None:
            self.parent_place.setCurrentIndex(self.parent_place.findData(place.parent))
        self.town.setText(place.town)
        self.capacity.setValue(place.capacity or 0)
        self._town_before = town = self.town.town
        if place.lat is not None and (
            town is None or (place.lat, place.lon) != (town.lat, town.lon)
        ):
            self._own_spot = f"{place.lat:.5f}, {place.lon:.5f}"
            self.spot.setText(self._own_spot)

    def _said(self) -> tuple[str, ...]:
        """What stands in the fields of a site."""
        return self.name.text(), self.kind.currentData(), self.town.text(), self.spot.text()

    @Slot()
    def _pin(self) -> None:
        """As it was saved last."""
        self.pin_wanted.emit(self._place)
        self.reject()

    def _done(self, place: Place) -> None:
        self.saved.emit(place)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))

    def _fill(self, places: PlaceTree) -> None:
        tone = appearance().theme.colour("ink2")
        for place in in_order(places):
            inside = self._place is not None and self._place in places.ancestry(place.id)
            if place.id not in (HOME.id, ROAD.id) and not inside:
                icon = assets.icon(place_icon(place.kind), tone)
                self.parent_place.addItem(icon, place_path(places, place.id), place.id)
        # A floor, room or desk needs something to be in.
        for kind in KINDS if self.parent_place.count() else KINDS[:2]:
            self.kind.addItem(assets.icon(place_icon(kind), tone), kind_word(kind), kind.value)

    @Slot()
    def _kind_changed(self) -> None:
        shown = {
            self._parent_field: not self._is_site,
            self._town_field: self._is_site,
            self._spot_field: self._is_site,
            self._capacity_field: self._is_room,
            self.pin: self._is_site and self._place is not None,
        }
        # First what goes: what comes makes the window higher at once.
        for part in sorted(shown, key=lambda part: shown[part]):
            part.setVisible(shown[part])
        self._mend()
        self.settle()

    @Slot()
    def _town_changed(self) -> None:
        """Its own spot was in the town before: of another one it is the middle, unless said."""
        if self._place is not None and not self.spot.isModified():
            town = self.town.town
            moved = bool(self._place.town) and town not in (None, self._town_before)
            self.spot.setText("" if moved else self._own_spot)
        self._mend()

    @Slot()
    def _mend(self) -> None:
        """Something was changed: what was wrong may be right, and it would be lost on the map."""
        self._name_field.set_error("")
        self._town_field.set_error("")
        self._spot_field.set_error("")
        why = "" if self._said() == self._before else self.tr("Save first what you changed here.")
        self.pin.setEnabled(not why)
        self.pin.setToolTip(why)
        self.pin.setAccessibleDescription(why)
