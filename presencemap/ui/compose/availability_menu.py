"""The four availabilities as a button with a menu: takes effect at once, as in the tray."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from presencemap.domain.availability import Availability
from presencemap.ui.controls import PICTURE_AIR, MenuButton
from presencemap.ui.painting.availability import availability_icon, availability_word
from presencemap.ui.theme import appearance


def mark_current(action: QAction, *, current: bool) -> None:
    """The icon stands where a tick would, so the words say it: in a menu that Qt draws."""
    font = action.font()
    font.setBold(current)
    action.setFont(font)


class AvailabilityMenu(MenuButton):
    """Shows mine; `chosen` carries another."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(14, parent)
        self._value = Availability.AVAILABLE
        self._actions: dict[Availability, QAction] = {}
        self._group = QActionGroup(self)
        menu = self.menu()
        for availability in Availability:
            action = QAction(availability_word(availability), self._group)
            action.setCheckable(True)
            action.setData(availability.value)
            menu.addAction(action)
            self._actions[availability] = action
        menu.triggered.connect(self._triggered)
        appearance().changed.connect(self._draw)
        self._draw()

    def show_value(self, availability: Availability) -> None:
        """What I say of myself now."""
        self._value = availability
        self._draw()

    @Slot()
    def _draw(self) -> None:
        theme = appearance().theme
        for availability, action in self._actions.items():
            action.setIcon(availability_icon(theme, availability))
            action.setChecked(availability is self._value)
            mark_current(action, current=availability is self._value)
        word = availability_word(self._value)
        self.setText(word)
        self.setIcon(availability_icon(theme, self._value, 14, gap=PICTURE_AIR))
        self.setAccessibleName(self.tr("Availability: {word}").format(word=word))

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        # The menu has ticked it already; whether it holds, the node says.
        self._draw()
        self.chosen.emit(Availability(action.data()))
