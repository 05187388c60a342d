"""How many guests are with me at the place in the field, as a button with a menu.

Guests are of one place: another one begins with none. Knows no node and no names.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from presencemap.domain.status import MAX_GUESTS
from presencemap.ui import assets
from presencemap.ui.controls import PICTURE_AIR, MenuButton
from presencemap.ui.people.wording import guests
from presencemap.ui.theme import appearance

_OFFERED = (*range(11), 15, MAX_GUESTS)


class GuestsMenu(MenuButton):
    """``chosen`` when another number was; ``value`` is 0 where there is no place for any."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(16, parent)
        self._count = 0
        self._place: str | None = None
        self._group = QActionGroup(self)
        menu = self.menu()
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._triggered)
        appearance().changed.connect(self._draw)
        self.follow(None)

    @property
    def value(self) -> int:
        """How many are with me."""
        return self._count if self.isEnabled() else 0

    def show_guests(self, place: str | None, count: int) -> None:
        """So many, at a place's id."""
        self._place, self._count = place, count
        self.follow(place)

    def follow(self, place: str | None) -> None:
        """The place in the field; None while it names none, or none is shared."""
        if place is not None and place != self._place:
            self._place, self._count = place, 0
        self.setEnabled(place is not None)
        self._draw()

    @Slot()
    def open(self) -> None:
        """Show the numbers; the arrows then choose."""
        if self.isEnabled():
            self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _draw(self) -> None:
        theme, count = appearance().theme, self.value
        said = guests(count) if count else self.tr("No guests")
        self.setText(guests(count) if count else self.tr("Guests"))
        tone = theme.colour("ink2" if self.isEnabled() else "ink3")
        self.setIcon(assets.icon("users", tone, gap=PICTURE_AIR))
        self.setAccessibleName(self.tr("With you: {guests}").format(guests=said))
        means = self.tr("How many guests are with you there; nobody learns who (Alt+G)")
        self.setToolTip(means if self.isEnabled() else self.tr("Guests are with you at a place"))

    @Slot()
    def _fill(self) -> None:
        """The numbers, made when it opens; one that was told elsewhere is among them."""
        menu = self.menu()
        menu.clear()
        for count in sorted({*_OFFERED, self._count}):
            action = menu.addAction(guests(count) if count else self.tr("No guests"))
            action.setActionGroup(self._group)
            action.setCheckable(True)
            action.setChecked(count == self._count)
            action.setData(count)
            if count == self._count:
                menu.setActiveAction(action)

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        self._count = int(action.data())
        self._draw()
        self.chosen.emit()
