"""F6 and Shift F6: from one part of the window to the next, in the order of the eye.

Owns nothing of the parts; one that isn't shown is stepped over.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Part = tuple[QWidget, QWidget]
"""What gets the keyboard, and the part in which it is."""


class Parts(NamedTuple):
    """The window's parts as they are now, in the order of the eye."""

    top: Part
    people: Part
    panel: Part
    screen: Part
    card: Part


class PaneSteps(QObject):
    """``parts`` names the parts as they are now."""

    def __init__(self, window: QWidget, parts: Callable[[], Parts]) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            pressed = QShortcut(QKeySequence(keys), window).activated
            pressed.connect(lambda step=step: self.step(step))

    def step(self, step: int) -> None:
        """To the next part, or the one before; from outside of all to the one after the bar."""
        parts = [part for part in self._parts() if part[0].isVisible()]
        focus = self._window.focusWidget()
        holds = [focus is not None and (p is focus or p.isAncestorOf(focus)) for _, p in parts]
        there = (holds.index(True) + step) % len(parts) if True in holds else 1
        # Tab's own reason shows no ring where it wasn't Tab.
        parts[there][0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def come_along(self) -> None:
        """To the screen: Qt gives the keyboard to the top where what had it is hidden."""
        parts, focus = self._parts(), self._window.focusWidget()
        if focus is None or parts.top[1].isAncestorOf(focus):
            there = parts.screen if parts.screen[0].isVisible() else parts.people
            there[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
