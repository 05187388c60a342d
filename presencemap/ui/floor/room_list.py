"""The rooms and desks of a floor as a list, each with who is there: the plan's equal in words.

Desks lie inside their room, people inside where they are. Knows no pixels of a plan.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from presencemap.ui import assets
from presencemap.ui.controls import ENTER
from presencemap.ui.floor import phrases
from presencemap.ui.floor.scene import FloorScene, Seat
from presencemap.ui.map.people_menu import face_icon
from presencemap.ui.map.scene import Face
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people.roster_model import Index
from presencemap.ui.people.wording import guests
from presencemap.ui.theme import appearance

_PLACE = Qt.ItemDataRole.UserRole + 1
_PERSON = Qt.ItemDataRole.UserRole + 2
_ICON = 24


class RoomList(QTreeWidget):
    """Enter and a click choose a room or desk, or open a person's card; ids go out."""

    place_chosen = Signal(str)
    person_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(_ICON)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Rooms and desks"))
        self._scene: FloorScene | None = None
        self.itemClicked.connect(self._open)
        appearance().changed.connect(self._fill)

    def show_scene(self, scene: FloorScene) -> None:
        """Show a floor; the row that is current stays so."""
        if scene != self._scene:
            self._scene = scene
            self._fill()

    def select(self, place: str) -> None:
        """Mark a room or desk, "" for none; no signal."""
        found = (item for item in self.rows() if item.data(0, _PLACE) == place and place)
        item = next(found, None)
        if item is None:
            self.clearSelection()
        else:
            self.setCurrentItem(item)

    def rows(self) -> list[QTreeWidgetItem]:
        """All rows, from top to bottom."""
        # Not Qt's own iterator: one that outlives the rows ends the program.
        return [row for n in range(self.topLevelItemCount()) for row in _with(self.topLevelItem(n))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; the rest is the list's, letters too."""
        item = self.currentItem()
        if event.key() in ENTER and item is not None:
            self._open(item)
        else:
            super().keyPressEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: Index) -> None:
        """Nothing folds, so no arrow says that it did."""

    @Slot(QTreeWidgetItem)
    def _open(self, item: QTreeWidgetItem) -> None:
        person, place = item.data(0, _PERSON), item.data(0, _PLACE)
        if person:
            self.person_activated.emit(person)
        elif place:
            self.place_chosen.emit(place)

    @Slot()
    def _fill(self) -> None:
        current = self.currentItem()
        at = _key(current) if current is not None else None
        scrolled = self.verticalScrollBar().value()
        self.clear()
        scene = self._scene
        rooms: dict[str, QTreeWidgetItem] = {}
        for seat in scene.seats if scene else ():
            item = self._room(seat)
            rooms[seat.place] = item
            self._add(item, rooms.get(seat.room))
            self._add_people(seat.faces, item)
        if scene is not None and scene.elsewhere:
            heading = self._row(QIcon(), self.tr("Elsewhere on this floor"))
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._add(heading, None)
            self._add_people(scene.elsewhere, heading)
        self.expandAll()
        for item in self.rows():
            if _key(item) == at:
                self.setCurrentItem(item)
        self.verticalScrollBar().setValue(scrolled)

    def _add(self, item: QTreeWidgetItem, inside: QTreeWidgetItem | None) -> None:
        if inside is None:
            self.addTopLevelItem(item)
        else:
            inside.addChild(item)

    def _add_people(self, faces: Iterable[Face], inside: QTreeWidgetItem) -> None:
        theme = appearance().theme
        for face in faces:
            word = availability_word(None if face.stale else face.availability)
            icon = face_icon(face, theme, self.devicePixelRatioF())
            said = f"{face.name}, {word.lower()}"
            item = self._row(icon, said)
            item.setData(0, _PERSON, face.person)
            inside.addChild(item)
            if face.guests:
                spoken = f"{said}, {guests(face.guests)}"
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
                brought = self._row(
                    assets.icon("users", theme.colour("ink3")), phrases.guests_of(face)
                )
                # Nobody's card is behind it: whose guests they are stands above.
                brought.setFlags(Qt.ItemFlag.ItemIsEnabled)
                brought.setForeground(0, theme.colour("ink2"))
                inside.addChild(brought)

    def _room(self, seat: Seat) -> QTreeWidgetItem:
        theme = appearance().theme
        icon = assets.icon(place_icon(seat.kind), theme.colour("ink2"))
        item = self._row(icon, f"{seat.name} · {phrases.state(seat)}")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, phrases.spoken(seat))
        item.setData(0, _PLACE, seat.place)
        if not seat.is_desk:
            item.setFont(0, theme.font("strong"))
        return item

    @staticmethod
    def _row(icon: QIcon, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setIcon(0, icon)
        return item


def _key(item: QTreeWidgetItem) -> tuple[object, object]:
    return item.data(0, _PLACE), item.data(0, _PERSON)


def _with(item: QTreeWidgetItem | None) -> Iterator[QTreeWidgetItem]:
    """A row and those inside it."""
    if item is not None:
        yield item
        for n in range(item.childCount()):
            yield from _with(item.child(n))
