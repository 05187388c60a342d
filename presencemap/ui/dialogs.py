"""The dialogs of the window: one at a time, each made before it is seen.

Owns which one is open, and that its making takes a few ms of each turn. Knows none of them.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Slot
from shiboken6 import isValid

from presencemap.ui.controls import polish
from presencemap.ui.dialog import Dialog
from presencemap.ui.turns import TURN, Turns


class Dialogs(QObject):
    """The window stays usable below the one that `show` was given last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dialog: Dialog | None = None
        # A step a turn: each may take all of it.
        self._making = Turns(self, few=0, after=TURN)

    def show(self, dialog: Dialog) -> None:
        """In place of the one before; where it is to be made in steps, after them."""
        self.close()
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._finished)
        self._making.begin(_opened(dialog))

    def close(self) -> None:
        """None is open any more, nor will be."""
        self._making.stop()
        dialog, self._dialog = self._dialog, None
        if dialog is not None and isValid(dialog):
            # One that was never seen goes without a word.
            dialog.close()

    @Slot()
    def _finished(self) -> None:
        if self.sender() is self._dialog:
            self._dialog = None


def _opened(dialog: Dialog) -> Iterator[None]:
    """Seen once it is made, unless it was closed meanwhile."""
    for _ in _made(dialog):
        yield
        if not isValid(dialog):
            return
    dialog.open()


def _made(dialog: Dialog) -> Iterator[None]:
    """Where there are steps to it: those, its looks, and where all of it stands."""
    made = False
    for _ in dialog.steps:
        made = True
        yield
    if made:
        polish(dialog)
        yield
        dialog.lay_out()
        yield
