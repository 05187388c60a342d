"""Python's cyclic collector, kept on the GUI thread.

A collection that happens to start on the network thread may free QObjects there, which crashes Qt.
So the automatic one is off while the window lives, and a timer collects where it is safe.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 5_000


class GarbageTimer(QObject):
    """Collects by generations, as the interpreter would; `stop` gives it back its own way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._automatic = gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Turn the automatic collection off and the timer on."""
        self._automatic = gc.isenabled()
        gc.disable()
        # What start-up made lives as long as the program: no collection need look at it again.
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """As it was before `start`."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        gc.unfreeze()
        if self._automatic:
            gc.enable()

    @Slot()
    def collect(self) -> int | None:
        """Collect the oldest generation that is due; its number, None where none is."""
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if threshold and gc.get_count()[generation] > threshold:
                gc.collect(generation)
                return generation
        return None
