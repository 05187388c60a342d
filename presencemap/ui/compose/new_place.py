"""A new place inside the composer: a name and a town, nothing more."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.app.commands import AddPlace
from presencemap.domain.person import MAX_NAME
from presencemap.domain.place import PlaceKind
from presencemap.domain.text import clean
from presencemap.ui.controls import Field, IconButton, Label, Segmented, dress
from presencemap.ui.ports import Towns
from presencemap.ui.town_field import TownField


class NewPlace(QFrame):
    """Shown while a place is being made. `changed` after every change, `given_up` on the cross."""

    changed = Signal()
    given_up = Signal()

    def __init__(self, towns: Towns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, surface="note")
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.town = TownField(towns)
        self._kind = Segmented(self.tr("Kind of place"))
        self._kind.add(PlaceKind.CLIENT.value, self.tr("Client"), "briefcase")
        self._kind.add(PlaceKind.OFFICE.value, self.tr("Office"), "building-2")
        close = IconButton("x", self.tr("No new place"))
        close.clicked.connect(self.given_up)
        head = QHBoxLayout()
        title = Label(self.tr("New place"), "small", "ink2")
        dress(title, strong=True)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._kind)
        head.addWidget(close)
        self._name_field = Field(self.tr("Name"), self.name)
        self.name.setPlaceholderText(self.tr("As colleagues call it"))
        self._town_field = Field(self.tr("Town"), self.town)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self._name_field, 1)
        fields.addWidget(self._town_field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(fields)
        self.name.textChanged.connect(self._changed)
        self.town.changed.connect(self._changed)

    def begin(self, name: str) -> None:
        """Empty, but for the name that was typed already; the caret where it goes on."""
        self.name.setText(name)
        self.town.clear()
        (self.town if name else self.name).setFocus()

    def lack(self) -> str:
        """What keeps it from being made, in a sentence; "" when it is ready."""
        if not clean(self.name.text()):
            return self.tr("Give the new place a name.")
        return self.town.unknown_sentence() if self.town.unknown else ""

    def command(self) -> AddPlace:
        """What to ask of the node; without a town the place has no spot on the map."""
        town = self.town.town
        return AddPlace(
            name=clean(self.name.text()),
            kind=PlaceKind(self._kind.value),
            lat=None if town is None else town.lat,
            lon=None if town is None else town.lon,
            town="" if town is None else town.name,
        )

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()
