"""Where I will be: a place of the team or, where none is called so, a town."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from presencemap.domain.place import Place, said_by
from presencemap.ui.compose.place_field import PlaceField
from presencemap.ui.compose.place_list import PlaceList
from presencemap.ui.ports import Towns


class WhereaboutsField(PlaceField):
    """A town that was typed is said as one when the field is left."""

    def __init__(
        self, towns: Towns, parent: QWidget | None = None, items: PlaceList | None = None
    ) -> None:
        super().__init__(parent, makes=False, items=items)
        self._towns = towns
        self._line.editingFinished.connect(self._finished)

    @property
    def value(self) -> str | None:
        """The id of the place or town named in the field, None for none."""
        known, text = super().value, self.currentText().strip()
        if known is not None or not text or text == self._items.none:
            return known
        town = self._towns.find(text)
        return None if town is None else Place.in_town(town.name, town.lat, town.lon).id

    def unknown_sentence(self) -> str:
        """What to say when `unknown`."""
        name = self.currentText().strip()
        near = [town.label for town in self._towns.nearly(name)]
        if not near:
            return self.tr("No place or town is called “{name}”.").format(name=name)
        words = self.tr("No place or town is called “{name}”. Did you mean {towns}?")
        return words.format(name=name, towns=self.tr(" or ").join(near))

    @Slot()
    def _finished(self) -> None:
        place = self.value
        if said_by(place or "") is not None:
            self.set_value(place)
