"""The places as rows of a list, from which a field takes what is named in it.

Owns their order and what they are found by. Several fields may share one; knows none of them.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from presencemap.domain.place import HOME, ROAD, Place, PlaceTree
from presencemap.domain.text import fold
from presencemap.ui import assets
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people.wording import place_path
from presencemap.ui.theme import appearance

ID = Qt.ItemDataRole.UserRole
FOLDED = Qt.ItemDataRole.UserRole + 1
_ICON = Qt.ItemDataRole.UserRole + 2
NEW = "+new"


def in_order(places: PlaceTree) -> Iterator[Place]:
    """Home and On the road, then every site by name with what is in it below it."""
    yield HOME
    yield ROAD
    others = [place for place in places if place.id not in (HOME.id, ROAD.id)]
    yield from sorted(others, key=lambda place: [fold(name) for name in places.path(place.id)])


class PlaceList(QStandardItemModel):
    """No place, the places in order, ``said`` (a town, None for none), and NEW if one ``makes``."""

    def __init__(
        self, places: PlaceTree, said: Place | None, parent: QObject, *, makes: bool
    ) -> None:
        super().__init__(parent)
        self.places = places
        self.none = self.tr("No place")
        self._add(self.none, "", "x")
        for place in in_order(places):
            self._add_place(place)
        if said is not None:
            self._add_place(said)
        if makes:
            self._add(self.tr("New place …"), NEW, "plus")
        appearance().changed.connect(self._redraw)

    def id(self, row: int) -> str:
        """Of a row: a place's, NEW, or "" for none; also of no row."""
        return str(self.item(row).data(ID)) if row >= 0 else ""

    def rows(self, label: str) -> list[int]:
        """Those that bear it, by what it is found by; none for nothing."""
        wanted = fold(label)
        if not wanted:
            return []
        return [n for n in range(self.rowCount()) if self.item(n).data(FOLDED) == wanted]

    def _add_place(self, place: Place) -> None:
        self._add(place_path(self.places, place.id), place.id, place_icon(place.kind))

    def _add(self, label: str, place: str, icon: str) -> None:
        item = QStandardItem(label)
        item.setData(place, ID)
        item.setData(fold(label), FOLDED)
        item.setData(icon, _ICON)
        item.setIcon(_icon(icon))
        self.appendRow(item)

    @Slot()
    def _redraw(self) -> None:
        for row in range(self.rowCount()):
            item = self.item(row)
            item.setIcon(_icon(str(item.data(_ICON))))


def _icon(name: str) -> QIcon:
    return assets.icon(name, appearance().theme.colour("ink2"))
