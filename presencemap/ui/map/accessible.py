"""The plates as a screen reader and the keyboard meet them: a see-through button over each.

Painted plates are no widgets. A QAccessibleInterface made in Python has two owners, Python and Qt's
cache, a double free in waiting; a button that paints nothing is owned by Qt alone, and brings
focus, name and press with it. Knows no view: it is told where each plate is.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from presencemap.ui.controls import ENTER

_TABBED = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class Spoken(NamedTuple):
    """One plate: the id of its place, its sentence, and its px on the map."""

    key: str
    name: str
    box: QRect


class PlateButton(QAbstractButton):
    """Paints nothing and lets the mouse through."""

    focus_came = Signal(str)
    focus_left = Signal()
    opened = Signal(str)
    listed = Signal(str)

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ownFocus", True)
        self.clicked.connect(self._open)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The map paints the plate and its ring."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space lists; the map's keys go to the map, arrows too."""
        if event.key() in ENTER:
            self.opened.emit(self.key)
        elif event.key() == Qt.Key.Key_Space:
            self.listed.emit(self.key)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing waits for a release."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows for the keyboard only."""
        super().focusInEvent(event)
        if event.reason() in _TABBED:
            self.focus_came.emit(self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.focus_left.emit()

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.key)


class PlateButtons(QObject):
    """A button for each plate, reused as plates come, go and move; speaks for all of them."""

    focus_came = Signal(str)
    focus_left = Signal()
    opened = Signal(str)
    listed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._buttons: dict[str, PlateButton] = {}
        self._ready: dict[str, PlateButton] = {}

    @property
    def buttons(self) -> tuple[PlateButton, ...]:
        """From north to south, as Tab goes."""
        return tuple(self._buttons.values())

    def enter(self, key: str) -> bool:
        """Give a plate the keyboard as Tab would; False where there is none of that key."""
        button = self._buttons.get(key)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        return button is not None

    def prepare(self, key: str) -> None:
        """Make the button that a plate will need, unseen."""
        if key not in self._buttons and key not in self._ready:
            self._ready[key] = self._made(key)
            self._ready[key].hide()

    def show(self, plates: Sequence[Spoken], after: QWidget) -> list[PlateButton]:
        """Match the plates, in their order behind ``after`` for Tab; returns the new buttons."""
        gone = self._buttons.keys() - {plate.key for plate in plates}
        for key in gone:
            button = self._buttons.pop(key)
            if button.hasFocus():
                self._parent.setFocus(Qt.FocusReason.OtherFocusReason)
            button.hide()
            button.deleteLater()
        fresh: list[PlateButton] = []
        order: dict[str, PlateButton] = {}
        moved = [*self._buttons] != [plate.key for plate in plates]
        for plate in plates:
            self.prepare(plate.key)
            button = self._buttons.get(plate.key) or self._ready.pop(plate.key)
            if plate.key not in self._buttons:
                fresh.append(button)
            order[plate.key] = button
            if button.accessibleName() != plate.name:
                button.setAccessibleName(plate.name)
            if button.geometry() != plate.box:
                button.setGeometry(plate.box)
            button.show()
        self._buttons = order
        while self._ready:
            self._ready.popitem()[1].deleteLater()
        if moved:
            self._put_in_order(after)
        return fresh

    def _put_in_order(self, after: QWidget) -> None:
        # A screen reader meets children in their stacking order; the floating controls, which
        # lie over the plates, come last.
        for button in reversed(self._buttons.values()):
            button.lower()
        for button in self._buttons.values():
            QWidget.setTabOrder(after, button)
            after = button

    def _made(self, key: str) -> PlateButton:
        button = PlateButton(key, self._parent)
        button.focus_came.connect(self.focus_came)
        button.focus_left.connect(self.focus_left)
        button.opened.connect(self.opened)
        button.listed.connect(self.listed)
        return button
