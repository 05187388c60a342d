"""The choice of a plate: what mouse, keys and screen reader open is the same.

Places that zooming parts are parted, a crowd is listed, any other place is chosen. Owns the plates'
buttons, and which plate has the keyboard. Must not know cards, nor what a choice is good for.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.ui.map.accessible import PlateButtons, Spoken
from presencemap.ui.map.camera import Camera
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.framing import Framing
from presencemap.ui.map.item import Item
from presencemap.ui.map.people_menu import people_menu
from presencemap.ui.map.sights import middle_of
from presencemap.ui.turns import Rounds


class Choice(QObject):
    """``person`` and ``place`` tell ids; ``changed`` asks for a repaint."""

    person = Signal(str)
    place = Signal(str)
    changed = Signal()

    def __init__(
        self, area: QWidget, camera: Camera, foreground: Foreground, framing: Framing
    ) -> None:
        super().__init__(area)
        self._area = area
        self._camera = camera
        self._foreground = foreground
        self._framing = framing
        self._speaking = Rounds(self, self._spoken)
        self.buttons = PlateButtons(area)
        self.buttons.focus_came.connect(self._focused)
        self.buttons.focus_left.connect(self._left)
        self.buttons.opened.connect(self._opened)
        self.buttons.listed.connect(self._listed)

    def open(self, item: Item) -> None:
        """What a plate does."""
        zoom = self._foreground.splitting_zoom(item, self._camera.goal)
        if zoom is not None:
            self._framing.show(middle_of(item, self._camera.goal, zoom))
        elif item.merged or item.is_bubble:
            self._list(item)
        else:
            self.place.emit(item.key)

    def enter(self) -> bool:
        """Give the keyboard to the plate that is marked as chosen; False where none is."""
        chosen = (item.key for item in self._foreground.items if item.plate.selected)
        return any(map(self.buttons.enter, chosen))

    @Slot()
    def speak(self) -> None:
        """The plates stand still: tell the keyboard and the screen reader where, in turns."""
        self._speaking.ask()

    def _spoken(self) -> Iterator[None]:
        for item in self._foreground.items:
            self.buttons.prepare(item.key)
            yield
        goal = self._camera.goal
        spoken = [
            Spoken(
                item.key,
                self._foreground.name_of(item),
                self._foreground.body(item, goal).toAlignedRect(),
            )
            for item in self._foreground.items
        ]
        yield
        self.buttons.show(spoken, self._area)

    def _list(self, item: Item) -> None:
        title = self._foreground.caption_of(item)
        menu = people_menu(self._area, title, item.faces, self.person.emit)
        body = self._foreground.body(item, self._camera.view)
        menu.popup(self._area.mapToGlobal(body.bottomLeft().toPoint() + QPoint(0, 4)))

    @Slot(str)
    def _focused(self, key: str) -> None:
        self._foreground.focused = key
        item = self._foreground.item_of(place=key)
        if item is not None:
            self._framing.uncover(item)
        self.changed.emit()

    @Slot()
    def _left(self) -> None:
        self._foreground.focused = None
        self.changed.emit()

    @Slot(str)
    def _opened(self, key: str) -> None:
        item = self._foreground.item_of(place=key)
        if item is None:
            return
        if len(item.faces) == 1:
            self.person.emit(item.faces[0].person)
        else:
            self.open(item)

    @Slot(str)
    def _listed(self, key: str) -> None:
        item = self._foreground.item_of(place=key)
        if item is not None:
            self._list(item)
