"""Two places that are one: which of them stays."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from presencemap.app.commands import MergePlace
from presencemap.domain.place import HOME, ROAD, Place
from presencemap.ui import assets
from presencemap.ui.compose.place_list import in_order
from presencemap.ui.controls import Field, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people.wording import place_path
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance


class MergeDialog(Dialog):
    """Closes when it is done; `accept`ed only then."""

    def __init__(self, team: Team, place: Place, parent: QWidget | None = None) -> None:
        path = place_path(team.places, place.id)
        super().__init__(self.tr("Merge two places"), "", parent)
        self._team, self._place = team, place
        self.main.setText(self.tr("Merge"))
        self.stays = QComboBox()
        words = self.tr(
            "Choose the place that {place} really is. Whoever is there, and every room in it, is "
            "in that place from then on; {place} is no longer listed."
        )
        self.body.addWidget(Label(words.format(place=path), "body", "ink2", wrap=True))
        self.body.addWidget(Field(self.tr("The place that stays"), self.stays))
        self._fill()
        self.setMinimumWidth(420)

    @Slot()
    def submit(self) -> None:
        """Merge them for everyone."""
        self.main.setEnabled(False)
        command = MergePlace(self._place.id, self.stays.currentData())
        self._team.ask(command, lambda _: self.accept(), self._failed)

    def _fill(self) -> None:
        places, tone = self._team.places, appearance().theme.colour("ink2")
        for other in in_order(places):
            apart = self._place not in places.ancestry(other.id)
            if apart and other.id not in (HOME.id, ROAD.id):
                icon = assets.icon(place_icon(other.kind), tone)
                self.stays.addItem(icon, place_path(places, other.id), other.id)
        # What isn't alike by its name is chosen by hand: a slip would move people for everyone.
        alike = [self.stays.findData(double.id) for double in places.doubles(self._place)]
        self.stays.setPlaceholderText(self.tr("Choose a place"))
        self.stays.setCurrentIndex(alike[-1] if alike else -1)
        self.stays.currentIndexChanged.connect(self._chosen)
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        self.main.setEnabled(self.stays.currentIndex() >= 0)

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))
